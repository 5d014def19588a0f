import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Keys that are meant several times, and changes that are made again.
@Suite struct CountTests {
  private func focus(_ state: State) -> String? {
    guard let panel = state.reading?.focusedPanel, let position = state.reading?.focus?.position
    else { return nil }
    return panel.entryName(position)
  }

  /// The entry before, the keys, the entry after.
  private static let moves: [(String, String, String)] = [
    ("A[the, the]", "2l", "A[the, sat]"), ("A[the, the]", "2<Right>", "A[the, sat]"),
    ("K[the, x]", "<A-2>j", "K[sat, x]"), ("K[the, x]", "<A-2><Tab>", "A[the, the]"),
    ("A[the, the]", "99l", "O[the, g]"), ("A[the, the]", "12<Esc>l", "A[the, cat]"),
    ("O[cat, g]", "2h", "A[cat, sat]"),
  ]

  @Test(arguments: moves)
  func aCountMoves(_ move: (String, String, String)) {
    #expect(focus(after(move.1, Sample.reading(at: move.0))) == move.2)
  }

  @Test func stepsAndUndosAreCounted() {
    let state = Sample.reading(at: "K[cat, y]")
    #expect(after("<A-2>n", state).reading?.step == 2)
    let changed = after("2<Enter>3<Enter>4<Enter>", state)
    #expect(changed.reading?.session.text(of: "K[cat, y]") == "4")
    #expect(after("<A-2>u", changed).reading?.session.text(of: "K[cat, y]") == "2")
  }

  @Test func aCountedNudgeIsOneEdit() {
    let state = after("<A-5>+", Sample.reading(at: "K[cat, y]"))
    #expect(state.reading?.session.text(of: "K[cat, y]") == "1.5")
    #expect(after("u", state).reading?.session.text(of: "K[cat, y]") == "1.0")
  }

  @Test func onAnEditableEntryADigitBeginsANumber() {
    #expect(after("3", Sample.reading(at: "K[cat, y]")).reading?.editing?.field.text == "3")
  }

  @Test func aCountIsShownAndForgotten() {
    let state = after("<A-3>", Sample.reading(at: "K[cat, y]"))
    #expect(
      state.message == .note("3…  the next key does it 3 times; Esc forgets the count."))
    let forgotten = after("<Esc>", state)
    #expect(forgotten.layer == .lesson)
    #expect(forgotten.count == nil)
  }

  @Test func homeOpensALessonByItsNumber() {
    let home = State(
      size: Size(width: 80, height: 24), shelf: Shelf(lessons: Sample.shelf + [Sample.tasks]))
    #expect(after("6<Enter>", home).reading?.lesson.id == "weighted-sums")
    #expect(after("2j", home).home.selected == 2)
    #expect(after("7G", home).home.selected == 2)
    #expect(
      after("6", home).message
        == .note("6…  Enter opens lesson 6, Weighted sums of values; Esc forgets the count."))
    #expect(
      after("9", home).message == .note("9…  there is no lesson 9; Esc forgets the count."))
    #expect(after("9<Enter>", home).message == .note("There is no lesson 9."))
  }

  // MARK: - Again

  /// The keys from `K[the, x]` on, and the text of `K[cat, y]` after them.
  private static let repeats: [(String, String)] = [
    ("7<Enter>jla", "7"), ("1/4<Enter>jla", "1/4"), ("+jla", "1.1"), ("<A-3>-jla", "0.7"),
    ("+jlaa", "1.2"), ("+jlaau", "1.1"),
  ]

  @Test(arguments: repeats)
  func aChangeIsMadeAgain(_ change: (String, String)) {
    let state = after(change.0, Sample.reading(at: "K[the, x]"))
    #expect(state.reading?.session.text(of: "K[cat, y]") == change.1)
  }

  /// Who types a number and Enter on a result means the number, and isn't led into its formula.
  @Test func enterBehindACountOpensNoFormula() {
    let result = Sample.reading(at: "A[the, the]")
    let refused = after("9<Enter>", result)
    #expect(refused.reading?.editing == nil)
    #expect(
      refused.message
        == .refusal("A is computed: change what it is made from, or Enter edits its formula."))
    #expect(after("<Enter>", refused).reading?.editing != nil)
    #expect(after("<Enter>", result).reading?.editing != nil)
  }

  @Test func againSaysWhatIsMissing() {
    #expect(
      after("a", Sample.reading(at: "K[the, x]")).message
        == .note("There is no change to do again: change a number first."))
    var computed = after("+", Sample.reading(at: "K[the, x]"))
    computed.reading?.focus = Sample.reading(at: "A[the, the]").reading?.focus
    #expect(
      after("a", computed).message
        == .refusal("A is computed: change what it is made from, or Enter edits its formula."))
  }
}

extension Session {
  /// An entry as written, by its name on the screen.
  fileprivate func text(of name: String) -> String? {
    for panel in lesson.cells.indices.flatMap({ panels(of: $0) }) {
      guard let shape = panel.tableShape else { continue }
      for offset in 0..<(shape.sliceCount * shape.rows * shape.columns) {
        let position = shape.place(atOffset: offset).map { shape.position($0) } ?? []
        if panel.entryName(position) == name { return entryText(panel.id, at: position) }
      }
    }
    return nil
  }
}
