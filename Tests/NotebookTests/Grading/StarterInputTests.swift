import CellLanguage
import Notebook
import Testing

/// Exercises that are solved by editing an input.
struct StarterInputTests {
  static let state = GradedLesson(
    before: ["A = [[0.5, 0.5], [0.2, 0.8]]"],
    starter: [
      "#| rows: the, cat\n#| cols: f, g\n#| editable: 1 0, 1 1\nV = [[1, 0], [0, 1]]",
      "#| cols: f, g\nw = [1, 2]", "#| locked\nk = 3", "n = 4", "O = A @ V * k",
    ],
    check: ["assert allclose(O[0], [3, 3]), \"the first row is (3, 3)\""], edits: "V,w,k,n")

  @Test(arguments: [
    "V = [[1, 0], [1, 2]]", "[[1, 0], [1, 2]]", "V = array([[1, 0], [1.0, 2]])",
    "V = [\n  [1, 0],  # the\n  [sqrt(1), 4/2]]",
  ])
  func solved(text: String) {
    #expect(words(Self.state.verdict(text)) == ["passed"])
  }

  @Test("Numbers in a list are an array where the lesson has one")
  func listForArray() {
    let lesson = GradedLesson(
      starter: ["may = array([[1, 1], [1, 1]])", "open = may == 1"],
      check: ["assert open[0, 1] == False and open[1, 1] == True, \"nothing looks ahead\""],
      edits: "may")
    for text in ["may = [[1, 0], [1, 1]]", "[[1, 0], [1, 1]]", "may = array([[1, 0], [1, 1]])"] {
      #expect(words(lesson.verdict(text)) == ["passed"])
    }
  }

  @Test func refused() {
    let cases: [(edits: [String: String], words: String)] = [
      (
        ["V": "V = [[1, 0.004], [1, 2]]"],
        "V[the, g] is locked: it must stay 0.000, and is 0.004; change V[cat, f], V[cat, g] only"
      ),
      (
        ["V": "V = [[1, 0], [1, 2], [1, 1]]"],
        "V is an input, 2×2, and the answer's is 3×2: change its numbers only"
      ),
      (["V": "V = A"], "V is an input, 2×2: write its numbers, without names or other statements"),
      (
        ["V": "h = 1\nV = [[1, 0], [h, 2]]"],
        "V is an input, 2×2: write its numbers, without names or other statements"
      ),
      (
        ["V": "V = 1"],
        "V is an input, 2×2, and the answer's is a single number: change its numbers only"
      ),
      (
        ["V": "V = [[1, 0], [1/0, 2]]"],
        "V can't be computed: division by zero; Python's numbers can't be divided by zero; NumPy's, such as an entry of an array, give inf"
      ),
      (["k": "k = 4"], "k is locked: it must stay 3.00, and is 4.00; k is no part of the exercise"),
      (
        ["w": "w = [1, 2, 3]"],
        "w is an input, length 2, and the answer's is length 3: change its numbers only"
      ),
      (
        ["n": "n = [4]"],
        "n is an input, a single number, and the answer's is length 1: change its numbers only"
      ),
      (
        ["V": "def V(): return 1"],
        "V is an input, 2×2: write its numbers, without names or other statements"
      ),
      (
        ["V": "V = [[nan, 0], [1, 2]]"],
        "V[the, f] is locked: it must stay 1.00, and is nan; change V[cat, f], V[cat, g] only"
      ),
      (
        ["A": "A = [[1, 0], [0, 1]]"],
        "A is not to be changed in this exercise: change V, w, k or n"
      ),
    ]
    for (edits, expected) in cases {
      #expect(Self.state.verdict(edits).refusal == expected)
    }
  }

  @Test("what is left as it was is no change")
  func unchanged() {
    let edits = ["V": "V = [[1, 0], [1, 2]]", "k": "k = 3", "w": "w = [7, 8]", "n": "n = 1/2"]
    #expect(words(Self.state.verdict(edits)) == ["passed"])
  }
}
