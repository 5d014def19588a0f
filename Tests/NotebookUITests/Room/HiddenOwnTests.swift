import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Cells of one's own in a step that isn't revealed to its end.
@Suite struct HiddenOwnTests {
  private func room() -> State {
    var state = State(
      size: Size(width: 80, height: 24), shelf: Shelf(lessons: [Sample.demonstrated]))
    state.isRoom = true
    state.open(Sample.demonstrated)
    _ = state.update(.resize(state.size))
    return state
  }

  @Test func whatIsAddedStandsBeforeThePause() {
    let state = after("oz = 7<C-s>", room())
    #expect(state.reading?.panels.compactMap(\.name) == ["z"])
    #expect(state.reading?.focusedPanel?.name == "z")
    #expect(after("n", state).reading?.panels.compactMap(\.name) == ["z", "V", "O"])
  }

  /// What it is computed from isn't shown yet: with the cell comes what stands before it.
  @Test func whatMustStandBehindItIsRevealed() {
    let state = after("oz = V<C-s>", room())
    #expect(state.reading?.panels.compactMap(\.name) == ["V", "z", "O"])
    #expect(state.message == .note("It uses V, so it stands below that."))
  }
}
