import Testing

@testable import NotebookUI

@Suite struct EditorRowsTests {
  /// A text, the width, and its rows; `·` marks one that goes on with the line before.
  private static let code: [(text: String, width: Int, rows: [String])] = [
    ("", 4, [""]), ("abcd", 4, ["abcd"]), ("abcde", 4, ["abcd", "·e"]),
    ("a\n\nb", 4, ["a", "", "b"]),
    ("a b c d", 4, ["a b ", "·c d"]), ("日本語", 4, ["日本", "·語"]), ("a日本", 4, ["a日", "·本"]),
    ("e\u{301}e\u{301}e", 2, ["e\u{301}e\u{301}", "·e"]), ("ab\n", 4, ["ab", ""]),
  ]

  @Test(arguments: code)
  func longLinesGoOnBelow(_ row: (text: String, width: Int, rows: [String])) {
    #expect(shown(row.text, row.width, atBlanks: false) == row.rows)
  }

  private static let prose: [(text: String, width: Int, rows: [String])] = [
    ("one two three", 8, ["one two ", "·three"]), ("one two three", 7, ["one two ", "·three"]),
    ("abcdefgh ij", 4, ["abcd", "·efgh ", "·ij"]), ("ab   cd", 3, ["ab   ", "·cd"]),
    ("one\ntwo three", 5, ["one", "two ", "·three"]),
  ]

  @Test(arguments: prose)
  func proseIsBrokenAtBlanks(_ row: (text: String, width: Int, rows: [String])) {
    #expect(shown(row.text, row.width, atBlanks: true) == row.rows)
  }

  private func shown(_ text: String, _ width: Int, atBlanks: Bool) -> [String] {
    let rows = EditorRows(Array(text), width: width, atBlanks: atBlanks)
    return rows.rows.indices.map { (rows.rows[$0].isFirst ? "" : "·") + rows.text($0) }
  }

  @Test func theCaretStandsInColumnsOfTheTerminal() {
    let rows = EditorRows(Array("日本\ne\u{301}x"), width: 3, atBlanks: false)
    let places = (0...5).map { rows.place(of: $0) }
    #expect(places.map(\.row) == [0, 1, 1, 2, 2, 2])
    #expect(places.map(\.column) == [0, 0, 2, 0, 1, 2])
  }

  /// Texts with the caret, steps up or down, and the caret then, with a width of 6 columns.
  private static let moves: [(before: String, steps: [Int], after: String)] = [
    ("abc|\nd\nefg", [1], "abc\nd|\nefg"), ("abc|\nd\nefg", [1, 1], "abc\nd\nefg|"),
    ("abcdefgh|", [-1], "ab|cdefgh"), ("ab|cdefgh", [1], "abcdefgh|"),
    ("a|b", [-1], "|ab"), ("a|b", [1], "ab|"), ("日|本\nabcd", [1], "日本\nab|cd"),
    ("ab\na|日本", [-1], "a|b\na日本"), ("abcdefgh\nabcdefgh|", [-1, -1], "abcdefgh|\nabcdefgh"),
  ]

  @Test(arguments: moves)
  func upAndDownKeepTheColumn(_ move: (before: String, steps: [Int], after: String)) {
    var editor = TextEditor(marked: move.before, .code)
    for step in move.steps {
      editor.moveRows(
        by: step, in: EditorRows(editor.characters, width: 6, atBlanks: false))
    }
    #expect(editor.marked == move.after)
  }
}
