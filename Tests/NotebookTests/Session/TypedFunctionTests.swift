import CellLanguage
import Testing

@testable import Notebook

/// A function typed where a definition was: its name needn't be there twice.
@Suite struct TypedFunctionTests {
  /// What is typed for `S`, and the statement then.
  static let typed: [(text: String, statement: String)] = [
    ("S = def S(x): return x", "def S(x): return x"),
    ("S=def S (x):\n    return x", "def S (x):\n    return x"),
    ("def S(x): return x", "def S(x): return x"),
    ("S = Q @ Q.T", "S = Q @ Q.T"), ("S = default", "S = default"),
  ]

  @Test(arguments: typed)
  func isTaken(_ row: (text: String, statement: String)) throws {
    var session = try session(SessionTests.text)
    let id = try session.id("S")
    _ = try session.setFormula(id, to: row.text)
    #expect(session.formulaText(id) == row.statement)
  }

  /// What is typed for `S`, and what is wrong where.
  static let refused: [(text: String, message: String, start: Int)] = [
    ("S = def T(x): return x", "'def' is a word of Python's own; a value is expected after '='", 4),
    ("S = def S(x) return x", "expected ':' after ')'", 13),
  ]

  @Test(arguments: refused)
  func placesCountInWhatWasTyped(_ row: (text: String, message: String, start: Int)) throws {
    var session = try session(SessionTests.text)
    let problem = #expect(throws: Diagnostic.self) {
      try session.setFormula(session.id("S"), to: row.text)
    }
    #expect(problem?.message == row.message)
    #expect(problem?.primary.range.start == row.start)
  }

  private func beginning(_ solution: String) throws -> String? {
    let text = OwnLesson.text.replacing(
      "{.qkv .solution}\nS = Q @ K.T", with: "{.qkv .solution}\n" + solution)
    let lesson = try #require(LessonReader.read(text: text, name: "own.md").lesson)
    return lesson.exercises.first.flatMap { TypedFunction.beginning(of: "S", in: $0) }
  }

  @Test func whatTheSolutionIsDecides() throws {
    #expect(try beginning("S = Q @ K.T") == nil)
    #expect(try beginning("def S(x): return x @ x.T") == "def S(x): return ")
    #expect(
      try beginning("h = 1\ndef S(x, y=(1, 2)):\n    z = x\n    return z")
        == "def S(x, y=(1, 2)):\n    ")
    #expect(
      try beginning("def S(x):\n    \"\"\"Twice (x).\"\"\"\n    return x") == "def S(x): return ")
  }
}
