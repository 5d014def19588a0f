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

  private static let behind: Lesson = {
    let text = """
      ---
      qkv: 1
      id: behind
      title: Behind
      summary: What is not seen fails.
      minutes: 5
      ---

      ## One

      ```python {.qkv}
      ids = [0, 1]
      ```
      ```python {.qkv}
      #| hidden
      picked = eye(2)[ids]
      ```
      ```python {.qkv}
      doubled = 2 * picked
      ```

      """
    guard let lesson = LessonReader.read(text: text, name: "01-behind.md").lesson else {
      fatalError("the lesson can't be read")
    }
    return lesson
  }()

  /// What fails where nobody sees it is told by what waits for it.
  @Test func aHiddenFaultIsTold() {
    let state = Sample.state(
      Self.behind, step: 0, size: Size(width: 100, height: 24), keys: "9<Enter><Tab>")
    let fault = "index 9 is out of range"
    #expect(state.explanation?.text.hasPrefix("doubled waits for picked: ") == true)
    #expect(state.explanation?.text.contains(fault) == true, "\(state.explanation?.text ?? "")")
    #expect(state.draw().rows.contains { $0.contains("waits for picked, which failed: ") })
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
