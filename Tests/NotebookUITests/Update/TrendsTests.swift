import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What counts as changed by an edit.
@Suite struct TrendsTests {
  private static let lesson = Sample.lesson(
    nil, "changes", "Changes", steps: [("Numbers", [.cell(0), .cell(1)])],
    cells: [
      Sample.cell(0, "q = array([2, 0])"),
      Sample.cell(1, "double = 2 * q"),
    ])

  private func marks(_ keys: String, cell: Int) -> [Int: Trend]? {
    let state = Sample.state(
      Self.lesson, step: 0, size: Size(width: 80, height: 24), keys: keys)
    return state.reading?.marks[PanelID(cell: cell, statement: 0)]
  }

  /// The others get decimals alone.
  @Test func aNumberWrittenOtherwiseHasNotChanged() {
    #expect(marks("+", cell: 0) == [0: .up])
    #expect(marks("+", cell: 1) == [0: .up])
  }

  @Test func nothingIsLessThanWhatStoodInAnotherShape() {
    let lesson = Sample.lesson(
      nil, "shapes", "Shapes", steps: [("Numbers", [.cell(0), .cell(1)])],
      cells: [
        Sample.cell(0, "n = 1"),
        Sample.cell(1, "rows = 3 - arange(n + 1)"),
      ])
    let state = Sample.state(lesson, step: 0, size: Size(width: 80, height: 24), keys: "2<Enter>")
    let marks = state.reading?.marks[PanelID(cell: 1, statement: 0)]
    #expect(marks == [0: .new, 1: .new, 2: .new])
  }
}
