import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Hints and solutions, and what is said of those who looked.
@Suite struct HintTests {
  private static let hints: [(keys: String, taken: Int, open: Int?)] = [
    ("", 0, nil), ("H", 1, 0), ("HH", 2, 1), ("HHH", 2, 0), ("HHHH", 2, 1),
    ("H<Esc>", 1, nil), ("H<Esc>H", 1, 0), ("HH<Esc>H", 2, 1), ("Hq", 1, nil),
  ]

  @Test(arguments: hints)
  func hintsComeOneAtATime(_ row: (keys: String, taken: Int, open: Int?)) {
    let reading = Sample.task(step: 4, keys: row.keys).reading
    #expect(reading?.attempt(at: "double").hints == row.taken, "\(row.keys)")
    #expect(reading?.board.openHint["double"] == row.open, "\(row.keys)")
  }

  private static let solutions:
    [(step: Int, keys: String, isOpen: Bool, gaveUp: Bool, message: String?)] = [
      (4, "S", false, false, "Give up and see the solution? S again shows it."),
      (4, "SS", true, true, nil),
      (4, "SHS", false, false, "Give up and see the solution? S again shows it."),
      (4, "SSS", false, true, nil),
      (4, "SSSS", true, true, nil),
      (4, "SS<Esc>", false, true, nil),
      (4, "<Enter>array(V) * 2<Enter>S", true, false, nil),
      (4, "A", false, false, "S shows the solution first."),
      (1, "S", false, false, "Give up and see the solution? S again shows it."),
      (1, "SS", true, true, nil),
      (1, "SS3<Enter>", false, true, nil),
      (1, "3<Enter>S", false, false, "Solved already: the answer and its reason stand there."),
      (3, "SS", true, true, nil),
      (1, "H", false, false, "Questions have no hints."),
    ]

  @Test(arguments: solutions)
  func theSolutionIsShownOnPurpose(
    _ row: (step: Int, keys: String, isOpen: Bool, gaveUp: Bool, message: String?)
  ) {
    let state = Sample.task(step: row.step, keys: row.keys)
    let id = [1: "doubled", 3: "quarter", 4: "double"][row.step] ?? ""
    #expect(state.reading?.board.openSolutions.contains(id) == row.isOpen, "\(row.keys)")
    #expect(state.reading?.attempt(at: id).gaveUp == row.gaveUp, "\(row.keys)")
    #expect(state.message?.text == row.message, "\(row.keys)")
    #expect(state.layer == .lesson)
  }

  @Test func theSolutionReplacesTheWorkOnlyOnDemand() {
    var state = Sample.task(step: 4, keys: "<Enter>V<Enter>SS")
    #expect(state.reading?.session.edits == ["W": "W = V"])
    _ = state.update(.character("A"))
    #expect(state.reading?.session.edits == ["W": "W = array(V) * 2"])
    #expect(state.reading?.attempt(at: "double").isPassed == true)
    _ = state.update(.character("u"))
    #expect(state.reading?.session.edits == ["W": "W = V"])
  }

  @Test func theSolutionCanBeClicked() throws {
    var state = Sample.task(step: 1)
    let hint = try #require(state.footer.hints.first { $0.action == .solution })
    let click = Event.mouse(MouseEvent(.press, at: Point(x: hint.area.x, y: hint.area.y)))
    #expect(state.update(click) == [])
    #expect(state.message?.text == "Give up and see the solution? S again shows it.")
    #expect(state.update(click) == [.save])
    #expect(state.reading?.board.openSolutions == ["doubled"])
  }

  /// Whatever comes after it.
  @Test(arguments: [
    (4, "SSA", "✓ Exercise solved · 2 points · solution seen"),
    (4, "SS<Esc><Enter>array(V) * 2<Enter>", "✓ Exercise solved · 2 points · solution seen"),
    (4, "<Enter>array(V) * 2<Enter>SS", "✓ Exercise solved · 2 points"),
    (3, "SS.25<Enter>", " ▸ Your guess: .25  ✓ right · 1 point · answer seen"),
    (
      1, "SS3<Enter>",
      "   ✓ Right · 1 point · answer seen. A weighted sum of doubled rows is twice the"
    ),
  ])
  func givingUpLeavesATrace(_ step: Int, _ keys: String, _ line: String) {
    let rows = Sample.task(step: step, keys: keys).draw().rows
    #expect(rows.contains { $0 == line || $0 == " " + line }, "\(rows.joined(separator: "\n"))")
  }
}
