import AttentionEngine
import CellLanguage
import Testing

@testable import Notebook

/// What a reader hears of signs and of arrays.
@Suite struct SpokenTests {
  @Test(arguments: [
    ("no sign at all: -1", "no sign at all: -1"),
    ("√d_k", "the square root of d_k"),
    ("divided by √2.", "divided by the square root of 2."),
    ("The √2 tames it.", "The square root of 2 tames it."),
    ("softmax(QKᵀ/√d_k)V", "softmax(QK transposed/ the square root of d_k)V"),
    ("0.5·4 + 0.25·0", "0.5 times 4 + 0.25 times 0"),
    ("3×2", "3 times 2"),
    ("below −0.8", "below minus 0.8"),
    ("(−0.2, 0.6)", "(minus 0.2, 0.6)"),
    ("Σᵢ xᵢ²", "the sum of sub i x sub i squared"),
    ("x₁₂", "x sub 12"),
    ("e⁻ˣ", "e to the power -x"),
    ("‖q‖ ‖k‖", "the length of q the length of k"),
    ("a ≤ b ≠ c", "a at most b is not c"),
    ("T→0", "T to 0"),
    ("wait…", "wait..."),
    ("1, 2, …, n", "1, 2, and so on, n"),
    ("half at 60°.", "half at 60 degrees."),
    ("2π/0.5", "2 pi/0.5"),
    ("T > 0 and p < 1", "T greater than 0 and p less than 1"),
    ("1/10000^(2i/d)", "1/10000 to the power of (2i/d)"),
    ("add −10⁴", "add minus 10 to the power 4"),
  ])
  func signs(_ text: String, _ spoken: String) {
    #expect(SpokenSigns.spoken(text) == spoken)
  }

  @Test("words of signs keep apart from what has another style")
  func stylesInALine() {
    let prose = ProseText(isSpoken: true) { _ in "" }
    #expect(
      prose.text([.emphasis([.text("e")]), .text("¹⁰⁰⁰ has 435 digits")])
        == "e to the power 1000 has 435 digits")
    #expect(prose.text([.text("not √"), .emphasis([.text("d")])]) == "not the square root of d")
    #expect(prose.text([.code("def f(x): return …")]) == "def f(x): return ...")
  }

  struct Heard: CustomTestStringConvertible {
    let what: String
    let cell: String
    var rows: [String] = []
    var columns: [String] = []
    let shape: String?
    let sentences: [String]
    var testDescription: String { what }
  }

  @Test(arguments: [
    Heard(
      what: "labels", cell: "A = [[0.4, 0.2, 0.4], [-0.5, 1.5, 0]]", rows: ["the", "cat"],
      columns: ["the", "cat", "sat"], shape: "2 by 3",
      sentences: [
        "Row the: the 0.40, cat 0.20, sat 0.40.", "Row cat: the minus 0.50, cat 1.50, sat 0.00.",
      ]),
    Heard(
      what: "no labels", cell: "A = array([[1, 2]])", shape: "1 by 2", sentences: ["Row 0: 1, 2."]),
    Heard(
      what: "a vector", cell: "w = array([0.5, -inf, nan])", columns: ["a", "b", "c"],
      shape: "3 numbers", sentences: ["a 0.50, b minus infinity, c not a number."]),
    Heard(
      what: "truth", cell: "m = causal_mask(2)", shape: "2 by 2",
      sentences: ["Row 0: true, false.", "Row 1: true, true."]),
    Heard(
      what: "heads", cell: "H = zeros((2, 1, 2))", columns: ["x", "y"],
      shape: "2 matrices of 1 by 2",
      sentences: ["Matrix 0, row 0: x 0.00, y 0.00.", "Matrix 1, row 0: x 0.00, y 0.00."]),
    Heard(
      what: "too much to be heard", cell: "L = ones((2, 300))", shape: "2 by 300",
      sentences: [
        "Row 0: 1.00, 1.00, 1.00, and so on, 1.00, 1.00, 1.00.",
        "Row 1: 1.00, 1.00, 1.00, and so on, 1.00, 1.00, 1.00.",
      ]),
  ])
  func arrays(_ heard: Heard) throws {
    let text = "---\nqkv: 1\nid: a\ntitle: A\n---\n## One\n```python {.qkv}\n\(heard.cell)\n```\n"
    let session = Session(lesson: try #require(LessonReader.read(text: text, name: "a.md").lesson))
    guard case .array(let array)? = session.panels(inStep: 0).first?.content else {
      Issue.record("\(heard.cell) gives no array")
      return
    }
    let spoken = SpokenArray(
      array, digits: 2, rowLabels: heard.rows, columnLabels: heard.columns)
    #expect(spoken.shapeWords == heard.shape)
    #expect(spoken.sentences == heard.sentences)
  }
}
