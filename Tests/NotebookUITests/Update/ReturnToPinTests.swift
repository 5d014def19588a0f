import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Going back to what is pinned, and taking that back; the mark of the entry under the cursor.
@Suite struct ReturnToPinTests {
  @Test func undoNamesTheReturn() {
    let state = after("p3<Enter><Tab>4<Enter>Pu", Sample.reading(at: "K[cat, y]"))
    #expect(state.message?.text == "Undone: the return to the pinned state.")
    #expect(
      after("<C-r>", state).message?.text == "Done again: the return to the pinned state.")
  }

  @Test(arguments: [("3<Enter>", "[3.00]▲"), ("-1<Enter>", "[-1.00]▼"), ("1<Enter>", "[1.00]")])
  func theFocusedEntryHasItsMark(_ keys: String, _ text: String) {
    let rows = after("p" + keys, Sample.reading(at: "K[cat, y]")).draw().rows
    #expect(rows.contains { $0.contains(text + " ") }, "\(rows.joined(separator: "\n"))")
  }
}
