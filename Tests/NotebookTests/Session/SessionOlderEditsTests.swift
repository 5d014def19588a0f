import AttentionEngine
import CellLanguage
import TestSupport
import Testing

@testable import Notebook

/// What an earlier run did can be undone and redone, and what it pinned is pinned.
@Suite struct SessionOlderEditsTests {
  /// The next run: what is kept of one, by way of the files, in a lesson that may have changed.
  private func next(
    _ session: inout Session, pin: Session? = nil, lesson: Lesson? = nil
  ) throws -> (session: Session, pin: Session?) {
    let text = try keptText(of: &session, pin: pin)
    let kept = try #require(try KeptHistory.read(Array(text.utf8), lesson: "own"))
    var again = Session(lesson: lesson ?? session.original, progress: session.progress(step: 0))
    let pinned = again.take(kept)
    return (again, pinned)
  }

  /// All that is shown and kept, in lines.
  private func standing(_ session: Session) -> [String] {
    session.sketch
      + session.cellOrder.flatMap { cell in
        session.panels(of: cell).map { "\($0.name ?? ""): \(words($0.content))" }
      }
  }

  private func edited() throws -> (session: Session, states: [[String]]) {
    var session = try OwnLesson.session()
    var states = [standing(session)]
    func note() { states.append(standing(session)) }
    let q = try #require(session.panelID(forName: "Q"))
    let s = try #require(session.panelID(forName: "S"))
    _ = try session.setEntry(q, at: [0, 1], to: "1/sqrt(2)")
    note()
    _ = try session.nudge(q, at: [0, 0], by: 0.1)
    note()
    _ = try session.setFormula(s, to: "T = array(Q) * 2\nS = T @ K.T")
    note()
    let own = try session.insert(.code, "D = array(Q) * 2", .after(session.block("Two inputs.")))
    note()
    let block = try #require(own.block)
    _ = try session.setText(of: block, to: "D = array(Q) * 3\nE = [1, 2]")
    note()
    _ = try session.setEntry(#require(session.panelID(forName: "E")), at: [1], to: "7")
    note()
    let prose = try session.insert(.prose, "I see {D[0, 0]:.0f}.", .after(block))
    note()
    _ = try session.setText(of: #require(prose.block), to: "And now {D[0, 0]:.1f}.")
    note()
    _ = try session.move(block, by: 3)
    note()
    _ = session.resetLesson()
    note()
    _ = try session.delete(block)
    note()
    return (session, states)
  }

  @Test("everything of an earlier run is undone, the last first, and made again")
  func allKinds() throws {
    var (session, states) = try edited()
    #expect(Set(states).count == states.count)
    var (again, _) = try next(&session)
    #expect(again.canUndo && !again.canRedo)
    for state in states.dropLast().reversed() {
      #expect(again.undo() != nil)
      #expect(standing(again) == state)
    }
    #expect(again.undo() == nil && !again.canUndo)
    for state in states.dropFirst() {
      #expect(again.redo() != nil)
      #expect(standing(again) == state)
    }
    #expect(again.redo() == nil)
  }

  @Test("what was undone when qkv was left is made again, from any point and over several runs")
  func redone() throws {
    var (session, states) = try edited()
    for index in states.indices.reversed().dropFirst() {
      #expect(session.undo() != nil)
      session = try next(&session).session
      #expect(standing(session) == states[index])
    }
    #expect(session.undo() == nil)
    for state in states.dropFirst() {
      #expect(session.redo() != nil)
      session = try next(&session).session
      #expect(standing(session) == state)
    }
    #expect(session.redo() == nil)
  }

  @Test("undoing says what it was about, as in the run that did it")
  func about() throws {
    var session = try OwnLesson.session()
    let q = try #require(session.panelID(forName: "Q"))
    let s = try #require(session.panelID(forName: "S"))
    _ = try session.setEntry(q, at: [1, 0], to: "5")
    _ = try session.setFormula(s, to: "r = 2\nS = Q @ K.T * r")
    _ = session.resetLesson()
    var (again, _) = try next(&session)
    let reset = again.undo()
    #expect(reset?.deed == .reset)
    let formula = again.undo()
    #expect(formula?.panel == s && formula?.position == nil)
    let entry = again.undo()
    #expect(entry?.panel == q && entry?.position == [1, 0])
    #expect(entry?.changed[q] == [2])
  }

  @Test("a new edit makes what was undone before unreachable, and stands above the older ones")
  func newEdit() throws {
    var session = try OwnLesson.session()
    let q = try #require(session.panelID(forName: "Q"))
    for value in ["2", "3"] { _ = try session.setEntry(q, at: [0, 0], to: value) }
    _ = session.undo()
    var (again, _) = try next(&session)
    #expect(again.canRedo)
    _ = try again.setEntry(q, at: [1, 1], to: "9")
    #expect(!again.canRedo)
    var (third, _) = try next(&again)
    #expect(third.line("Q") == "[2.0, 0.0, 0.0, 9.0]")
    _ = third.undo()
    #expect(third.line("Q") == "[2.0, 0.0, 0.0, 1.0]")
    _ = third.undo()
    #expect(third.line("Q") == "[1.0, 0.0, 0.0, 1.0]")
    #expect(third.undo() == nil)
  }

  @Test("whatever was edited is undone as in the run that did it", arguments: 0..<20)
  func random(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var session = try session(SessionEditsTests.text)
    var states: [[String]] = []
    for _ in 0..<30 {
      let cell = Int.random(in: 0..<6, using: &random)
      let count = session.panels(of: cell).count
      let id = PanelID(cell: cell, statement: Int.random(in: 0..<count, using: &random))
      let name = session.panel(id)?.name ?? "Q"
      switch Int.random(in: 0..<5, using: &random) {
      case 0: _ = session.resetPanel(id)
      case 1: _ = try? session.setEntry(id, at: [0], to: "\(Int.random(in: 0..<9, using: &random))")
      case 2: _ = try? session.setFormula(id, to: "h\(session.runCount) = 1\n\(name) = n + 1")
      case 3: _ = try? session.setFormula(id, to: "def \(name)(x):\n    return x")
      default: _ = try? session.setFormula(id, to: "[n, 2][:1]")
      }
    }
    let text = try keptText(of: &session, pin: nil)
    let kept = try #require(try KeptHistory.read(Array(text.utf8), lesson: session.original.id))
    var again = Session(lesson: session.original, progress: session.progress(step: 0))
    _ = again.take(kept)
    var undone = 0
    while session.undo() != nil {
      undone += 1
      states.append(standing(session))
      #expect(again.undo() != nil)
      #expect(standing(again) == states.last)
    }
    #expect(undone > 0 && again.undo() == nil)
  }

  // MARK: - The pin

  @Test("what was pinned is compared with and gone back to")
  func pin() throws {
    var session = try OwnLesson.session()
    let q = try #require(session.panelID(forName: "Q"))
    let own = try session.insert(.code, "D = [1, 2]", .after(session.block("Two inputs.")))
    _ = try session.setEntry(q, at: [0, 0], to: "5")
    let pinned = session
    _ = try session.setEntry(q, at: [0, 0], to: "6")
    _ = try session.setText(of: #require(own.block), to: "D = [1, 3]")
    _ = try session.insert(.code, "E = 1", .after(#require(own.block)))
    var (again, pin) = try next(&session, pin: pinned)
    let there = try #require(pin)
    #expect(there.line("Q") == "[5.0, 0.0, 0.0, 1.0]")
    #expect(there.line("D") == "[1.0, 2.0]")
    #expect(there.line("E") == "nowhere")
    let panel = try #require(again.panel(named: "Q"))
    #expect(again.earlier(panel, in: there)?.tensor.entries == [5, 0, 0, 1])
    #expect(again.goBack(to: there) != nil)
    #expect(again.line("Q") == "[5.0, 0.0, 0.0, 1.0]")
    #expect(again.line("D") == "[1.0, 2.0]")
    #expect(again.line("E") == "[1.0]")
    #expect(again.undo() != nil)
    #expect(again.line("Q") == "[6.0, 0.0, 0.0, 1.0]")
    #expect(try next(&session).pin == nil)
  }

  @Test("a lesson that was pinned as it is comes back so")
  func untouchedPin() throws {
    var session = try OwnLesson.session()
    let pinned = session
    let q = try #require(session.panelID(forName: "Q"))
    _ = try session.setEntry(q, at: [0, 0], to: "6")
    let pin = try #require(try next(&session, pin: pinned).pin)
    #expect(standing(pin) == standing(pinned))
  }

  // MARK: - What isn't believed

  private func undoing(_ edits: [String: String?], in text: String) throws -> (Session, Bool) {
    var session = try session(text)
    var edit = KeptEdit()
    edit.edits = edits
    var kept = KeptHistory()
    kept.undo = [edit]
    _ = session.take(kept)
    let isUndone = session.undo() != nil
    return (session, isUndone)
  }

  @Test(
    "an edit that doesn't fit, that the lesson locks or that changes nothing is passed over",
    arguments: [
      ["L": "L = [9, 9]"], ["v": "v = [7, 8, 9]"], ["gone": "gone = 1"], ["S": "S = (1"],
      ["S": "S = ..."], ["Q": nil], ["S": "S = 4", "L": "L = [9, 9]"], ["cell 1": "x = 1"], [:],
    ] as [[String: String?]])
  func unfit(edits: [String: String?]) throws {
    let (session, isUndone) = try undoing(edits, in: SessionEditsTests.text)
    #expect(!isUndone)
    #expect(session.edits == [:])
  }

  @Test("one that fits a lesson that has changed around it is undone there")
  func changedLesson() throws {
    let text = "New words.\n" + cell("m = 4") + cell("Q = [[3, 3], [3, 3]]") + cell("Q")
    let (session, isUndone) = try undoing(["Q": "Q = [[1, 0], [0.5, 1]]"], in: text)
    #expect(isUndone)
    #expect(session.edits == ["Q": "Q = [[1, 0], [0.5, 1]]"])
  }

  @Test("no task is passed by what is kept here")
  func notPassed() throws {
    var session = try OwnLesson.session()
    var edit = KeptEdit()
    edit.edits = ["S": "S = Q @ K.T"]
    var kept = KeptHistory()
    kept.undo = [edit]
    _ = session.take(kept)
    #expect(session.progress(step: 0).edits == [:] && session.attempts == [:])
    _ = session.undo()
    #expect(session.progress(step: 0).edits == ["S": "S = Q @ K.T"])
    #expect(session.attempts == [:])
  }
}
