import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Whole screens while a cell or text of one's own is written, and of what came of it.
@Suite struct WritingScreenTests {
  private func drawn(_ text: String, _ size: Size = Size(width: 80, height: 24)) -> Grid {
    var state = Sample.reading(at: "K[cat, y]", size: size)
    for event in keys(text) { _ = state.update(event) }
    return state.draw()
  }

  private func bottom(_ text: String) -> [String] { Array(drawn(text).rows[17...]) }

  @Test func aNewCellSaysWhatCanBeWritten() {
    #expect(
      bottom("o") == [
        "── New cell below K ────────────────────────────────────────────────────────────",
        " 1",
        "",
        "",
        " x = 1, Q @ K.T, def f(x): …; what stands above can be used",
        "",
        " Ctrl-S keep  Esc close  Alt+u undo                                     F1 help",
      ])
  }

  @Test func aCellBeingWrittenShowsItsValue() {
    let grid = drawn("oB = softmax(Q @ K.T)<Enter>")
    #expect(
      Array(grid.rows[17...]) == [
        "── New cell below K ────────────────────────────────────────────────────────────",
        " 1 B = softmax(Q @ K.T)",
        " 2",
        "",
        " B = 2×3  [0.42 0.16 0.42] [0.16 0.42 0.42]",
        "",
        " Ctrl-S keep  Esc leave  Alt+u undo                                     F1 help",
      ])
    #expect(grid.cursor == Point(x: 3, y: 19))
  }

  @Test func aNameIsCompletedAndTheFunctionExplained() {
    #expect(
      bottom("oB = softmax(Q, ") == [
        "── New cell below K ────────────────────────────────────────────────────────────",
        " 1 B = softmax(Q,",
        "",
        "",
        " … this '(' is never closed",
        " softmax(x, axis=-1)  exp(x) / sum(exp(x)) along an axis",
        " Ctrl-S keep  Esc leave  Alt+u undo                                     F1 help",
      ])
    #expect(bottom("oB = lo")[5] == " log  log2  log_softmax")
  }

  @Test func leavingAsks() {
    #expect(
      bottom("oB = 1<Esc>") == [
        "── New cell below K ────────────────────────────────────────────────────────────",
        " 1 B = 1",
        "",
        "",
        " Keep what you wrote? Enter keeps it, Esc throws it away. Other keys go on",
        " writing.",
        " ⏎ keep  Esc throw away                                                 F1 help",
      ])
  }

  @Test func carets() {
    #expect(
      bottom("oB = Q @<C-s>") == [
        "── New cell below K ────────────────────────────────────────────────────────────",
        " 1 B = Q @",
        "          ^ expected a value after '@'",
        "",
        " Ctrl-S again keeps it as it is.",
        "",
        " Ctrl-S keep  Esc leave  Alt+u undo                                     F1 help",
      ])
  }

  @Test func aCellOfOnesOwn() {
    #expect(
      drawn("oB = softmax(Q @ K.T)<C-s>").rows == [
        " 6  Weighted sums of values › Where and what                        step 1 of 3",
        "────────────────────────────────────────────────────────────────────────────────",
        " K decides where, V decides what. Change a number of V: the weights A stay as",
        " they are, only the output moves. Now O[cat, f] is 0.40. Which entries of O",
        " will change? Guess first.",
        "",
        "   Q  query  2×2  ✎",
        "            x      y",
        "   the   1.00   0.00",
        "   cat   0.00   1.00",
        "",
        "   K  key  3×2  ✎       B = softmax(Q @ K.T)  2×3  ◆ yours   V  value  3×2  ✎",
        "            x      y           the    cat    sat                      f      g",
        "   the   1.00   0.00    the  [0.42]  0.16   0.42             the   1.00   0.00",
        "   cat   0.00   1.00    cat   0.16   0.42   0.42             cat   0.00   1.00",
        "   sat   1.00   1.00                                         sat   0.50   0.50",
        "",
        "   A = softmax(Q @ K.T / sqrt(2))  2×3   O = A @ V  2×2",
        "          the    cat    sat                       f      g",
        "   the  ▒0.40  ░0.20  ▒0.40              the   0.60   0.40",
        "   cat  ░0.20  ▒0.40  ▒0.40              cat   0.40   0.60",
        "──────────────────────────────────────────────────────────────── A: 0  ░▒▓█ 1 ──",
        " B[the, the] = e^1.00 / (e^1.00 + e^0.00 + e^1.00) = 2.72 / 6.44 = 0.42",
        " ⏎ change  e why  D delete  Tab move  n next  v view  q home  u undo     ? help",
      ])
  }

  @Test func textOfOnesOwn() {
    #expect(
      Array(drawn("tMine, **now** {K[1, 1]:.1f}.<C-s>").rows[8...12]) == [
        "   cat   0.00   1.00    cat   0.00   1.00",
        "                        sat   1.00   1.00",
        "▸Mine, now 1.0.  ◆ yours",
        "   V  value  3×2  ✎",
        "            f      g",
      ])
  }

  /// The rows that stand with some room, and the cursor in them.
  @Test func theSmallestScreen() {
    let small = Size(width: 40, height: 12)
    let grid = drawn("oB = sof", small)
    #expect(
      grid.rows == [
        " 6  Where and what          step 1 of 3",
        "───────────────────── ↑ 11 more lines ──",
        " K  key  3×2  ✎",
        "          x      y",
        " the   1.00   0.00",
        " cat   0.00  [1.00]",
        "── New cell below K ─ ↓ 17 more lines ──",
        " 1 B = sof",
        "",
        "",
        " softmax  exp(x) / sum(exp(x)) along a…",
        " Ctrl-S keep  Esc leave         F1 help",
      ])
    #expect(grid.cursor == Point(x: 10, y: 7))
    #expect(
      Array(drawn("oB = softmax(Q @ K<C-s>", small).rows[7...]) == [
        " 1 B = softmax(Q @ K",
        "              ^",
        "   this '(' is never closed",
        " Ctrl-S again keeps it as it is.",
        " Ctrl-S keep  Esc leave         F1 help",
      ])
    #expect(
      Array(drawn("oB = 1<Esc>", small).rows[10...]) == [
        " Enter keeps it, Esc throws it away.",
        " ⏎ keep  Esc throw away         F1 help",
      ])
  }

  /// Of a long text the part around the caret is seen.
  @Test func aLongCellScrolls() {
    let lines = (1...20).map { "x\($0) = \($0)" }.joined(separator: "<Enter>")
    let top = drawn("o" + lines + String(repeating: "<Up>", count: 30))
    #expect(top.rows.contains { $0.hasPrefix("  1 x1 = 1") })
    #expect(top.cursor?.x == 4)
    let end = drawn("o" + lines)
    #expect(Array(end.rows[19...20]) == [" 19 x19 = 19", " 20 x20 = 20"])
    #expect(end.cursor == Point(x: 12, y: 20))
  }

  /// Wide and combining characters keep the caret in its column, long lines go on below.
  @Test func wideCharacters() {
    let grid = drawn("t日本e\u{301}")
    #expect(grid.rows[16] == " 日本e\u{301}")
    #expect(grid.cursor == Point(x: 6, y: 16))
    let long = drawn("oB = \"" + String(repeating: "日本", count: 30))
    #expect(long.rows[18].hasPrefix(" 1 B = \"日本"))
    #expect(long.rows[19].hasPrefix("   本"))
  }

  @Test func withoutColoursAndInASCII() {
    var state = State(
      size: Size(width: 80, height: 24), shelf: Shelf(lessons: Sample.shelf), ascii: true)
    state.open(Sample.weightedSums)
    for event in keys("oB = 1<C-s>") { _ = state.update(event) }
    let rows = state.draw().asciified().rows
    #expect(rows.contains { $0.contains("B =[1] *  * yours") }, "\(rows)")
  }
}
