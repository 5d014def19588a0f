import Testing

@testable import CellLanguage

@Suite struct BoundsTests {
  private static let deep = "more than 100 brackets, operators or blocks inside one another"

  /// Fifty thousand of each, broken into lines where a line would be too long.
  private static func rows(_ piece: String) -> String {
    String(repeating: String(repeating: piece, count: 1_000) + "\\\n", count: 50)
  }

  @Test(
    "Depth without end gives one diagnostic",
    arguments: [
      ("", "(", ""), ("", "[", ""), ("", "-", "1"), ("", "not ", "x"), ("", "~", "x"),
      ("1", "+1", ""),
      ("1", "**1", ""), ("x", ".T", ""), ("f", "()", ""), ("x", "[0]", ""), ("", "lambda: ", "x"),
      ("x", " if x else x", ""), ("x", " and x", ""), ("", "a[f(", ""), ("", "(", ")))"),
      ("[x", " for x in x", "]"), ("x = [", "[],", "]]"),
    ]) func depth(before: String, piece: String, after: String)
  {
    let program = Program(parsing: Source(before + Self.rows(piece) + after))
    #expect(program.statements.isEmpty)
    #expect(program.diagnostics.count == 1)
  }

  @Test func theBoundIsNamed() {
    let text = String(repeating: "(", count: 101) + "1" + String(repeating: ")", count: 101)
    let problems = Program(parsing: Source(text)).diagnostics
    #expect(problems.map(\.message) == [Self.deep])
    #expect(problems.map(\.code) == ["bound"])
    #expect(Program(parsing: Source(String(text.dropFirst().dropLast()))).diagnostics.isEmpty)
  }

  @Test func blocksAreBoundedToo() {
    var text = "def f(x):\n"
    for level in 1...200 { text += String(repeating: " ", count: level) + "if x:\n" }
    text += String(repeating: " ", count: 201) + "return 1\ny = 1"
    let program = Program(parsing: Source(text))
    #expect(program.diagnostics.map(\.message) == [Self.deep])
    #expect(program.statements.map(Outline.of) == ["y = 1"])
  }

  @Test func wrongClosersInARowTakeNoLongerThanOthers() {
    let text = Self.rows("(") + Self.rows("]")
    #expect(Program(parsing: Source(text)).diagnostics.count == 1)
  }

  @Test func ofVeryManyProblemsTheFirstAreShown() {
    let source = Source(String(repeating: "x = ]\n", count: 5_000) + "y = 1\n")
    let program = Program(parsing: source)
    #expect(program.diagnostics.count == 101)
    #expect(program.diagnostics.last?.message == "4900 more places can't be read, from here on")
    #expect(program.statements.map(Outline.of) == ["y = 1"])
  }

  @Test func sizesAreBounded() {
    let line = String(repeating: "x", count: 10_001)
    #expect(
      Program(parsing: Source("y = 1\n" + line)).diagnostics.map(\.message)
        == ["a line may have 10000 characters; this one has more"])
    let source = String(repeating: "x = 1\n", count: 174_763)
    #expect(
      Program(parsing: Source(source)).diagnostics.map(\.message)
        == ["a source may have 1048576 bytes; this one has 1048578"])
    let text = "x = '''" + String(repeating: "abc\n", count: 25_001) + "'''"
    #expect(
      Program(parsing: Source(text)).diagnostics.map(\.message)
        == ["a text may have 100000 bytes; this one has more"])
  }
}
