import CellLanguage
import Testing

@testable import Notebook

/// The reader's own cells and prose between the blocks of a lesson.
@Suite struct OwnEditingTests {
  static let plain = [
    "## First", "Two inputs.", "Q = [[1, 0], [0, 1]]", "pause", "K = [[1, 0], [0, 1], [1, 1]]",
    "## Second", "task", "A = softmax(S)",
  ]

  private func inserted(_ change: Change) throws -> BlockID { try #require(change.block) }

  @Test func anOwnCellSeesTheLessonAndIsEdited() throws {
    var session = try OwnLesson.session()
    #expect(session.sketch == Self.plain)
    let change = try session.insert(
      .code, "D = array(Q) * 2", .after(session.block("Q = [[1, 0], [0, 1]]")))
    #expect(session.line("D") == "[2.0, 0.0, 0.0, 2.0]")
    #expect(session.panel(change.panel)?.name == "D")
    #expect(change.step == 0)
    let own = try #require(change.block)
    #expect(session.isOwn(own) && session.isOwn(cell: change.panel.cell))
    #expect(session.text(of: own) == "D = array(Q) * 2")
    let input = try #require(session.panelID(forName: "Q"))
    _ = try session.setEntry(input, at: [0, 1], to: "5")
    #expect(session.line("D") == "[2.0, 10.0, 0.0, 2.0]")
    _ = try session.setText(of: own, to: "#| digits: 0\nD = [[7, 8]]")
    #expect(session.panel(change.panel)?.options.digits == 0)
    _ = try session.setEntry(change.panel, at: [0, 1], to: "9")
    #expect(session.text(of: own) == "#| digits: 0\nD = [[7, 9]]")
    #expect(session.edits == ["Q": "Q = [[1, 5], [0, 1]]"])
    #expect(!session.isEdited(change.panel))
    for _ in 0..<4 { #expect(session.undo() != nil) }
    #expect(session.sketch == Self.plain)
    #expect(session.undo() == nil)
    for _ in 0..<4 { #expect(session.redo() != nil) }
    #expect(session.line("D") == "[7.0, 9.0]")
    #expect(session.redo() == nil)
  }

  /// Where a block is put, and what stands there then.
  static let places: [(place: String, isAfter: Bool, index: Int)] = [
    ("## First", true, 1), ("Two inputs.", false, 1), ("Two inputs.", true, 2), ("pause", true, 4),
    ("K = [[1, 0], [0, 1], [1, 1]]", true, 5), ("## Second", false, 5), ("## Second", true, 6),
    ("task", false, 6), ("task", true, 7), ("A = softmax(S)", true, 8), ("## First", false, 1),
  ]

  @Test(arguments: places)
  func blocksGoWhereTheyAreMeant(_ row: (place: String, isAfter: Bool, index: Int)) throws {
    for kind in [BlockKind.code, .prose] {
      var session = try OwnLesson.session()
      let beside = try session.block(row.place)
      _ = try session.insert(kind, "x = 1", row.isAfter ? .after(beside) : .before(beside))
      var expected = Self.plain
      expected.insert("* x = 1", at: row.index)
      #expect(session.sketch == expected)
      _ = session.undo()
      #expect(session.sketch == Self.plain)
    }
  }

  @Test func startAndEndOfAStep() throws {
    var session = try OwnLesson.session()
    _ = try session.insert(.prose, "one\n\n- two", .start(ofStep: 1))
    _ = try session.insert(.code, "y = 3", .end(ofStep: 0))
    #expect(
      session.sketch == [
        "## First", "Two inputs.", "Q = [[1, 0], [0, 1]]", "pause", "K = [[1, 0], [0, 1], [1, 1]]",
        "* y = 3", "## Second", "* one / two", "task", "A = softmax(S)",
      ])
    #expect(throws: Diagnostic.self) { try session.insert(.code, "z = 3", .end(ofStep: 2)) }
  }

  @Test func aBlockMovesPastAllThatCanBeSeen() throws {
    var session = try OwnLesson.session()
    let own = try inserted(session.insert(.code, "x = 1", .start(ofStep: 0)))
    var seen: [Int] = []
    while try session.move(own, by: 1) != nil {
      seen.append(try #require(session.sketch.firstIndex(of: "* x = 1")))
    }
    // Past a pause it goes at once: nothing is to be seen of one.
    #expect(seen == [2, 3, 5, 6, 7, 8])
    #expect(!session.canMove(own, by: 1) && session.canMove(own, by: -1))
    while try session.move(own, by: -1) != nil {}
    #expect(session.sketch.firstIndex(of: "* x = 1") == 1)
    #expect(try session.move(own, by: -1) == nil)
    _ = try session.move(own, by: 3)
    #expect(session.sketch.firstIndex(of: "* x = 1") == 5)
    _ = session.undo()
    #expect(session.sketch.firstIndex(of: "* x = 1") == 1)
  }

  @Test func ownBlocksPassEachOther() throws {
    var session = try OwnLesson.session()
    let a = try inserted(session.insert(.code, "a = 1", .start(ofStep: 0)))
    let b = try inserted(session.insert(.code, "b = a + 1", .after(a)))
    #expect(session.line("b") == "[2.0]")
    _ = try session.move(b, by: -1)
    #expect(
      session.line("b")
        == "a is used before it is defined; move this cell below its definition")
    #expect(session.sketch.prefix(3) == ["## First", "* b = a + 1", "* a = 1"])
    _ = session.undo()
    #expect(session.line("b") == "[2.0]")
    // Beside a pause, which can't be seen.
    let c = try inserted(session.insert(.code, "c = 1", .before(session.block("pause"))))
    let d = try inserted(session.insert(.code, "d = 1", .after(session.block("pause"))))
    _ = try session.move(c, by: 1)
    #expect(session.sketch[6...8] == ["* d = 1", "* c = 1", "K = [[1, 0], [0, 1], [1, 1]]"])
    _ = try session.move(c, by: -1)
    #expect(session.sketch[6...8] == ["* c = 1", "* d = 1", "K = [[1, 0], [0, 1], [1, 1]]"])
    _ = try session.delete(d)
    #expect(session.item(d) == nil)
  }

  @Test func whatIsDeletedComesBackAsItWas() throws {
    var session = try OwnLesson.session()
    let x = try session.insert(.code, "x = Q + 1", .end(ofStep: 0))
    _ = try session.insert(.code, "y = x * 2", .end(ofStep: 0))
    let gone = try session.delete(#require(x.block))
    #expect(session.panels(of: x.panel.cell).isEmpty)
    #expect(session.line("y") == "x is not defined; ")
    #expect(gone.block == (try session.block("y = x * 2")))
    _ = session.undo()
    #expect(session.panel(x.panel)?.name == "x")
    #expect(session.line("y") == "[4.0, 2.0, 2.0, 4.0]")
    let ids = try [session.block("Two inputs."), session.block("task")]
    for id in ids {
      #expect(throws: Diagnostic.self) { try session.delete(id) }
      #expect(throws: Diagnostic.self) { try session.setText(of: id, to: "x") }
      #expect(try session.move(id, by: 1) == nil)
      #expect(session.text(of: id) == nil)
    }
  }

  @Test func proseShowsNumbersOfAllCells() throws {
    var session = try OwnLesson.session()
    let own = try session.insert(.prose, "Q has {Q[0, 0]:.1f} and {z:.1f}.", .start(ofStep: 0))
    #expect(own.panel == .nowhere && session.panel(own.panel) == nil)
    func text() -> String {
      session.lesson.liveNumbers.map { session.text(of: $0) }.joined(separator: " ")
    }
    #expect(text() == "1.0 … 1")
    _ = try session.insert(.code, "z = 4", .end(ofStep: 1))
    #expect(text() == "1.0 4.0 1")
    _ = try session.setText(of: #require(own.block), to: "{z + 1:.0f}")
    #expect(text() == "5 1")
    _ = session.undo()
    #expect(text() == "1.0 4.0 1")
  }

  // MARK: - What is refused

  static let refused: [(kind: BlockKind, text: String, message: String, start: Int, end: Int)] = [
    (.code, "", "there is no statement in this cell", 0, 0),
    (.code, "# only this", "there is no statement in this cell", 0, 11),
    (.code, "x = \u{202E}1", "a character that can't be shown stands here: <U+202E>", 4, 7),
    (.code, "x = 1 # \u{1B}[31m", "a character that can't be shown stands here: ^[", 8, 9),
    (.code, "#| rwos: a\nx = 1", "\"rwos\" is no option here", 0, 10),
    (.prose, "  \n", "there is no text here", 0, 3),
    (.prose, "a\n## b", "a heading of two # would begin a step of the lesson", 2, 6),
    (.prose, "a\n# b", "a heading of one # stands inside the lesson", 2, 5),
    (.prose, "<!-- end -->", "comments are for those who write lessons", 0, 12),
    (.prose, "a\n\n```python {.qkv}\nx = 1\n```", "a cell doesn't stand in prose", 3, 19),
    (.prose, "```\nx", "the fence that begins here isn't closed", 0, 3),
    (.prose, "the {1 +}", "\"1 +\" can't be read: expected a value after '+'", 0, 9),
    (.heading, "Title", "a lesson takes cells and prose of yours, nothing else", 0, 0),
  ]

  @Test(arguments: refused)
  func whatIsRefused(
    _ row: (kind: BlockKind, text: String, message: String, start: Int, end: Int)
  ) throws {
    var session = try OwnLesson.session()
    let problem = #expect(throws: Diagnostic.self) {
      try session.insert(row.kind, row.text, .end(ofStep: 0))
    }
    #expect(problem?.message == row.message)
    #expect(problem?.primary.range == SourceRange(row.start, row.end))
    #expect(session.sketch == Self.plain)
    #expect(!session.canUndo)
  }

  @Test func sizesAreBounded() throws {
    var session = try OwnLesson.session()
    let long = "# " + String(repeating: "x", count: 100_000)
    let problem = #expect(throws: Diagnostic.self) {
      try session.insert(.code, long, .end(ofStep: 0))
    }
    #expect(problem?.message == "this has 100002 bytes, more than 100000")
    #expect(session.sketch == Self.plain)
  }

  @Test func lineEndsOfAnotherSystemAreLineEnds() throws {
    var session = try OwnLesson.session()
    let change = try session.insert(.code, "x = 1\r\ny = 2\rz = 3", .end(ofStep: 0))
    #expect(session.text(of: try #require(change.block)) == "x = 1\ny = 2\nz = 3")
  }
}
