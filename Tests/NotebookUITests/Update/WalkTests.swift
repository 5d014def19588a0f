import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Walking through a derivation with keys: (where from, keys, where to).
@Suite struct WalkTests {
  private func after(_ text: String, from entry: String) -> State {
    NotebookUITests.after(text, Sample.reading(at: entry))
  }

  /// The name of the line under the cursor.
  private func line(_ state: State) -> String? {
    guard let walk = state.walk, let reading = state.reading else { return nil }
    let writer = DerivationWriter(
      reading.session, root: walk.root, step: reading.step, ascii: false)
    return writer.label(walk.row.node)
  }

  private static let walks: [(keys: String, line: String)] = [
    ("e", "O[cat, f]"),
    ("ej", "A[cat, the]"),
    ("e<Down><Down>", "with the maximum taken off"),
    ("eG", "V[:, f]"),
    ("eGg", "O[cat, f]"),
    ("e<End><Home>", "O[cat, f]"),
    ("ejl", "with the maximum taken off"),
    ("ejlll", "maximum"),
    ("ejlh", "A[cat, the]"),
    ("ejlhh", "A[cat, the]"),
    ("ejlhhh", "O[cat, f]"),
    ("ejlllh", "with the maximum taken off"),
    ("ej<Right><Right><Left>", "with the maximum taken off"),
    ("e<PgDn>", "V[:, f]"),
    ("e<PgDn><PgUp>", "O[cat, f]"),
    ("ekkk", "O[cat, f]"),
    ("eGl", "V[:, f]"),
    ("eGll", "V[the, f]"),
  ]

  @Test(arguments: walks)
  func aKeyGoesToALine(_ walk: (keys: String, line: String)) {
    #expect(line(after(walk.keys, from: "O[cat, f]")) == walk.line)
  }

  private static let ends: [(keys: String, focus: String)] = [
    ("eq", "O[cat, f]"), ("ejj<Esc>", "O[cat, f]"), ("ejhje", "A[cat, cat]"),
    ("ejhj<Enter>", "A[cat, cat]"), ("eGe", "V[the, f]"), ("eGllje", "V[cat, f]"),
    ("ee", "O[cat, f]"),
  ]

  @Test(arguments: ends)
  func leavingMovesTheFocus(_ end: (keys: String, focus: String)) {
    let state = after(end.keys, from: "O[cat, f]")
    #expect(state.layer == .lesson)
    #expect(state.walk == nil)
    #expect(state.focusName == end.focus)
  }

  @Test func aNumberWithoutANameIsNoPlaceToGo() {
    let state = after("ejlle", from: "O[cat, f]")
    #expect(state.layer == .walk)
    #expect(state.message == .note("This number stands here alone; go to one with a name."))
  }

  @Test func anInputSaysWhatItReachesAndOneGoesThere() {
    #expect(line(after("ej", from: "V[cat, g]")) == "O[the, g], O[cat, g]")
    #expect(after("ejllje", from: "V[cat, g]").focusName == "O[cat, g]")
    #expect(line(after("Ej", from: "A[cat, the]")) == "row cat of O")
    #expect(line(after("ejEj", from: "O[cat, f]")) == "row cat of O")
  }

  @Test func goesToAnEarlierStep() {
    var reader = Reader(Walked.shelf)
    reader.opens(lesson: "walked")
    reader.types("n")
    reader.movesTo("S", "1", "0")
    reader.types("eG")
    reader.sees("└▸ K[0] = (1.00, 0.00)")
    reader.presses(.enter)
    #expect(reader.state.reading?.step == 0)
    #expect(reader.state.focusName == "K[0, 0]")
    reader.types("ejl")
    reader.sees("step 2")
    reader.types("jje")
    #expect(reader.state.reading?.step == 1)
  }

  @Test func aClickChoosesAndOpens() {
    var state = after("ejhk", from: "O[cat, f]")
    let click = Event.mouse(MouseEvent(.press, at: Point(x: 6, y: 3)))
    _ = state.update(click)
    #expect(line(state) == "A[cat, the]")
    let closed = state.walk?.tree.rows.count ?? 0
    _ = state.update(click)
    #expect((state.walk?.tree.rows.count ?? 0) > closed)
    _ = state.update(.mouse(MouseEvent(.wheelDown, at: Point(x: 6, y: 3))))
    #expect(state.walk?.selected == 4)
  }

  @Test func theCursorStaysInSight() {
    var state = Sample.reading(at: "O[cat, f]", size: Size(width: 40, height: 12))
    for event in keys("ejl<Down><Down><Down><Down><Down><Down>") { _ = state.update(event) }
    let grid = state.draw()
    let row = grid.cursor.map { grid.rows[$0.y] } ?? ""
    #expect(row.contains("A[cat, sat] = 0.40"))
  }
}

/// A lesson whose second step is made of the first.
private enum Walked {
  static let shelf = [
    Sample.lesson(
      nil, "walked", "Walked",
      steps: [
        ("Inputs", [.cell(0), .cell(1)]), ("Scores", [.cell(2)]),
      ],
      cells: [
        Sample.cell(0, "Q = [[1.0, 0.0], [0.0, 1.0]]"),
        Sample.cell(1, "K = [[1.0, 0.0], [1.0, 1.0]]"),
        Sample.cell(2, "S = Q @ K.T"),
      ])
  ]
}
