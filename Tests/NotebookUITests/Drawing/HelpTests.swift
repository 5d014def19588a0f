import Notebook
import Terminal
import Testing

@testable import NotebookUI

@Suite struct HelpTests {
  private func opened(width: Int = 80, height: Int = 12) -> State {
    var state = State(
      size: Size(width: width, height: height), shelf: Shelf(lessons: Sample.shelf))
    _ = state.update(.character("?"))
    return state
  }

  @Test func listsTheKeysOfThePlaceFirst() {
    let rows = opened().draw().rows
    #expect(
      Array(rows.prefix(10)) == [
        " Help  type to search:",
        "────────────────────────────────────────────────────────────────────────────────",
        "  In the list of lessons",
        "  Enter →          open the lesson",
        "  ↑↓ k j           choose a lesson",
        "  g G              first, last lesson",
        "  /                search all lessons",
        "  :                commands; :3 goes to step 3",
        "  0 … 9            count: 6 Enter opens lesson 6",
        "",
      ])
    // How many follow depends on the table.
    #expect(rows[10].hasSuffix(" more ──"))
    #expect(rows[11] == " Esc back to the lessons  ↑↓ scroll")
  }

  @Test func typingSearches() {
    var state = opened(height: 17)
    for event in Event.typing("undo") { _ = state.update(event) }
    #expect(
      state.draw().rows == [
        " Help  type to search: undo",
        "────────────────────────────────────────────────────────────────────────────────",
        "  Change numbers and formulas",
        "  u Ctrl-R         undo, redo, without limit",
        "  r R              reset the matrix, the lesson",
        "",
        "  Exercises and questions",
        "  A                put the solution to work",
        "",
        "  Cells and text of your own",
        "  D                delete your cell or text; u undoes",
        "",
        "  While writing a cell or text",
        "  Alt+u Ctrl-_     undo what was typed", "",
        "────────────────────────────────────────────────────────────────────────────────",
        " Esc back to the lessons  ↑↓ scroll",
      ])
  }

  /// What a title says is looked for as well, and what the notebook's words mean.
  @Test func titlesAndWordsAreSearched() {
    var state = opened(height: 16)
    for event in Event.typing("compare") { _ = state.update(event) }
    #expect(
      state.draw().rows[2...7] == [
        "  Compare",
        "  p                pin, unpin: entries show their change since",
        "  P                back to the pinned numbers",
        "",
        "  Words",
        "  pin              a state to compare with",
      ])
    state = opened(height: 16)
    for event in Event.typing("one of an") { _ = state.update(event) }
    #expect(
      state.draw().rows[2...4] == [
        "  Words",
        "  head             one of an array's matrices",
        "",
      ])
  }

  @Test func aTermOfTheFieldIsFoundByItsWords() {
    var state = opened(height: 16)
    for event in Event.typing("mask") { _ = state.update(event) }
    #expect(
      state.draw().rows[2...8] == [
        "  Terms of the field",
        "  causal mask      Lets each token look at itself and at what came before,",
        "                   never ahead. Lesson 9.",
        "  mask             Says which keys a query may look at; closed ones get a",
        "                   score of -inf. Lesson 9.",
        "",
        "",
      ])
  }

  /// The screens in which a first-time reader looks for what a lesson offers.
  @Test func inALessonWhatOneWantsToDoIsFound() {
    var state = Sample.reading(at: "K[cat, y]")
    _ = state.update(.character("?"))
    let rows = state.draw().rows
    #expect(
      Array(rows.prefix(22)) == [
        " Help  type to search:",
        "────────────────────────────────────────────────────────────────────────────────",
        "  Here",
        "  Enter            edit the entry, the formula",
        "  + -              nudge the number up, down",
        "  e                explain how it came about",
        "  Tab Shift+Tab    next, previous matrix",
        "  n b              next, previous step",
        "  v                view as numbers, heatmap, bars, flow, plot",
        "  q Esc            close a hint; to the lessons",
        "  p                pin, unpin: entries show their change since",
        "",
        "  Change numbers and formulas",
        "  0 … 9 . - inf    type a number; Enter accepts",
        "  Enter            edit the entry, the formula",
        "  =                edit the definition as text",
        "  + -              nudge the number up, down",
        "  [ ]              smaller, larger nudges",
        "  u Ctrl-R         undo, redo, without limit",
        "  r R              reset the matrix, the lesson",
        "  a                the last change again; . too, off numbers",
        "",
      ])
    // How many follow depends on the table.
    #expect(rows[22].hasSuffix(" more ──"))
    #expect(rows[23] == " Esc back to the step  ↑↓ scroll")
  }

  @Test func onASmallScreen() {
    var state = Sample.reading(at: "K[cat, y]")
    state.size = Size(width: 40, height: 12)
    _ = state.update(.character("?"))
    let rows = state.draw().rows
    #expect(
      Array(rows.prefix(10)) == [
        " Help  type to search:",
        "────────────────────────────────────────",
        "  Here",
        "  Enter     edit the entry, the formula",
        "  + -       nudge the number up, down",
        "  e         explain how it came about",
        "  Tab       next, previous matrix",
        "  Shift+Tab",
        "  PgDn      read on, read back",
        "",
      ])
    #expect(rows[10].hasSuffix(" more ──"))
    #expect(state.helpPage.height < 240)
  }

  /// Where a question is asked, its keys come first; while typing, those of typing.
  @Test func theKeysOfTheContextComeFirst() {
    for (state, keys, title) in [
      (Sample.task(step: 1), "?", "  Here"), (Sample.task(step: 3), "?", "  Here"),
      (Sample.reading(), "?", "  Here"),
      (Sample.reading(at: "K[cat, y]"), "5<F1>", "  While typing"),
      (Sample.reading(at: "O[cat, f]"), "e?", "  In an explanation"),
      (Sample.reading(), ":<F1>", "  While searching"),
      (Sample.reading(at: "K[cat, y]"), "y?", "  With a matrix as text"),
    ] {
      var state = state
      for event in NotebookUITests.keys(keys) { _ = state.update(event) }
      #expect(state.draw().rows[2] == title)
    }
  }

  /// Every binding of the table has its words there, and each of its keys beside them.
  @Test func everyKeyIsListed() {
    let sections = HelpSection.all(of: Bindings.standard.rows, from: .lesson)
    for binding in Bindings.standard.rows where binding.contexts != [.notes] {
      let rows = sections.flatMap(\.rows).filter { $0.brief == binding.brief }
      let keys = rows.map { $0.keys(ascii: false) }.joined(separator: " ")
      let names = binding.keys.map(\.name)
      let listed = names.joined(separator: " ") == binding.keyNames ? names : [binding.keyNames]
      for name in listed {
        #expect(keys.contains(name), "\(name): \(binding.brief)")
      }
    }
    let page = HelpPage(sections, search: "", width: 240, ascii: false)
    let text = page.columns.flatMap(\.lines).map(\.text).joined(separator: "\n")
    #expect(sections.flatMap(\.rows).allSatisfy { text.contains($0.brief.prefix(30)) })
  }

  @Test func besideTheNotesStandTheirKeysAlone() {
    let sections = HelpSection.all(of: Bindings.all, from: .notes)
    #expect(sections.map(\.title) == ["Beside the speaker's notes", "Everywhere", "In this help"])
    let notes = Bindings.all.filter { $0.contexts == [.notes] }
    #expect(notes.allSatisfy { binding in sections[0].rows.contains { $0.brief == binding.brief } })
  }

  @Test func goesBackToWhereItWasCalledFrom() {
    var state = opened()
    #expect(state.layer == .help)
    _ = state.update(.key(.escape))
    #expect(state.layer == .home)
  }
}
