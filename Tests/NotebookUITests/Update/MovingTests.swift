import Notebook
import Terminal
import Testing

@testable import NotebookUI

@Suite struct MovingTests {
  private typealias Row = (before: String, keys: String, after: String)

  /// Where the cursor is, what is pressed, where it is then. On the screen:
  ///
  ///     Q 2×2   K 3×2   V 3×2
  ///     A 2×3   O 2×2
  private static let rows: [Row] = [
    ("Q[the, x]", "l", "Q[the, y]"),
    ("Q[the, x]", "<Right>", "Q[the, y]"),
    ("Q[the, y]", "h", "Q[the, x]"),
    ("Q[the, x]", "j", "Q[cat, x]"),
    ("Q[cat, x]", "k", "Q[the, x]"),
    ("Q[the, x]", "k", "Q[the, x]"),
    ("Q[the, x]", "h", "Q[the, x]"),
    ("Q[the, y]", "l", "K[the, x]"),
    ("K[cat, x]", "h", "Q[cat, y]"),
    ("K[sat, y]", "l", "V[sat, f]"),
    ("Q[cat, x]", "j", "A[the, the]"),
    ("A[the, the]", "k", "Q[cat, x]"),
    ("V[sat, f]", "j", "O[the, f]"),
    ("K[the, x]", "<End>", "K[the, y]"),
    ("K[sat, y]", "<Home>", "K[sat, x]"),
    ("K[the, x]", "G", "K[sat, y]"),
    ("K[sat, y]", "g", "K[the, x]"),
    ("Q[cat, y]", "<Tab>", "K[the, x]"),
    ("K[the, x]", "<S-Tab>", "Q[the, x]"),
    ("O[the, f]", "<Tab>", "Q[the, x]"),
    ("Q[the, x]", "<S-Tab>", "O[the, f]"),
    ("Q[the, x]", "x", "Q[the, x]"),
  ]

  @Test(arguments: rows)
  private func keysMove(_ row: Row) {
    var state = Sample.reading(at: row.before)
    #expect(state.focusName == row.before)
    for event in keys(row.keys) { #expect(state.update(event) == []) }
    #expect(state.focusName == row.after, "\(row.before) \(row.keys)")
  }

  private static let steps: [(from: Int, keys: String, to: Int, message: String?)] = [
    (0, "n", 1, nil), (0, " ", 1, nil), (0, "<PgDn>", 1, nil), (1, "b", 0, nil),
    (1, "<PgUp>", 0, nil), (0, "b", 0, "This is the first step."),
    (2, "n", 2, "The lesson ends here. q goes back to the lessons."), (0, "nnb", 1, nil),
  ]

  @Test(arguments: steps)
  func keysStep(_ row: (from: Int, keys: String, to: Int, message: String?)) {
    var state = Sample.reading()
    state.reading?.go(toStep: row.from)
    for event in keys(row.keys) { _ = state.update(event) }
    #expect(state.reading?.step == row.to)
    #expect(state.message?.text == row.message)
  }

  @Test func aStepRemembersItsCursor() {
    var state = Sample.reading(at: "K[cat, y]")
    for event in keys("nb") { _ = state.update(event) }
    #expect(state.focusName == "K[cat, y]")
  }

  @Test func aTallStepScrollsWithTheCursorAndBySpace() {
    var state = Sample.reading(size: Size(width: 60, height: 12))
    #expect(state.reading?.scroll == 0)
    for event in keys("<Tab><Tab><Tab><Tab>") { _ = state.update(event) }
    #expect(state.focusName == "O[the, f]")
    #expect(state.draw().rows.contains { $0.contains("[0.60]") })
    for _ in 0..<40 { _ = state.update(.key(.up)) }
    #expect(state.reading?.scroll == 0)
    _ = state.update(.character(" "))
    #expect(state.reading?.step == 0)
    #expect((state.reading?.scroll ?? 0) > 0)
  }

  @Test func aClickMovesTheCursor() {
    var state = Sample.reading()
    let row = state.draw().rows.firstIndex { $0.contains("sat") } ?? 0
    let text = state.draw().row(row)
    let column = text.distance(from: text.startIndex, to: text.firstIndex(of: ".") ?? text.endIndex)
    _ = state.update(.mouse(MouseEvent(.press, at: Point(x: column, y: row))))
    #expect(state.focusName == "K[sat, x]")
  }

  @Test func aHintInTheFooterCanBeClicked() {
    var state = Sample.reading()
    let hint = state.footer.hints.first { $0.action == .nextStep }
    let point = Point(x: hint?.area.x ?? 0, y: hint?.area.y ?? 0)
    _ = state.update(.mouse(MouseEvent(.press, at: point)))
    #expect(state.reading?.step == 1)
  }
}

extension Sample {
  /// The lesson opened at its first step, the cursor on an entry.
  static func reading(
    at entry: String? = nil, size: Size = Size(width: 80, height: 24)
  ) -> State {
    var state = State(size: size, shelf: Shelf(lessons: shelf))
    state.open(weightedSums)
    guard let entry else { return state }
    for panel in state.reading?.panels ?? [] {
      guard let shape = panel.tableShape else { continue }
      for offset in 0..<(shape.sliceCount * shape.rows * shape.columns) {
        let position = shape.place(atOffset: offset).map { shape.position($0) } ?? []
        if panel.entryName(position) == entry {
          state.reading?.focus = Focus(panel: panel.id, position: position)
        }
      }
    }
    return state
  }
}

extension State {
  /// The focused entry by its labels.
  var focusName: String? {
    guard let focus = reading?.focus, let panel = reading?.focusedPanel else { return nil }
    return focus.position.map { panel.entryName($0) } ?? panel.name
  }
}
