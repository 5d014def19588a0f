import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Whole screens of a lesson, as literals.
@Suite struct LessonScreenTests {
  private func screen(_ state: State) -> [String] { state.draw().rows }

  @Test func aStepAt80Columns() {
    #expect(
      screen(Sample.reading(at: "K[cat, y]")) == [
        " 6  Weighted sums of values › Where and what                        step 1 of 3",
        "────────────────────────────────────────────────────────────────────────────────",
        " K decides where, V decides what. Change a number of V: the weights A stay as",
        " they are, only the output moves. Now O[cat, f] is 0.40. Which entries of O",
        " will change? Guess first.",
        "",
        "   Q  query  2×2  ✎     K  key  3×2  ✎       V  value  3×2  ✎",
        "            x      y             x      y             f      g",
        "   the   1.00   0.00    the   1.00   0.00    the   1.00   0.00",
        "   cat   0.00   1.00    cat   0.00  [1.00]   cat   0.00   1.00",
        "                        sat   1.00   1.00    sat   0.50   0.50",
        "",
        "   A = softmax(Q @ K.T / sqrt(2))  2×3       O = A @ V  2×2",
        "          the    cat    sat                           f      g",
        "   the  ▒0.40  ░0.20  ▒0.40                  the   0.60   0.40",
        "   cat  ░0.20  ▒0.40  ▒0.40                  cat   0.40   0.60",
        "",
        "",
        "",
        "",
        "",
        "──────────────────────────────────────────────────────────────── A: 0  ░▒▓█ 1 ──",
        " K[cat, y] = 1.00  an input, reaches both rows of A and O",
        " ⏎ edit  ± 0.1  e why  Tab move  n next  v view  q home  p pin  o cell   ? help",
      ])
  }

  @Test func aStepAt120Columns() {
    let state = Sample.reading(at: "A[cat, sat]", size: Size(width: 120, height: 30))
    #expect(
      screen(state) == [
        " 6  Weighted sums of values › Where and what                                                                step 1 of 3",
        "────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────",
        "  K decides where, V decides what. Change a number    Q  query  2×2  ✎     K  key  3×2  ✎       V  value  3×2  ✎",
        "  of V: the weights A stay as they are, only the               x      y             x      y             f      g",
        "  output moves. Now O[cat, f] is 0.40. Which          the   1.00   0.00    the   1.00   0.00    the   1.00   0.00",
        "  entries of O will change? Guess first.              cat   0.00   1.00    cat   0.00   1.00    cat   0.00   1.00",
        "                                                                           sat   1.00   1.00    sat   0.50   0.50",
        "",
        "                                                      A = softmax(Q @ K.T / sqrt(2))  2×3       O = A @ V  2×2",
        "                                                             the    cat    sat                           f      g",
        "                                                      the  ▒0.40  ░0.20  ▒0.40                  the   0.60   0.40",
        "                                                      cat  ░0.20  ▒0.40 ▒[0.40]                 cat   0.40   0.60",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "──────────────────────────────────────────────────────────────────────────────────────────────────────── A: 0  ░▒▓█ 1 ──",
        " A[cat, sat] = e^0.71 / (e^0.00 + e^0.71 + e^0.71) = 2.03 / 5.06 = 0.40",
        "",
        " ⏎ edit formula  e why  Tab move  n next  v view  q home  p pin  / search  : commands  o add cell                ? help",
      ])
  }

  @Test func anEdit() {
    var state = Sample.reading(at: "K[cat, y]")
    for event in keys("1/sqrt(2)") { _ = state.update(event) }
    #expect(
      Array(screen(state)[6...]) == [
        "   Q  query  2×2  ✎     K  key  3×2  ✎       V  value  3×2  ✎",
        "            x      y             x      y             f      g",
        "   the   1.00   0.00    the   1.00   0.00    the   1.00   0.00",
        "   cat   0.00   1.00    cat   0.00 [qrt(2) ] cat   0.00   1.00",
        "                        sat   1.00   1.00    sat   0.50   0.50",
        "",
        "   A = softmax(Q @ K.T / sqrt(2))  2×3       O = A @ V  2×2",
        "          the    cat    sat                           f      g",
        "   the  ▒0.40  ░0.20  ▒0.40                  the   0.60   0.40",
        "   cat  ░0.20  ▒0.40  ▒0.40                  cat   0.40   0.60",
        "",
        "",
        "",
        "",
        "",
        "──────────────────────────────────────────────────────────────── A: 0  ░▒▓█ 1 ──",
        " K[cat, y] = 1/sqrt(2)",
        " ⏎ accept  Esc give up  Tab accept, next  Shift+↑↓←→ accept, move       F1 help",
      ])
    #expect(state.draw().cursor == Point(x: 42, y: 9))
  }

  @Test func anErrorInAnEdit() {
    var state = Sample.reading(at: "K[cat, y]")
    for event in keys("1/sqrt(x)<Enter>") { _ = state.update(event) }
    #expect(
      Array(screen(state)[18...]) == [
        "",
        "",
        "──────────────────────────────────────────────────────────────── A: 0  ░▒▓█ 1 ──",
        " K[cat, y] = 1/sqrt(x)",
        "                    ^ an entry is a number; 'x' is a name",
        " ⏎ accept  Esc give up  Tab accept, next  Shift+↑↓←→ accept, move       F1 help",
      ])
  }

  @Test func mistakesHolesAndSingleNumbers() {
    var state = Sample.reading()
    _ = state.update(.character("n"))
    #expect(
      screen(state) == [
        " 6  Weighted sums of values › Mistakes                              step 2 of 3",
        "────────────────────────────────────────────────────────────────────────────────",
        " Nobody can break the notebook.",
        "",
        "   S = Q @ K",
        "       ^^^^^ can't multiply 2×2 by 3×2: the inner sizes, 2 and 3, differ",
        "       Q is 2×2, K is 3×2; K.T is 2×3, so Q @ K.T is 2×3",
        "",
        " ▸ W = ...  ✎                         T = 0.50  ✎",
        "   yours to fill: Enter to write it",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "────────────────────────────────────────────────────────────────────────────────",
        " W is yours to write: Enter begins.",
        " ⏎ edit formula  Tab move  n next  q home  p pin  / search  : commands   ? help",
      ])
    _ = state.update(.key(.tab))
    #expect(screen(state)[8] == "   W = ...  ✎                         T =[0.50] ✎")
    #expect(
      Array(screen(state)[22...]) == [
        " T = 0.50  an input, reaches nothing here yet",
        " ⏎ edit  ± 0.25  e why  Tab move  n next  q home  p pin  / search        ? help",
      ])
  }

  @Test func aFormulaBeingEdited() {
    var state = Sample.reading(at: "A[the, cat]")
    for event in keys("<Enter><BS><Enter>") { _ = state.update(event) }
    #expect(
      Array(screen(state)[16...]) == [
        "",
        "",
        "",
        "",
        "──────────────────────────────────────────────────────────────── A: 0  ░▒▓█ 1 ──",
        " A = softmax(Q @ K.T / sqrt(2)",
        "            ^ this '(' is never closed",
        " ⏎ accept  Esc give up  Ctrl-J new line                                 F1 help",
      ])
  }

  @Test func whatDoesNotFitScrollsAndSaysSo() {
    let state = Sample.reading(size: Size(width: 40, height: 12))
    #expect(
      screen(state) == [
        " 6  Where and what          step 1 of 3",
        "────────────────────────────────────────",
        " K decides where, V decides what.",
        " Change a number of V: the weights A",
        " stay as they are, only the output",
        " moves. Now O[cat, f] is 0.40. Which",
        " entries of O will change? Guess first.",
        "",
        " Q  query  2×2  ✎",
        "───────────────────── ↓ 25 more: PgDn ──",
        " Q[the, x] is further down: PgDn.",
        " ⏎ edit  e why  n next  q home   ? help",
      ])
  }

  /// The entry under the cursor stands out, so do those that took part in it; inputs are underlined.
  @Test func meaningsHaveStyles() {
    let grid = Sample.reading(at: "O[the, f]").draw()
    #expect(
      grid.styles(row: 8) == [
        "label: the", "input+underline: 1.00", "input+underline: 0.00", "label: the",
        "input+underline: 1.00", "input+underline: 0.00", "label: the",
        "tookPart+bold+underline: 1.00", "input+underline: 0.00",
      ])
    #expect(
      grid.styles(row: 14) == [
        "label: the", "tookPart:  ▒", "tookPart+bold: 0.40", "tookPart:   ░",
        "tookPart+bold: 0.20", "tookPart:   ▒", "tookPart+bold: 0.40", "tookPart:  ", "label: the",
        "focus+bold: [0.60]",
      ])
    #expect(grid.cursor == Point(x: 51, y: 14))
  }
}
