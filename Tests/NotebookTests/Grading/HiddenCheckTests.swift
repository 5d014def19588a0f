import CellLanguage
import Notebook
import Testing

/// Checks that the reader doesn't see: only how many hold is told.
struct HiddenCheckTests {
  private func check(_ text: String, vary: [String] = []) -> Check {
    let program = Program(parsing: Source(text))
    return Check(
      program: program, vary: vary,
      messages: program.statements.compactMap {
        if case .assert = $0.kind { "secret" } else { nil }
      })
  }

  private func verdict(_ answer: Answer?, _ checks: [Check]) -> HiddenVerdict {
    let lesson = GradedLesson.scores
    var grader = Grader(lesson: lesson.lesson)
    return grader.verdict(on: answer, to: lesson.exercise, hidden: checks)
  }

  private var checks: [Check] {
    [
      check("scaled = Q @ K.T / sqrt(2)\nassert allclose(S, scaled)\nassert S[0, 0] > 0"),
      check("assert allclose(S.sum(), (Q @ K.T).sum() / sqrt(2))", vary: ["K"]),
    ]
  }

  @Test func counts() {
    let cases: [(answer: Answer?, passed: Int)] = [
      (.edits(["S": "S = Q @ K.T / sqrt(d)"]), 3), (.edits(["S": "S = Q @ K.T"]), 1),
      (.edits(["S": "S = array([[1, 0, 1], [0, 1, 1]]) / sqrt(2)"]), 2),
      (.edits(["S": "S = ..."]), 0), (.edits(["S": "S = Q @ K"]), 0), (.edits(["S": "S = ("]), 0),
      (.edits(["S": "allclose = 1\nS = Q @ K.T / sqrt(d)"]), 0), (.edits([:]), 0), (nil, 0),
      (.guess("1"), 0),
    ]
    for (answer, passed) in cases {
      #expect(verdict(answer, checks) == HiddenVerdict(passed: passed, failed: 3 - passed))
    }
  }

  @Test("an answer may have names of its own that the checks have as well")
  func clashingNames() {
    let answer = Answer.edits(["S": "scaled = sqrt(2)\nrtol = 1\nS = Q @ K.T / scaled"])
    let checks = [
      check(
        "scaled = Q @ K.T / sqrt(2)  # scaled\nrtol = 0.001\nassert allclose(S, scaled, rtol=rtol), 'scaled'"
          + "\nassert scaled.shape == (2, 3)")
    ]
    #expect(verdict(answer, checks) == HiddenVerdict(passed: 2, failed: 0))
  }

  @Test("each hand-in is judged by itself")
  func oneAfterTheOther() {
    let lesson = GradedLesson.scores
    var grader = Grader(lesson: lesson.lesson)
    let answers = ["S = Q @ K.T / sqrt(d)", "S = 1", "S = Q @ K.T / sqrt(d)"]
    let passed = answers.map {
      grader.verdict(on: .edits(["S": $0]), to: lesson.exercise, hidden: checks).passed
    }
    #expect(passed == [3, 0, 3])
  }
}
