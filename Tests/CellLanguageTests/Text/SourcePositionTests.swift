import Testing

@testable import CellLanguage

@Suite struct SourcePositionTests {
  @Test(
    "Offsets are lines and columns",
    arguments: [
      (0, 1, 1), (1, 1, 2), (2, 2, 1), (4, 2, 2), (5, 2, 3), (7, 3, 1), (8, 4, 1), (9, 4, 2),
      (99, 4, 2),
      (-1, 1, 1),
    ]) func position(offset: Int, line: Int, column: Int)
  {
    let source = Source("a\nüb\r\n\rc")
    #expect(source.position(at: offset) == SourcePosition(line: line, column: column))
  }

  @Test func linesCountFromTheFirstLine() {
    #expect(Source("a\nb", firstLine: 40).position(at: 2) == SourcePosition(line: 41, column: 1))
  }

  @Test func aRangeOutsideTheTextIsCutToIt() {
    #expect(Source("abc").text(in: SourceRange(1, 99)) == "bc")
    #expect(Source("abc").text(in: SourceRange(3, 1)) == "")
    #expect(Source("abc").replacing(SourceRange(1, 2), with: "xyz").text == "axyzc")
  }
}
