import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Which panels stand in a row together.
@Suite struct RowBreaksTests {
  private func rows(_ texts: [String], width: Int) -> [[String]] {
    let lesson = Sample.lesson(
      nil, "rows", "Rows", steps: [("Rows", texts.indices.map { .cell($0) })],
      cells: texts.enumerated().map { Sample.cell($0.offset, $0.element) })
    let state = Sample.state(lesson, step: 0, size: Size(width: width, height: 40))
    let panels = state.page?.panels ?? []
    return Set(panels.map(\.at.y)).sorted().map { y in
      panels.filter { $0.at.y == y }.map { $0.box.panel.name ?? "" }
    }
  }

  private static let projections = [
    "X = zeros((3, 2)) + 1", "W_Q = [[1, 0], [0, 1]]", "W_K = [[1, 0], [0, 1]]",
    "W_V = [[1, 0], [0, 1]]", "Q = X @ W_Q", "K = X @ W_K", "V = X @ W_V",
  ]

  /// Each projection stands under its matrix, and none is alone in the last row.
  @Test func whatIsAlikeStaysTogether() {
    #expect(rows(Self.projections, width: 64) == [["X"], ["W_Q", "W_K", "W_V"], ["Q", "K", "V"]])
  }

  @Test func inputsAndResultsShareARowWhereThatSavesLines() {
    #expect(rows(["X = [[1, 2]]", "Y = 2 * array(X)"], width: 80) == [["X", "Y"]])
  }
}
