import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What the cursor stands on can be seen, whatever a key did.
@Suite struct SightTests {
  private func pressing(_ text: String, _ state: State) -> State {
    var state = state
    for event in keys(text) { _ = state.update(event) }
    return state
  }

  /// The reader scrolls up to the prose; the next thing done to a number brings it back.
  @Test(arguments: ["=", "5", "<Tab>", "+"])
  func aKeyThatChangesSomethingBringsItBack(_ key: String) {
    var state = Sample.reading(at: "V[sat, g]", size: Size(width: 40, height: 12))
    state = pressing("k", state)
    #expect(state.focusIsInView)
    for _ in 1...20 { _ = state.update(.mouse(MouseEvent(.wheelUp, at: Point(x: 3, y: 3)))) }
    #expect(state.reading?.scroll == 0)
    #expect(!state.focusIsInView)
    let name = state.draw().rows[10]
    #expect(name == " V[cat, g] is further down: PgDn.")
    #expect(pressing(key, state).focusIsInView)
  }

  private static let longNames = OwnNotebook.lesson(
    """
    ## One
    \(String(repeating: "Many words of prose. ", count: 20))

    ```python {.qkv}
    #| rows: a token of many words, another
    X = [[1, 2], [3, 4]]
    ```

    """)

  @Test func aLongNameLeavesRoomForTheWay() {
    let size = Size(width: 40, height: 12)
    let state = Sample.state(Self.longNames, step: 0, size: size, keys: "")
    #expect(state.draw().rows[10] == " Further down: PgDn.")
  }

  @Test func aStepThatIsComeBackToShowsWhereTheCursorWasLeft() {
    let left = pressing("<Tab><Tab><Tab><Tab>", Sample.reading(size: Size(width: 40, height: 12)))
    #expect(left.reading?.focusedPanel?.name == "O")
    let back = pressing("nb", left)
    #expect(back.reading?.focusedPanel?.name == "O")
    #expect(back.focusIsInView)
  }

  /// A step that is opened is read from its beginning.
  @Test func aNewStepBeginsAtItsTop() {
    let state = pressing("nb", Sample.reading(size: Size(width: 40, height: 12)))
    #expect(state.reading?.scroll == 0)
  }

  @Test func allOfAMatrixIsBroughtIntoSight() {
    let state = pressing("<Tab><Tab>", Sample.reading(size: Size(width: 40, height: 14)))
    let rows = state.draw().rows
    #expect(state.reading?.focusedPanel?.name == "V")
    #expect(rows.contains { $0.hasPrefix(" V  value") })
    #expect(rows.contains { $0.hasPrefix(" sat   0.50") })
  }
}
