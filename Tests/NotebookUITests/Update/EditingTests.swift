import AttentionEngine
import CellLanguage
import Notebook
import Terminal
import Testing

@testable import NotebookUI

@Suite struct EditingTests {
  private typealias Row = (at: String, keys: String, text: String, after: String, value: Double)

  /// The entry, the keys, then: what stands in the edit (empty when none is open), the entry under the cursor, and the
  /// value of the first entry.
  private static let rows: [Row] = [
    ("K[cat, y]", "5", "5", "K[cat, y]", 1),
    ("K[cat, y]", ".5", ".5", "K[cat, y]", 1),
    ("K[cat, y]", "0.5<Enter>", "", "K[cat, y]", 0.5),
    ("K[cat, y]", "0.5<Esc>", "", "K[cat, y]", 1),
    ("K[cat, y]", "<Enter>", "1.0", "K[cat, y]", 1),
    ("K[cat, y]", "<Enter><BS>5<Enter>", "", "K[cat, y]", 1.5),
    ("K[cat, y]", "1/4<Enter>", "", "K[cat, y]", 0.25),
    ("K[cat, y]", "-5", "-5", "K[cat, y]", 1),
    ("K[cat, y]", "-5<Enter>", "", "K[cat, y]", -5),
    ("K[cat, y]", "-.5<Enter>", "", "K[cat, y]", -0.5),
    ("K[cat, y]", "-5<Esc>", "", "K[cat, y]", 1),
    ("K[cat, y]", "-in", "-in", "K[cat, y]", 1),
    ("K[cat, y]", "inf<Enter>u", "", "K[cat, y]", 1),
    ("K[cat, x]", "2<Tab>", "1.0", "K[cat, y]", 2),
    ("K[cat, y]", "2<Tab>", "1.0", "K[sat, x]", 2),
    ("K[sat, y]", "2<Tab>", "", "K[sat, y]", 2),
    ("K[cat, y]", "2<S-Tab>", "0.0", "K[cat, x]", 2),
    ("K[cat, y]", "2<S-Up>", "0.0", "K[the, y]", 2),
    ("K[cat, y]", "2<S-Down>", "1.0", "K[sat, y]", 2),
    ("K[cat, y]", "2<S-Left>3<Enter>", "", "K[cat, x]", 2),
    ("K[the, x]", "2<S-Right>", "0.0", "K[the, y]", 2),
    ("K[cat, y]", "+", "", "K[cat, y]", 1.1),
    ("K[cat, y]", "-", "", "K[cat, y]", 0.9),
    ("K[cat, y]", "--", "", "K[cat, y]", 0.8),
    ("K[cat, y]", "--5", "5", "K[cat, y]", 0.8),
    ("K[cat, y]", "]+", "", "K[cat, y]", 1.25),
    ("K[cat, y]", "[-", "", "K[cat, y]", 0.95),
    ("K[cat, y]", "7<Enter>u", "", "K[cat, y]", 1),
    ("K[cat, y]", "7<Enter>u<C-r>", "", "K[cat, y]", 7),
    ("K[cat, y]", "7<Enter>8<Enter>r", "", "K[cat, y]", 1),
    ("K[cat, y]", "7<Enter>ru", "", "K[cat, y]", 7),
    ("K[cat, y]", "7<Enter>R", "", "K[cat, y]", 7),
    ("K[cat, y]", "7<Enter>RR", "", "K[cat, y]", 1),
    ("K[cat, y]", "1 + x<Enter>", "1 + x", "K[cat, y]", 1),
    ("K[cat, y]", "12<Left><Left>-<Enter>", "", "K[cat, y]", -12),
  ]

  @Test(arguments: rows)
  private func keysEdit(_ row: Row) throws {
    var state = Sample.reading(at: row.at)
    let focus = try #require(state.reading?.focus)
    for event in keys(row.keys) { _ = state.update(event) }
    #expect(state.reading?.editing?.field.text ?? "" == row.text, "\(row.keys)")
    #expect(state.focusName == row.after, "\(row.keys)")
    let id = try #require(focus.panel)
    let panel = try #require(state.reading?.session.panel(id))
    let offset = TableShape(shape: [3, 2]).place(of: focus.position ?? []).map {
      $0.row * 2 + $0.column
    }
    #expect(abs((panel.entries?[offset ?? 0] ?? .nan) - row.value) < 1e-12, "\(row.keys)")
  }

  /// What can't be edited says so.
  private static let refusals: [(at: String, keys: String, message: String)] = [
    (
      "A[the, cat]", "5",
      "5…  A is computed: change what it is made from, or Enter edits its formula."
    ),
    ("A[the, cat]", "+", "A is computed: change what it is made from, or Enter edits its formula."),
    ("O[the, f]", ".", "O is computed: change what it is made from, or Enter edits its formula."),
    ("K[cat, y]", "u", "There is nothing to undo."),
    ("K[cat, y]", "<C-r>", "There is nothing to redo."),
    ("K[cat, y]", "r", "K is as at first already."),
    ("K[cat, y]", "R", "The lesson is as at first already."),
    ("K[cat, y]", "2<Enter>u", "Undone: K[cat, y]. Ctrl-R redoes it."),
    ("K[cat, y]", "2<Enter>u<C-r>", "Done again: K[cat, y]."),
    ("K[cat, y]", "2<Enter>r", "K is as at first."),
    (
      "K[cat, y]", "2<Enter>nu", "The change is of K[cat, y] in step 1: u again takes it back."
    ),
    ("K[cat, y]", "2<Enter>nuu", "Undone: K[cat, y], in step 1. Ctrl-R redoes it."),
    (
      "K[cat, y]", "2<Enter>3<Enter>nuuu",
      "The change is of K[cat, y] in step 1: u again takes it back."
    ),
    ("K[cat, y]", "2<Enter>nubu", "Undone: K[cat, y]. Ctrl-R redoes it."),
    ("K[cat, y]", "2<Enter>nuju", "The change is of K[cat, y] in step 1: u again takes it back."),
    (
      "K[cat, y]", "2<Enter>un<C-r>",
      "The change is of K[cat, y] in step 1: Ctrl-R again does it again."
    ),
    ("K[cat, y]", "2<Enter>un<C-r><C-r>", "Done again: K[cat, y], in step 1."),
    (
      "K[cat, y]", "2<Enter>R", "Set every cell of the lesson back? R again does it; u undoes."
    ),
    ("K[cat, y]", "2<Enter>RR", "The lesson is as at first."),
    ("K[cat, y]", "]", "+ and - change a number by 0.25."),
    ("K[cat, y]", "v", "K: numbers · [heatmap] · bars"),
    ("K[cat, y]", ">", "K with 3 decimals."),
  ]

