import Notebook
import Testing

/// What the name of a lesson's file says.
@Suite struct LessonNameTests {
  @Test(
    arguments: [
      ("05-why-divide.md", 5, "why-divide", "Why divide"),
      ("Lessons/12-Order_from positions.md", 12, "order-from-positions", "Order from positions"),
      ("mine.md", nil, "mine", "Mine"),
      ("7.md", nil, "7", "7"),
      ("05-Größe ñandú.md", 5, "grosse-nandu", "Größe ñandú"),
      ("03-注意.md", 3, "lesson", "注意"),
      ("03-.md", 3, "lesson", "A new lesson"),
      ("a\u{1B}[31mb\u{202E}c.md", nil, "a-31mb-c", "A [31mb c"),
      ("--.md", nil, "lesson", "A new lesson"),
    ] as [(String, Int?, String, String)])
  func says(path: String, number: Int?, id: String, title: String) {
    let name = LessonName(path)
    #expect(name.number == number)
    #expect(name.id == id)
    #expect(name.title == title)
  }

  @Test func aLongNameIsCut() {
    let name = LessonName(String(repeating: "ab-", count: 100) + ".md")
    #expect(name.id == String(repeating: "ab-", count: 19) + "ab")
    #expect(name.title.count == 200)
  }
}
