import Testing

@testable import Notebook

/// Which answers are taken for a mistake that the lesson knows.
@Suite struct KnownMistakeTests {
  @Test(
    "An infinite answer is none of the known mistakes",
    arguments: [
      "S = full((2, 3), inf)", "S = full((2, 3), -inf)", "S = Q @ K.T / 0",
      "S = full((2, 3), 1e300)",
    ])
  func infinite(text: String) {
    #expect(GradedLesson.scores.verdict(text).because == nil)
  }

  @Test func infinitiesAreEqualToThemselves() {
    let lesson = GradedLesson(
      starter: ["out = ..."], check: ["assert out == 1, \"one\""], edits: "out",
      rest: [(".wrong", "#| because: that has no end\nout = inf")])
    #expect(lesson.verdict("out = 2 * inf").because == "that has no end")
    #expect(lesson.verdict("out = -inf").because == nil)
    #expect(lesson.verdict("out = nan").because == nil)
  }
}
