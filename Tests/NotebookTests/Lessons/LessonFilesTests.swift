import Notebook
import Testing

/// The lessons that are shipped.
@Suite struct LessonFilesTests {
  @Test("the lessons are found")
  func found() {
    #expect(LessonFiles.names.contains("06-weighted-sums.md"))
  }

  @Test("each is read without problems", arguments: LessonFiles.names)
  func problems(name: String) {
    let (lesson, problems) = LessonReader.read(text: LessonFiles.text(of: name), name: name)
    #expect(problems.map(\.description) == [])
    #expect(lesson?.number == Int(name.prefix(2)))
  }
}
