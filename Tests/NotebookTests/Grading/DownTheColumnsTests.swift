import Notebook
import TestSupport
import Testing

/// The exercise of lesson 1 that divides down the columns.
@Suite struct DownTheColumnsTests {
  @Test(arguments: [
    "hours / hours.sum(axis=0)", "hours / (hours[0] + hours[1])",
    "(hours.T / hours.T.sum(axis=1, keepdims=True)).T",
  ])
  func isRight(text: String) throws {
    let name = "01-notebook.md"
    let lesson = try #require(
      LessonReader.read(text: LessonFiles.text(of: name), name: name).lesson)
    let task = try #require(lesson.task("columns"))
    var grader = Grader(lesson: lesson)
    #expect(grader.verdict(on: .edits(["down": text]), to: task).status == .passed)
  }
}
