import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Formulas and pastes that are made again elsewhere, and pastes into what is being typed.
@Suite struct RepeatingTests {
  private func text(_ state: State, _ name: String) -> String? {
    state.reading.flatMap { reading in
      reading.session.panelID(forName: name).map { reading.session.formulaText($0) }
    }
  }

  @Test func aFormulaIsMadeAgainForAnotherName() {
    let edited = after(
      "<Enter><C-a><C-k>softmax(K @ Q.T)<Enter>", Sample.reading(at: "A[the, the]"))
    #expect(text(edited, "A") == "A = softmax(K @ Q.T)")
    let again = after("<Tab>a", edited)
    #expect(text(again, "O") == "O = softmax(K @ Q.T)")
    #expect(text(after("u", again), "O") == "O = A @ V")
    let input = after("<S-Tab>a", edited)
    #expect(input.message == .note("The last change was a formula; here stand numbers."))
  }

  @Test func aPasteIsMadeAgainOnAnotherInput() {
    var state = Sample.reading(at: "K[the, x]")
    _ = state.update(.paste("1 2\n3 4\n5 6"))
    #expect(text(state, "K") == "K = [[1, 2], [3, 4], [5, 6]]")
    state = after("<Tab>a", state)
    #expect(text(state, "V") == "V = [[1, 2], [3, 4], [5, 6]]")
    state = after("<Tab>a", state)
    #expect(
      state.message
        == .refusal("A is computed; paste into an input that it is computed from."))
  }

  /// Pasted while something is typed: text as any, its breaks kept where there are lines.
  @Test(arguments: [
    ("K[cat, y]", "5", "1\r\n", "51"), ("K[cat, y]", "5", " 1\r\n2\r", "51 2"),
    ("A[the, the]", "<Enter><C-a><C-k>", "h = Q\r\nA = h @ K.T\r\n", "h = Q\nA = h @ K.T"),
    ("A[the, the]", "<Enter><C-a><C-k>", "def f(x):\r\treturn x", "def f(x):\n  return x"),
  ])
  func aPasteIntoAField(_ row: (entry: String, keys: String, pasted: String, typed: String)) {
    var state = after(row.keys, Sample.reading(at: row.entry))
    _ = state.update(.paste(row.pasted))
    #expect(state.reading?.editing?.field.text == row.typed)
  }
}
