import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// In a room, numbers have no more decimals than they need.
@Suite struct ReadingDigitsTests {
  private static let text = """
    ## One
    ```python {.qkv}
    W = [[1.0, 0], [0, 1]]
    ```
    ```python {.qkv}
    H = [[1, 0.5]]
    ```
    ```python {.qkv}
    A = softmax(H)
    ```
    ```python {.qkv}
    N = H - 0.0001
    ```
    ```python {.qkv}
    S = W @ W
    ```
    ```python {.qkv}
    #| digits: 3
    B = [1, 2]
    ```
    ```python {.qkv}
    L = 4e6 * array(B)
    ```
    ```python {.qkv}
    open = W == 1
    ```
    """

  private func opened(room: Bool = true, digits: Int? = nil, keys text: String = "") throws -> State
  {
    let lesson = try #require(LessonReader.read(text: Self.text, name: "t.md").lesson)
    var state = State(size: Size(width: 120, height: 40), shelf: Shelf(lessons: [lesson]))
    state.isRoom = room
    state.standardDigits = digits
    state.open(lesson)
    _ = state.update(.resize(state.size))
    for event in keys(text) { _ = state.update(event) }
    return state
  }

  private func digits(_ state: State) -> [String: Int] {
    let panels = state.reading?.panels ?? []
    return Dictionary(
      uniqueKeysWithValues: panels.compactMap { panel in
        panel.name.flatMap { name in state.reading.map { (name, $0.digits(of: panel)) } }
      })
  }

  @Test func asFewAsNumbersNeed() throws {
    let usual = ["W": 2, "H": 2, "A": 2, "N": 2, "S": 2, "B": 3, "L": 2, "open": 2]
    #expect(digits(try opened(room: false)) == usual)
    #expect(
      digits(try opened())
        == ["W": 0, "H": 1, "A": 2, "N": 2, "S": 0, "B": 3, "L": 2, "open": 2])
  }

  @Test func twoAtMostUnlessTheLessonSaysSo() throws {
    let state = try opened(digits: 5)
    #expect(digits(state)["A"] == 2)
    #expect(digits(state)["B"] == 3)
    #expect(digits(try opened(digits: 1))["A"] == 1)
  }

  @Test func theKeysAskForOthers() throws {
    let more = try opened(keys: ">")
    #expect(more.message == .note("W with 1 decimal."))
    #expect(digits(more)["W"] == 1)
    #expect(digits(try opened(keys: ">>>"))["W"] == 3)
    #expect(digits(try opened(keys: "><"))["W"] == 0)
  }

  @Test func anEditMovesNothing() throws {
    let before = try opened()
    let after = try opened(keys: "1.25<Enter>")
    #expect(digits(after)["W"] == 2)
    #expect(digits(after)["S"] == 2)
    let places = before.page?.panels.map { "\($0.at) \($0.box.size)" }
    #expect(after.page?.panels.map { "\($0.at) \($0.box.size)" } == places)
  }

  @Test func whatIsPinnedIsWrittenAlike() throws {
    let state = try opened(keys: "<Tab><Right>p1.0<Enter>")
    #expect(state.explanation?.text.hasSuffix("was 0.5 ▲+0.5") == true)
    #expect(digits(state)["H"] == 1)
  }

  @Test func theLineBelowSaysWhatTheMatrixSays() throws {
    let state = try opened(keys: "<Tab><Tab><Tab><Tab>")
    #expect(state.explanation?.text == "S[0, 0] = W[0] · W[:, 0] = 1×1 + 0×0 = 1")
    // Asked for more, it follows too.
    let more = try opened(room: false, keys: "<Tab><Tab>" + ">>")
    #expect(more.explanation?.text.contains(" = 0.6225") == true)
  }
}
