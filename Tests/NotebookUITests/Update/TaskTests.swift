import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What keys do to quizzes, predictions and exercises.
@Suite struct TaskTests {
  private func state(step: Int, _ text: String) -> State {
    var state = Sample.task(step: step)
    for event in keys(text) { _ = state.update(event) }
    return state
  }

  // MARK: - Quizzes

  private typealias QuizRow = (
    step: Int, keys: String, marked: Set<Int>?, choices: Set<Int>?, isPassed: Bool
  )

  private static let quizzes: [QuizRow] = [
    (1, "", nil, nil, false),
    (1, "1", nil, [0], false),
    (1, "3", nil, [2], true),
    (1, "13", nil, [2], true),
    (1, "31", nil, [2], true),
    (1, "9", nil, nil, false),
    (1, "jj<Enter>", nil, [2], true),
    (1, "G<Enter>", nil, [2], true),
    (1, "Gg<Enter>", nil, [0], false),
    (1, "<Down><Down><Up><Enter>", nil, [1], false),
    (1, "j ", [1], nil, false),
    (1, "j j ", [2], nil, false),
    (1, "j <Enter>", nil, [1], false),
    (2, "1", [0], nil, false),
    (2, "11", [], nil, false),
    (2, "13", [0, 2], nil, false),
    (2, " jj ", [0, 2], nil, false),
    (2, "13<Enter>", nil, [0, 2], true),
    (2, "1<Enter>", nil, [0], false),
    (2, "1<Enter>3<Enter>", nil, [0, 2], true),
    (2, "12<Enter>", nil, [0, 1], false),
    (2, "<Enter>", nil, nil, false),
    (2, "13<Enter>2<Enter>", nil, [0, 2], true),
  ]

  @Test(arguments: quizzes)
  private func aQuizTakes(_ row: QuizRow) throws {
    let reading = try #require(state(step: row.step, row.keys).reading)
    let id = row.step == 1 ? "doubled" : "zero"
    #expect(reading.board.marked[id] == row.marked, "\(row.keys)")
    #expect(reading.attempt(at: id).choices == row.choices, "\(row.keys)")
    #expect(reading.board.isPassed(id) == row.isPassed, "\(row.keys)")
    #expect(reading.attempt(at: id).isPassed == row.isPassed, "\(row.keys)")
  }

  @Test func spaceGoesOnFromASolvedQuiz() {
    #expect(state(step: 1, "3 ").reading?.step == 1)
    #expect(state(step: 1, " ").reading?.step == 0)
  }

  // MARK: - Predictions

  private static let guesses: [(keys: String, guess: String?, typed: String?, isPassed: Bool)] = [
    ("0.25", nil, "0.25", false),
    ("0.25<Enter>", "0.25", nil, true),
    ("1/4<Enter>", "1/4", nil, true),
    (".29<Enter>", ".29", nil, true),
    (".31<Enter>", ".31", nil, false),
    ("-1<Enter>", "-1", nil, false),
    ("inf<Enter>", "inf", nil, false),
    (".31<Enter>.2<Enter>", ".2", nil, true),
    (".31<Enter><Enter><BS><BS>25<Enter>", ".25", nil, true),
    (".25<Esc>", nil, nil, false),
    ("sqrt(1/16)<Enter>", "sqrt(1/16)", nil, true),
    ("log(2)", nil, "log(2)", false),
    ("pi/4<Enter>", "pi/4", nil, false),
    ("exp(-1.4)<Enter>", "exp(-1.4)", nil, true),
    ("(1)/4<Enter>", "(1)/4", nil, true),
    ("1+<Enter>", nil, "1+", false),
  ]

  @Test(arguments: guesses)
  func aPredictionTakes(_ row: (keys: String, guess: String?, typed: String?, isPassed: Bool))
    throws
  {
    let reading = try #require(state(step: 3, row.keys).reading)
    #expect(reading.attempt(at: "quarter").guess == row.guess, "\(row.keys)")
    #expect(reading.editing?.field.text == row.typed, "\(row.keys)")
    #expect(reading.board.isPassed("quarter") == row.isPassed, "\(row.keys)")
  }

  @Test func aGuessThatIsNoNumberSaysWhy() {
    #expect(state(step: 3, "1+q<Enter>").reading?.editing?.problem != nil)
  }

  // MARK: - Exercises

