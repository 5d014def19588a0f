import CellLanguage
import Testing

@testable import Notebook

/// Truth values stay truth values, whatever is typed over one.
@Suite struct SessionTruthTests {
  private func masked() throws -> (session: Session, mask: PanelID) {
    let session = try OwnLesson.session(
      OwnLesson.text.replacing(
        "Q = [[1, 0], [0, 1]]", with: "Q = array([[True, False], [False, True]])"))
    return (session, try #require(session.panelID(forName: "Q")))
  }

  /// What is typed over the first entry, and the entry then.
  static let typed: [(text: String, entry: String)] = [
    ("0", "False"), ("1", "True"), ("f", "False"), ("T", "True"), (" true", "True"),
    ("False", "False"), ("·", "False"), ("✓", "True"), ("0.0", "False"),
  ]

  @Test(arguments: typed)
  func keepsThem(_ row: (text: String, entry: String)) throws {
    var (session, mask) = try masked()
    _ = try session.setEntry(mask, at: [0, 0], to: row.text)
    #expect(session.entryText(mask, at: [0, 0]) == row.entry)
    guard case .array(let array)? = session.panel(mask)?.content else {
      Issue.record("the mask is no array")
      return
    }
    #expect(array.dtype == .bool)
  }

  @Test(arguments: ["5", "-1", "0.5", "inf", "1 + 1", "nan"])
  func refusesAllElse(_ text: String) throws {
    var (session, mask) = try masked()
    let refused = #expect(throws: Diagnostic.self) {
      try session.setEntry(mask, at: [0, 0], to: text)
    }
    #expect(refused?.message == "Q holds ✓ and ·")
    #expect(refused?.help == "1 stands for ✓, 0 for ·")
    #expect(session.edits.isEmpty)
    #expect(throws: Diagnostic.self) { try session.nudge(mask, at: [0, 0], by: 1) }
  }

  @Test func aMatrixIsPastedAsTruthValues() throws {
    var (session, mask) = try masked()
    _ = try session.setEntries(mask, to: PastedMatrix("0 1\n1 0"))
    #expect(session.formulaText(mask) == "Q = array([[False, True], [True, False]])")
    let refused = #expect(throws: PastedMatrix.Problem.self) {
      try session.setEntries(mask, to: PastedMatrix("0 1\n2 0"))
    }
    #expect(refused?.message == "Q holds ✓ and ·; '2' is neither 1 nor 0.")
  }

  /// A formula may make numbers of them.
  @Test func aFormulaIsFree() throws {
    var (session, mask) = try masked()
    _ = try session.setFormula(mask, to: "Q = [[1, 5], [0, 1]]")
    #expect(session.line("Q") == "[1.0, 5.0, 0.0, 1.0]")
  }
}
