import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// A formula that was begun is gone on with, where it would be lost.
@Suite struct BegunFormulaTests {
  /// Keys in the exercise that asks for `W`, and what stands in the edit then.
  private static let holes: [(keys: String, text: String)] = [
    ("<Enter>", "W = "), ("<Enter><Esc><Enter>", "W = "),
    ("<Enter>array(V)<Esc><Enter>", "W = array(V)"),
    ("<Enter>array(<Enter><Esc>bn<Enter>", "W = array("),
    ("<Enter>array(V)<Esc><Enter><C-u><Esc><Enter>", "W = "),
    ("<Enter>array(V)<Esc><Enter> * 2<Enter><Enter>", "W = array(V) * 2"),
    ("<Enter>array(V)<Esc><Enter> * 2<Enter>u<Enter>", "W = "),
    // One that can be read is left as it was.
    ("<Enter>array(V)<Enter><Enter> * 2<Esc><Enter>", "W = array(V)"),
    ("<Enter>array(V)<Enter><Enter> * <Enter><Esc><Enter>", "W = array(V) * "),
  ]

  @Test(arguments: holes)
  func isKept(_ row: (keys: String, text: String)) {
    let state = after(row.keys, Sample.task(step: 4))
    #expect(state.reading?.editing?.field.text == row.text)
  }

  @Test func isSaid() {
    #expect(
      after("<Enter>array(V)<Esc>", Sample.task(step: 4)).message
        == .note("What you began is kept; Enter there goes on with it."))
    #expect(after("<Enter><Esc>", Sample.task(step: 4)).message == nil)
  }
}