  @Test(arguments: refusals)
  func saysWhatHappened(_ row: (at: String, keys: String, message: String)) {
    var state = Sample.reading(at: row.at)
    for event in keys(row.keys) { _ = state.update(event) }
    #expect(state.message?.text == row.message)
    #expect(state.reading?.editing == nil)
    _ = state.update(.key(.left))
    #expect(state.message == nil)
  }

  /// What was warned of is forgotten at a click, as at any other key.
  @Test func aClickForgetsWhatWasAskedTwice() {
    var state = Sample.reading(at: "K[cat, y]")
    for event in keys("2<Enter>R") { _ = state.update(event) }
    #expect(state.confirming == .resetLesson)
    _ = state.update(.mouse(MouseEvent(.press, at: Point(x: 0, y: 0))))
    #expect(state.confirming == nil)
  }

  @Test func aFormulaIsEditedAsText() {
    var state = Sample.reading(at: "A[the, cat]")
    _ = state.update(.key(.enter))
    #expect(state.reading?.editing?.field.text == "A = softmax(Q @ K.T / sqrt(2))")
    for event in keys("<BS> * 2)<Enter>") { _ = state.update(event) }
    #expect(state.reading?.editing == nil)
    #expect(state.draw().rows.contains { $0.contains("A = softmax(Q @ K.T / sqrt(2) * 2)") })
  }

  @Test func whatCantBeReadStaysInTheEdit() {
    var state = Sample.reading(at: "A[the, cat]")
    for event in keys("<Enter><BS><Enter>") { _ = state.update(event) }
    #expect(state.reading?.editing?.field.text == "A = softmax(Q @ K.T / sqrt(2)")
    #expect(state.reading?.editing?.problem != nil)
    for event in keys(")<Enter>") { _ = state.update(event) }
    #expect(state.reading?.editing == nil)
  }

  @Test func aChangeIsSaved() {
    var state = Sample.reading(at: "K[cat, y]")
    #expect(state.update(.character("+")) == [.save])
    #expect(state.update(.character("u")) == [.save])
    #expect(state.update(.key(.left)) == [])
    for event in keys("5") { #expect(state.update(event) == []) }
    #expect(state.update(.key(.enter)) == [.save])
  }

  @Test func whatChangedIsMarkedUntilTheNextKey() {
    var state = Sample.reading(at: "V[the, f]")
    for event in keys("2<Enter>") { _ = state.update(event) }
    let marks = state.reading?.marks ?? [:]
    let outputs = marks[PanelID(cell: 4, statement: 0)]
    #expect(outputs == [0: .up, 2: .up])
    #expect(marks[PanelID(cell: 3, statement: 0)] == nil)
    #expect(state.draw().rows.contains { $0.contains("1.00▴  0.40") })
    _ = state.update(.key(.left))
    #expect(state.reading?.marks == [:])
  }

  @Test func aSliderGivesTheNudgeItsStep() throws {
    var state = Sample.reading()
    for event in keys("n") { _ = state.update(event) }
    #expect(state.focusName == "W", "what is to fill comes first")
    for event in keys("<Tab>") { _ = state.update(event) }
    #expect(state.focusName == "T")
    for event in keys("+") { _ = state.update(event) }
    #expect(state.reading?.focusedPanel?.entries == [0.75])
  }

  @Test func pastingReplacesTheEntry() {
    var state = Sample.reading(at: "K[cat, y]")
    _ = state.update(.paste(" 0.25\n"))
    #expect(state.reading?.editing?.field.text == "0.25")
    _ = state.update(.paste("5\u{1B}[0m"))
    #expect(state.reading?.editing?.field.text == "0.255[0m")
  }

  @Test func resizingKeepsTheEdit() {
    var state = Sample.reading(at: "K[cat, y]")
    for event in keys("0.2") { _ = state.update(event) }
    for size in [
      Size(width: 10, height: 3), Size(width: 45, height: 13), Size(width: 200, height: 60),
    ] {
      _ = state.update(.resize(size))
    }
    for event in keys("5<Enter>") { _ = state.update(event) }
    #expect(state.draw().rows.contains { $0.contains("[0.25]") })
  }

  @Test func aClickElsewhereAccepts() {
    var state = Sample.reading(at: "K[cat, y]")
    for event in keys("5") { _ = state.update(event) }
    let rows = state.draw().rows
    let row = rows.firstIndex { $0.contains("V  value") } ?? 0
    _ = state.update(.mouse(MouseEvent(.press, at: Point(x: 60, y: row + 2))))
    #expect(state.reading?.editing == nil)
    #expect(state.focusName?.hasPrefix("V") == true)
    #expect(state.reading?.session.canUndo == true)
  }
}
