import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// The spacing that a step was given in front of a room.
@Suite struct KeptSpacingTests {
  /// Chosen once for a step and a size: what is done in the step, another view or a cell of one's own, leaves it.
  @Test(arguments: ["v", "vv", "oB = 1<C-s>"])
  func whatIsDoneInAStepLeavesIt(_ text: String) {
    var state = State(size: Size(width: 120, height: 40), shelf: Shelf(lessons: Sample.shelf))
    state.isRoom = true
    state.open(Sample.weightedSums)
    for event in keys("<PgDn><Tab>") { _ = state.update(event) }
    let chosen = Spacing(columns: 2)
    state.reading?.spacing = chosen
    for event in keys(text) { _ = state.update(event) }
    #expect(state.reading?.spacing == chosen)
    _ = state.update(.resize(Size(width: 100, height: 40)))
    #expect(state.reading?.spacing != chosen)
  }
}
