import Notebook
import Testing

@Suite struct WrappedTextTests {
  private static let rows: [(text: String, width: Int, mark: String, lines: [String])] = [
    ("", 10, "", [""]), ("one", 10, "", ["one"]), ("one two", 7, "", ["one two"]),
    ("one two", 6, "", ["one", "two"]), ("one two three", 8, "- ", ["- one", "  two", "  three"]),
    ("one two three", 9, "- ", ["- one two", "  three"]),
    ("a word-longer-than-a-line b", 8, "", ["a", "word-longer-than-a-line", "b"]),
    ("注意 力", 5, "", ["注意", "力"]), ("注意 力", 7, "", ["注意 力"]),
  ]

  @Test(arguments: rows)
  func breaksAtBlanks(_ row: (text: String, width: Int, mark: String, lines: [String])) {
    #expect(WrappedText.lines(row.text, width: row.width, mark: row.mark) == row.lines)
  }
}
