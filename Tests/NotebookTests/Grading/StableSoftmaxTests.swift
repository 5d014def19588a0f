import Notebook
import TestSupport
import Testing

/// The exercise of lesson 4 that asks for a softmax without overflow.
@Suite struct StableSoftmaxTests {
  private func status(_ text: String) throws -> Verdict.Status {
    let name = "04-softmax.md"
    let lesson = try #require(
      LessonReader.read(text: LessonFiles.text(of: name), name: name).lesson)
    let task = try #require(lesson.task("stable"))
    var grader = Grader(lesson: lesson)
    return grader.verdict(on: .edits(["tamed": text]), to: task).status
  }

  @Test(arguments: [
    "exp(loud - loud.max()) / exp(loud - loud.max()).sum()",
    "e = exp(loud - max(loud))\ntamed = e / sum(e)", "softmax(loud)",
    "exp(loud - loud.max() - log(exp(loud - loud.max()).sum()))",
  ])
  func holds(text: String) throws {
    #expect(try status(text) == .passed)
  }

  @Test(arguments: [
    "exp(loud - loud[0]) / exp(loud - loud[0]).sum()",
    "exp(loud - loud[1]) / exp(loud - loud[1]).sum()",
    "exp(loud - loud.mean()) / exp(loud - loud.mean()).sum()",
    "exp(loud - loud.min()) / exp(loud - loud.min()).sum()",
    "exp(loud - 1000) / exp(loud - 1000).sum()",
    "exp(loud) / exp(loud).sum()", "where(loud == loud.max(), 1, 0)", "array([0, 1, 0])",
  ])
  func overflows(text: String) throws {
    #expect(try status(text) == .failed)
  }
}
