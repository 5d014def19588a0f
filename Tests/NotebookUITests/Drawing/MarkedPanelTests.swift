import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// The marks beside panels without entries, and what of a formula that fails says that it may be changed.
@Suite struct MarkedPanelTests {
  private func opened(_ cells: [String], _ keys: String = "") -> State {
    let body = cells.map { "```python {.qkv}\n\($0)\n```\n" }.joined()
    let lesson = OwnNotebook.lesson("## One\n\n" + body)
    return Sample.state(lesson, step: 0, size: Size(width: 80, height: 24), keys: keys)
  }

  /// A space on either side of what stands there would read as one line of text.
  @Test func theMarkOfAHoleStandsApartFromItsNeighbour() {
    let rows = opened(["k = 3", "bell = ..."]).draw().rows
    #expect(rows[2] == "   k = 3  ✎      ▸bell = ...  ✎", "\(rows[2])")
  }

  @Test func aFormulaThatFailsMayStillBeChanged() {
    let rows = opened(["Q = [[1, 2]]", "#| yours\nS = Q @ Q"]).draw().rows
    #expect(rows.contains { $0.contains("S = Q @ Q  ✎") }, "\(rows.joined(separator: "\n"))")
  }
}
