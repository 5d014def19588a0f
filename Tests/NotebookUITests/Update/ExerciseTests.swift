import CellLanguage
import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What keys do to exercises.
@Suite struct ExerciseTests {
  private static let exercises:
    [(step: Int, keys: String, statuses: [CheckResult.Status], isSolved: Bool)] = [
      (4, "", [.pending, .pending], false),
      (4, "<Enter>V<Enter>", [.passed, .failed], false),
      (4, "<Enter>array(V) * 2<Enter>", [.passed, .passed], true),
      (4, "<Enter>array(V) * 2<Enter>u", [.pending, .pending], true),
      (4, "<Enter>array(V) * 2<Enter>r", [.pending, .pending], true),
      (4, "<Enter>array(V) * 2<Enter>RR<C-r>", [.pending, .pending], true),
      (4, "<Enter>array(V) * 2<Enter>u<C-r>", [.passed, .passed], true),
      (4, "<Enter>[[2, 4], [6, 10]]<Enter>", [.passed, .failed], false),
      (5, "", [.failed], false),
      (5, "4<Enter>", [.passed], true),
      (5, "]]]++", [.passed], true),
      (5, "]]]++u", [.failed], true),
      (5, "]]]++-", [.failed], true),
    ]

  @Test(arguments: exercises)
  func anExerciseFollows(
    _ row: (step: Int, keys: String, statuses: [CheckResult.Status], isSolved: Bool)
  ) throws {
    let reading = try #require(Sample.task(step: row.step, keys: row.keys).reading)
    let id = row.step == 4 ? "double" : "sum"
    #expect(reading.board.verdict(on: id)?.checks.map(\.status) == row.statuses, "\(row.keys)")
    #expect(reading.attempt(at: id).isPassed == row.isSolved, "\(row.keys)")
  }

  @Test func aKnownMistakeIsRecognised() {
    let state = Sample.task(step: 4, keys: "<Enter>array(V) ** 2<Enter>")
    #expect(
      state.reading?.board.verdict(on: "double")?.because == "that is the square, not the double")
  }

  @Test func solvingIsSaidOnce() {
    var state = Sample.task(step: 4, keys: "<Enter>array(V) * 2<Enter>")
    #expect(state.message == .success("Exercise solved · 2 points"))
    for event in keys("<Enter> * 1<Enter>") { _ = state.update(event) }
    #expect(state.message == nil)
    #expect(state.reading?.attempt(at: "double").isPassed == true)
  }

  /// What answers may not change doesn't count, and the step says so.
  @Test(arguments: [
    (3, "<S-Tab>1<Enter><Tab>.5<Enter>", "   Judged by the lesson's own half = 0.5, not by yours."),
    (
      5, "<Tab><Enter> + 2<Enter>",
      " Done when · 1 point  Judged by the lesson's own total, not by yours."
    ),
  ])
  func whatIsJudgedWithoutIsSaid(_ step: Int, _ keys: String, _ line: String) {
    let state = Sample.task(step: step, keys: keys)
    #expect(state.draw().rows.contains(line))
    #expect(state.reading?.passedCount == 0)
  }

  /// What an answer brings with it counts, whatever it is called.
  @Test(arguments: [
    "<Enter><BS><BS><BS><BS>def f(m):<C-j>    return array(m) * 2<C-j>W = f(V)<Enter>",
    "<Enter><BS><BS><BS><BS>twice = array(V) * 2<C-j>W = twice<Enter>",
  ])
  func helpersOfAnAnswerAreJudgedWithIt(_ keys: String) {
    let state = Sample.task(step: 4, keys: keys)
    #expect(state.draw().rows.contains { $0.contains("✓ Exercise solved · 2 points") })
    #expect(!state.draw().rows.contains { $0.contains("Judged by the lesson's own") })
  }

  /// On a number letters are commands; one that is none begins an expression, or says how one begins.
  @Test func aLetterThatIsNoCommandBeginsAnExpression() {
    let typed = Sample.task(step: 5, keys: "sqrt(9)")
    #expect(typed.reading?.editing?.field.text == "sqrt(9)")
    #expect(
      after("<Enter>", typed).reading?.session.edits == ["t": "t = [1, sqrt(9)]"])
    #expect(Sample.task(step: 3, keys: "l").reading?.editing?.field.text == "l")
    #expect(Sample.task(step: 3, keys: "exp(0)").reading?.editing?.field.text == "exp(0)")
    for state in [Sample.task(step: 3, keys: "−1/2"), Sample.task(step: 5, keys: "−1/2")] {
      #expect(state.reading?.editing?.field.text == "-1/2")
    }
    for letter in ["w", "U"] {
      #expect(
        Sample.task(step: 5, keys: letter).message
          == .note("\(letter) does nothing here; an expression begins with Enter: then log(2)."))
    }
    #expect(Sample.task(step: 4, keys: "s").reading?.editing?.field.text == "W = s")
  }

  /// Where numbers stand for a formula, Enter goes on with the formula, as it did before; digits go into the entry.
  @Test func fromTypedNumbersEnterLeadsBackToTheFormula() {
    let typed = Sample.task(step: 4, keys: "<Enter>[[2, 4], [6, 10]]<Enter>")
    #expect(typed.footer.hints.first { $0.action == .edit }?.labels.first == "edit formula")
    #expect(after("<Enter>", typed).reading?.editing?.field.text == "W = [[2, 4], [6, 10]]")
    #expect(after("7", typed).reading?.editing?.takesNumber == true)
    #expect(Sample.task(step: 5, keys: "<Enter>").reading?.editing?.takesNumber == true)
    #expect(Sample.task(step: 5, keys: "3<Enter><Enter>").reading?.editing?.takesNumber == true)
  }

  /// Who is asked "S again shows it" and presses Enter means yes, and not the first option.
  @Test func enterSaysYesToWhatIsAskedAgain() {
    let asked = Sample.task(step: 1, keys: "S")
    #expect(asked.message?.text == "Give up and see the solution? S again shows it.")
    let shown = after("<Enter>", asked)
    #expect(shown.reading?.board.openSolutions == ["doubled"])
    #expect(shown.reading?.session.attempts["doubled"]?.choices == nil)
    #expect(after("<Left><Enter>", asked).reading?.board.openSolutions == [])
  }

  /// A definition of another name would leave the lesson without its own.
  @Test func aFormulaKeepsTheNameThatStandsThere() {
    let state = Sample.task(step: 5, keys: "<Tab>=<C-u>x = 3<Enter>")
    #expect(state.reading?.editing?.problem?.message == "this defines x, and here stands total")
    #expect(state.reading?.session.edits == [:])
  }

  @Test func anExerciseBeginsOnWhatItAsksToChange() {
    #expect(Sample.task(step: 4, keys: "").focusName == "W")
    #expect(Sample.task(step: 5, keys: "").focusName == "t[b]")
  }
}
