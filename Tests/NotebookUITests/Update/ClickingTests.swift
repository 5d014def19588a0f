import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What clicks and the wheel do in a step.
@Suite struct ClickingTests {
  private func press(_ x: Int, _ y: Int) -> Event {
    .mouse(MouseEvent(.press, at: Point(x: x, y: y)))
  }

  private func slider() -> State {
    let lesson = Sample.lesson(
      nil, "slider", "A slider", steps: [("One", [.cell(0)])],
      cells: [Sample.cell(0, "T = 0.5") { $0.slider = Slider(low: 0, high: 1, step: 0.25) }])
    return Sample.state(lesson, step: 0, size: Size(width: 80, height: 24))
  }

  private func row(_ text: String, _ state: State) -> Int? {
    state.draw().rows.firstIndex { $0.contains(text) }
  }

  /// The cursor comes to the first option by itself: that was nobody's choice.
  @Test func theFirstClickOnAnOptionChoosesIt() throws {
    var state = Sample.task(step: 1)
    #expect(state.reading?.focus == .option(quiz: "doubled", 0))
    let y = try #require(row("The weights double", state))
    #expect(state.update(press(10, y)) == [])
    #expect(state.reading?.attempt(at: "doubled").choices == nil)
    #expect(state.update(press(10, y)) == [.save])
    #expect(state.reading?.attempt(at: "doubled").choices == [0])
  }

  @Test func aKeyBetweenTwoClicksChoosesAnew() throws {
    var state = Sample.task(step: 1)
    let y = try #require(row("Nothing.", state) ?? row("Nothing", state))
    _ = state.update(press(10, y))
    state = after("<Up><Down>", state)
    #expect(state.update(press(10, y)) == [])
    #expect(state.update(press(10, y)) == [.save])
  }

  @Test func theWheelOverTheChosenNumberOfASliderNudgesIt() throws {
    var state = slider()
    let cursor = try #require(state.draw().cursor)
    let up = Event.mouse(MouseEvent(.wheelUp, at: cursor))
    #expect(state.update(up) == [.save])
    #expect(state.update(up) == [.save])
    #expect(state.reading?.focusedPanel?.entries == [1])
    #expect(state.update(up) == [])
    #expect(state.message == .note("T goes from 0 to 1."))
    #expect(state.update(.mouse(MouseEvent(.wheelDown, at: cursor))) == [.save])
    #expect(state.reading?.focusedPanel?.entries == [0.75])
    // One change each.
    #expect(after("u", state).reading?.focusedPanel?.entries == [1])
    #expect(after("uuu", state).reading?.focusedPanel?.entries == [0.5])
  }

  @Test func elsewhereItScrolls() throws {
    var state = slider()
    let cursor = try #require(state.draw().cursor)
    let beside = Point(x: cursor.x + 20, y: cursor.y)
    #expect(state.update(.mouse(MouseEvent(.wheelUp, at: beside))) == [])
    #expect(state.reading?.focusedPanel?.entries == [0.5])
    var input = Sample.reading(at: "K[cat, y]")
    let entry = try #require(input.draw().cursor)
    #expect(input.update(.mouse(MouseEvent(.wheelUp, at: entry))) == [])
    #expect(input.reading?.session.canUndo == false)
  }
}
