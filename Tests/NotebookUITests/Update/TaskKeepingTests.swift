import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What is kept of the answers.
@Suite struct TaskKeepingTests {
  private static let saves: [(step: Int, keys: String)] = [
    (1, "1<Enter>"), (1, "3<Enter>"), (2, "13<Enter>"), (3, ".25<Enter>"), (4, "H"), (4, "SS"),
    (1, "SS"),
    (4, "<Enter>V<Enter>"), (1, "n"), (2, "b"), (1, "q"),
  ]

  @Test(arguments: saves)
  func whatIsWorthKeepingIsSaved(_ row: (step: Int, keys: String)) {
    var state = Sample.task(step: row.step)
    let effects = keys(row.keys).map { state.update($0) }
    #expect(effects.last?.contains(.save) == true, "\(row.keys)")
  }

  private static let idle: [(step: Int, keys: String)] = [
    (1, " "), (1, "j"), (1, "9"), (1, "S"), (2, "1"), (3, ".25"), (4, "HHH"), (4, "A"),
  ]

  @Test(arguments: idle)
  func lookingSavesNothing(_ row: (step: Int, keys: String)) {
    var state = Sample.task(step: row.step)
    let effects = keys(row.keys).map { state.update($0) }
    #expect(effects.last == [], "\(row.keys)")
  }

  @Test func aLessonGoesOnWhereItWasLeft() {
    var kept = LessonProgress()
    kept.step = 3
    kept.edits = ["W": "W = array(V) * 2"]
    kept.attempts = ["doubled": Attempt()]
    kept.attempts["doubled"]?.choices = [2]
    var state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: [Sample.tasks]))
    state.progress = ["tasks": kept]
    state.open(Sample.tasks)
    #expect(state.reading?.step == 3)
    let steps = Sample.tasks.steps.count
    #expect(
      state.reading?.standing
        == LessonStanding(passed: 2, tasks: 5, step: 3, isBegun: true, steps: steps))
  }

  /// An answer to a text that has changed since says so, until there is another one.
  @Test(arguments: [
    (
      1, "doubled",
      "   This quiz has changed since you answered; the present text counts.", "3<Enter>"
    ),
    (
      3, "quarter",
      "   This prediction has changed since you answered; the present text counts.", ".2<Enter>"
    ),
    (
      4, "double", " This exercise has changed since you answered; the present text counts.",
      "<Enter> + 1<Enter>"
    ),
  ])
  func anAnswerToAnotherTextIsNamed(_ step: Int, _ id: String, _ line: String, _ again: String) {
    for (fingerprint, isSaid) in [("0123456789abcdef", true), ("", false)] {
      var kept = LessonProgress()
      kept.step = step - 1
      kept.edits = ["W": "W = array(V)"]
      var attempt = Attempt()
      attempt.fingerprint = fingerprint
      if step == 1 { attempt.choices = [0] }
      if step == 3 { attempt.guess = "1" }
      kept.attempts[id] = attempt
      var state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: [Sample.tasks]))
      state.progress = ["tasks": kept]
      state.open(Sample.tasks)
      #expect(
        state.draw().rows.contains(line) == isSaid,
        "\(state.draw().rows.joined(separator: "\n"))")
      for event in keys(again) { _ = state.update(event) }
      #expect(!state.draw().rows.contains(line))
    }
  }
}