  private static let exercises: [(step: Int, keys: String, statuses: [CheckResult.Status])] = [
    (4, "", [.pending, .pending]),
    (4, "<Enter>V<Enter>", [.passed, .failed]),
    (4, "<Enter>array(V) * 2<Enter>", [.passed, .passed]),
    (4, "<Enter>array(V) * 2<Enter>u", [.pending, .pending]),
    (4, "<Enter>array(V) * 2<Enter>r", [.pending, .pending]),
    (4, "<Enter>array(V) * 2<Enter>RR<C-r>", [.pending, .pending]),
    (4, "<Enter>array(V) * 2<Enter>u<C-r>", [.passed, .passed]),
    (4, "<Enter>[[2, 4], [6, 10]]<Enter>", [.passed, .failed]),
    (5, "", [.failed]),
    (5, "4<Enter>", [.passed]),
    (5, "]]]++", [.passed]),
    (5, "]]]++u", [.failed]),
    (5, "]]]++-", [.failed]),
  ]

  @Test(arguments: exercises)
  func anExerciseFollows(_ row: (step: Int, keys: String, statuses: [CheckResult.Status])) throws {
    let reading = try #require(state(step: row.step, row.keys).reading)
    let id = row.step == 4 ? "double" : "sum"
    #expect(reading.board.verdict(on: id)?.checks.map(\.status) == row.statuses, "\(row.keys)")
    let isPassed = row.statuses.allSatisfy { $0 == .passed }
    #expect(reading.attempt(at: id).isPassed == isPassed, "\(row.keys)")
  }

