import Terminal
import Testing

@testable import NotebookUI

@Suite struct LineWrappingTests {
  private static let cases: [(text: String, width: Int, lines: [String])] = [
    ("", 10, [""]),
    ("one", 10, ["one"]),
    ("one two three", 7, ["one two", "three"]),
    ("one  two", 20, ["one two"]),
    ("  one", 20, ["one"]),
    ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
    ("日本語", 4, ["日本", "語"]),
    ("one\ntwo", 20, ["one two"]),
    ("a b", 0, ["a", "b"]),
  ]

  @Test(arguments: cases)
  func breaksAtSpaces(_ wanted: (text: String, width: Int, lines: [String])) {
    let lines = LineWrapping.wrap([Run(wanted.text)], width: wanted.width)
    #expect(lines.map(\.text) == wanted.lines)
  }

  @Test func linesAfterTheFirstCanBeIndented() {
    let lines = LineWrapping.wrap([Run("one two three four")], width: 12, hanging: 2)
    #expect(lines.map(\.text) == ["one two", "  three four"])
  }

  @Test func aWordOfTwoStylesIsNotBroken() {
    let lines = LineWrapping.wrap([Run("see "), Run("A", .code), Run(", then B")], width: 6)
    #expect(lines.map(\.text) == ["see A,", "then B"])
    #expect(lines[0].runs == [Run("see "), Run("A", .code), Run(",")])
  }

  @Test func spacesBetweenStylesArePlain() {
    let lines = LineWrapping.wrap([Run("a b", .code), Run(" c")], width: 20)
    #expect(lines[0].runs == [Run("a b", .code), Run(" c")])
  }
}
