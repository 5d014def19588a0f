import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Formulas typed or pasted where no field is open.
@Suite struct TypedFormulaTests {
  /// A step with a hole, a failed formula and a slider.
  private static let hole: State = {
    var state = Sample.reading()
    state.reading?.go(toStep: 1)
    return state
  }()

  /// What the keys leave in the field, on a hole.
  private static let begun: [(keys: String, text: String?)] = [
    ("s", "W = s"), ("softmax(Q)", "W = softmax(Q)"), ("(Q", "W = (Q"),
    ("[[1, 2]]", "W = [[1, 2]]"),
    ("2 * Q", "W = 2 * Q"), ("-Q", "W = -Q"), (".5", "W = .5"), ("Q @ K.T", "W = Q @ K.T"),
    ("s<Esc><Enter>", "W = s"), ("exp(Q)", "W = exp(Q)"), ("array(V)", "W = array(V)"),
    // Commands are commands: names that begin with one begin behind Enter.
    ("l", nil), ("v", nil), ("<Enter>hours", "W = hours"),
  ]

  @Test(arguments: begun)
  func aHoleTakesWhatIsNoCommand(_ row: (keys: String, text: String?)) {
    #expect(Self.hole.focusName == "W")
    #expect(after(row.keys, Self.hole).reading?.editing?.field.text == row.text)
  }

  private static let computed =
    "A is computed: change what it is made from, or Enter edits its formula."

  /// On a result: what is said, and what stands in the field.
  private static let typed: [(keys: String, message: String?, text: String?)] = [
    ("z", "z does nothing here; Enter opens the formula: type it there.", nil),
    ("@", "@ does nothing here; Enter opens the formula: type it there.", nil),
    ("0", computed, nil), ("0<Enter>", computed, nil), (".<Enter>", computed, nil),
    ("9<Enter>", computed, nil),
    ("0<Enter><Enter>", nil, "A = softmax(Q @ K.T / sqrt(2))"),
    ("0<Right><Enter>", nil, "A = softmax(Q @ K.T / sqrt(2))"),
  ]

  @Test(arguments: typed)
  func aResultSaysHowToTypeItsFormula(_ row: (keys: String, message: String?, text: String?)) {
    let state = after(row.keys, Sample.reading(at: "A[the, cat]"))
    #expect(state.message?.text == row.message)
    #expect(state.reading?.editing?.field.text == row.text)
  }

  private func pasted(_ text: String, at state: State) -> State {
    var state = state
    _ = state.update(.paste(text))
    return state
  }

  @Test func aPasteOnAResultOpensItsFormula() {
    let state = pasted("A = softmax(Q @ K.T)\n", at: Sample.reading(at: "A[the, cat]"))
    #expect(state.reading?.editing?.field.text == "A = softmax(Q @ K.T)")
    #expect(state.reading?.session.edits == [:])
    #expect(after("<Enter>", state).reading?.session.edits == ["A": "A = softmax(Q @ K.T)"])
    #expect(after("<Esc>", state).reading?.session.edits == [:])
    let whole = pasted("Q @ K.T", at: Self.hole)
    #expect(whole.reading?.editing?.field.text == "W = Q @ K.T")
    let named = pasted("h = 2\nW = h * Q", at: Self.hole)
    #expect(named.reading?.editing?.field.text == "h = 2\nW = h * Q")
    let long = pasted(String(repeating: "x", count: 3001), at: Self.hole)
    #expect(long.reading?.editing == nil)
    #expect(long.message?.text == "What was pasted has 3001 characters: that is no formula.")
  }

  /// A digit may have been meant for the question below.
  @Test func aDigitBesideAQuizSaysWhereItGoes() {
    func said(_ keys: String) -> String? {
      after(keys, Sample.task(step: 1)).message?.text
    }
    #expect(said("<Tab>2") == "This changes V; Esc and Tab lead to the question.")
    #expect(said("<Tab>2<Esc>") == nil)
    #expect(said("<Tab>9") == nil)
    #expect(said("3<Enter><Tab>2") == nil)
    let state = after("<Tab>2", Sample.task(step: 1))
    #expect(state.reading?.editing?.field.text == "2")
    #expect(state.draw().rows.contains { $0.contains("This changes V; Esc and Tab lead") })
  }

  // MARK: - Text that comes all at once

  /// What a batch of keys leaves: the field, and what was changed.
  private func run(_ batch: [Event], at place: String) -> Shell {
    var shell = Shell(Sample.reading(at: place))
    var screen = ScriptedScreen(batches: [batch])
    _ = shell.run(on: &screen)
    return shell
  }

  @Test(
    "no command is run by a formula that is pasted in a terminal that doesn't say so",
    arguments: [
      ("A[the, cat]", "softmax(Q @ K.T)", "softmax(Q @ K.T)"),
      ("A[the, cat]", "hours = [2, 3]", "hours = [2, 3]"),
      ("A[the, cat]", "def f(x):<Enter>return x", "def f(x):\nreturn x"),
      ("K[cat, y]", "softmax(Q @ K.T)", "softmax(Q @ K.T)"),
    ])
  func burst(place: String, keysTyped: String, text: String) {
    let shell = run(keys(keysTyped), at: place)
    #expect(shell.state.reading?.editing?.field.text == text)
    #expect(shell.state.reading?.session.edits == [:])
  }

  @Test(
    "keys that were typed ahead are keys",
    arguments: [
      ("A[the, cat]", "hhjjll", nil), ("A[the, cat]", "nnnnnnnnn(((", nil),
      ("K[cat, y]", "12345678", "12345678"), ("K[cat, y]", "7<Enter>l8", "8"),
      ("A[the, cat]", "oB = Q @ K.T", nil),
    ] as [(String, String, String?)])
  func typedAhead(place: String, keysTyped: String, text: String?) {
    let shell = run(keys(keysTyped), at: place)
    #expect(shell.state.reading?.editing?.field.text == text)
    #expect(shell.state.message?.text.contains("pasted") != true)
  }
}
