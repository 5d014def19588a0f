import CellLanguage
import Notebook
import Testing

/// Exercises whose answer is a function.
struct FunctionAnswerTests {
  static let lesson = GradedLesson(
    before: ["Q = array([[1, 0], [0, 1]])"], starter: ["normed = ..."],
    check: [
      "expected = Q / Q.sum(axis=1, keepdims=True)",
      "assert allclose(normed(Q), expected), \"each row sums to 1\"",
    ], edits: "normed", vary: "Q",
    rest: [
      (".solution", "def normed(x): return x / x.sum(axis=1, keepdims=True)"),
      (".wrong", "#| because: that is the sum of all\ndef normed(x): return x / x.sum()"),
    ])

  @Test func answers() {
    let cases: [(answer: String, words: [String])] = [
      ("def normed(a):\n  return (a.T / a.sum(axis=1)).T", ["passed"]),
      ("lambda x: x / x.sum(axis=-1)[:, None]", ["passed"]),
      (
        "def total(x): return sum(x)\nnormed = lambda a: a * (1 / total(a))",
        [
          "failed",
          "failed each row sums to 1: normed(Q)[0, 0] is 0.50, expected 1.00 (2 of 4 entries)",
          "because that is the sum of all",
        ]
      ),
      (
        "def normed(x): return x",
        [
          "failed",
          "failed each row sums to 1: normed(Q)[1, 1] is -0.70, expected 4.67 (4 of 4 entries), with Q = array([[1.59, 1.94], [0.55, -0.70]]), random input 1 of 20",
        ]
      ),
      (
        "def normed(): return 1",
        [
          "failed",
          "failed each row sums to 1: allclose(normed(Q), expected): normed takes no arguments, not 1; normed()",
        ]
      ),
      (
        "normed = 3",
        [
          "failed",
          "failed each row sums to 1: normed is the whole number 3; a function is asked for, as def normed(x): return …",
        ]
      ),
      (
        "def normed(x): return normed(x)",
        [
          "failed",
          "failed each row sums to 1: allclose(normed(Q), expected): calls stand more than 64 deep inside one another; a function that calls itself needs a case that doesn't",
        ]
      ),
      (
        "expected = 1\ndef normed(x): return x",
        [
          "failed: expected is a name of the check, and an answer can't define it: take another name",
          "pending each row sums to 1",
        ]
      ),
    ]
    for (answer, expected) in cases {
      #expect(words(Self.lesson.verdict(answer)) == expected)
    }
  }
}
