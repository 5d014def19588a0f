import Terminal
import Testing

@testable import NotebookUI

/// What belongs together stays on a line; `_` stands for a space that doesn't break.
@Suite struct UnbrokenTests {
  @Test(arguments: [
    ("K[cat, y]", "K[cat,_y]"),
    ("S = Q @ K.T", "S_=_Q_@_K.T"),
    ("A = softmax(Q @ K.T / sqrt(2))", "A = softmax(Q @ K.T / sqrt(2))"),
  ])
  func shortCode(_ text: String, _ joined: String) {
    #expect(Unbroken.code(text).replacing("\u{A0}", with: "_") == joined)
  }

  @Test(arguments: [
    ("set w to (0, 1, 1) now", "set w to (0,_1,_1) now"),
    ("(−0.5, 2) and (1, 1)", "(−0.5,_2) and (1,_1)"),
    ("a word (or two, or three)", "a word (or two, or three)"),
    ("(1, 2, 3, 4, 5, 6, 7, 8)", "(1, 2, 3, 4, 5, 6, 7, 8)"),
    ("open (1, 2", "open (1, 2"),
    (") first (1, 2)", ") first (1,_2)"),
  ])
  func vectors(_ text: String, _ joined: String) {
    #expect(shown(Unbroken.joined([Run(text)])) == joined)
  }

  /// Numbers that come from the cells are pieces of their own.
  @Test(arguments: [
    (["is (", "2", ", ", "1", ") now"], "is (2,_1) now"),
    (["is [", "2", ", ", "-1", "] now"], "is [2,_-1] now"),
    (["log ", "2", " is ", "0.69"], "log_2 is 0.69"),
    (["of exp −1 and the log of 2"], "of exp_−1 and the log of 2"),
    (["a catalog 2 and 3"], "a catalog 2 and 3"),
    (["a (", "2", " of ", "3", ")"], "a (2 of 3)"),
  ])
  func numbersFromCells(_ pieces: [String], _ joined: String) {
    let styles = [Style.text, Style(.live)]
    let runs = pieces.enumerated().map { Run($1, styles[$0 % 2]) }
    let result = Unbroken.joined(runs)
    #expect(shown(result) == joined)
    #expect(result.map(\.style) == runs.map(\.style))
  }

  private func shown(_ runs: [Run]) -> String {
    runs.map(\.text).joined().replacing("\u{A0}", with: "_")
  }

  @Test(
    "formulas break before operators",
    arguments: [
      ("[[1 - knob, knob], [knob, 1 - knob]]", "[[1_-_knob, knob], [knob, 1_-_knob]]"),
      ("std(queries(dim) @ keys(dim).T)", "std(queries(dim) @_keys(dim).T)"),
      ("((K - q) ** 2).sum(axis=1)", "((K_-_q)_**_2).sum(axis=1)"),
      ("exp(from_top) / exp(from_top).sum()", "exp(from_top) /_exp(from_top).sum()"),
      ("X + X + X + X + X + X + 1", "X_+_X_+_X_+_X_+_X +_X_+_1"),
      ("arange(24).reshape(2, 3, 4) / 10", "arange(24).reshape(2, 3, 4) /_10"),
      ("a if c else b", "a if c else b"), ("-inf", "-inf"), ("", ""),
    ])
  func formulas(text: String, kept: String) {
    #expect(Unbroken.formula(text).replacing("\u{A0}", with: "_") == kept)
  }
}
