import CellLanguage
import Notebook
import TestSupport
import Testing

@Suite struct SessionEditsTests {
  static let text =
    cell("tokens = ['the', 'cat']")
    + cell("Q = [[1, 0],\n     [0, 1]]  # two\nn = 2")
    + cell("#| locked\nL = [1, 2]")
    + cell("#| editable: 0, 2\nv = [1, 2, 3]")
    + cell("S = ...\nS + 0")
    + cell("Q")

  private func progress(_ edits: [String: String]) -> LessonProgress {
    var progress = LessonProgress()
    progress.edits = edits
    return progress
  }

  @Test("edits are what differs from the lesson, by name")
  func edits() throws {
    var session = try session(Self.text)
    #expect(session.edits == [:])
    let q = try session.id("Q")
    _ = try session.setEntry(q, at: [1, 0], to: "0.5")
    _ = try session.setEntry(session.id("v"), at: [2], to: "-3")
    _ = try session.setFormula(session.id("S"), to: "Q @ Q.T")
    _ = try session.setFormula(PanelID(cell: 5, statement: 0), to: "Q * 2")
    #expect(
      session.edits == [
        "Q": "Q = [[1, 0],\n     [0.5, 1]]", "v": "v = [1, 2, -3]", "S": "S = Q @ Q.T",
        "= Q": "Q * 2",
      ])
    _ = session.resetLesson()
    #expect(session.edits == [:])
  }

  @Test("a session is put back as it was left, with nothing to undo")
  func roundTrip() throws {
    var first = try session(Self.text)
    _ = try first.setEntry(first.id("Q"), at: [1, 0], to: "1/sqrt(2)")
    _ = try first.setFormula(first.id("S"), to: "T = Q @ Q.T")
    _ = try first.setFormula(PanelID(cell: 4, statement: 1), to: "Q.sum()")
    first.attempts["quiz"] = Attempt()
    let kept = first.progress(step: 3)
    #expect(kept.step == 3)
    var second = Session(lesson: first.lesson, progress: kept)
    #expect(second.contents == first.contents)
    #expect(second.attempts == first.attempts)
    #expect(second.progress(step: 3) == kept)
    #expect(!second.canUndo && second.undo() == nil)
    #expect(second.resetLesson() != nil)
    #expect(try second.contents == session(Self.text).contents)
    #expect(second.undo() != nil)
    #expect(second.contents == first.contents)
  }

  @Test("helpers before a statement travel with it, and go with its reset")
  func helpers() throws {
    let kept = progress(["S": "def f(x):\n    return array(x) * n\n\nr = 1\nS = f(Q) + r"])
    let session = Session(lesson: try session(Self.text).lesson, progress: kept)
    #expect(session.contents.contains("S = 2×2 [3.0, 1.0, 1.0, 3.0]"))
    #expect(session.edits == kept.edits)
    let s = try session.id("S")
    #expect(s == PanelID(cell: 4, statement: 2))
    #expect(session.isEdited(s))
    #expect(session.isEdited(PanelID(cell: 4, statement: 0)))
    #expect(!session.isEdited(PanelID(cell: 4, statement: 3)))
    for id in [s, PanelID(cell: 4, statement: 0)] {
      var session = session
      #expect(session.resetPanel(id)?.panel == PanelID(cell: 4, statement: 0))
      #expect(session.edits == [:])
    }
  }

  @Test(
    "an edit that doesn't fit the lesson as it is now is left aside and kept",
    arguments: [
      ("L", "L = [9, 9]"), ("gone", "gone = 1"), ("S", "S = (1"), ("S", "  S = 1"), ("S", ""),
      ("v", "v = [7, 8]"), ("v", "w = [7, 8, 9]"), ("v", "v = S"), ("cell 1", "x = 1"),
    ])
  func aside(name: String, text: String) throws {
    let fresh = try session(Self.text)
    let kept = progress([name: text])
    var session = Session(lesson: fresh.lesson, progress: kept)
    #expect(session.contents == fresh.contents)
    #expect(session.edits == [:])
    #expect(session.progress(step: 0).edits == kept.edits)
    _ = try session.setFormula(session.id("S"), to: "S = 5")
    #expect(
      session.progress(step: 0).edits == kept.edits.merging(["S": "S = 5"]) { $1 })
  }

  @Test("entries that may not be edited stay the lesson's")
  func lockedEntries() throws {
    let kept = progress(["v": "v = [7, 8, 9]"])
    let session = Session(lesson: try session(Self.text).lesson, progress: kept)
    #expect(session.edits == ["v": "v = [7, 2, 9]"])
    #expect(session.progress(step: 0).edits == ["v": "v = [7, 2, 9]"])
  }

  @Test("edits find their names in a lesson whose text has changed around them")
  func changedLesson() throws {
    let kept = progress(["Q": "Q = [[1, 0], [0.5, 1]]", "= Q": "array(Q) * 2"])
    let text = "New words.\n" + cell("m = 4") + cell("Q = [[3, 3], [3, 3]]") + cell("Q")
    let session = Session(lesson: try session(text).lesson, progress: kept)
    #expect(
      session.contents == ["m = 4.0", "Q = 2×2 [1.0, 0.0, 0.5, 1.0]", "2×2 [2.0, 0.0, 1.0, 2.0]"])
  }

  @Test("a mended cell is kept whole")
  func mended() throws {
    let head = "---\nqkv: 1\nid: t\ntitle: T\n---\n## Step\n"
    let lesson = try #require(
      LessonReader.read(text: head + cell("a = 1") + cell("b = (2"), name: "t.md").lesson)
    var session = Session(lesson: lesson)
    _ = try session.setFormula(PanelID(cell: 1, statement: 0), to: "b = 2\nc = 3")
    #expect(session.edits == ["cell 2": "b = 2\nc = 3"])
    let again = Session(lesson: lesson, progress: session.progress(step: 0))
    #expect(again.contents == session.contents)
  }

  @Test("whatever was edited comes back as it was", arguments: 0..<20)
  func random(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var session = try session(Self.text)
    for _ in 0..<30 {
      let cell = Int.random(in: 0..<6, using: &random)
      let count = session.panels(of: cell).count
      let id = PanelID(cell: cell, statement: Int.random(in: 0..<count, using: &random))
      let name = session.panel(id)?.name ?? "Q"
      switch Int.random(in: 0..<6, using: &random) {
      case 0: _ = session.undo()
      case 1: _ = session.resetPanel(id)
      case 2: _ = try? session.setEntry(id, at: [0], to: "\(Int.random(in: 0..<9, using: &random))")
      case 3: _ = try? session.setFormula(id, to: "h\(session.runCount) = 1\n\(name) = n + 1")
      case 4: _ = try? session.setFormula(id, to: "def \(name)(x):\n    return x")
      default: _ = try? session.setFormula(id, to: "[n, 2][:1]")
      }
      let again = Session(lesson: session.lesson, progress: session.progress(step: 0))
      #expect(
        again.lesson.cells.map { again.source(of: $0.id).text }
          == session.lesson.cells.map { session.source(of: $0.id).text })
      #expect(again.edits == session.edits)
    }
  }
}
