import CellLanguage
import Testing

@testable import Notebook

/// A reader's cells in the progress, and back in a lesson that may have changed.
@Suite struct OwnKeepingTests {
  /// A session with a cell below `Q`, two below `K`, and prose in the second step.
  private func session() throws -> Session {
    var session = try OwnLesson.session()
    _ = try session.insert(
      .code, "D = array(Q) * 2", .after(session.block("Q = [[1, 0], [0, 1]]")))
    let last = try session.insert(
      .code, "#| digits: 1\nx = 1", .after(session.block("K = [[1, 0], [0, 1], [1, 1]]")))
    _ = try session.insert(.code, "y = x + 1", .after(#require(last.block)))
    _ = try session.insert(.prose, "I see {y:.0f}.", .before(session.block("task")))
    return session
  }

  private let all = [
    "## First", "Two inputs.", "Q = [[1, 0], [0, 1]]", "* D = array(Q) * 2", "pause",
    "K = [[1, 0], [0, 1], [1, 1]]", "* #| digits: 1\nx = 1", "* y = x + 1", "## Second",
    "* I see {y:.0f}.", "task", "A = softmax(S)",
  ]

  /// By way of the file.
  private func kept(_ session: Session) throws -> LessonProgress {
    var document = ProgressDocument()
    document.apply(
      ProgressChange.between(LessonProgress(), session.progress(step: 1), of: session.original))
    let (read, notes) = try ProgressDocument.read(Array(document.text.utf8))
    #expect(notes.isEmpty)
    #expect(read == document)
    #expect(read.unverified.isEmpty)
    return try #require(read.lessons["own"])
  }

  @Test func whatIsKeptComesBack() throws {
    var session = try session()
    _ = try session.setEntry(#require(session.panelID(forName: "Q")), at: [0, 0], to: "3")
    let back = try Session(lesson: OwnLesson.lesson(), progress: kept(session))
    #expect(back.sketch.count == all.count)
    #expect(back.line("D") == "[6.0, 0.0, 0.0, 2.0]")
    #expect(back.line("y") == "[2.0]")
    #expect(!back.canUndo)
    #expect(back.progress(step: 1) == session.progress(step: 1))
    #expect(session.sketch == back.sketch)
  }

  /// The lesson's text with something changed, and what is shown then.
  static let changes: [(what: String, old: String, new: String, shown: [String])] = [
    (
      "a cell before", "## First\n", "## First\n\n```python {.qkv}\nN = 2\n```\n",
      [
        "## First", "N = 2", "Two inputs.", "Q = [[1, 0], [0, 1]]", "* D = array(Q) * 2", "pause",
        "K = [[1, 0], [0, 1], [1, 1]]", "* #| digits: 1\nx = 1", "* y = x + 1", "## Second",
        "* I see {y:.0f}.", "task", "A = softmax(S)",
      ]
    ),
    (
      "a step before", "## First\n", "## New\n\nWords.\n\n## First\n",
      [
        "## New", "Words.", "## First", "Two inputs.", "Q = [[1, 0], [0, 1]]",
        "* D = array(Q) * 2", "pause", "K = [[1, 0], [0, 1], [1, 1]]", "* #| digits: 1\nx = 1",
        "* y = x + 1", "## Second", "* I see {y:.0f}.", "task", "A = softmax(S)",
      ]
    ),
    (
      "another value", "K = [[1, 0], [0, 1], [1, 1]]", "K = [[2, 0]]",
      [
        "## First", "Two inputs.", "Q = [[1, 0], [0, 1]]", "* D = array(Q) * 2", "pause",
        "K = [[2, 0]]", "* #| digits: 1\nx = 1", "* y = x + 1", "## Second", "* I see {y:.0f}.",
        "task", "A = softmax(S)",
      ]
    ),
    (
      "the cell is gone", "```python {.qkv}\nK = [[1, 0], [0, 1], [1, 1]]\n```\n", "",
      [
        "## First", "Two inputs.", "Q = [[1, 0], [0, 1]]", "* D = array(Q) * 2", "pause",
        "* #| digits: 1\nx = 1", "* y = x + 1", "## Second", "* I see {y:.0f}.", "task",
        "A = softmax(S)",
      ]
    ),
    (
      "its name is the lesson's now", "Two inputs.\n",
      "Two inputs.\n\n```python {.qkv}\nx = 7\n```\n",
      [
        "## First", "Two inputs.", "x = 7", "Q = [[1, 0], [0, 1]]", "* D = array(Q) * 2", "pause",
        "K = [[1, 0], [0, 1], [1, 1]]", "* #| digits: 1\nx = 1", "* y = x + 1", "## Second",
        "* I see {y:.0f}.", "task", "A = softmax(S)",
      ]
    ),
    (
      "other titles", "## First", "## Premier",
      [
        "## Premier", "Two inputs.", "Q = [[1, 0], [0, 1]]", "* D = array(Q) * 2", "pause",
        "K = [[1, 0], [0, 1], [1, 1]]", "* #| digits: 1\nx = 1", "* y = x + 1", "## Second",
        "* I see {y:.0f}.", "task", "A = softmax(S)",
      ]
    ),
  ]

  @Test(arguments: changes)
  func aChangedLessonKeepsThem(
    _ row: (what: String, old: String, new: String, shown: [String])
  ) throws {
    let kept = try kept(session())
    let text = OwnLesson.text.replacing(row.old, with: row.new)
    #expect(text != OwnLesson.text)
    let (lesson, _) = LessonReader.read(text: text, name: "own.md")
    let back = Session(lesson: try #require(lesson), progress: kept)
    #expect(back.sketch == row.shown)
    #expect(back.line("y") == (row.new.contains("x = 7") ? "[8.0]" : "[2.0]"))
  }

  @Test func aLessonOfOneStepTakesAll() throws {
    let kept = try kept(session())
    let (lesson, _) = LessonReader.read(
      text: "---\nqkv: 1\nid: own\ntitle: t\nsummary: s\nminutes: 1\n---\n## Only\n\nWords.\n",
      name: "own.md")
    let back = Session(lesson: try #require(lesson), progress: kept)
    #expect(back.sketch.filter { $0.hasPrefix("*") }.count == 4)
    #expect(Set(back.progress(step: 0).own.keys) == Set(kept.own.keys))
  }

  @Test func twoNotebooksLoseNothing() throws {
    let start = try kept(session())
    var first = try Session(lesson: OwnLesson.lesson(), progress: start)
    var second = try Session(lesson: OwnLesson.lesson(), progress: start)
    let place = try Insertion.after(first.block("K = [[1, 0], [0, 1], [1, 1]]"))
    _ = try first.insert(.code, "a = 1", place)
    _ = try first.delete(first.block("D = array(Q) * 2"))
    _ = try second.insert(.code, "b = 2", place)
    _ = try second.insert(.prose, "words", place)
    var document = ProgressDocument()
    document.lessons["own"] = start
    for session in [first, second] {
      document.apply(
        ProgressChange.between(start, session.progress(step: 1), of: session.original))
    }
    let back = try Session(
      lesson: OwnLesson.lesson(), progress: #require(document.lessons["own"]))
    #expect(
      Set(back.sketch.filter { $0.hasPrefix("*") }) == [
        "* a = 1", "* b = 2", "* words", "* #| digits: 1\nx = 1", "* y = x + 1", "* I see {y:.0f}.",
      ])
    let rest = back.sketch.filter { ["* #| digits: 1\nx = 1", "* y = x + 1"].contains($0) }
    #expect(rest == ["* #| digits: 1\nx = 1", "* y = x + 1"])
    #expect(back.line("y") == "[2.0]")
  }

  @Test func undoAndDeletionAreKept() throws {
    var session = try session()
    _ = try session.delete(session.block("y = x + 1"))
    #expect(try kept(session).own.count == 3)
    _ = session.undo()
    _ = session.undo()
    #expect(try kept(session).own.count == 3)
    var lesson = try kept(session)
    lesson.edits["Q"] = "Q = [[9, 9], [9, 9]]"
    session.restore(lesson)
    #expect(session.sketch.filter { $0.hasPrefix("*") }.count == 3)
    #expect(!session.canUndo)
    session.restore(LessonProgress())
    #expect(session.sketch == OwnEditingTests.plain)
  }

  // MARK: - Nothing is believed

  /// What a file says a block is, and whether anything of it is shown.
  static let hostile: [(json: String, notes: Int, isShown: Bool)] = [
    (#"{"kind": "code", "text": "x = 1"}"#, 0, true),
    (#"{"kind": "code", "text": "x = 1", "step": 99999, "above": 99999, "rank": 7}"#, 0, true),
    (#"{"kind": "code", "text": "x = 1", "step": -4, "above": 1e99, "rank": "a"}"#, 0, true),
    (#"{"kind": "code", "text": "x = 1", "after": "cell K", "before": [1]}"#, 0, true),
    (#"{"kind": "code", "text": "x = zeros((10**9, 10**9))"}"#, 0, true),
    (#"{"kind": "code", "text": "x = \u001b[31m1"}"#, 0, false),
    (#"{"kind": "code", "text": "x = (1"}"#, 0, true),
    (#"{"kind": "code", "text": ""}"#, 0, false),
    (#"{"kind": "prose", "text": "a \u202e b"}"#, 0, false),
    (#"{"kind": "prose", "text": "<!-- exercise: e edits=Q -->"}"#, 0, false),
    (#"{"kind": "prose", "text": " ## step"}"#, 0, false),
    (#"{"kind": "image", "text": "x"}"#, 1, false), (#"{"kind": "code"}"#, 1, false),
    (#"{"text": "x = 1"}"#, 1, false), (#"[]"#, 1, false), (#""x = 1""#, 1, false),
    (#"null"#, 1, false),
  ]

  @Test(arguments: hostile)
  func nothingIsBelieved(_ row: (json: String, notes: Int, isShown: Bool)) throws {
    let text =
      #"{"qkv": 1, "kind": "progress", "lessons": {"own": {"own": {"k": \#(row.json)}}}}"#
    let (document, notes) = try ProgressDocument.read(Array(text.utf8))
    #expect(notes.count == row.notes)
    let kept = try #require(document.lessons["own"])
    let session = try Session(lesson: OwnLesson.lesson(), progress: kept)
    #expect(session.sketch.contains { $0.hasPrefix("*") } == row.isShown)
    #expect(session.line("K") == "[1.0, 0.0, 0.0, 1.0, 1.0, 1.0]")
    // What can't be shown stays kept.
    #expect(session.progress(step: 0).own.count == 1 - row.notes)
  }

  @Test func moreThanFitsIsLeftOut() throws {
    let blocks = (0..<600).map { #""k\#($0)": {"kind": "code", "text": "x\#($0) = 1"}"# }
    let text =
      #"{"qkv": 1, "kind": "progress", "lessons": {"own": {"own": {\#(blocks.joined(separator: ", "))}}}}"#
    let (document, notes) = try ProgressDocument.read(Array(text.utf8))
    #expect(notes.count == 20)
    let kept = try #require(document.lessons["own"])
    let session = try Session(lesson: OwnLesson.lesson(), progress: kept)
    #expect(session.sketch.count { $0.hasPrefix("*") } == 500)
  }

  @Test func filesOfOlderVersionsAreRead() throws {
    let text = """
      {"qkv": 1, "kind": "progress", "lessons": {
        "own": {"step": 1, "edits": {"Q": "Q = [[2, 0], [0, 1]]"}, "tasks": {}}
      }}
      """
    let (document, notes) = try ProgressDocument.read(Array(text.utf8))
    #expect(notes.isEmpty)
    #expect(document.lessons["own"]?.own == [:])
    #expect(!document.text.contains("\"own\": {\"k"))
    #expect(!document.text.contains("rank"))
  }
}
