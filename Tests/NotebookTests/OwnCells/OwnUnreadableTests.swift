import CellLanguage
import TestSupport
import Testing

@testable import Notebook

/// A reader's cell that can't be read is kept as it was typed, and shows what is wrong.
@Suite struct OwnUnreadableTests {
  private func session(with text: String) throws -> (session: Session, block: BlockID) {
    var session = try OwnLesson.session()
    let change = try session.insert(
      .code, text, .after(session.block("Q = [[1, 0], [0, 1]]")), asIs: true)
    return (session, try #require(change.block))
  }

  /// What is typed, what the cell shows of it, and what is wrong.
  static let texts: [(text: String, shown: [String], fault: String)] = [
    ("B = (", ["B = (: this '(' is never closed"], "this '(' is never closed"),
    (
      "B = 1\nC = ) + 2", ["B", "B = 1\nC = ) + 2: this ')' closes nothing"],
      "this ')' closes nothing"
    ),
    (
      "#| rwos: a\nB = 1", ["B", "#| rwos: a\nB = 1: \"rwos\" is no option here"],
      "\"rwos\" is no option here"
    ),
    (
      "# later", ["# later: there is no statement in this cell"],
      "there is no statement in this cell"
    ),
  ]

  @Test(arguments: texts)
  func isKeptAndShown(_ row: (text: String, shown: [String], fault: String)) throws {
    var plain = try OwnLesson.session()
    let refused = #expect(throws: Diagnostic.self) {
      try plain.insert(.code, row.text, .end(ofStep: 0))
    }
    #expect(refused?.message == row.fault)
    var (session, block) = try session(with: row.text)
    func shown(_ session: Session) -> [String] {
      session.cell(of: block).map { session.panels(of: $0) }?.map { panel in
        guard case .failure(let fault) = panel.content else { return panel.name ?? "" }
        return "\(panel.formula ?? ""): \(fault.message)"
      } ?? []
    }
    #expect(shown(session) == row.shown)
    #expect(session.text(of: block) == row.text)
    _ = session.undo()
    #expect(session.sketch == OwnEditingTests.plain)
    _ = session.redo()
    #expect(shown(session) == row.shown)
    // All else goes on, and it can be mended.
    #expect(session.line("K") == "[1.0, 0.0, 0.0, 1.0, 1.0, 1.0]")
    _ = try session.setText(of: block, to: "B = Q @ Q")
    #expect(session.line("B") == "[1.0, 0.0, 0.0, 1.0]")
    _ = try session.setText(of: block, to: row.text, asIs: true)
    #expect(shown(session) == row.shown)
  }

  @Test(arguments: texts)
  func comesBackWithTheProgress(
    _ row: (text: String, shown: [String], fault: String)
  ) throws {
    let (session, _) = try session(with: row.text)
    let kept = session.progress(step: 0)
    let back = try Session(lesson: OwnLesson.lesson(), progress: kept)
    #expect(back.sketch == session.sketch)
    #expect(back.progress(step: 0) == kept)
  }

  @Test(arguments: texts)
  func isExportedAsAComment(_ row: (text: String, shown: [String], fault: String)) throws {
    let (session, _) = try session(with: row.text)
    let script = PythonScript(session).text
    for line in row.text.split(separator: "\n") where !session.cellOrder.isEmpty {
      #expect(script.contains(line))
    }
    let notebook = JupyterNotebook(session).text
    if Python.hasNumPy { #expect(try Python.problems(script: script, notebook: notebook) == "") }
  }

  @Test func theCommentSaysWhatIsWrong() throws {
    let script = try PythonScript(session(with: "B = 1\nC = ) + 2").session).text
    #expect(script.contains("# B = 1\n# C = ) + 2\n# error: this ')' closes nothing\nB = 1\n"))
  }

  /// What is wrong with the prose of a reader stands in a listing of its own.
  @Test func draftsAreListings() throws {
    var session = try OwnLesson.session()
    let draft = DraftText.listing("the {1 +}\n~~~~\n  # x")
    #expect(draft == "~~~~~draft\nthe {1 +}\n~~~~\n  # x\n~~~~~")
    let change = try session.insert(.prose, draft, .end(ofStep: 0))
    let block = try #require(change.block)
    #expect(session.text(of: block).flatMap { DraftText.text(of: $0) } == "the {1 +}\n~~~~\n  # x")
    for other in ["~~~\nx\n~~~", "~~~draft\nx\n~~~\nmore", "draft", "~~~draft\nx", "", "Words."] {
      #expect(DraftText.text(of: other) == nil)
    }
    #expect(DraftText.text(of: DraftText.listing("")) == "")
  }
}
