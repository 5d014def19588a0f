import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Leaving while something is typed.
@Suite struct FinishingTests {
  /// What is pressed at the notebook of one's own, and what of it is in its text then.
  private static let ways: [(keys: String, kept: String)] = [
    ("tSome words.<C-c>", "Some words."), ("or = Q<C-c>", "r = Q"),
    ("5<C-c>", "Q = [5, 2]"), ("<Enter>x<C-c>", "Q = [1, 2]"),
  ]

  @Test("Ctrl-C keeps what is typed", arguments: ways)
  func leaving(way: (keys: String, kept: String)) throws {
    let state = try OwnNotebook.opened(OwnNotebook.body, way.keys)
    #expect(state.reading?.session.markdown.contains(way.kept) == true)
    #expect(state.reading?.isTyping == false)
  }

  @Test("so does q in a window that is too small", arguments: ["q", "<C-c>"])
  func tooSmall(key: String) throws {
    var state = try OwnNotebook.opened(OwnNotebook.body, "tSome words.")
    _ = state.update(.resize(Size(width: 30, height: 8)))
    #expect(keys(key).flatMap { state.update($0) } == [.save, .quit(0)])
    #expect(state.reading?.session.markdown.contains("Some words.") == true)
  }

  @Test("a formula that can be read is kept, another stays as it was")
  func formulas() {
    let formula = { (typed: String) in
      let state = after("<Enter>" + typed + "<C-c>", Sample.reading(at: "A[the, cat]"))
      return state.reading.flatMap { reading in
        reading.session.panelID(forName: "A").flatMap { reading.session.formulaText($0) }
      }
    }
    #expect(formula(" * 2") == "A = softmax(Q @ K.T / sqrt(2)) * 2")
    #expect(formula(" * ") == "A = softmax(Q @ K.T / sqrt(2))")
  }
}
