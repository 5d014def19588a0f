import CellLanguage
import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// A matrix of truth values stays one; a function is typed where a function is asked for.
@Suite struct TypedTruthTests {
  private static let text = """
    ---
    qkv: 1
    id: truth
    title: Truth
    summary: Values that are true or not.
    needs: []
    minutes: 5
    ---
    ## A mask

    ```python {.qkv}
    M = array([[True, False], [False, True]])
    ```

    ## A function

    <!-- exercise: twice edits=f -->
    Write a function.

    ```python {.qkv}
    f = ...
    ```
    ```python {.qkv .check}
    assert f(2) == 4, "twice 2"
    ```
    <!-- hint: 2 * x -->
    ```python {.qkv .solution}
    def f(x): return 2 * x
    ```
    <!-- end -->

    """

  private func opened(step: Int = 0, _ typed: String) throws -> State {
    let lesson = try #require(LessonReader.read(text: Self.text, name: "truth.md").lesson)
    var state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: [lesson]))
    state.open(lesson)
    state.reading?.go(toStep: step)
    return after(typed, state)
  }

  /// Keys on the first entry, and the definition then.
  private static let keys: [(keys: String, text: String)] = [
    ("0<Enter>", "M = array([[False, False], [False, True]])"),
    ("1<Enter>", "M = array([[True, False], [False, True]])"),
    ("l1<Enter>", "M = array([[True, True], [False, True]])"),
    ("<Enter>", "M = array([[False, False], [False, True]])"),
    ("5<Enter>", "M = array([[False, False], [False, True]])"),
    ("10<Enter>", "M = array([[True, False], [False, True]])"),
    ("+", "M = array([[True, False], [False, True]])"),
    ("-", "M = array([[True, False], [False, True]])"),
  ]

  @Test(arguments: keys)
  func staysTruth(_ row: (keys: String, text: String)) throws {
    let state = try opened(row.keys)
    let panel = try #require(state.reading?.focus?.panel)
    #expect(state.reading?.session.formulaText(panel) == row.text)
  }

  @Test(arguments: ["5", ".", "-", "+", "i", "3+"])
  func aNumberIsRefused(_ keys: String) throws {
    let state = try opened(keys)
    #expect(
      state.message == .refusal("M holds ✓ and ·: Enter turns an entry over, 1 and 0 set it."))
    #expect(state.reading?.editing == nil)
  }

  @Test func tenIsRefusedInTheEdit() throws {
    let state = try opened("10<Enter>")
    #expect(state.reading?.editing?.problem?.message == "M holds ✓ and ·")
    #expect(state.reading?.editing?.field.text == "10")
  }

  // MARK: - A function

  @Test func theHoleBeginsWithTheFunction() throws {
    #expect(try opened(step: 1, "<Enter>").reading?.editing?.field.text == "def f(x): return ")
    let solved = try opened(step: 1, "<Enter>2 * x<Enter>")
    #expect(solved.reading?.board.isPassed("twice") == true)
  }

  @Test(arguments: ["f = def f(x): return 2 * x", "def f(x): return x + x", "f = lambda x: 2 * x"])
  func whatIsTypedIsTaken(_ text: String) throws {
    let state = try opened(step: 1, "<Enter><C-u>\(text)<Enter>")
    #expect(state.reading?.board.isPassed("twice") == true)
  }
}
