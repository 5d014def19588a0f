import AttentionEngine
import CellLanguage
import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Screens that are compared with a pinned state.
@Suite struct PinScreenTests {
  private func screen(_ text: String, _ state: State) -> Grid { after(text, state).draw() }

  @Test func resultsShowTheirChangesBesideThem() {
    #expect(
      screen("p3<Enter>", Sample.reading(at: "K[cat, y]")).rows == [
        " 6  Weighted sums of values › Where and what                        step 1 of 3",
        "── ▲▼ against the pinned state ─────────────────────────────────────────────────",
        " K decides where, V decides what. Change a number of V: the weights A stay as",
        " they are, only the output moves. Now O[cat, f] is 0.18. Which entries of O",
        " will change? Guess first.",
        "",
        "   Q  query  2×2  ✎     K  key  3×2  ✎       V  value  3×2  ✎",
        "            x      y             x      y             f      g",
        "   the   1.00   0.00    the   1.00   0.00    the   1.00   0.00",
        "   cat   0.00   1.00    cat   0.00  [3.00]▲  cat   0.00   1.00",
        "                        sat   1.00   1.00    sat   0.50   0.50",
        "",
        "   A = softmax(Q @ K.T / sqrt(2))  2×3       O = A @ V  2×2",
        "          the    cat    sat                           f             g",
        "   the  ▒0.40  ░0.20  ▒0.40                  the   0.60          0.40",
        "   cat   0.09▼ ▓0.73▲ ░0.18▼                 cat   0.18 ▼-0.22   0.82 ▲+0.22",
        "",
        "",
        "",
        "",
        "",
        "──────────────────────────────────────────────────────────────── A: 0  ░▒▓█ 1 ──",
        " K[cat, y] = 3.00  an input, reaches both rows of A and O  was 1.00 ▲+2.00",
        " ⏎ edit  ± 0.1  e why  Tab move  n next  P restore  q home  u undo       ? help",
      ])
  }

  @Test func whereThereIsNoRoomASymbolStandsForTheChange() {
    let state = Sample.reading(at: "K[cat, y]", size: Size(width: 80, height: 16))
    #expect(
      screen("p3<Enter><PgDn>", state).rows[10...14] == [
        "          the    cat    sat                           f             g",
        "   the  ▒0.40  ░0.20  ▒0.40                  the   0.60          0.40",
        "   cat   0.09▼ ▓0.73▲ ░0.18▼                 cat   0.18 ▼-0.22   0.82 ▲+0.22",
        "──────────────────────────────────────────────────────────────── A: 0  ░▒▓█ 1 ──",
        " K[cat, y] = 3.00  an input, reaches both rows of A and O  was 1.00 ▲+2.00",
      ])
  }

  @Test func moreAndLessHaveStylesOfTheirOwn() {
    let grid = screen("p3<Enter>", Sample.reading(at: "K[cat, y]"))
    #expect(
      grid.styles(row: 15) == [
        "label: cat",
        "ramp(1):  ",
        "rampSymbol(1):  ",
        "ramp(1): 0.09",
        "fall+bold: ▼",
        "ramp(12):  ",
        "rampSymbol(12): ▓",
        "ramp(12): 0.73",
        "rise+bold: ▲",
        "ramp(3):  ",
        "rampSymbol(3): ░",
        "ramp(3): 0.18",
        "fall+bold: ▼",
        "label: cat",
        "fall: 0.18",
        "fall+bold: ▼-0.22",
        "rise: 0.82",
        "rise+bold: ▲+0.22",
      ])
  }

  /// Whoever subtracts what stands on the screen comes to the amount that stands there.
  @Test(
    "amounts are of the numbers as shown",
    arguments: [
      (0.4029, 0.4268, "▲+0.03"), (0.4268, 0.4029, "▼-0.03"), (0.401, 0.404, "▲"),
      (0.4049, 0.4051, "▲+0.01"), (-0.004, 0.006, "▲+0.01"), (1, 3, "▲+2.00"),
    ])
  func amounts(before: Double, after: Double, text: String) {
    let array = NDArray(Tensor(shape: [2], entries: [before, after]))
    let format = EntryFormat(array, digits: 2)
    #expect(PinnedChange(from: before, to: after, format)?.text == text)
  }

  @Test func nothingIsMarkedWhileNothingChanged() {
    let grid = screen("p", Sample.reading(at: "K[cat, y]"))
    #expect(!grid.rows.dropFirst(2).contains { $0.contains("▲") || $0.contains("▼") })
    #expect(grid.rows[1].hasPrefix("── ▲▼ against the pinned state ───"))
  }

  /// A whole number that gets decimals is one of reals then, and is compared all the same.
  @Test func wholeNumbersAreComparedWithReals() {
    let state = Sample.task(step: 1, keys: "<Tab>p+<Right>")
    let rows = state.draw().rows
    #expect(rows.contains { $0.hasPrefix("   0   1.10▲") }, "\(rows)")
    #expect(
      state.reading?.pinnedWords(state.reading!.focusedPanel!, at: [0, 0]) == "was 1.00 ▲+0.10")
  }

  /// ... and one of reals that is whole now: what it was has its decimals.
  @Test func realsAreComparedWithWholeNumbers() {
    let state = Sample.task(step: 1, keys: "<Tab>0.5<Enter>p1<Enter>")
    #expect(
      state.reading?.pinnedWords(state.reading!.focusedPanel!, at: [0, 0]) == "was 0.50 ▲+0.50")
  }
}
