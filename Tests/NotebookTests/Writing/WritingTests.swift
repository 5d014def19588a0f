import CellLanguage
import TestSupport
import Testing

@testable import Notebook

/// Writing a notebook's own blocks: the file's text changes there and nowhere else.
@Suite struct WritingTests {
  private typealias File = WrittenNotebook

  @Test func whatIsReadIsByteForByteTheFile() throws {
    let plain = File.text
    let texts = [
      plain, plain.replacing("\n", with: "\r\n"), String(plain.dropLast()), plain + "\n\n \n",
      plain.replacing("## First", with: "before the first step\n\n## First"),
      plain.replacing("\n\n", with: "\n \t \n\n"),
    ]
    for text in texts {
      let session = try File.session(text)
      #expect(session.markdown.utf8.elementsEqual(text.utf8))
      #expect(!session.isUnsaved && session.isAuthoring && !session.canUndo)
    }
    for name in LessonFiles.names {
      let text = LessonFiles.text(of: name)
      let session = try File.session(text)
      #expect(session.markdown.utf8.elementsEqual(text.utf8))
    }
  }

  @Test func theNotebookIsShownAsItWouldBeRead() throws {
    let session = try File.session()
    #expect(session.ownSketch == File.plain)
    let (lesson, _) = LessonReader.read(text: File.text, name: "mine.md")
    let read = Session(lesson: try #require(lesson))
    #expect(LessonText(session).text == LessonText(read).text)
    #expect(session.original.tasks.map(\.id) == ["scores", "q"])
    #expect(session.line("A") == "waits for S")
  }

  @Test func aNumberIsWrittenWhereItStands() throws {
    var session = try File.session()
    _ = try session.setEntry(#require(session.panelID(forName: "Q")), at: [1, 0], to: "1/3")
    #expect(
      session.markdown
        == File.text.replacing("[0,  1]]   # a comment", with: "[1/3,  1]]   # a comment"))
    #expect(session.isUnsaved)
    _ = try session.setFormula(#require(session.panelID(forName: "A")), to: "softmax(S, axis=0)")
    #expect(session.markdown.contains("```python {.qkv}\nA = softmax(S, axis=0)\n```\n"))
    _ = session.undo()
    _ = session.undo()
    #expect(!session.isUnsaved)
    #expect(session.markdown == File.text)
  }

  @Test func anAnswerIsTriedOutAndNotWritten() throws {
    var session = try File.session()
    _ = try session.setFormula(#require(session.panelID(forName: "S")), to: "S = Q @ K.T")
    #expect(session.line("A") != "waits for S")
    #expect(session.markdown == File.text && !session.isUnsaved)
    #expect(session.edits == ["S": "S = Q @ K.T"])
    var grader = Grader(lesson: session.original)
    let task = try #require(session.original.tasks.first)
    #expect(grader.verdict(on: session.answer(to: task), to: task).isPassed)
    // Text above it changes its line, and not what was entered.
    _ = try session.insert(.prose, "More.\n\nAnd more.", .start(ofStep: 0))
    #expect(session.edits == ["S": "S = Q @ K.T"])
    let file = try #require(session.file)
    let back = Session.writing(file, progress: session.progress(step: 0)).session
    #expect(back?.line("S") == session.line("S"))
  }

  /// What is written where, and the lines that the file has then.
  static let inserted:
    [(kind: BlockKind, text: String, place: String, isAfter: Bool, old: String, new: String)] = [
      (
        .code, "x = 1", "## First", true, "## First\n\n",
        "## First\n\n```python {.qkv}\nx = 1\n```\n\n"
      ),
      (
        .prose, "Hello\nyou.\n\n", "Some words, with {Q[0, 0]:.1f}. / a list", true, "- a list\n\n",
        "- a list\n\nHello\nyou.\n\n"
      ),
      (
        .code, "x = \"\"\"\n```\n\"\"\"", "listing", false, "```\n```python\nlisting",
        "```\n\n````python {.qkv}\nx = \"\"\"\n```\n\"\"\"\n````\n\n```python\nlisting"
      ),
      (
        .prose, "Hello", "A = softmax(S)", true, "A = softmax(S)\n```\n",
        "A = softmax(S)\n```\n\nHello\n"
      ),
      (
        .heading, "  New\n step ", "listing", true, "listing = 1\n```\n\n",
        "listing = 1\n```\n\n## New step\n\n"
      ),
      (
        .pause, "<!-- pause -->", "## Second", true, "## Second\n\n",
        "## Second\n\n<!-- pause -->\n\n"
      ),
      (
        .task, "<!-- quiz: r -->\nNo?\n- [x] No. — So.\n- [ ] Yes. — Not.\n<!-- end -->",
        "## Second",
        false, "## Second",
        "<!-- quiz: r -->\nNo?\n- [x] No. — So.\n- [ ] Yes. — Not.\n<!-- end -->\n\n## Second"
      ),
      (
        .prose, "One.\n\n## Two\n\n```python {.qkv}\nz = 3\n```", "## Second", false, "## Second",
        "One.\n\n## Two\n\n```python {.qkv}\nz = 3\n```\n\n## Second"
      ),
    ]

  @Test(arguments: inserted)
  func onlyWhatIsWrittenIsNew(
    _ row: (kind: BlockKind, text: String, place: String, isAfter: Bool, old: String, new: String)
  ) throws {
    for isWindows in [false, true] {
      func ends(_ text: String) -> String {
        isWindows ? text.replacing("\n", with: "\r\n") : text
      }
      var session = try File.session(ends(File.text))
      let place = try session.written(row.place)
      _ = try session.insert(row.kind, row.text, row.isAfter ? .after(place) : .before(place))
      let expected = ends(File.text.replacing(row.old, with: row.new))
      #expect(expected != ends(File.text))
      #expect(session.markdown == expected)
      try isWhatIsRead(session)
      _ = session.undo()
      #expect(session.markdown.utf8.elementsEqual(ends(File.text).utf8))
      #expect(!session.isUnsaved)
      _ = session.redo()
      #expect(session.markdown == expected)
    }
  }

  /// The session shows what a reader of its text would see.
  private func isWhatIsRead(_ session: Session) throws {
    let (lesson, problems) = LessonReader.read(text: session.markdown, name: "mine.md")
    #expect(problems == [])
    let read = Session(lesson: try #require(lesson))
    #expect(LessonText(session).text == LessonText(read).text)
  }

  /// Blocks by what they show, their new text, and what changes in the file.
  static let rewritten: [(block: String, before: String, text: String, old: String, new: String)] =
    [
      (
        "## First", "First", "The *first*", "## First\n", "## The *first*\n"
      ),
      (
        "Some words, with {Q[0, 0]:.1f}. / a list",
        "Some *words*,\nwith {Q[0, 0]:.1f}.\n\n- a list",
        "Other.", "Some *words*,\nwith {Q[0, 0]:.1f}.\n\n- a list\n", "Other.\n"
      ),
      (
        "#| rows: the, cat\nQ = [[1, 0], [0,  1]]   # a comment",
        "#| rows: the, cat\nQ = [[1, 0], [0,  1]]   # a comment", "Q = [[5, 6]]",
        "#| rows: the, cat\nQ = [[1, 0], [0,  1]]   # a comment\n", "Q = [[5, 6]]\n"
      ),
      (
        "K = array([[2, 0], [0, 1]])", "K = array([[2, 0], [0, 1]])", "K = eye(2)\n~~~~~\n",
        "", ""
      ),
      (
        "listing", "```python\nlisting = 1\n```", "```\nother\n```", "```python\nlisting = 1\n```",
        "```\nother\n```"
      ),
      (
        "note", "<!-- note: say it\n     slowly -->", "<!-- note: hush -->",
        "<!-- note: say it\n     slowly -->", "<!-- note: hush -->"
      ),
    ]

  @Test(arguments: rewritten)
  func aBlockIsRewritten(
    _ row: (block: String, before: String, text: String, old: String, new: String)
  ) throws {
    var session = try File.session()
    let id = try session.written(row.block)
    #expect(session.text(of: id) == row.before)
    guard !row.old.isEmpty else {
      #expect(throws: Diagnostic.self) { try session.setText(of: id, to: row.text) }
      #expect(session.markdown == File.text)
      return
    }
    let change = try session.setText(of: id, to: row.text)
    #expect(change.block == id)
    #expect(session.text(of: id) == row.text)
    #expect(session.markdown == File.text.replacing(row.old, with: row.new))
    try isWhatIsRead(session)
    // The same text again is no change.
    _ = try session.setText(of: id, to: row.text)
    _ = session.undo()
    #expect(session.markdown == File.text && !session.isUnsaved)
  }

  @Test func theFenceGrowsWithWhatItHolds() throws {
    var session = try File.session()
    let id = try session.written("K = array([[2, 0], [0, 1]])")
    _ = try session.setText(of: id, to: "K = \"\"\"\n~~~~\n\"\"\"")
    #expect(session.markdown.contains("~~~~~python {.qkv}\nK = \"\"\"\n~~~~\n\"\"\"\n~~~~~\n"))
    try isWhatIsRead(session)
    let indented = File.text.replacing(
      "~~~python {.qkv}\nK = array([[2, 0], [0, 1]])\n~~~",
      with: "  ~~~python {.qkv}\n  K = 1\n\n  J = 2\n  ~~~")
    session = try File.session(indented)
    _ = try session.setEntry(#require(session.panelID(forName: "J")), at: [], to: "3")
    #expect(session.markdown == indented.replacing("J = 2", with: "J = 3"))
  }

  @Test func proseBecomesWhatItsMarkdownHolds() throws {
    var session = try File.session()
    let id = try session.written("Some words, with {Q[0, 0]:.1f}. / a list")
    _ = try session.setText(of: id, to: "Words.\n\n## Between\n\n```python {.qkv}\nN = 2\n```")
    #expect(
      session.ownSketch.prefix(5) == ["## First", "Words.", "## Between", "N = 2", File.plain[2]])
    #expect(session.lesson.steps.count == 3)
    #expect(session.line("N") == "[2.0]")
    #expect(session.text(of: id) == "Words.")
    #expect(
      session.markdown
        == File.text.replacing(
          "Some *words*,\nwith {Q[0, 0]:.1f}.\n\n- a list",
          with: "Words.\n\n## Between\n\n```python {.qkv}\nN = 2\n```"))
    _ = session.undo()
    #expect(session.ownSketch == File.plain && session.lesson.steps.count == 2)
  }

  @Test func theHeadIsItsMarkdown() throws {
    var session = try File.session()
    let head = try #require(session.head)
    let text = try #require(session.text(of: head))
    #expect(text == File.text.prefix(text.count) && text.hasSuffix("# Mine"))
    _ = try session.setText(of: head, to: text.replacing("title: Mine", with: "title: Yours"))
    #expect(session.lesson.title == "Yours" && session.original.title == "Yours")
    #expect(session.markdown == File.text.replacing("title: Mine", with: "title: Yours"))
    let problem = #expect(throws: Diagnostic.self) {
      try session.setText(of: head, to: text.replacing("minutes: 5", with: "minutes: none"))
    }
    #expect(problem?.message == "\"none\" is no number of minutes")
    #expect(throws: Diagnostic.self) { try session.delete(head) }
    #expect(try session.move(head, by: 1) == nil)
  }

  @Test func anExerciseIsItsMarkdown() throws {
    var session = try File.session()
    let id = try #require(session.block(ofTask: "scores"))
    _ = try session.setFormula(#require(session.panelID(forName: "S")), to: "S = Q @ K.T")
    let text = try #require(session.text(of: id))
    #expect(text.hasPrefix("<!-- exercise: scores") && text.hasSuffix("<!-- end -->"))
    let version = session.textVersion
    // Another check leaves the answer, another start takes it away.
    _ = try session.setText(of: id, to: text.replacing("each score", with: "every score"))
    #expect(session.edits == ["S": "S = Q @ K.T"])
    #expect(session.textVersion != version)
    _ = try session.setText(of: id, to: text.replacing("S = ...", with: "S = Q * 0"))
    #expect(session.edits == [:])
    _ = session.undo()
    #expect(session.edits == ["S": "S = Q @ K.T"])
    _ = session.undo()
    #expect(session.edits == ["S": "S = Q @ K.T"] && session.markdown == File.text)
    _ = session.undo()
    #expect(session.edits == [:])
    let problem = #expect(throws: Diagnostic.self) {
      try session.setText(of: id, to: text.replacing("<!-- end -->", with: ""))
    }
    #expect(problem?.message.contains("isn't ended") == true)
  }

  @Test func blocksMoveAndAreDeleted() throws {
    var session = try File.session()
    let cell = try session.written("K = array([[2, 0], [0, 1]])")
    var places: [Int] = []
    while try session.move(cell, by: -1) != nil {
      places.append(try #require(session.ownSketch.firstIndex(of: "K = array([[2, 0], [0, 1]])")))
      try isWhatIsRead(session)
    }
    #expect(places == [5, 4, 3, 2, 1])
    while try session.move(cell, by: 1) != nil { try isWhatIsRead(session) }
    #expect(session.ownSketch.last == "K = array([[2, 0], [0, 1]])")
    #expect(session.markdown.hasSuffix("~~~\n"))
    while try session.written("K = array([[2, 0], [0, 1]])") != session.outline(ofStep: 0).last?.id
    {
      _ = try session.move(cell, by: -1)
    }
    // Back where it was, it leaves no trace.
    #expect(session.markdown == File.text && !session.isUnsaved)
    while session.undo() != nil {}
    #expect(session.markdown == File.text)
    for sketch in File.plain.dropFirst(2) where sketch != "A = softmax(S)" {
      var session = try File.session()
      _ = try session.delete(session.written(sketch))
      try isWhatIsRead(session)
      _ = session.undo()
      #expect(session.markdown == File.text)
    }
    _ = try session.delete(session.written("pause"))
    #expect(session.markdown == File.text.replacing("<!-- pause -->\n", with: ""))
  }

  @Test func stepsMoveAndAreDeleted() throws {
    var session = try File.session()
    let change = try session.moveStep(1, by: -1)
    #expect(change?.step == 0)
    #expect(session.ownSketch == Array(File.plain[7...] + File.plain[..<7]))
    try isWhatIsRead(session)
    #expect(session.markdown.hasSuffix("~~~\n"))
    #expect(try session.moveStep(0, by: -1) == nil && session.moveStep(1, by: 1) == nil)
    _ = try session.deleteStep(0)
    #expect(session.ownSketch == Array(File.plain[..<7]))
    try isWhatIsRead(session)
    let problem = #expect(throws: Diagnostic.self) { try session.deleteStep(0) }
    #expect(problem?.message == "the lesson has no step")
    _ = session.undo()
    _ = session.undo()
    #expect(session.markdown == File.text)
    // A title taken away joins its step to the one above.
    _ = try session.delete(session.written("## Second"))
    #expect(session.lesson.steps.count == 1)
    try isWhatIsRead(session)
  }

  /// Kind, text and what is wrong with it.
  static let refused: [(kind: BlockKind, text: String, message: String)] = [
    (.code, "x = (", "this '(' is never closed"),
    (.code, "", "there is no statement in this cell"),
    (.code, "x = 1 # \u{202E}", "a character that can't be shown stands here: <U+202E>"),
    (.prose, "a \u{1B}[2J", "a character that can't be shown stands here: ^["),
    (.prose, "", "there is no text here"), (.heading, " ", "the step has no title"),
    (.prose, "```python {.qkv}\nx = 1", "the fence that begins here isn't closed"),
    (
      .prose, "<!-- exercise: e edits=x -->",
      "the exercise that begins here isn't ended before the step on line 37"
    ),
    (.prose, "<!-- puase -->", "\"puase\" is no directive"),
    (.prose, "# Title", "a heading of one # stands inside the lesson"),
    (
      .task, "<!-- quiz: q -->\nSame id?\n- [x] a — b\n- [ ] c — d\n<!-- end -->",
      "the id q stands already on line 14"
    ),
  ]

  @Test(arguments: refused)
  func whatVerifyCouldNotReadIsRefused(
    _ row: (kind: BlockKind, text: String, message: String)
  ) throws {
    var session = try File.session()
    let problem = #expect(throws: Diagnostic.self) {
      try session.insert(row.kind, row.text, .end(ofStep: 0))
    }
    if !row.text.contains("Same id") { #expect(problem?.message == row.message) }
    #expect(session.markdown == File.text)
    #expect(!session.canUndo)
    #expect(session.ownSketch == File.plain)
  }

  @Test func everyWayBackLeadsToTheFile() throws {
    var random = SeededRandom(seed: 20)
    for _ in 0..<12 {
      var session = try File.session()
      for _ in 0..<25 {
        let step = Int.random(in: session.lesson.steps.indices, using: &random)
        guard let item = session.outline(ofStep: step).randomElement(using: &random) else {
          continue
        }
        switch Int.random(in: 0..<7, using: &random) {
        case 0:
          _ = try? session.insert(
            .prose, "words \(Int.random(in: 0..<100, using: &random))", .after(item.id))
        case 1:
          _ = try? session.insert(
            .code, "v\(Int.random(in: 0..<10_000, using: &random)) = 1", .before(item.id))
        case 2: _ = try? session.insert(.heading, "Step", .after(item.id))
        case 3: _ = try? session.move(item.id, by: Int.random(in: -3...3, using: &random))
        case 4: _ = try? session.delete(item.id)
        case 5: _ = try? session.moveStep(step, by: Int.random(in: -1...1, using: &random))
        default:
          if let id = session.panelID(forName: "Q") {
            _ = try? session.setEntry(
              id, at: [0, 1], to: "\(Int.random(in: 0..<9, using: &random))")
          }
        }
        try isWhatIsRead(session)
      }
      let end = session.markdown
      while session.undo() != nil {}
      #expect(session.markdown == File.text && !session.isUnsaved)
      while session.redo() != nil {}
      #expect(session.markdown == end)
    }
  }
}
