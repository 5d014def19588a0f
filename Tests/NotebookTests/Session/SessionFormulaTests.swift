import CellLanguage
import Notebook
import Testing

/// Formulas edited as text.
@Suite struct SessionFormulaTests {
  @Test("a formula is edited as text; what fails is kept and shown")
  func formulas() throws {
    var session = try session(SessionTests.text)
    let s = try session.id("S")
    #expect(session.formulaText(s) == "S = Q @ Q.T")
    let change = try session.setFormula(s, to: "  S = (Q @ Q.T)[0]  # first")
    #expect(session.contents[3] == "S = 2 [1.25, 0.5]")
    #expect(change.changed[s] == [0, 1])
    #expect(session.panel(s)?.columnLabels == ["the", "cat"])
    _ = try session.setFormula(s, to: "S = Q @ [1, 2, 3]")
    #expect(session.contents[3].hasPrefix("S = error: "))
    #expect(session.contents[4] == "waits for S (failure)")
    _ = try session.setFormula(s, to: "S = ...")
    #expect(session.contents[3...] == ["S = open", "waits for S (hole)"])
    #expect(session.formulaText(s) == "S = ...")
  }

  @Test(
    "what can't be read is refused, the text stays the editor's",
    arguments: [
      ("S = Q @", "expected a value after '@'"), ("", "a statement is missing"),
      ("a = 1\nb = 2", "the last statement must define S"), ("# S", "a statement is missing"),
    ])
  func unreadable(text: String, message: String) throws {
    var session = try session(SessionTests.text)
    let error = #expect(throws: Diagnostic.self) {
      try session.setFormula(session.id("S"), to: text)
    }
    #expect(error?.message == message)
    #expect(try session.formulaText(session.id("S")) == "S = Q @ Q.T")
  }

  @Test("a cell that can't be read is mended as a whole")
  func mended() throws {
    let head = "---\nqkv: 1\nid: t\ntitle: T\n---\n## Step\n"
    let text = head + cell("a = 1\nb = = 2") + cell("b + 1")
    var session = Session(lesson: try #require(LessonReader.read(text: text, name: "t.md").lesson))
    let broken = PanelID(cell: 0, statement: 1)
    #expect(session.formulaText(broken) == "a = 1\nb = = 2")
    #expect(throws: Diagnostic.self) { try session.setFormula(broken, to: "a = (") }
    _ = try session.setFormula(broken, to: "a = 1\nb = 2")
    #expect(session.contents == ["a = 1.0", "b = 2.0", "3.0"])
    #expect(session.resetPanel(broken) != nil)
    #expect(session.formulaText(broken) == "a = 1\nb = = 2")
    #expect(session.undo() != nil)
    #expect(session.contents == ["a = 1.0", "b = 2.0", "3.0"])
  }

  @Test("of a formula typed without its name the name is kept")
  func namelessFormula() throws {
    var session = try session(SessionTests.text)
    _ = try session.setFormula(session.id("S"), to: "Q - Q")
    #expect(try session.formulaText(session.id("S")) == "S = Q - Q")
    _ = try session.setFormula(session.id("S"), to: "T = Q")
    #expect(session.panelID(forName: "S") == nil)
    #expect(session.undo() != nil)
    #expect(try session.formulaText(session.id("S")) == "S = Q - Q")
  }
}
