import CellLanguage
import Testing

@testable import Notebook

/// Helpers before a definition, and solutions put in its place.
@Suite struct SessionHelperTests {
  private func session(_ cells: String...) -> Session {
    let cells = cells.enumerated().map {
      LessonCell(id: $0, source: Source($1), options: CellOptions())
    }
    let step = Step(title: [], blocks: cells.map { .cell($0.id) }, line: 1)
    return Session(
      lesson: Lesson(
        number: nil, id: "l", title: "", summary: "", needs: [], minutes: 1, steps: [step],
        cells: cells))
  }

  private static let formulas: [(typed: String, text: String, edits: [String: String])] = [
    ("W = Q * 2", "W = Q * 2", ["W": "W = Q * 2"]),
    ("h = Q + Q\nW = h", "h = Q + Q\nW = h", ["W": "h = Q + Q\nW = h"]),
    ("h = Q + Q\nh", "h = Q + Q\nW = h", ["W": "h = Q + Q\nW = h"]),
    (
      "def f(x):\n  return x * 2\nW = f(Q)", "def f(x):\n  return x * 2\nW = f(Q)",
      ["W": "def f(x):\n  return x * 2\nW = f(Q)"]
    ),
  ]

  @Test(arguments: formulas)
  func helpersMayStandBefore(
    _ row: (typed: String, text: String, edits: [String: String])
  ) throws {
    var session = session("Q = 2", "W = ...\nX = W + 1")
    let hole = PanelID(cell: 1, statement: 0)
    let change = try session.setFormula(hole, to: row.typed)
    #expect(session.source(of: 1).text == row.text + "\nX = W + 1")
    #expect(session.panel(change.panel)?.name == "W")
    #expect(session.edits == row.edits)
    #expect(session.panelID(forName: "X").flatMap { session.panel($0) }.map(\.isInput) == false)
    _ = session.undo()
    #expect(session.source(of: 1).text == "W = ...\nX = W + 1")
    _ = session.redo()
    #expect(session.edits == row.edits)
  }

  private static let refusals: [(typed: String, message: String)] = [
    ("W = 1\nh = 2", "the last statement must define W"),
    ("h = 1\nassert h", "the last statement must define W"),
    ("", "a statement is missing"),
  ]

  @Test(arguments: refusals)
  func theNameIsDefinedAtTheEnd(_ row: (typed: String, message: String)) {
    var session = session("Q = 2", "W = ...")
    #expect {
      try session.setFormula(PanelID(cell: 1, statement: 0), to: row.typed)
    } throws: { ($0 as? Diagnostic)?.message == row.message }
    #expect(session.edits == [:])
  }

  private static let solutions: [(texts: [String], edits: [String: String])] = [
    (["W = Q * 2"], ["W": "W = Q * 2"]),
    (["h = Q\nW = h + h"], ["W": "h = Q\nW = h + h"]),
    (["W = Q\nX = W"], ["W": "W = Q", "X": "X = W"]),
    (["W = Q", "k = [2, 3]"], ["W": "W = Q", "k": "k = [2, 3]"]),
  ]

  @Test(arguments: solutions)
  func aSolutionIsOneEdit(_ row: (texts: [String], edits: [String: String])) throws {
    var session = session("Q = 2", "W = ...\nX = W + 1", "k = [1, 2]")
    _ = try session.setFormula(PanelID(cell: 1, statement: 0), to: "g = 5\nW = g")
    let solution = row.texts.map { Program(parsing: Source($0)) }
    #expect(session.adopt(solution) != nil)
    #expect(session.edits == row.edits)
    #expect(session.adopt(solution) == nil)
    _ = session.undo()
    #expect(session.edits == ["W": "g = 5\nW = g"])
  }

  @Test(arguments: [
    ("0.5", true), ("1/sqrt(2)", true), ("-inf", true), ("", false), ("[1]", false),
  ])
  func aGuessIsANumber(_ text: String, _ isNumber: Bool) {
    let session = session("Q = 2")
    #expect(((try? session.checkNumber(text)) != nil) == isNumber, "\(text)")
  }
}
