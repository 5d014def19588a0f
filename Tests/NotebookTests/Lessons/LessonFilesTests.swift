import CellLanguage
import Notebook
import TestSupport
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

  @Test("each asks enough, and helps enough", arguments: LessonFiles.names)
  func asks(name: String) throws {
    let lesson = try #require(
      LessonReader.read(text: LessonFiles.text(of: name), name: name).lesson)
    #expect(lesson.exercises.count >= 3)
    #expect(lesson.tasks.count - lesson.exercises.count >= 2)
    let scant = lesson.exercises.filter { $0.hints.count < 2 || $0.wrongAnswers.count < 2 }
    #expect(scant.map(\.id) == [])
    // A formula to write, and something else besides.
    #expect(Set(lesson.exercises.map { $0.checks.contains { !$0.vary.isEmpty } }).count == 2)
  }
}
