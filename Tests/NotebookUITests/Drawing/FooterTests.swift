import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What the last line names where there isn't room for everything.
@Suite struct FooterTests {
  struct Case: CustomTestStringConvertible {
    let what: String
    let state: State
    let keys: String
    /// The footer by the width of the screen.
    let lines: [(Int, String)]

    var testDescription: String { what }
  }

  private static func footer(_ test: Case, _ width: Int) -> String {
    var state = test.state
    state.size = Size(width: width, height: 24)
    for event in keys(test.keys) { _ = state.update(event) }
    return state.draw().rows[23]
  }

  private static let cases = [
    Case(
      what: "an input", state: Sample.reading(at: "K[cat, y]"), keys: "",
      lines: [
        (
          120,
          " ⏎ edit  ± 0.1  e why  Tab move  n next  v view  q home  p pin  / search  : commands  o add cell                 ? help"
        ),
        (80, " ⏎ edit  ± 0.1  e why  Tab move  n next  v view  q home  p pin  o cell   ? help"),
        (60, " ⏎ edit  e why  Tab move  n next  v view  q home     ? help"),
        (40, " ⏎ edit  e why  n next  q home   ? help"),
      ]),
    Case(
      what: "an input after an edit", state: Sample.reading(at: "K[cat, y]"), keys: "+",
      lines: [
        (
          120,
          " ⏎ edit  ± 0.1  e why  Tab move  n next  v view  q home  u undo  p pin  / search  : commands  o add cell         ? help"
        ),
        (80, " ⏎ edit  ± 0.1  e why  Tab move  n next  v view  q home  u undo  p pin   ? help"),
        (60, " ⏎ edit  e why  Tab move  n next  q home  u undo     ? help"),
        (40, " ⏎ edit  n next  q home  u undo  ? help"),
      ]),
    Case(
      what: "after undoing one of two edits", state: Sample.reading(at: "K[cat, y]"), keys: "++u",
      lines: [
        (
          120,
          " ⏎ edit  ± 0.1  e why  Tab move  n next  v view  q home  u undo  Ctrl-R redo  p pin  / search  : commands        ? help"
        ), (80, " ⏎ edit  ± 0.1  e why  Tab move  n next  v view  q home  u undo  p pin   ? help"),
        (40, " ⏎ edit  n next  q home  u undo  ? help"),
      ]),
    Case(
      what: "a result with views, after an edit", state: Sample.reading(at: "K[cat, y]"),
      keys: "+<Tab><Tab>",
      lines: [
        (
          120,
          " ⏎ edit formula  e why  Tab move  n next  v view  q home  u undo  p pin  / search  : commands  o add cell        ? help"
        ), (80, " ⏎ edit formula  e why  Tab move  n next  v view  q home  u undo  p pin  ? help"),
        (40, " ⏎ edit  n next  q home  u undo  ? help"),
      ]),
    Case(
      what: "pinned", state: Sample.reading(at: "K[cat, y]"), keys: "p+",
      lines: [
        (
          120,
          " ⏎ edit  ± 0.1  e why  Tab move  n next  P restore  q home  p unpin  v view  u undo  / search  : commands        ? help"
        ), (80, " ⏎ edit  ± 0.1  e why  Tab move  n next  P restore  q home  u undo       ? help"),
        (40, " ⏎ edit  n next  q home  u undo  ? help"),
      ]),
    Case(
      what: "typing a number", state: Sample.reading(at: "K[cat, y]"), keys: "5",
      lines: [
        (
          120,
          " ⏎ accept  Esc give up  Tab accept, next  Shift+↑↓←→ accept, move                                               F1 help"
        ), (80, " ⏎ accept  Esc give up  Tab accept, next  Shift+↑↓←→ accept, move       F1 help"),
        (60, " ⏎ accept  Esc give up  Tab next  Shift+↑↓←→ move   F1 help"),
        (40, " ⏎ accept  Esc give up          F1 help"),
      ]),
    Case(
      what: "typing a formula", state: Sample.reading(at: "A[the, cat]"), keys: "<Enter>",
      lines: [
        (80, " ⏎ accept  Esc give up  Ctrl-J new line                                 F1 help"),
        (40, " ⏎ accept  Esc give up          F1 help"),
      ]),
    Case(
      what: "a quiz", state: Sample.task(step: 1), keys: "",
      lines: [
        (80, " 1-3 choose  ⏎ answer  Tab move  n next  S solution  q home  / search    ? help"),
        (40, " 1-3 choose  n next  q home      ? help"),
      ]),
    Case(
      what: "a quiz of several, after an edit", state: Sample.task(step: 1),
      keys: "<Tab>2<Enter>n",
      lines: [
        (80, " 1-3 choose  Space mark  ⏎ answer  n next  S solution  q home  u undo    ? help"),
        (40, " 1-3 choose  n next  q home      ? help"),
      ]),
    Case(
      what: "a quiz after an edit", state: Sample.task(step: 1), keys: "<Tab>2<Enter><Tab>",
      lines: [
        (80, " 1-3 choose  ⏎ answer  Tab move  n next  S solution  q home  u undo      ? help"),
        (40, " 1-3 choose  n next  q home      ? help"),
      ]),
    Case(
      what: "a guess", state: Sample.task(step: 3), keys: "",
      lines: [
        (80, " ⏎ guess  Tab move  n next  S solution  q home  / search  : commands     ? help"),
        (40, " ⏎ guess  n next  q home         ? help"),
      ]),
    Case(
      what: "an exercise", state: Sample.task(step: 4), keys: "",
      lines: [
        (80, " ⏎ edit formula  n next  H hint  q home  p pin  / search  : commands     ? help"),
        (40, " ⏎ edit  n next  H hint  q home  ? help"),
      ]),
    Case(
      what: "a derivation", state: Sample.reading(at: "O[cat, f]"), keys: "ejh",
      lines: [
        (80, " → open  ⏎ go to A  q back to the step  ↑↓ walk                          ? help"),
        (40, " → open  ⏎ go to A  q back       ? help"),
      ]),
    Case(
      what: "the list of lessons",
      state: State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: Sample.shelf)),
      keys: "",
      lines: [
        (80, " ⏎ open  ↑↓ choose  q quit  / search  : commands                         ? help"),
        (40, " ⏎ open  ↑↓ choose  q quit       ? help"),
      ]),
    Case(
      what: "the palette", state: Sample.reading(), keys: ":",
      lines: [
        (80, " ⏎ go  Esc back to the step  ↑↓ choose                                  F1 help"),
        (40, " ⏎ go  Esc back  ↑↓ choose      F1 help"),
      ]),
    Case(
      what: "help", state: Sample.reading(), keys: "?",
      lines: [(80, " Esc back to the step  ↑↓ scroll"), (40, " Esc back to the step  ↑↓ scroll")]),
  ]

  @Test(arguments: cases)
  func names(_ test: Case) {
    for (width, line) in test.lines {
      #expect(Self.footer(test, width) == line, "\(test.what), \(width) columns")
    }
  }

  /// Whatever the width, one sees how to get help and how to get away.
  @Test(arguments: cases)
  func neverWithoutAWayOut(_ test: Case) {
    for width in 40...200 {
      let line = Self.footer(test, width)
      let out = ["q home", "q quit", "q back", "Esc back", "Esc give up"]
      #expect(out.contains { line.contains($0) }, "\(width) columns")
      #expect(line.hasSuffix("? help") || line.hasSuffix("F1 help") || test.keys == "?")
      #expect(TextWidth.columns(of: line) < width)
    }
  }
}
