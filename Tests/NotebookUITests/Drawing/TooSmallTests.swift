import Terminal
import Testing

@testable import NotebookUI

@Suite struct TooSmallTests {
  private static let screens: [(width: Int, height: Int, rows: [String])] = [
    (
      39, 11,
      [
        "This window has 39×11,", "the notebook needs 40×12.", "Enlarge it, or q quits.", "", "",
        "",
        "", "", "", "", "",
      ]
    ),
    (20, 4, ["This window has", "20×4, the notebook", "needs 40×12. Enlarge", "it, or q quits."]),
    (80, 1, ["This window has 80×1, the notebook needs 40×12. Enlarge it, or q quits."]),
    (1, 1, ["T"]),
    (0, 0, []),
    (0, 3, ["", "", ""]),
  ]

  @Test(arguments: screens)
  func saysWhatItHasAndNeeds(_ screen: (width: Int, height: Int, rows: [String])) {
    let size = Size(width: screen.width, height: screen.height)
    #expect(State(size: size, shelf: Shelf(lessons: [])).draw().rows == screen.rows)
  }

  @Test func quitsAndDoesNothingElse() {
    var state = State(size: Size(width: 10, height: 5), shelf: Shelf(lessons: Sample.shelf))
    #expect(state.update(.character("j")) == [])
    #expect(state.home.selected == 0)
    #expect(state.update(.control("z")) == [.suspend])
    #expect(state.update(.character("q")) == [.save, .quit(0)])
  }

  @Test func goesOnWhereItWas() {
    var state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: Sample.shelf))
    let before = state.draw()
    _ = state.update(.resize(Size(width: 5, height: 5)))
    _ = state.update(.resize(Size(width: 80, height: 24)))
    #expect(state.draw() == before)
  }
}
