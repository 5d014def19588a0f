import CellLanguage
import Notebook
import Testing

/// Exercises in which more than one name may be changed.
struct SeveralNamesTests {
  static let fault = GradedLesson(
    before: ["Q = [[1, 0], [0, 1]]", "K = [[1, 2], [3, 4]]", "V = [[1, 2], [3, 4]]"],
    starter: ["S = Q @ V.T", "A = softmax(S)", "O = A @ V"],
    check: [
      "assert allclose(A, softmax(Q @ array(K).T)), \"weights from queries and keys\"",
      "assert allclose(O, softmax(Q @ array(K).T) @ V), \"outputs mix V\"",
    ], edits: "S,A,O", vary: "Q, K, V",
    rest: [
      (".solution", "S = Q @ array(K).T\nA = softmax(S)\nO = A @ V"),
      (
        ".wrong",
        "#| because: K and V have changed places\nS = Q @ array(V).T\nA = softmax(S)\nO = A @ K"
      ),
    ])

  @Test func edits() {
    let cases: [(edits: [String: String], words: [String])] = [
      (["S": "S = Q @ array(K).T"], ["passed"]),
      (["A": "A = softmax(Q @ array(K).T)"], ["passed"]),
      (["S": "T = array(K).T\nS = Q @ T", "O": "O = A.dot(V)"], ["passed"]),
      (["S": "S = Q @ array(K).T; A = softmax(S); O = A @ V"], ["passed"]),
      (
        ["S": "T = 1\nS = Q @ array(K).T", "O": "T = V\nO = A @ T"],
        [
          "failed: T is defined a second time: a name is defined once; take another",
          "pending weights from queries and keys", "pending outputs mix V",
        ]
      ),
      (
        ["S": "S = Q; A = Q", "A": "A = softmax(S)"],
        [
          "failed: A is defined a second time: a name is defined once; take another",
          "pending weights from queries and keys", "pending outputs mix V",
        ]
      ),
      (
        ["O": "O = A @ K"],
        [
          "failed",
          "failed weights from queries and keys: A[0, 0] is 0.76, expected 0.33 (4 of 4 entries), with Q = [[1.59, 1.94], …, K = [[0.82, -1.82], …, V = [[1.47, -1.50], …, random input 1 of 20",
          "failed outputs mix V: O[0, 0] is 0.69, expected -0.44 (4 of 4 entries), with Q = [[1.59, 1.94], …, K = [[0.82, -1.82], …, V = [[1.47, -1.50], …, random input 1 of 20",
          "because K and V have changed places",
        ]
      ),
      (
        ["S": "S = ..."],
        ["pending", "pending weights from queries and keys", "pending outputs mix V"]
      ),
      (
        ["S": "S = ...", "O": "O = 1"],
        [
          "failed", "pending weights from queries and keys",
          "failed outputs mix V: O is 1, expected an array of 2×2",
        ]
      ),
      (
        ["S": "S = Q @ K @ A"],
        [
          "failed",
          "failed weights from queries and keys: S can't be computed: A is used before it is defined; it is defined on line 21; move its definition up",
          "failed outputs mix V: S can't be computed: A is used before it is defined; it is defined on line 21; move its definition up",
        ]
      ),
      (
        ["S": "S = Q @ array([1, 2, 3])"],
        [
          "failed",
          "failed weights from queries and keys: S can't be computed: can't multiply 2×2 by length 3: the inner sizes, 2 and 3, differ; Q is 2×2, array([1, 2, 3]) is of length 3",
          "failed outputs mix V: S can't be computed: can't multiply 2×2 by length 3: the inner sizes, 2 and 3, differ; Q is 2×2, array([1, 2, 3]) is of length 3",
        ]
      ),
      ([:], ["pending"]),
    ]
    for (edits, expected) in cases {
      #expect(words(Self.fault.verdict(edits)) == expected)
    }
  }
}

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
          "failed each row sums to 1: normed(Q)[0, 0] is 1.59, expected 0.45 (4 of 4 entries), with Q = array([[1.59, 1.94], [0.55, -0.70]]), random input 1 of 20",
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
          "failed each row sums to 1: allclose(normed(Q), expected): the whole number 3 can't be called; to multiply write *; an entry is taken with [ ]",
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
