import CellLanguage
import Notebook
import Testing

struct GraderTests {
  @Test(
    "right answers of other form pass",
    arguments: [
      "S = Q @ K.T / sqrt(d)", "Q @ K.T / sqrt(2)", "Q @ K.T / d ** 0.5",
      "S = Q.dot(K.T) / sqrt(d)",
      "S = einsum('ij,kj->ik', Q, K) / sqrt(d)", "  S = Q @ K.T * (1 / sqrt(d))\n",
      "S = attention_scores(Q, K)", "S = np.matmul(Q, K.T) / np.sqrt(d)",
      "scale = sqrt(d)\nS = Q @ K.T / scale", "scale = sqrt(d); S = Q @ K.T / scale",
      "scale = sqrt(d)\nQ @ K.T / scale", "f = lambda a, b: a @ b.T / sqrt(2)\nS = f(Q, K)",
      "import numpy as np\nS = np.dot(Q, np.transpose(K)) / np.sqrt(d)",
      "# by hand\nS = (\n  Q @ K.T\n) / sqrt(d)",
      "S = array([[sum(array(q) * array(k)) for k in K] for q in Q]) / sqrt(d)",
      """
      def score(Q, K):
        out = zeros((len(Q), len(K)))
        for i in range(len(Q)):
          for j in range(len(K)):
            for c in range(2):
              out[i, j] += Q[i][c] * K[j][c]
        return out / sqrt(2)
      S = score(Q, K)
      """,
      "S = where(Q @ K.T == 0, 0, Q @ K.T) / sqrt(d)",
      "S = Q @ K.T / sqrt(d)\nassert S.shape == (2, 3)",
    ])
  func otherForms(text: String) {
    #expect(words(GradedLesson.scores.verdict(text)) == ["passed"])
  }

  @Test(
    "answers that are typed in, or merely close, fail",
    arguments: [
      "S = array([[1, 0, 1], [0, 1, 1]]) / sqrt(2)",
      "S = [[0.7071067811865475, 0, 0.7071067811865475], [0, 0.7071067811865475, 0.7071067811865475]]",
      "S = Q @ K.T / 1.414", "S = Q @ K.T / sqrt(d) + 1e-3", "S = Q @ K.T / sqrt(d) * 1.001",
      "S = where(Q == 1, 1, 0) @ K.T / sqrt(d)", "S = abs(Q @ K.T) / sqrt(d)",
    ])
  func hardCoded(text: String) {
    #expect(GradedLesson.scores.verdict(text).status == .failed)
  }

  @Test("what fails says what was expected, found and where")
  func findings() {
    let cases: [(answer: String, words: [String])] = [
      (
        "S = zeros((3, 2))",
        [
          "failed",
          "failed one score for each pair: S.shape is (3, 2), expected (2, 3)",
          "failed each score, divided by √d: S.shape is (3, 2), expected (2, 3)",
        ]
      ),
      (
        "S = zeros((2, 3))",
        [
          "failed",
          "failed each score, divided by √d: S[the, the] is 0.00, expected 0.71 (4 of 6 entries)",
        ]
      ),
      (
        "S = Q @ K",
        [
          "failed",
          "failed one score for each pair: S can't be computed: can't multiply 2×2 by 3×2: the inner sizes, 2 and 3, differ; Q is 2×2, K is 3×2; K.T is 2×3, so Q @ K.T is 2×3",
          "failed each score, divided by √d: S can't be computed: can't multiply 2×2 by 3×2: the inner sizes, 2 and 3, differ; Q is 2×2, K is 3×2; K.T is 2×3, so Q @ K.T is 2×3",
        ]
      ),
      (
        "S = Q @ K.T",
        [
          "failed",
          "failed each score, divided by √d: S[the, the] is 1, expected 0.71 (4 of 6 entries)",
          "because nothing is divided",
        ]
      ),
      (
        "S = 1 / d * (K @ Q.T).T",
        [
          "failed",
          "failed each score, divided by √d: S[the, the] is 0.50, expected 0.71 (4 of 6 entries)",
          "because that divides by d, not √d",
        ]
      ),
      (
        "S = array([[1, 0, 1], [0, 1, 1]]) / sqrt(2)",
        [
          "failed",
          "failed each score, divided by √d: S[the, the] is 0.71, expected -1.57 (6 of 6 entries), with Q = [[1.59, 1.94], [0.55, -0.70]], K = [[0.82, -1.82], [0.28, -1.02], …, random input 1 of 20",
        ]
      ),
      (
        "S = Q @ K.T / sqrt(d) + 1e-3",
        [
          "failed",
          "failed each score, divided by √d: S[the, the] is 0.708, expected 0.707 (6 of 6 entries)",
        ]
      ),
      (
        "S = Q @ Kt / sqrt(d)",
        [
          "failed",
          "failed one score for each pair: S can't be computed: Kt is not defined; did you mean K?",
          "failed each score, divided by √d: S can't be computed: Kt is not defined; did you mean K?",
        ]
      ),
      (
        "S = nan * Q @ K.T",
        [
          "failed",
          "failed each score, divided by √d: S[the, the] is nan, expected 0.71 (6 of 6 entries)",
        ]
      ),
      (
        "S = ...",
        [
          "pending",
          "pending one score for each pair",
          "pending each score, divided by √d",
        ]
      ),
      (
        "S = 'text'",
        [
          "failed",
          "failed one score for each pair: S is a string; an array of 2×3 is asked for",
          "failed each score, divided by √d: S is a string; an array of 2×3 is asked for",
        ]
      ),
      (
        "S = [q @ K.T / sqrt(d) for q in array(Q)]",
        [
          "failed",
          "failed one score for each pair: S is a list of 2; an array of 2×3 is asked for: array(S) makes one of it",
        ]
      ),
      (
        "S = zeros((2, 2, 3)) - Q @ K.T / sqrt(d)",
        [
          "failed",
          "failed one score for each pair: S.shape is (2, 2, 3), expected (2, 3)",
          "failed each score, divided by √d: S.shape is (2, 2, 3), expected (2, 3)",
        ]
      ),
      (
        "h = 1 / 0\nS = Q @ K.T / sqrt(d)",
        [
          "failed",
          "failed one score for each pair: h can't be computed: division by zero; Python's numbers can't be divided by zero; NumPy's, such as an entry of an array, give inf",
          "failed each score, divided by √d: h can't be computed: division by zero; Python's numbers can't be divided by zero; NumPy's, such as an entry of an array, give inf",
        ]
      ),
      (
        "S = Q @ K.T / sqrt(d)\nassert False, 'mine'",
        [
          "failed",
          "failed one score for each pair: the answer's own assertion fails: mine",
          "failed each score, divided by √d: the answer's own assertion fails: mine",
        ]
      ),
    ]
    for (answer, expected) in cases {
      #expect(words(GradedLesson.scores.verdict(answer)) == expected)
    }
  }

