import CellLanguage
import Testing

@testable import Notebook

/// A reader's cells never change what the lesson's are.
@Suite struct OwnNamesTests {
  static let taken: [(text: String, name: String, says: String)] = [
    (
      "K = 5", "K",
      "K is the lesson's, and a name is defined once; take another name; to change K, edit it where the lesson defines it"
    ),
    (
      "S = 5", "S",
      "S is the lesson's, and a name is defined once; take another name; to change S, edit it where the lesson defines it"
    ),
    ("softmax = 5", "softmax", "softmax is a function or a constant already; take another name"),
    ("pi = 3", "pi", "pi is a function or a constant already; take another name"),
  ]

  @Test(arguments: taken)
  func namesOfTheLessonStayItsOwn(_ row: (text: String, name: String, says: String)) throws {
    var session = try OwnLesson.session()
    let cells = session.cellOrder
    let before = cells.map { session.panels(of: $0).map { "\($0.content)" } }
    let change = try session.insert(.code, row.text + "\nother = 1", .start(ofStep: 0))
    let own = session.panels(of: change.panel.cell)
    guard case .failure(let diagnostic) = own[0].content else {
      Issue.record("\(own[0].content)")
      return
    }
    #expect("\(diagnostic.message); \(diagnostic.help ?? "")" == row.says)
    #expect(session.line("other") == "[1.0]")
    #expect(cells.map { session.panels(of: $0).map { "\($0.content)" } } == before)
    // Where it stands below the lesson's as well.
    _ = try session.move(#require(change.block), by: 100)
    #expect(cells.map { session.panels(of: $0).map { "\($0.content)" } } == before)
  }

  @Test func aFormulaMayRestOnAnOwnName() throws {
    var session = try OwnLesson.session()
    let own = try session.insert(.code, "c = 0.5", .start(ofStep: 1))
    let hole = try #require(session.panelID(forName: "S"))
    _ = try session.setFormula(hole, to: "S = Q @ K.T * c * 2")
    #expect(session.line("S") == "[1.0, 0.0, 1.0, 0.0, 1.0, 1.0]")
    // The answer alone is judged.
    var grader = Grader(lesson: session.original)
    let task = try #require(session.original.tasks.first)
    #expect(!grader.verdict(on: session.answer(to: task), to: task).isPassed)
    #expect(session.ownNames(usedBy: ["S"]) == ["c"] && session.ownNames(usedBy: ["A"]) == [])
    _ = try session.setFormula(hole, to: "S = Q @ K.T")
    #expect(session.ownNames(usedBy: ["S"]) == [])
    #expect(grader.verdict(on: session.answer(to: task), to: task).isPassed)
    #expect(session.edits == ["S": "S = Q @ K.T"])
    _ = try session.delete(#require(own.block))
    #expect(grader.verdict(on: session.answer(to: task), to: task).isPassed)
  }

  @Test func whatAnAnswerNeedsGoesBeforeOwnCells() throws {
    var session = try OwnLesson.session()
    _ = try session.insert(.code, "c = 0.5", .start(ofStep: 0))
    let hole = try #require(session.panelID(forName: "S"))
    _ = try session.setFormula(hole, to: "c = 2\nS = Q @ K.T * c")
    #expect(session.line("S") == "[2.0, 0.0, 2.0, 0.0, 2.0, 2.0]")
    #expect(
      session.line("c")
        == "c is defined in a cell of the lesson, as you changed it; take another name here, or delete this definition"
    )
    _ = session.undo()
    #expect(session.line("c") == "[0.5]")
  }

  @Test func whatOwnCellsCostIsTheirOwn() throws {
    var limits = Limits.standard
    limits.steps = 20_000
    limits.heldEntries = 40
    var session = Session(lesson: try OwnLesson.lesson(), limits: limits)
    let change = try session.insert(
      .code,
      "many = [i for i in range(30)]\nmore = sum(zeros((10, 2)) @ zeros((2, 10)))\nsum([i * i for i in range(3000)])",
      .start(ofStep: 0))
    let own = session.panels(of: change.panel.cell)
    #expect(own.contains { if case .failure = $0.content { true } else { false } })
    #expect(session.line("Q") == "[1.0, 0.0, 0.0, 1.0]")
    #expect(session.line("K") == "[1.0, 0.0, 0.0, 1.0, 1.0, 1.0]")
  }

  @Test func ownNamesAreOnceToo() throws {
    var session = try OwnLesson.session()
    _ = try session.insert(.code, "x = 1", .start(ofStep: 0))
    let second = try session.insert(.code, "x = 2", .end(ofStep: 0))
    guard case .failure(let diagnostic)? = session.panel(second.panel)?.content else {
      Issue.record("no failure")
      return
    }
    #expect(diagnostic.message == "x is defined a second time")
    #expect(
      diagnostic.help
        == "it is defined first in a cell of your own; a name is defined once, take another")
  }

  @Test func onlyWhatDependsIsComputed() throws {
    var session = try OwnLesson.session()
    var count = session.runCount
    func ran() -> Int { defer { count = session.runCount }; return session.runCount - count }
    let own = try session.insert(.code, "D = array(Q) * 2", .end(ofStep: 0))
    #expect(ran() == 1)
    _ = try session.move(#require(own.block), by: 1)
    #expect(ran() == 0)
    _ = try session.insert(.prose, "A word, {D[0, 0]}.", .end(ofStep: 0))
    #expect(ran() == 1)
    _ = try session.setEntry(#require(session.panelID(forName: "K")), at: [0, 0], to: "3")
    #expect(ran() == 1)
    // Only what the prose quotes.
    _ = try session.delete(#require(own.block))
    #expect(ran() == 1)
  }
}
