import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// How far a nudge goes: the reader's standard, steps taken from it, and sliders of lessons.
@Suite struct NudgeStepTests {
  private func state(_ nudge: Double, at name: String = "K", step: Int = 0) -> State {
    var state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: Sample.shelf))
    state.standardNudge = nudge
    state.open(Sample.weightedSums)
    state.reading?.go(toStep: step)
    for _ in 0..<9 where state.reading?.focusedPanel?.name != name {
      _ = state.update(.key(.tab))
    }
    return state
  }

  private static let rows: [(nudge: Double, keys: String, footer: String, message: String?)] = [
    (0.1, "", "± 0.1", nil), (0.2, "", "± 0.2", nil),
    (0.2, "]", "± 0.25", "+ and - change a number by 0.25."),
    (0.2, "[", "± 0.1", "+ and - change a number by 0.1."),
    (0.2, "[]", "± 0.25", "+ and - change a number by 0.25."),
    (250, "]", "± 250", "+ and - change a number by 250."),
    (250, "[", "± 100", "+ and - change a number by 100."),
    (0.0005, "[", "± 0.0005", "+ and - change a number by 0.0005."),
  ]

  @Test(arguments: rows)
  func theStepIsShownAndChangeable(
    _ row: (nudge: Double, keys: String, footer: String, message: String?)
  ) {
    var state = state(row.nudge)
    for event in keys(row.keys) { _ = state.update(event) }
    #expect(state.draw().rows.last?.contains(row.footer + " ") == true)
    #expect(state.message?.text == row.message)
  }

  @Test func aNudgeGoesByIt() {
    var state = state(0.2)
    for event in keys("++") { _ = state.update(event) }
    #expect(
      state.reading?.session.formulaText(state.reading!.focusedPanel!.id).contains("1.4") == true)
  }

  @Test func theNextLessonTakesItOver() {
    var state = state(0.1)
    _ = state.update(.character("]"))
    state.open(Sample.softmax)
    #expect(state.reading?.nudgeStep == 0.25)
  }

  @Test func aCellsStepIsKept() {
    let lesson = OwnNotebook.lesson(
      "## First\n\n```python {.qkv}\n#| step: 1\nvotes = [0, 1, 1]\n```\n")
    var state = Sample.state(lesson, step: 0, size: Size(width: 80, height: 24), keys: "++]")
    #expect(state.draw().rows.last?.contains("± 1 ") == true)
    #expect(state.message == .note("votes goes by 1: the lesson fixes its steps."))
    #expect(state.reading?.session.edits == ["votes": "votes = [2, 1, 1]"])
    _ = state.update(.character("-"))
    #expect(state.reading?.session.edits == ["votes": "votes = [1, 1, 1]"])
  }

  @Test func aSliderKeepsItsSteps() {
    var state = state(0.1, at: "T", step: 1)
    #expect(state.draw().rows.last?.contains("± 0.25 ") == true)
    _ = state.update(.character("]"))
    #expect(state.message == .note("T goes by 0.25: the lesson fixes its steps."))
    #expect(state.reading?.nudgeStep == 0.1)
  }
}

/// What a nudge says at the end of a slider.
@Suite struct SliderEndTests {
  private static let body = """
    ## One

    ```python {.qkv}
    #| slider: 1 7 0.5
    place = 6.5
    ```

    """

  @Test func theEndsAreNamed() throws {
    let top = try OwnNotebook.opened(Self.body, "+")
    #expect(top.message == nil)
    let beyond = after("+", top)
    #expect(beyond.message == .note("place goes from 1 to 7."))
    #expect(beyond.reading?.session.panel(named: "place")?.entries == [7])
    #expect(after("-", beyond).reading?.session.panel(named: "place")?.entries == [6.5])
    let low = try OwnNotebook.opened(Self.body, "1<Enter>-")
    #expect(low.message == .note("place goes from 1 to 7."))
  }
}
