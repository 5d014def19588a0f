import CellLanguage
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

  @Test("every cell computes, every number in the prose is there", arguments: LessonFiles.names)
  func computes(name: String) throws {
    let lesson = try #require(
      LessonReader.read(text: LessonFiles.text(of: name), name: name).lesson)
    let session = Session(lesson: lesson)
    let failures = lesson.cells.flatMap { session.panels(of: $0.id) }.compactMap { panel in
      if case .failure(let diagnostic) = panel.content {
        DiagnosticText(diagnostic, in: session.source(of: panel.id.cell)).text
      } else {
        nil
      }
    }
    #expect(failures == [])
    // A number may wait for a hole that the reader is to fill.
    let missing = lesson.liveNumbers.compactMap { session.reason(for: $0) }
    #expect(missing.filter { !$0.hasSuffix("which is open") } == [])
  }
}
