import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Panels in rows: one under the other where all of a row can be, else without holes.
@Suite struct PanelFlowTests {
  private func rows(_ below: [String]) -> [String] {
    let texts = ["X = eye(2)", "P = eye(2)", "R = eye(2)", "T = eye(2)"] + below
    let lesson = Sample.lesson(
      nil, "rows", "Rows", steps: [("Rows", texts.indices.map { .cell($0) })],
      cells: texts.enumerated().map { Sample.cell($0.offset, $0.element) })
    let state = Sample.state(lesson, step: 0, size: Size(width: 80, height: 24))
    return [2, 7].map { state.draw().rows[$0] }
  }

  @Test func whatFitsStandsUnderTheRowAbove() {
    #expect(
      rows(["A = X + X + X + 1", "B = P + P"]) == [
        "   X = eye(2)  2×2    P = eye(2)  2×2    R = eye(2)  2×2    T = eye(2)  2×2",
        "   A = X + X + X + 1  2×2                B = P + P  2×2",
      ])
  }

  @Test func oneThatFitsUnderNoneTakesTheRowWithIt() {
    #expect(
      rows(["A = X + X + X + 1", "B = P + P", "C = P + P + P + P"]) == [
        "   X = eye(2)  2×2    P = eye(2)  2×2    R = eye(2)  2×2    T = eye(2)  2×2",
        "   A = X + X + X + 1  2×2   B = P + P  2×2     C = P + P + P + P  2×2",
      ])
  }
}
