import Notebook
import Terminal
import Testing

@testable import NotebookUI

@Suite struct PinTests {
  private func after(_ text: String, from entry: String = "V[sat, f]") -> State {
    var state = Sample.reading(at: entry)
    for event in keys(text) { _ = state.update(event) }
    return state
  }

  @Test func pTogglesThePin() {
    #expect(after("p").reading?.pin != nil)
    #expect(after("p").message == .note("Pinned. P goes back to it, p unpins."))
    #expect(after("pp").reading?.pin == nil)
    #expect(after("pp").message == .note("Unpinned."))
  }

  @Test func capitalPGoesBackInOneStepThatCanBeUndone() {
    let back = after("p3<Enter>k4<Enter>P")
    #expect(back.message == .note("All is as pinned again; u undoes."))
    #expect(back.reading?.session.edits == [:])
    let edits = after("p3<Enter>k4<Enter>").reading?.session.edits
    #expect(after("p3<Enter>k4<Enter>Pu").reading?.session.edits == edits)
    #expect(after("p3<Enter>k4<Enter>P<C-r>").reading?.session.edits == [:])
    #expect(after("p3<Enter>P").reading?.pin != nil)
  }

  @Test func withoutAPinThereIsNothingToGoBackTo() {
    #expect(after("P").message == .note("Nothing is pinned; p pins the numbers as they are."))
    #expect(after("pP").message == .note("All is as pinned already."))
  }

  @Test func aPinStaysInOtherStepsAndLessons() {
    #expect(after("pnb").reading?.pin != nil)
    #expect(after("pq<Enter>").reading?.pin != nil)
  }

  @Test func theExplainLineTellsBothNumbers() {
    #expect(after("p3<Enter>").explanation?.text.hasSuffix("  was 0.50 ▲+2.50") == true)
    #expect(after("p.25<Enter>").explanation?.text.hasSuffix("  was 0.50 ▼-0.25") == true)
    #expect(after("p3<Enter>p").explanation?.text.contains("was") == false)
    #expect(after("p").explanation?.text.contains("was") == false)
    #expect(after("pinf<Enter>").explanation?.text.hasSuffix("  was 0.50 ▲") == true)
    #expect(after("p.501<Enter>").explanation?.text.hasSuffix("  was 0.50 ▲") == true)
  }
}
