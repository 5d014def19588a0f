import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What clicks beside entries and the wheel do in a step.
@Suite struct PointingTests {
  private func point(_ text: String, in state: State) -> Point {
    let rows = state.draw().rows
    for (row, line) in rows.enumerated() {
      let columns = Array(line)
      let column = columns.indices.first { columns[$0...].starts(with: text) }
      if let column { return Point(x: column, y: row) }
    }
    return Point(x: -1, y: -1)
  }

  private func mouse(_ actions: [MouseEvent.Action], _ point: Point, _ state: State) -> State {
    var state = state
    for action in actions { _ = state.update(.mouse(MouseEvent(action, at: point))) }
    return state
  }

  @Test func aClickOnATitleOrALabelComesToThePanel() {
    let state = Sample.reading(at: "K[cat, y]")
    let title = point("V  value", in: state)
    #expect(mouse([.press], title, state).focusName == "V[the, f]")
    let own = point("K  key", in: state)
    #expect(mouse([.press], own, state).focusName == "K[cat, y]")
    let label = Point(x: title.x, y: title.y + 2)
    #expect(mouse([.press], label, state).focusName == "V[the, f]")
    #expect(mouse([.press], Point(x: 78, y: 20), state).focusName == "K[cat, y]")
  }

  @Test func theWheelNudgesTheNumberUnderIt() throws {
    let state = Sample.reading(at: "K[cat, y]")
    let entry = try #require(state.draw().cursor)
    func value(_ state: State) -> Double? {
      state.reading?.session.panel(named: "K")?.entries?[3]
    }
    #expect(value(mouse([.wheelUp], entry, state)) == 1.1)
    let down = mouse([.wheelDown, .wheelDown], entry, state)
    #expect(value(down) == 0.8)
    #expect(value(after("u", down)) == 0.9)
    let elsewhere = Point(x: entry.x, y: entry.y + 1)
    #expect(value(mouse([.wheelUp], elsewhere, state)) == 1)
    let result = Sample.reading(at: "A[cat, sat]")
    let at = try #require(result.draw().cursor)
    #expect(mouse([.wheelUp], at, result).message == nil)
  }

  @Test func whereAStepIsLongerThanTheScreenTheWheelScrolls() throws {
    let state = Sample.reading(at: "Q[the, x]", size: Size(width: 80, height: 14))
    let entry = try #require(state.draw().cursor)
    let scrolled = mouse([.wheelDown], entry, state)
    #expect(scrolled.reading?.session.version == state.reading?.session.version)
    #expect(scrolled.reading?.scroll == (state.reading?.scroll ?? 0) + 3)
  }
}
