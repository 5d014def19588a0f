import CellLanguage
import Testing

@testable import Notebook

/// Characters that can't be seen, in lessons that were written elsewhere.
@Suite struct LessonOddityTests {
  private static func file(_ text: String) -> String {
    "---\nqkv: 1\nid: odd\ntitle: Odd\n---\n## One\n\(text)\n"
  }

  /// What stands in a file, and how it is read.
  static let texts: [(text: String, shown: String)] = [
    ("a family: 👩\u{200D}👩\u{200D}👧.", "a family: 👩👩👧."),
    ("a flag: 🏳\u{FE0F}\u{200D}🌈.", "a flag: 🏳\u{FE0F}🌈."),
    ("zero\u{200B}width, soft\u{AD}hyphen\u{FEFF}", "zerowidth, softhyphen"),
    ("turned \u{202E}round\u{202C}", "turned <U+202E>round<U+202C>"),
    ("**bold\u{2060}** `co\u{200B}de`", "bold code"),
  ]

  @Test(arguments: texts)
  func theLessonIsReadAllTheSame(_ row: (text: String, shown: String)) throws {
    let (lesson, problems) = LessonReader.read(text: Self.file(row.text), name: "a.md")
    #expect(problems == [])
    let shown = ProseText(width: 80) { _ in "" }
    guard case .prose(.paragraph(let inlines))? = lesson?.steps.first?.blocks.first else {
      Issue.record("there is no paragraph")
      return
    }
    #expect(shown.text(inlines) == row.shown)
  }

  @Test func aTitleIsReadSo() {
    let text = Self.file("x").replacing("## One", with: "## One\u{200D}\u{202E}")
    let lesson = LessonReader.read(text: text, name: "a.md").lesson
    #expect(
      lesson.map { ProseText(width: 80) { _ in "" }.text($0.steps[0].title) } == "One<U+202E>")
  }

  @Test func verifyTellsOfEach() {
    let found = LessonReader.oddities(
      of: Self.file("👩\u{200D}👧\n\nplain\n\na\u{202E}b\u{200B}"), file: "a.md")
    #expect(
      found.map(\.description) == [
        "a.md:7: a character that can't be shown stands here: <U+200D>; delete it",
        "a.md:11: a character that can't be shown stands here: <U+202E>; delete it",
      ])
  }

  /// What steers a terminal is no oddity.
  @Test func controlsAreRefused() {
    let problems = LessonReader.read(text: Self.file("a\u{9B}2J"), name: "a.md").problems
    #expect(
      problems.map(\.description) == [
        "a.md:7: a character that can't be shown stands here: <U+009B>; delete it"
      ])
  }

  @Test func aNotebookWithThemIsWrittenAsItWas() throws {
    let text = Self.file(
      "👩\u{200D}👧 and words.\n\n```python {.qkv}\n#| title: 👩\u{200D}👧\nx = 1\n```")
    var session = try #require(
      Session.writing(NotebookFile(path: "a.md", text: text)).session)
    #expect(session.markdown == text)
    let block = try #require(session.outline(ofStep: 0).first { $0.kind == .prose }?.id)
    #expect(session.text(of: block) == "👩\u{200D}👧 and words.")
    _ = try session.setText(of: block, to: "👩\u{200D}👧 and more.")
    #expect(session.markdown == text.replacing("and words", with: "and more"))
  }
}
