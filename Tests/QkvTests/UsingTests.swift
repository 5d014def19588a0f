import TestSupport
import Testing

/// The notebook in tmux: searching, pasting, the mouse.
struct UsingTests {
  private let home: TemporaryFolder
  private let tmux: Tmux

  private static let lesson = """
    ---
    qkv: 1
    id: small
    title: A small lesson
    summary: Two steps.
    needs: []
    minutes: 1
    ---
    ## Numbers

    Some prose.

    More of it.

    And more.

    The end.

    ```python {.qkv}
    #| rows: a, b
    #| cols: x, y
    M = array([[1, 2], [3, 4]])
    ```

    ```python {.qkv}
    #| rows: a, b
    #| cols: x, y
    T = M * 2
    ```

    ## Later

    A needle in a haystack.

    ```python {.qkv}
    B = T + 1
    ```
    """

  init() throws {
    home = try TemporaryFolder()
    let path = try home.write("small.md", Self.lesson)
    tmux = try Tmux(Launch.product("qkv", [path], home: home))
    sees("A small lesson", "M[a, x] = 1", "? help")
  }

  @discardableResult
  private func sees(_ texts: String..., sourceLocation: SourceLocation = #_sourceLocation)
    -> [String]
  {
    let rows = try? tmux.screen { rows in
      texts.allSatisfy { text in rows.contains { $0.contains(text) } }
    }
    for text in texts {
      #expect(
        rows?.contains { $0.contains(text) } == true, "\(rows?.joined(separator: "\n") ?? "")",
        sourceLocation: sourceLocation)
    }
    return rows ?? []
  }

  /// Presses the left button on a text of the screen.
  private func click(_ text: String) throws {
    let screen = try tmux.screen()
    let y = try #require(screen.firstIndex { $0.contains(text) })
    let start = try #require(screen[y].firstRange(of: text)?.lowerBound)
    let x = screen[y].distance(from: screen[y].startIndex, to: start)
    try tmux.type("\u{1B}[<0;\(x + 1);\(y + 1)M\u{1B}[<0;\(x + 1);\(y + 1)m")
  }

  @Test func aSearchGoesToItsStep() throws {
    try tmux.type("/needle")
    sees("1 hit", "A needle in a haystack.")
    try tmux.press("Enter")
    sees("step 2 of 2")
    try tmux.type("/M")
    sees("hits")
    try tmux.press("Escape")
    sees("step 2 of 2", "? help")
  }

  @Test func aPastedMatrixFillsTheInput() throws {
    try tmux.paste("[[5. 6.]\n [7. 8.]]\n")
    sees("M has the 4 numbers pasted; u undoes.", "T[", "16")
    try tmux.type("u")
    sees("Undone", "M[a, x] = 1")
    // While a number is typed, a paste is text.
    try tmux.type("9")
    try tmux.paste("0.5\r\n")
    sees("M[a, x] = 90.5")
    try tmux.press("Enter")
    sees("M[a, x] = 90.50", "181.00")
  }

  @Test func theMouseMovesTheCursorScrollsAndPressesHints() throws {
    try click("6")
    sees("T[b, x] = ")
    try click("n next")
    sees("step 2 of 2")
    try tmux.type("b")
    sees("step 1 of 2")
    try tmux.resize(columns: 40, rows: 12)
    sees("? help", "more: Pg")
    try tmux.type("\u{1B}[<65;5;5M")
    sees("↑")
    try tmux.type("\u{1B}[<64;5;5M")
    sees("↓")
    try tmux.resize(columns: 80, rows: 24)
    try tmux.type("q")
    sees("q quit")
    try click("q quit")
    #expect(try tmux.endsWell())
  }
}
