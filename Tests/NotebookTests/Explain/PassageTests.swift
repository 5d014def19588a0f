import CellLanguage
import Testing

@testable import Notebook

/// What the line says of entries that come from somewhere the reader can't look, and of masks that a function made.
@Suite struct PassageTests {
  @Test("what isn't shown is named where its entry was taken")
  func hiddenNames() throws {
    let notebook = try Explained(cells: [
      "s = [0.0, 1.0, 2.0]", "open = [False, False, False]",
      "#| hidden\nby_fill = softmax(where(open, s, -1e9))\nby_add = softmax(s + where(open, 0, -10000))\nby_zero = where(any(open), by_fill, 0)",
      "#| rows: fill, add, zero\n#| cols: a, b, c\nfour = stack([by_fill, by_add, by_zero])",
    ])
    #expect(
      notebook.line("four", [0, 1])
        == "four[fill, b] = by_fill[1] = e^0.00 / (e^0.00 + e^0.00 + e^0.00) = 0.33")
    #expect(
      notebook.line("four", [1, 1], width: 100)
        == "four[add, b] = by_add[1] = e^-1.00 / (e^-2.00 + e^-1.00 + e^0.00) = 0.368 / 1.503 = 0.24"
    )
    #expect(
      notebook.line("four", [2, 1])
        == "four[zero, b] = by_zero[1] = 0.00  the condition is false")
    #expect(notebook.line("four", [0, 1], width: 40) == "four[fill, b] = by_fill[1] = 0.33")
  }

  @Test("what has no name is spelt out")
  func namelessSteps() throws {
    let notebook = try Explained(
      """
      X = [[1.0, 0.0], [0.0, 1.0]]
      may = [[True, True], [False, False]]
      O = attention(X, X, X).T
      safe = where(may, softmax(where(may, X, -inf)), 0)
      """)
    #expect(notebook.line("O", [1, 0]) == "O[1, 0] = 0.67×0.0 + 0.33×1.0 = 0.33")
    #expect(
      notebook.line("safe", [0, 1])
        == "safe[0, 1] = e^0.0 / (e^1.0 + e^0.0) = 1.00 / 3.72 = 0.27  may[0, 1] is True")
    #expect(notebook.line("safe", [1, 1]) == "safe[1, 1] = 0.00  may[1, 1] is False")
  }

  @Test("where there is little room, a remark stands without what explains it")
  func shortRemarks() throws {
    let notebook = try Explained(
      """
      X = [[1.0, 0.0], [0.0, 1.0]]
      W = attention_weights(X, X, causal=True)
      """)
    #expect(
      notebook.line("W", [0, 1], width: 60)
        == "W[0, 1] = 0.00  masked: key 1 comes after query 0")
    #expect(notebook.line("W", [0, 1], width: 30) == "W[0, 1] = 0.00  masked")
    #expect(notebook.line("W", [0, 1], width: 20) == "W[0, 1] = 0.00")
  }

  @Test(
    "a mask that a function made says why",
    arguments: [
      ("C", [1, 1], "C[1, 1] = causal_mask(3)[1, 1] = 1 <= 1 = True  itself"),
      ("C", [2, 1], "C[2, 1] = causal_mask(3)[2, 1] = 1 <= 2 = True  an earlier key"),
      ("C", [1, 2], "C[1, 2] = causal_mask(3)[1, 2] = 2 <= 1 = False  a later key"),
      (
        "P", [1, 0], "P[1, 0] = padding_mask([3, 2], 3)[1, 0] = 0 < 2 = True  within its length, 2"
      ),
      (
        "P", [1, 2], "P[1, 2] = padding_mask([3, 2], 3)[1, 2] = 2 < 2 = False  beyond its length, 2"
      ),
      ("N", [1, 2], "N[1, 2] = not False = True"),
    ])
  func masks(_ name: String, _ position: [Int], _ line: String) throws {
    let notebook = try Explained(
      """
      C = causal_mask(3)
      P = padding_mask([3, 2], 3)
      N = ~causal_mask(3)
      """)
    #expect(notebook.line(name, position) == line)
  }
}
