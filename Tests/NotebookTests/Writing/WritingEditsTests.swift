import CellLanguage
import TestSupport
import Testing

@testable import Notebook

/// Writing a notebook's own blocks: the file's text changes there and nowhere else.
@Suite struct WritingEditsTests {
  private typealias File = WrittenNotebook

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
      try File.isWhatIsRead(session)
      _ = session.undo()
      #expect(session.markdown.utf8.elementsEqual(ends(File.text).utf8))
      #expect(!session.isUnsaved)
      _ = session.redo()
      #expect(session.markdown == expected)
    }
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
    try File.isWhatIsRead(session)
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
    try File.isWhatIsRead(session)
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
}
