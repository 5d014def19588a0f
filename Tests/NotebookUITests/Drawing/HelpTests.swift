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
        "  The list of lessons",
        "  Enter → l        Open the chosen lesson.",
        "  ↑ k              Choose the lesson above.",
        "  ↓ j              Choose the lesson below.",
        "  g                Choose the first lesson.",
        "  G                Choose the last lesson.",
        "  /                Search all lessons.",
        "",
      ])
    // How many follow depends on the table.
    #expect(rows[10].hasSuffix(" more ──"))
    #expect(rows[11] == " Esc back  ↑↓ scroll")
  }

  @Test func typingSearches() {
    var state = opened()
    for event in Event.typing("undo") { _ = state.update(event) }
    #expect(
      state.draw().rows == [
        " Help  type to search: undo",
        "────────────────────────────────────────────────────────────────────────────────",
        "  Reading and changing a lesson",
        "  u                Undo the last change; again and again, without limit.",
        "  Ctrl-R           Redo a change that was undone.",
        "  R                Reset the whole lesson; u undoes that too.",
        "  A                Adopt the solution that is shown: it replaces your work in",
        "                   the cells; u undoes.",
        "", "",
        "────────────────────────────────────────────────────────────────────────────────",
        " Esc back  ↑↓ scroll",
      ])
  }

  @Test func everyKeyIsListed() {
    let text = opened(width: 120, height: 200).draw().rows.joined(separator: "\n")
    for binding in Bindings.all {
      #expect(text.contains(binding.help), "\(binding.help)")
    }
  }

  @Test func goesBackToWhereItWasCalledFrom() {
    var state = opened()
    #expect(state.layer == .help)
    _ = state.update(.key(.escape))
    #expect(state.layer == .home)
  }
}
