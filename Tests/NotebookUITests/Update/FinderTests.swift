import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Searching and choosing commands, as a reader does it.
@Suite struct FinderTests {
  private func after(_ text: String, _ state: State = Sample.reading()) -> State {
    NotebookUITests.after(text, state)
  }

  private static let home = State(
    size: Size(width: 80, height: 24), shelf: Shelf(lessons: Sample.shelf + [Sample.tasks]))

  // MARK: - Searching

  @Test func aSearchListsWhereATextStands() {
    let state = after("/o[", Sample.reading(at: "K[cat, y]", size: Size(width: 80, height: 14)))
    #expect(
      state.draw().rows == [
        " Search  / o[                                                             1 hit",
        "────────────────────────────────────────────────────────────────────────────────",
        " ▸ step 1  …the output moves. Now O[cat, f] is 0.40. Which entries of O will c…",
        "", "", "", "", "", "", "",
        "────────────────────────────────────────────────────────────────────────────────",
        " Weighted sums of values › Where and what",
        "",
        " ⏎ go  Esc back to the step  ↑↓ choose                                  F1 help",
      ])
    #expect(state.draw().cursor == Point(x: 13, y: 0))
  }

  /// What is typed, the step that Enter leads to, and what the cursor is on then.
  private static let searches: [(String, step: Int, name: String?)] = [
    ("/nobody", 2, "S"), ("/softmax", 1, "A"), ("/Q @ K<Down>", 2, "S"), ("/WORDS ALONE", 3, nil),
    ("/W = ", 2, "W"), ("/o = a", 1, "O"),
  ]

  @Test(arguments: searches)
  func enterGoesToTheHit(_ search: (String, step: Int, name: String?)) {
    let state = after(search.0 + "<Enter>")
    #expect(state.layer == .lesson)
    #expect(state.reading?.step == search.step - 1)
    if search.step != 2 || search.0 != "/nobody" {
      #expect(state.reading?.focusedPanel?.name == search.name)
    }
  }

  @Test func aHitIsLitUpUntilTheNextKey() {
    let state = after("/guess first<Enter>")
    #expect(state.draw().styles(row: 4) == ["selection+bold+underline: Guess first"])
    #expect(after("l", state).draw().styles(row: 4) == [])
  }

  @Test func furtherHitsComeRoundTheEnd() {
    let first = after("/softmax<Enter>", after("n"))
    #expect(first.reading?.step == 0)
    let words = after("/words<Enter>")
    #expect(words.reading?.step == 2)
    let next = after(";", words)
    #expect(next.message == .note("2 of 2: words"))
    #expect(after(";", next).message == .note("1 of 2: words"))
    #expect(after(",", words).message == .note("2 of 2: words"))
    #expect(after(";").message == .note("/ searches first."))
  }

  @Test func escapeGoesBackToWhereOneWas() {
    let before = Sample.reading(at: "K[cat, y]")
    let state = after("/words<Esc>", before)
    #expect(state.layer == .lesson)
    #expect(state.draw() == before.draw())
  }

  @Test func aSearchBeginsAtTheStepOfTheReader() {
    let state = after("/s<Enter>", after("nn"))
    #expect(state.reading?.step == 2)
  }

  @Test func hintsSolutionsAndReasonsAreNotGivenAway() {
    for secret in ["adding", "* 2", "comes before", "One less one"] {
      #expect(after("/\(secret)", Sample.task(step: 1)).choices.isEmpty, "\(secret)")
    }
    #expect(after("/each entry twice", Sample.task(step: 1)).choices.count == 1)
  }

  @Test func homeSearchesAllLessons() {
    var home = Self.home
    home.size = Size(width: 80, height: 12)
    let state = after("/sum", home)
    #expect(
      state.draw().rows == [
        " Search  / sum                                                           5 hits",
        "────────────────────────────────────────────────────────────────────────────────",
        " ▸ 4         From scores to weights that sum to 1.",
        "   4 step 1  Every row sums to one.",
        "   6         Weighted sums of values",
        "   7 step 5  Bring the sum to 5.",
        "   7 step 5  the sum is 5", "",
        "────────────────────────────────────────────────────────────────────────────────",
        " Softmax and temperature",
        "",
        " ⏎ go  Esc back to the lessons  ↑↓ choose                               F1 help",
      ])
    let found = after("<Down><Down><Down><Enter>", state)
    #expect(found.reading?.lesson.id == "tasks")
    #expect(found.reading?.step == 4)
    #expect(after("<Esc>", state).draw() == home.draw())
  }

  // MARK: - Commands

  @Test func thePaletteListsWhatCanBeDone() {
    let state = after(":rese", Sample.reading(size: Size(width: 80, height: 14)))
    #expect(
      state.draw().rows == [
        " Command  : rese",
        "────────────────────────────────────────────────────────────────────────────────",
        " ▸ reset matrix  r                 Reset the matrix to its first numbers or fo…",
        "   reset lesson  R                 Reset the lesson, pressed twice; u undoes.",
        "", "", "", "", "", "",
        "────────────────────────────────────────────────────────────────────────────────",
        " Reset the matrix to its first numbers or formula.",
        "",
        " ⏎ go  Esc back to the step  ↑↓ choose                                  F1 help",
      ])
  }

  /// What is typed and what is offered first.
  private static let commands: [(String, String)] = [
    ("next", "next matrix"), ("step", "step 1"), ("undo", "undo"), ("undp", "undo"),
    ("heatmap", "switch view"), ("3", "step 3"), ("lesson scal", ""), ("lesson 4", "lesson 4"),
    ("lesson sotfmax", "lesson 4"), ("lesson weighted", "lesson 6"), ("softmax", "lesson 4"),
    ("xyzzy", ""), ("quit", "quit"), ("les", "lesson"),
  ]

  @Test(arguments: commands)
  func offers(_ command: (String, String)) {
    let state = after(":" + command.0)
    #expect(state.choices.first?.lead ?? "" == command.1)
  }

  @Test func aNumberGoesToAStep() {
    #expect(after(":3<Enter>").reading?.step == 2)
    #expect(after(":step mist<Enter>").reading?.step == 1)
  }

  @Test func aLessonIsOpenedByItsNumberOrName() {
    #expect(after(":lesson 4<Enter>").reading?.lesson.id == "softmax")
    #expect(after(":les<Enter>softmax<Enter>").reading?.lesson.id == "softmax")
    #expect(after(":6<Enter>", Self.home).reading?.lesson.id == "weighted-sums")
  }

  @Test func tabAndTheArrowsChoose() {
    let state = after(":reset<Tab>")
    #expect(state.choices[state.chosenIndex(in: state.choices)].lead == "reset lesson")
    let back = after("<S-Tab>", state)
    #expect(back.choices[back.chosenIndex(in: back.choices)].lead == "reset matrix")
    let round = after("<S-Tab>", back)
    #expect(round.chosenIndex(in: round.choices) == round.choices.count - 1)
  }

  @Test func aCommandIsDone() {
    #expect(after("2<Enter>:undo<Enter>").message == .note("Undone: Q[the, x]. Ctrl-R redoes it."))
    #expect(after(":back<Enter>").layer == .home)
    #expect(after(":help<Enter>").layer == .help)
  }

  @Test func everyCommandHasANameOfItsOwn() {
    let names = Action.allCases.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Action.nextStep.name == "next step")
  }

  @Test func aClickChoosesAndAnotherTakes() {
    var state = after(":reset")
    _ = state.update(.mouse(MouseEvent(.press, at: Point(x: 5, y: 3))))
    #expect(state.chosenIndex(in: state.choices) == 1)
    _ = state.update(.mouse(MouseEvent(.press, at: Point(x: 5, y: 3))))
    #expect(state.layer == .lesson)
    #expect(state.message == .note("The lesson is as at first already."))
  }
}
