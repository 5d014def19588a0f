import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What is said about the focused entry where there is little room.
@Suite struct ExplainingTests {
  private static let lesson = Sample.lesson(
    nil, "banks", "Banks", steps: [("One", [.cell(0), .cell(1)])],
    cells: [
      Sample.cell(0, "X = [[3.0, 4.0], [1.0, 2.0]]", rows: ["river", "banks"]),
      Sample.cell(
        1, "out = softmax(X)", rows: ["river", "banks"], columns: ["river", "banks"]),
    ])

  private func text(_ name: String, width: Int) throws -> String? {
    var state = Sample.state(Self.lesson, step: 0, size: Size(width: width, height: 12))
    let panel = try #require(state.reading?.session.panelID(forName: name))
    state.reading?.focus = Focus(panel: panel, position: [0, 0])
    return state.explanation?.text
  }

  @Test("where it can't be said how an entry was computed, the key is named that does")
  func barely() throws {
    #expect(try text("out", width: 40) == "out[river, river] = 0.27  e tells how")
    #expect(try text("out", width: 42) == "out[river, river] = e^3.0 / 74.68 = 0.27")
    #expect(try text("X", width: 26) == "X[river, 0] = 3.00")
    #expect(
      try text("out", width: 80)
        == "out[river, river] = e^3.0 / (e^3.0 + e^4.0) = 20.09 / 74.68 = 0.27")
  }
}
