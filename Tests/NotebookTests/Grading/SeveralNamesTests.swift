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
          "failed outputs mix V: O[0, 1] is -1.63, expected -0.33 (4 of 4 entries), with Q = [[1.59, 1.94], …, K = [[0.82, -1.82], …, V = [[1.47, -1.50], …, random input 1 of 20",
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

  @Test("a name that stands twice in edits is one")
  func doubled() {
    let lesson = GradedLesson(
      starter: ["S = ..."], check: ["assert S == 1, \"one\""], edits: "S,S")
    #expect(words(lesson.verdict(["S": "1"])) == ["passed"])
  }
}