  @Test func aKnownMistakeIsRecognised() {
    let state = state(step: 4, "<Enter>array(V) ** 2<Enter>")
    #expect(
      state.reading?.board.verdict(on: "double")?.because == "that is the square, not the double")
  }

  @Test func solvingIsSaidOnce() {
    var state = state(step: 4, "<Enter>array(V) * 2<Enter>")
    #expect(state.message == .success("Exercise solved · 2 points"))
    for event in keys("<Enter> * 1<Enter>") { _ = state.update(event) }
    #expect(state.message == nil)
    #expect(state.reading?.attempt(at: "double").isPassed == true)
  }

  // MARK: - Hints and solutions

  private static let hints: [(keys: String, taken: Int, open: Int?)] = [
    ("", 0, nil), ("H", 1, 0), ("HH", 2, 1), ("HHH", 2, 0), ("HHHH", 2, 1),
    ("H<Esc>", 1, nil), ("H<Esc>H", 1, 0), ("HH<Esc>H", 2, 1), ("Hq", 1, nil),
  ]

  @Test(arguments: hints)
  func hintsComeOneAtATime(_ row: (keys: String, taken: Int, open: Int?)) {
    let reading = state(step: 4, row.keys).reading
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
      (1, "SS3", false, true, nil),
      (1, "3S", false, false, "Solved already: the answer and its reason stand there."),
      (3, "SS", true, true, nil),
      (1, "H", false, false, "Questions have no hints."),
    ]

  @Test(arguments: solutions)
  func theSolutionIsShownOnPurpose(
    _ row: (step: Int, keys: String, isOpen: Bool, gaveUp: Bool, message: String?)
  ) {
    let state = state(step: row.step, row.keys)
    let id = [1: "doubled", 3: "quarter", 4: "double"][row.step] ?? ""
    #expect(state.reading?.board.openSolutions.contains(id) == row.isOpen, "\(row.keys)")
    #expect(state.reading?.attempt(at: id).gaveUp == row.gaveUp, "\(row.keys)")
    #expect(state.message?.text == row.message, "\(row.keys)")
    #expect(state.layer == .lesson)
  }

  @Test func theSolutionReplacesTheWorkOnlyOnDemand() {
    var state = state(step: 4, "<Enter>V<Enter>SS")
    #expect(state.reading?.session.edits == ["W": "W = V"])
    _ = state.update(.character("A"))
    #expect(state.reading?.session.edits == ["W": "W = array(V) * 2"])
    #expect(state.reading?.attempt(at: "double").isPassed == true)
    _ = state.update(.character("u"))
    #expect(state.reading?.session.edits == ["W": "W = V"])
  }

  // MARK: - What is kept

  private static let saves: [(step: Int, keys: String)] = [
    (1, "1"), (1, "3"), (2, "13<Enter>"), (3, ".25<Enter>"), (4, "H"), (4, "SS"), (1, "SS"),
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
    #expect(state.reading?.standing == LessonStanding(passed: 2, tasks: 5, step: 3, isBegun: true))
  }

  // MARK: - The mouse and the cursor

  @Test func aClickChoosesAnOptionAndAnotherAnswers() {
    var state = Sample.task(step: 1)
    let row = state.draw().rows.firstIndex { $0.contains("The outputs double.") } ?? 0
    let click = Event.mouse(MouseEvent(.press, at: Point(x: 10, y: row)))
    #expect(state.update(click) == [])
    #expect(state.reading?.focus == .option(quiz: "doubled", 2))
    #expect(state.update(click) == [.save])
    #expect(state.reading?.board.isPassed("doubled") == true)
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

  /// What answers may not change doesn't count, and the step says so.
  @Test(arguments: [
    (3, "<S-Tab>1<Enter><Tab>.5<Enter>", "   Judged by the lesson's own half, not by yours."),
    (5, "<Tab><Enter> + 2<Enter>", " Judged by the lesson's own total, not by yours."),
  ])
  func whatIsJudgedWithoutIsSaid(_ step: Int, _ keys: String, _ line: String) {
    let state = state(step: step, keys)
    #expect(state.draw().rows.contains(line))
    #expect(state.reading?.passedCount == 0)
  }

  /// What an answer brings with it counts, whatever it is called.
  @Test(arguments: [
    "<Enter><BS><BS><BS><BS>def f(m):<C-j>    return array(m) * 2<C-j>W = f(V)<Enter>",
    "<Enter><BS><BS><BS><BS>twice = array(V) * 2<C-j>W = twice<Enter>",
  ])
  func helpersOfAnAnswerAreJudgedWithIt(_ keys: String) {
    let state = state(step: 4, keys)
    #expect(state.draw().rows.contains { $0.contains("✓ Exercise solved · 2 points") })
    #expect(!state.draw().rows.contains { $0.contains("Judged by the lesson's own") })
  }

  /// On a number letters are commands; one that is none says how to type a name.
  @Test func aNameTypedOverANumberIsAdvised() {
    for letter in ["s", "w", "U"] {
      #expect(
        state(step: 5, letter).message
          == .note("\(letter) does nothing here; an expression begins with Enter: then log(2)."))
    }
    #expect(state(step: 4, "s").message == .note("s does nothing here; ? lists what keys do."))
    #expect(state(step: 5, "sqrt(2)<Esc>").layer == .home)
  }

  /// From typed numbers back to the formula.
  @Test func whereNumbersStandForAFormulaTheFooterOffersIt() {
    func offers(_ step: Int, _ keys: String) -> Bool {
      state(step: step, keys).footer.hints.contains { $0.action == .editFormula }
    }
    #expect(offers(4, "<Enter>[[2, 4], [6, 10]]<Enter>"))
    #expect(!offers(4, "<Enter>array(V) * 2<Enter>"))
    #expect(!offers(5, ""))
    #expect(!offers(5, "3<Enter>"))
  }

  /// Whatever comes after it.
  @Test(arguments: [
    (4, "SSA", "✓ Exercise solved · 2 points · solution seen"),
    (4, "SS<Esc><Enter>array(V) * 2<Enter>", "✓ Exercise solved · 2 points · solution seen"),
    (4, "<Enter>array(V) * 2<Enter>SS", "✓ Exercise solved · 2 points"),
    (3, "SS.25<Enter>", " ▸ Your guess: .25  ✓ right · 1 point · answer seen"),
    (1, "SS3", "   ✓ Right · 1 point · answer seen. A weighted sum of doubled rows is twice the"),
  ])
  func givingUpLeavesATrace(_ step: Int, _ keys: String, _ line: String) {
    let rows = state(step: step, keys).draw().rows
    #expect(rows.contains { $0 == line || $0 == " " + line }, "\(rows.joined(separator: "\n"))")
  }

  /// An answer to a text that has changed since says so, until there is another one.
  @Test(arguments: [
    (
      1, "doubled",
      "   This quiz has changed since you answered; the present text counts.", "3"
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

  @Test func anExerciseBeginsOnWhatItAsksToChange() {
    #expect(state(step: 4, "").focusName == "W")
    #expect(state(step: 5, "").focusName == "t[b]")
  }

  @Test func tabGoesFromTheQuestionToTheMatrixAndBack() {
    #expect(state(step: 1, "<Tab>").focusName == "V[0, 0]")
    #expect(state(step: 1, "<Tab><Tab>").reading?.focus == .option(quiz: "doubled", 0))
    #expect(state(step: 1, "<S-Tab>").focusName == "V[0, 0]")
    #expect(state(step: 1, "jjj").focusName == "V[0, 0]")
    #expect(state(step: 3, "").reading?.focus == .guess("quarter"))
  }
}
