import CellLanguage
import Notebook
import Testing

/// A session over one lesson whose body is `text`.
func session(_ text: String) throws -> Session {
  let head = "---\nqkv: 1\nid: t\ntitle: T\n---\n## Step\n"
  let (lesson, problems) = LessonReader.read(text: head + text, name: "t.md")
  #expect(problems.map(\.description) == [])
  return Session(lesson: try #require(lesson))
}

func cell(_ text: String) -> String { "```python {.qkv}\n\(text)\n```\n" }

extension Session {
  /// `Q = 2×2 [1.0, 0.0, 0.0, 1.0]`, hidden cells as well.
  var contents: [String] {
    lesson.cells.flatMap { panels(of: $0.id) }.map { panel in
      (panel.name.map { $0 + " = " } ?? "") + words(panel.content)
    }
  }

  func id(_ name: String) throws -> PanelID { try #require(panelID(forName: name)) }
}

@Suite struct SessionTests {
  static let text =
    "Likeness is {S[0, 1]:.1f} of {n}.\n"
    + cell("#| hidden\ntokens = ['the', 'cat']")
    + cell(
      "#| rows: tokens\n#| cols: x, y\n#| title: queries\nQ = [[1, 1/sqrt(4)],\n     [0, 1]]  # two\nn = 2"
    )
    + cell("#| rows: tokens\n#| cols: tokens\nS = Q @ Q.T")
    + cell("S.sum()")

  @Test("panels show what the cells hold")
  func panels() throws {
    let session = try session(Self.text)
    #expect(
      session.contents == [
        "tokens = ['the', 'cat']", "Q = 2×2 [1.0, 0.5, 0.0, 1.0]", "n = 2.0",
        "S = 2×2 [1.25, 0.5, 0.5, 1.0]", "3.25",
      ])
    let panels = session.panels(inStep: 0)
    #expect(panels.map(\.name) == ["Q", "n", "S", nil])
    #expect(panels.map(\.title) == ["queries", nil, nil, nil])
    #expect(panels.map(\.formula) == [nil, nil, "Q @ Q.T", "S.sum()"])
    #expect(panels.map(\.isInput) == [true, true, false, false])
    #expect(panels.map(\.rowLabels) == [["the", "cat"], [], ["the", "cat"], []])
    #expect(panels.map(\.columnLabels) == [["x", "y"], [], ["the", "cat"], []])
    #expect(session.panel(panels[2].id)?.name == "S")
    #expect(session.panel(PanelID(cell: 9, statement: 0)) == nil)
    #expect(session.panels(inStep: 7).isEmpty)
  }

  @Test("an entry is edited in place, and what follows from it changes")
  func entries() throws {
    var session = try session(Self.text)
    let q = try session.id("Q")
    let s = try session.id("S")
    #expect(session.isEditable(q, at: [0, 1]))
    #expect(!session.isEditable(s, at: [0, 1]))
    #expect(!session.isEditable(q, at: [0, 2]))
    #expect(!session.isEditable(q, at: [0]))
    #expect(session.entryText(q, at: [0, 1]) == "1/sqrt(4)")
    #expect(session.entryText(s, at: [0, 1]) == nil)
    let runs = session.runCount
    let change = try session.setEntry(q, at: [0, 1], to: " -0.5 # half")
    #expect(session.source(of: q.cell).text.contains("Q = [[1, -0.5],\n     [0, 1]]  # two"))
    #expect(session.contents[3] == "S = 2×2 [1.25, -0.5, -0.5, 1.0]")
    #expect(
      change
        == Change(
          panel: q, position: [0, 1],
          changed: [q: [1], s: [1, 2], PanelID(cell: 3, statement: 0): [0]]))
    // Q, S, the sum and the number in the prose.
    #expect(session.runCount == runs + 4)
  }

  @Test(
    "what is no number is refused",
    arguments: [
      ("", "a number is missing"),
      ("1,5", "decimals are written with a point"),
      ("[1, 2]", "an entry is a number, or arithmetic on numbers"),
      ("x = 1", "an entry is one number, without a name"),
      ("1/0", "division by zero"),
      ("Q", "an entry is a number; 'Q' is a name"),
    ])
  func refused(text: String, message: String) throws {
    var session = try session(Self.text)
    let before = session.contents
    let error = #expect(throws: Diagnostic.self) {
      try session.setEntry(session.id("Q"), at: [0, 0], to: text)
    }
    #expect(error?.message == message)
    #expect(session.contents == before)
    #expect(!session.canUndo)
  }

  @Test(
    "special numbers are taken",
    arguments: [
      ("-inf", "-inf"), ("nan", "nan"), ("1e308", "1e+308"), ("2**-1", "0.5"), ("True", "1.0"),
    ])
  func taken(text: String, shown: String) throws {
    var session = try session(cell("x = [0.5, 1]"))
    _ = try session.setEntry(session.id("x"), at: [1], to: text)
    #expect(session.contents == ["x = 2 [0.5, \(shown)]"])
    #expect(try session.entryText(session.id("x"), at: [1]) == text)
  }

  @Test(
    "nudges are exact in decimals",
    arguments: [
      ("0.1", 0.2, "0.3"), ("0.3", -0.1, "0.2"), ("0.1", -0.1, "0.0"), ("1", 1.0, "2"),
      ("1", 0.1, "1.1"),
      ("1.00", 0.1, "1.10"), ("-0.1", -0.2, "-0.3"), ("0.05", -0.1, "-0.05"), ("9.9", 0.1, "10.0"),
      ("1/4", 0.1, "0.35"), ("1e-3", 0.001, "0.002"), ("1e30", 1.0, "1e+30"), (".5", 0.1, "0.6"),
      ("0.1", 1e-7, "0.1000001"),
    ])
  func nudges(text: String, step: Double, expected: String) throws {
    var session = try session(cell("x = \(text)"))
    _ = try session.nudge(session.id("x"), at: [], by: step)
    #expect(try session.entryText(session.id("x"), at: []) == expected)
  }

  @Test("a slider's ends are kept to, and infinity can't be nudged")
  func bounds() throws {
    var session = try session(cell("#| slider: 0 3 0.5\nc = 2.8") + cell("x = -inf"))
    _ = try session.nudge(session.id("c"), at: [], by: 0.5)
    #expect(try session.entryText(session.id("c"), at: []) == "3")
    _ = try session.nudge(session.id("c"), at: [], by: -5)
    #expect(try session.entryText(session.id("c"), at: []) == "0")
    #expect(throws: Diagnostic.self) { try session.nudge(session.id("x"), at: [], by: 1) }
  }

  @Test("locked cells and entries stay")
  func locked() throws {
    var session = try session(
      cell("#| locked\nA = [1, 2]\nB = A") + cell("#| editable: 0 1\nC = [[1, 2], [3, 4]]"))
    let a = try session.id("A")
    let b = try session.id("B")
    let c = try session.id("C")
    #expect(!session.isEditable(a, at: [0]))
    #expect(session.isEditable(c, at: [0, 1]))
    #expect(!session.isEditable(c, at: [0, 0]))
    for attempt in [
      { (session: inout Session) throws in _ = try session.setEntry(a, at: [0], to: "9") },
      { (session: inout Session) throws in _ = try session.setFormula(b, to: "B = 9") },
      { (session: inout Session) throws in _ = try session.setEntry(c, at: [0, 0], to: "9") },
      { (session: inout Session) throws in _ = try session.setFormula(c, to: "C = 9") },
      { (session: inout Session) throws in _ = try session.nudge(c, at: [1, 1], by: 1) },
    ] {
      #expect(throws: Diagnostic.self) { try attempt(&session) }
    }
    #expect(session.contents[2] == "C = 2×2 [1.0, 2.0, 3.0, 4.0]")
  }

  @Test("undo and redo lead through every state")
  func history() throws {
    var session = try session(Self.text)
    var states = [session.contents]
    let q = try session.id("Q")
    _ = try session.setEntry(q, at: [0, 0], to: "3")
    states.append(session.contents)
    for _ in 0..<5 {
      _ = try session.nudge(q, at: [1, 1], by: 0.25)
      states.append(session.contents)
    }
    _ = try session.setFormula(session.id("S"), to: "S = Q")
    states.append(session.contents)
    _ = session.resetPanel(q)
    states.append(session.contents)
    _ = session.resetLesson()
    states.append(session.contents)
    #expect(states.last == states.first)
    #expect(session.resetLesson() == nil)
    #expect(session.resetPanel(q) == nil)
    for state in states.dropLast().reversed() {
      #expect(session.undo() != nil)
      #expect(session.contents == state)
    }
    #expect(!session.canUndo && session.undo() == nil)
    for state in states.dropFirst() {
      #expect(session.redo() != nil)
      #expect(session.contents == state)
    }
    #expect(!session.canRedo && session.redo() == nil)
    _ = session.undo()
    _ = try session.setEntry(q, at: [0, 0], to: "8")
    #expect(!session.canRedo)
  }

  @Test("an undo says what it changed")
  func undone() throws {
    var session = try session(Self.text)
    let q = try session.id("Q")
    let change = try session.setEntry(q, at: [0, 1], to: "3")
    #expect(session.undo() == change)
    #expect(session.isEdited(q) == false)
    #expect(session.redo() == change)
    #expect(session.isEdited(q))
  }

  @Test("numbers in the prose follow the cells")
  func live() throws {
    var session = try session(
      Self.text + "{S:.1f} {S} {tokens[1]:>5} {n:03d} {n > 1} {1/0} {n:.1f}")
    let lives = session.lesson.liveNumbers
    #expect(
      lives.map { session.text(of: $0) } == [
        "0.5", "2", "…", "array of 2×2", "  cat", "002", "True", "…", "2.0",
      ])
    #expect(session.reason(for: lives[2]) == "a format is for one number")
    #expect(session.reason(for: lives[7]) == "division by zero")
    #expect(session.reason(for: lives[0]) == nil)
    _ = try session.setEntry(session.id("Q"), at: [0, 1], to: "0.25")
    #expect(session.text(of: lives[0]) == "0.2")
    _ = try session.setFormula(session.id("S"), to: "S = ...")
    #expect(session.text(of: lives[0]) == "…")
    #expect(session.reason(for: lives[0]) == "waits for S, which is open")
  }

  @Test("the explain line names what took part")
  func explain() throws {
    let session = try session(Self.text)
    let line = try #require(session.explain(session.id("S"), at: [0, 1], width: 80, ascii: false))
    #expect(line.text.hasPrefix("S[the, cat] = "))
    #expect(line.sources.contains(NamedEntry(name: "Q", position: [0, 1])))
    #expect(try session.explain(session.id("S"), at: [0, 9], width: 80, ascii: false) == nil)
    #expect(try session.explain(session.id("tokens"), at: [0], width: 80, ascii: false) == nil)
  }

  @Test("an input tells of the results in its step, and of later ones where it has none")
  func reach() throws {
    let text =
      cell("a = 1.0") + cell("b = a + 1") + "## Two\n" + cell("c = 2.0") + "## Three\n"
      + cell("d = a + c")
    let session = try session(text)
    func line(_ name: String) throws -> String? {
      session.explain(try session.id(name), at: [], width: 80, ascii: false)?.text
    }
    #expect(try line("a") == "a = 1.00  an input, reaches b")
    #expect(try line("c") == "c = 2.00  an input, reaches d")
  }

  @Test("random edits leave what a fresh session of the same text shows", arguments: 0..<5)
  func random(seed: UInt64) throws {
    var random = Generator(state: seed)
    var session = try session(Self.text)
    for _ in 0..<60 {
      let q = try session.id("Q")
      let position = [Int.random(in: 0...1, using: &random), Int.random(in: 0...1, using: &random)]
      switch Int.random(in: 0..<5, using: &random) {
      case 0: _ = session.undo()
      case 1: _ = session.redo()
      case 2: _ = try session.nudge(q, at: position, by: 0.1)
      case 3:
        _ = try session.setFormula(
          session.id("S"),
          to: ["S = Q * n", "S = Q @ Q.T", "S = ..."].randomElement(using: &random) ?? "")
      default:
        _ = try session.setEntry(
          q, at: position, to: ["7", "-1/3", "0.5"].randomElement(using: &random) ?? "")
      }
      let fresh = Sheet(programs: session.lesson.cells.map { session.source(of: $0.id) })
      let panels = fresh.units.joined().map { unit in
        (unit.definedNames.isEmpty ? "" : unit.definedNames.joined(separator: ", ") + " = ")
          + words(unit.outcome)
      }
      #expect(
        session.contents.map { $0.replacing("open", with: "waits for S (hole)") }
          == panels.map { $0.replacing("n = 2", with: "n = 2.0") })
    }
  }
}
