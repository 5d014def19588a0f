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

  private static let words = "Esc again goes back to the lessons; q goes at once."

  /// An Esc too many leaves nothing.
  @Test(arguments: ["", "e<Esc>", "?<Esc>", ":<Esc>", "o<Esc>", "5<Esc>", "5<Esc>j", "+", "<Esc>j"])
  func escLeavesWhenPressedAgain(_ text: String) {
    let state = pressing(text + "<Esc>")
    #expect(state.layer == .lesson)
    #expect(state.message?.text == Self.words)
    #expect(state.draw().rows.contains { $0.contains(Self.words) })
    #expect(pressing(text + "<Esc><Esc>").layer == .home)
    #expect(pressing(text + "<Esc>j").layer == .lesson)
    #expect(pressing(text + "q").layer == .home)
  }

  @Test func escIsNoToWhatIsAsked() {
    let state = Sample.task(step: 4, keys: "S<Esc>")
    #expect(state.layer == .lesson)
    #expect(state.message == nil)
    #expect(after("S", state).message?.text.hasPrefix("Give up and see the solution?") == true)
    #expect(after("<Esc><Esc>", state).layer == .home)
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
