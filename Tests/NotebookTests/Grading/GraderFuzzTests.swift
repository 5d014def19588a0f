import CellLanguage
import Notebook
import TestSupport
import Testing

/// Answers put together at random from pieces of right and hostile ones: each gets a verdict, the same every time, and
/// none passes that doesn't give the right numbers.
struct GraderFuzzTests {
  private static let pieces = [
    "S", " = ", "Q", "K", ".T", " @ ", " / ", "sqrt(d)", "sqrt(2)", "\n", "; ", "(", ")", "[", "]",
    "0",
    "1e308", "-", "nan", "...", "def S():", "return ", " ", "lambda x: ", "assert ",
    "for i in range(9):",
    "  ", "allclose", "S.shape", "==", ",", "'", "#", "\u{1B}", "é", "zeros((9, 9))", "if ",
    "else ",
    "import numpy as np", "np.", "Q @ K.T", "h", "#| vary: Q",
  ]

  @Test(arguments: 0..<10)
  func anyText(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let lesson = GradedLesson.scores
    var grader = Grader(lesson: lesson.lesson)
    for _ in 0..<40 {
      let text = (0..<Int.random(in: 1...12, using: &random))
        .map { _ in Self.pieces[Int.random(in: Self.pieces.indices, using: &random)] }.joined()
      let verdict = grader.verdict(on: .edits(["S": text]), to: .exercise(lesson.exercise))
      #expect(verdict.checks.count == 2)
      #expect(verdict == lesson.verdict(text))
      if verdict.isPassed { #expect(text.contains("Q") && text.contains("K")) }
      let words = words(verdict).joined()
      #expect(words.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
    }
  }
}