  @Test("answers that can't be judged say why and what to try")
  func refusals() {
    let cases: [(answer: [String: String], words: String)] = [
      (["S": "S = Q @@ K"], "S can't be read, column 8: expected a value after '@', not '@'"),
      (["S": "h = 1\nS = (Q @ K"], "S can't be read, line 2, column 5: this '(' is never closed"),
      (["S": ""], "the answer is empty: write S = and a formula"),
      (["S": "T = 1"], "the answer doesn't define S: write S = and a formula"),
      (["S": "x = 1\ny = 2"], "the answer doesn't define S: write S = and a formula"),
      (["K": "K = [[0]]"], "K is not to be changed in this exercise: change S"),
      (["": "1"], "an empty name is not to be changed in this exercise: change S"),
      (
        ["S": "K = Q\nS = Q @ K.T / sqrt(d)"],
        "K is the lesson's, and an answer can't redefine it: take another name, or change S alone"
      ),
      (
        ["S": "later = 1\nS = Q @ K.T / sqrt(d)"],
        "later is the lesson's, and an answer can't redefine it: take another name, or change S alone"
      ),
      (
        ["S": "def allclose(a, b): return True\nS = 1"],
        "allclose belongs to the language, and an answer can't redefine it: take another name"
      ),
      (
        ["S": "sqrt = 2\nS = Q @ K.T"],
        "sqrt belongs to the language, and an answer can't redefine it: take another name"
      ),
      (["S": "S = 1\nS = 2"], "S is defined a second time: a name is defined once; take another"),
      (
        ["S": "S = 1 # " + String(repeating: "x", count: 30_000)],
        "the answer is longer than 20,000 bytes: write a shorter one"
      ),
      (
        ["S": "S = Q \u{1B}[31m"],
        "S can't be read, column 7: the character ^[ isn't part of Python"
      ), (["S\u{1B}]0;x": "1"], "S^[]0;x is not to be changed in this exercise: change S"),
    ]
    for (answer, expected) in cases {
      let verdict = GradedLesson.scores.verdict(answer)
      #expect(verdict.status == .failed)
      #expect(verdict.refusal == expected)
    }
  }

  @Test(
    "what an answer does is its own affair, and ends",
    arguments: [
      "def f(n): return f(n + 1)\nS = f(0)",
      "def f(n):\n  if n == 0:\n    return 1\n  return f(n - 1) + f(n - 1)\nS = f(60)",
      "def f():\n  x = 0\n  for i in range(10**9):\n    x = x + 1\n  return x\nS = f()",
      "S = zeros((10**9, 10**9))", "S = zeros(10**6)", "S = [[0] * 10**5] * 10**5", "S = 9**9**9",
      "S = 'a' * 10**9", "S = lambda: S()", "S = zeros((4000, 4000)) @ zeros((4000, 4000))",
      "S = [i for i in range(10**8)]", "S = S", "S = None", "S = Q.shape", "S = nan",
      "S = inf - inf",
    ])
  func hostile(text: String) {
    let verdict = GradedLesson.scores.verdict(text)
    #expect(verdict.status == .failed)
    #expect(verdict.checks.count == 2)
  }
}
