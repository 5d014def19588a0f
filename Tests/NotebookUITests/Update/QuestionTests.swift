import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What keys and clicks do to quizzes and predictions.
@Suite struct QuestionTests {
  private typealias QuizRow = (
    step: Int, keys: String, marked: Set<Int>?, choices: Set<Int>?, isPassed: Bool
  )

  private static let quizzes: [QuizRow] = [
    (1, "", nil, nil, false),
    (1, "1", nil, nil, false), (1, "1<Enter>", nil, [0], false),
    (1, "3<Enter>", nil, [2], true),
    (1, "1<Enter>3<Enter>", nil, [2], true),
    (1, "3<Enter>1<Enter>", nil, [2], true),
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
    let reading = try #require(Sample.task(step: row.step, keys: row.keys).reading)
    let id = row.step == 1 ? "doubled" : "zero"
    #expect(reading.board.marked[id] == row.marked, "\(row.keys)")
    #expect(reading.attempt(at: id).choices == row.choices, "\(row.keys)")
    #expect(reading.board.isPassed(id) == row.isPassed, "\(row.keys)")
    #expect(reading.attempt(at: id).isPassed == row.isPassed, "\(row.keys)")
  }

  @Test func spaceGoesOnFromASolvedQuiz() {
    #expect(Sample.task(step: 1, keys: "3<Enter> ").reading?.step == 1)
    #expect(Sample.task(step: 1, keys: " ").reading?.step == 0)
  }

  private static let guesses: [(keys: String, guess: String?, typed: String?, isPassed: Bool)] = [
    ("0.25", nil, "0.25", false),
    ("0.25<Enter>", "0.25", nil, true),
    ("1/4<Enter>", "1/4", nil, true),
    (".29<Enter>", ".29", nil, true),
    (".31<Enter>", ".31", nil, false),
    ("-1<Enter>", "-1", nil, false),
    ("<Enter>inf<Enter>", "inf", nil, false),
    (".31<Enter>.2<Enter>", ".2", nil, true),
    // What was wrong stands there again, to be typed over, taken away or mended.
    (".31<Enter><Enter>", ".31", ".31", false),
    (".31<Enter><Enter>.2<Enter>", ".2", nil, true),
    (".31<Enter><Enter><BS>", ".31", "", false),
    (".31<Enter><Enter><Left><BS>2<Enter>", ".21", nil, true),
    (".31<Enter><Enter><Esc>", ".31", nil, false),
    (".25<Esc>", nil, nil, false),
    ("<Enter>sqrt(1/16)<Enter>", "sqrt(1/16)", nil, true),
    ("<Enter>log(2)", nil, "log(2)", false),
    ("<Enter>pi/4<Enter>", "pi/4", nil, false),
    ("<Enter>exp(-1.4)<Enter>", "exp(-1.4)", nil, true),
    ("(1)/4<Enter>", "(1)/4", nil, true),
    ("1+<Enter>", nil, "1+", false),
  ]

  @Test(arguments: guesses)
  func aPredictionTakes(_ row: (keys: String, guess: String?, typed: String?, isPassed: Bool))
    throws
  {
    let reading = try #require(Sample.task(step: 3, keys: row.keys).reading)
    #expect(reading.attempt(at: "quarter").guess == row.guess, "\(row.keys)")
    #expect(reading.editing?.field.text == row.typed, "\(row.keys)")
    #expect(reading.board.isPassed("quarter") == row.isPassed, "\(row.keys)")
  }

  @Test func aGuessThatIsNoNumberSaysWhy() {
    #expect(Sample.task(step: 3, keys: "1+q<Enter>").reading?.editing?.problem != nil)
  }

  @Test func aClickChoosesAnOptionAndAnotherAnswers() {
    var state = Sample.task(step: 1)
    let row = state.draw().rows.firstIndex { $0.contains("The outputs double.") } ?? 0
    let click = Event.mouse(MouseEvent(.press, at: Point(x: 10, y: row)))
    #expect(state.update(click) == [])
    #expect(state.reading?.focus == .option(quiz: "doubled", 2))
    #expect(state.update(click) == [.save])
    #expect(state.reading?.board.isPassed("doubled") == true)
  }

  @Test func tabGoesFromTheQuestionToTheMatrixAndBack() {
    #expect(Sample.task(step: 1, keys: "<Tab>").focusName == "V[0, 0]")
    #expect(Sample.task(step: 1, keys: "<Tab><Tab>").reading?.focus == .option(quiz: "doubled", 0))
    #expect(Sample.task(step: 1, keys: "<S-Tab>").focusName == "V[0, 0]")
    #expect(Sample.task(step: 1, keys: "jjj").focusName == "V[0, 0]")
    #expect(Sample.task(step: 3, keys: "").reading?.focus == .guess("quarter"))
  }
}
