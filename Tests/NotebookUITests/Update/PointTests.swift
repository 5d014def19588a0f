import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// The point repeats the last change wherever it begins no number.
@Suite struct PointTests {
  private func text(_ state: State, _ name: String) -> String? {
    state.reading.flatMap { reading in
      reading.session.panelID(forName: name).map { reading.session.formulaText($0) }
    }
  }

  @Test func onAResultItRepeats() {
    let edited = after(
      "<Enter><C-a><C-k>softmax(K @ Q.T)<Enter>", Sample.reading(at: "A[the, the]"))
    #expect(text(after("<Tab>.", edited), "O") == "O = softmax(K @ Q.T)")
  }

  @Test func onATruthValueItRepeats() throws {
    let lesson = Sample.lesson(
      nil, "truths", "Truths", steps: [("One", [.cell(0)])],
      cells: [Sample.cell(0, "m = [[True, False], [False, True]]")])
    let state = Sample.state(
      lesson, step: 0, size: Size(width: 80, height: 24), keys: "<Enter>l.")
    #expect(text(state, "m") == "m = [[False, True], [False, True]]")
  }

  @Test func onANumberItBeginsOne() {
    let state = after("5<Enter>.", Sample.reading(at: "K[cat, y]"))
    #expect(state.reading?.editing?.field.text == ".")
  }

  @Test func withoutAChangeItIsTheBeginningOfANumber() {
    let state = after(".", Sample.reading(at: "A[the, the]"))
    #expect(
      state.message
        == .refusal("A is computed: change what it is made from, or Enter edits its formula."))
  }
}
