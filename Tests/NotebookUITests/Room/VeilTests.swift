import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// The entry that a prediction asks for shows when the prediction is answered.
@Suite struct VeilTests {
  private static let text = """
    ## One

    The first is {O[1, 0]:.2f}, another {O[0, 0]:.2f}.

    ```python {.qkv}
    #| rows: the, cat
    #| cols: f, g
    V = [[1, 0], [0.5, 2]]
    ```
    ```python {.qkv}
    #| rows: the, cat
    #| cols: f, g
    #| view: heatmap table
    O = 2 * array(V)
    ```
    ```python {.qkv}
    y = O[1, 0] + 1
    ```

    <!-- predict: first answer="O[1, 0]" within=0.05 -->
    What is it?

    — It is {O[1, 0]:.2f}.
    <!-- end -->
    """

  private func opened(_ reveal: Reveal = .guesses, room: Bool = false, _ text: String = "") throws
    -> State
  {
    let lesson = try #require(LessonReader.read(text: Self.text, name: "t.md").lesson)
    var state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: [lesson]))
    state.standardReveal = reveal
    state.isRoom = room
    state.open(lesson)
    for event in keys(text) { _ = state.update(event) }
    return state
  }

  private func rows(_ state: State, _ range: Range<Int>) -> [String] {
    state.draw().rows[range].map { row in String(row.reversed().drop { $0 == " " }.reversed()) }
  }

  @Test func aQuestionMarkStandsInItsPlace() throws {
    #expect(
      rows(try opened(), 2..<9) == [
        " The first is ?, another 2.00.",
        "",
        "   V  2×2  ✎            O = 2 * array(V)  2×2   y = O[1, 0] + 1 = 2.00",
        "            f      g             f      g",
        "   the   1.00   0.00    the   2.00   0.00",
        "   cat   0.50   2.00    cat      ?   4.00",
        "",
      ])
  }

  @Test func nothingThatIsSaidGivesItAway() throws {
    let state = try opened(.guesses, "<S-Tab><S-Tab><Down>")
    #expect(rows(state, 7..<8)[0].contains("[?]"))
    #expect(
      state.explanation?.text == "O[cat, f] = ?  guess it in the question; S there shows it")
    var asked = state
    _ = asked.update(.character("e"))
    #expect(asked.layer == .lesson)
    #expect(asked.message == .note("O[cat, f] is to be guessed first."))
    let other = try opened(.guesses, "<S-Tab>")
    #expect(other.explanation?.text == "y comes of a number that is to be guessed first.")
    // A picture would show it.
    #expect(state.reading?.focusedPanel.map { state.reading?.view(of: $0) } == .table)
  }

  @Test(arguments: ["3<Enter>", "1<Enter>", "SS"])
  func anyAnswerShowsIt(_ answer: String) throws {
    let state = try opened(.guesses, answer)
    #expect(rows(state, 2..<3) == [" The first is 1.00, another 2.00."])
    #expect(!rows(state, 4..<9).contains { $0.contains("?") })
    let panel = try #require(state.reading?.panels.first { $0.name == "O" })
    #expect(state.reading?.view(of: panel) == .heatmap)
  }

  @Test func whoWantsAllAndARoomSeeIt() throws {
    #expect(rows(try opened(.all), 2..<3) == [" The first is 1.00, another 2.00."])
    #expect(
      try opened(room: true).reading?.isVeiled(NamedEntry(name: "O", position: [1, 0])) == false)
  }
}
