import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// The ways out of a lesson, and what is told there of what is kept.
@Suite struct LeavingTests {
  private func pressing(_ text: String, at entry: String = "V[the, f]") -> State {
    var state = Sample.reading(at: entry)
    for event in keys(text) { _ = state.update(event) }
    return state
  }

  /// An Esc too many, behind one that closed something, leaves nothing.
  @Test(arguments: ["e<Esc><Esc>", "?<Esc><Esc>", ":<Esc><Esc>", "o<Esc><Esc>"])
  func oneEscTooManyStays(_ text: String) {
    let state = pressing(text, at: "O[the, f]")
    #expect(state.layer == .lesson)
    #expect(state.message?.text == "Esc once more goes back to the lessons.")
    #expect(pressing(text + "<Esc>", at: "O[the, f]").layer == .home)
  }

  @Test func withNothingOpenItLeavesAtOnce() {
    #expect(pressing("<Esc>").layer == .home)
    #expect(pressing("5<Esc>j<Esc>").layer == .home)
    #expect(pressing("5<Esc><Esc>").layer == .lesson)
  }

  @Test func whatIsNotKeptIsSaidInTheHeader() {
    var state = pressing("")
    #expect(!state.draw().rows[0].contains("kept"))
    state.keeping = .nothing
    state.size = Size(width: 100, height: 24)
    #expect(state.draw().rows[0].contains("not kept"))
    state.keeping = .failing
    #expect(state.draw().rows[0].contains("NOT SAVED"))
    state.size = Size(width: 40, height: 12)
    #expect(state.draw().rows[0].contains("NOT SAVED"))
    state.layers = [.home]
    state.size = Size(width: 80, height: 24)
    #expect(state.draw().rows[0].contains("NOT SAVED"))
  }

  @Test(arguments: [
    (Kept.saved, "What you do here is saved by itself; a lesson's file stays as it is."),
    (.nothing, "Nothing is kept here; a lesson's file stays as it is."),
    (.failing, "What you do can't be saved now; a lesson's file stays as it is."),
  ])
  func savingALessonSaysWhatIsKept(_ keeping: Kept, _ words: String) {
    var state = pressing("")
    state.keeping = keeping
    for event in keys("<C-s>") { _ = state.update(event) }
    #expect(state.message?.text == words)
  }
}
