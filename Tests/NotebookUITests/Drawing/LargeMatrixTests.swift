import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Matrices that are too large for the screen, and those of more than two axes.
@Suite struct LargeMatrixTests {
  static let lesson = Sample.lesson(
    nil, "large", "Large",
    steps: [
      ("Tall and wide", [.cell(0)]),
      ("Heads", [.cell(1)]),
      ("A long row", [.cell(2)]),
      ("Bars", [.cell(3)]),
      ("Odd ones", [.cell(5), .cell(6), .cell(7)]),
      ("Bars of a matrix", [.cell(4)]),
      ("Bars without room", [.cell(4), .cell(8)]),
    ],
    cells: [
      Sample.cell(0, "M = arange(1200).reshape(30, 40)"),
      Sample.cell(1, "H = arange(24).reshape(2, 3, 4) / 10", rows: ["a", "b", "c"]),
      Sample.cell(2, "v = arange(100) * 1.5"),
      Sample.cell(3, "p = array([0.7, 0.2, 0.1])", columns: ["cat", "dog", "fish"]) {
        $0.views = [.bars, .table]
      },
      Sample.cell(4, "D = array([[1.0, -0.5], [0.25, -1.0]])") { $0.views = [.bars, .table] },
      Sample.cell(5, "b = array([[True, False], [False, True]])"),
      Sample.cell(6, "n = array([1e9, inf, nan, -2.5])"),
      Sample.cell(7, "tokens = [\"the\", \"cat\"]"),
      Sample.cell(8, "A = array([[0.5, 0.4], [0.0, 1.0]])") { $0.views = [.bars, .table] },
    ])

  private func state(step: Int, width: Int = 60, height: Int = 16, keys: String = "") -> State {
    Sample.state(Self.lesson, step: step, size: Size(width: width, height: height), keys: keys)
  }

  private func body(_ state: State) -> [String] { state.bodyRows(11) }

  @Test func aLargeMatrixShowsAPartWithItsLabels() {
    #expect(
      body(state(step: 0)) == [
        "   M = arange(1200).reshape(30, 40)  [0:7, 0:8] of 30×40",
        "   ↓→       0     1     2     3     4     5     6     7",
        "   0       [0]    1     2     3     4     5     6     7",
        "   1       40    41    42    43    44    45    46    47",
        "   2       80    81    82    83    84    85    86    87",
        "   3      120   121   122   123   124   125   126   127",
        "   4      160   161   162   163   164   165   166   167",
        "   5      200   201   202   203   204   205   206   207",
        "   6      240   241   242   243   244   245   246   247",
        "",
        "",
      ])
  }

  @Test func theyScrollInsideWithTheCursor() {
    #expect(
      body(state(step: 0, keys: "G")) == [
        "   M = arange(1200).reshape(30, 40)",
        "       [23:30, 32:40] of 30×40",
        "   ←↑      32    33    34    35    36    37    38    39",
        "   23     952   953   954   955   956   957   958   959",
        "   24     992   993   994   995   996   997   998   999",
        "   25    1032  1033  1034  1035  1036  1037  1038  1039",
        "   26    1072  1073  1074  1075  1076  1077  1078  1079",
        "   27    1112  1113  1114  1115  1116  1117  1118  1119",
        "   28    1152  1153  1154  1155  1156  1157  1158  1159",
        "   29    1192  1193  1194  1195  1196  1197  1198 [1199]",
        "",
      ])
  }

  @Test func headsStandSideBySide() {
    #expect(
      body(state(step: 1, width: 80)) == [
        "   H = arange(24).reshape(2, 3, 4) / 10  2×3×4",
        "   H[0]                             H[1]",
        "          0      1      2      3           0      1      2      3",
        "   a  [0.00]  0.10   0.20   0.30    a   1.20   1.30   1.40   1.50",
        "   b   0.40   0.50   0.60   0.70    b   1.60   1.70   1.80   1.90",
        "   c   0.80   0.90   1.00   1.10    c   2.00   2.10   2.20   2.30",
        "",
        "",
        "",
        "",
        "",
      ])
  }

  @Test func oneHeadIsShownWhereThereIsNoRoomForAll() {
    #expect(
      Array(body(state(step: 1, width: 42))[0..<7]) == [
        " H = arange(24).reshape(2, 3, 4)",
        "     / 10  2×3×4  H[0], 1 of 2",
        "        0      1      2      3",
        " a  [0.00]  0.10   0.20   0.30",
        " b   0.40   0.50   0.60   0.70",
        " c   0.80   0.90   1.00   1.10",
        "",
      ])
  }

  @Test func aKeyGoesToTheNextHeadAndAround() {
    #expect(
      Array(body(state(step: 1, width: 42, keys: "jl)"))[1..<6]) == [
        "     / 10  2×3×4  H[1], 2 of 2",
        "        0      1      2      3",
        " a   1.20   1.30   1.40   1.50",
        " b   1.60  [1.70]  1.80   1.90",
        " c   2.00   2.10   2.20   2.30",
      ])
    #expect(state(step: 1, width: 42, keys: "jl))").focusName == "H[0, b, 1]")
    #expect(state(step: 1, width: 42, keys: "jl(").focusName == "H[1, b, 1]")
    #expect(state(step: 1, width: 80, keys: ")").focusName == "H[1, a, 0]")
    #expect(
      state(step: 0, keys: ")").message
        == .note("This is one matrix; ( and ) go through the heads of several."))
  }

  @Test func theLastEntryIsThatOfTheLastHead() {
    #expect(state(step: 1, width: 42, keys: "G").focusName == "H[1, c, 3]")
  }

  @Test func theCursorGoesFromHeadToHead() {
    let state = state(step: 1, width: 80, keys: "<End>l")
    #expect(state.focusName == "H[1, a, 0]")
  }

  @Test func aLongRowShowsAPart() {
    #expect(
      Array(body(state(step: 2, keys: "<End>"))[0..<3]) == [
        "   v = arange(100) * 1.5  [93:100] of 100",
        "        93      94      95      96      97      98      99",
        "    139.50  141.00  142.50  144.00  145.50  147.00 [148.50]",
      ])
  }

  @Test func barsGrowFromAnAxis() {
    #expect(
      Array(body(state(step: 3))[0..<4]) == [
        "   p  3  ✎  full bar: 1",
        "   cat   [0.70] ▄▄▄▄▄▄▄▄▄▄▄▄▄▄",
        "   dog    0.20  ▄▄▄▄",
        "   fish   0.10  ▄▄",
      ])
    #expect(
      Array(body(state(step: 5))[0..<4]) == [
        "   D  2×2  ✎  full bar: 1",
        "          0               1",
        "   0  [1.00]    │▄▄▄  -0.50   ▗▄│",
        "   1   0.25     │▄    -1.00  ▄▄▄│",
      ])
  }

  @Test func barsThatWouldMoveOthersStandBeforeTheNumbers() {
    #expect(
      Array(body(state(step: 6))[0..<4]) == [
        "   D  2×2  ✎          A  2×2  ✎  full bar: 1",
        "          0      1           0               1",
        "   0 ▇[1.00]▀-0.50    0   0.50  ▄▄▄▖      0.40  ▄▄▄",
        "   1  ▂0.25 ▀-1.00    1   0.00            1.00  ▄▄▄▄▄▄▄",
      ])
    let state = state(step: 6, keys: "+<Tab>j")
    #expect(
      state.draw().asciified().rows[2..<6] == [
        "   D  2x2  *          A  2x2  *  full bar: 1",
        "          0      1           0               1",
        "   0  #1.10 '-0.50    0   0.50  ===-      0.40  ===",
        "   1  _0.25 \"-1.00    1  [0.00]           1.00  =======",
      ])
    #expect(
      state.draw().rows[13] == "────────────────────────────────────── D: -1.1 ▀▔▁▃▅▇ 1.1 ──")
  }

  @Test func theCursorGoesDownUprightBars() {
    #expect(state(step: 3, keys: "jj").focusName == "p[fish]")
  }

  @Test func oddOnes() {
    #expect(
      body(state(step: 4)) == [
        "   b  2×2  ✎",
        "        0    1",
        "   0   [✓]   ·",
        "   1    ·    ✓",
        "",
        "   n  4  ✎",
        "            0          1          2          3",
        "     1.00e+09        inf        nan  -2.50e+00",
        "",
        "   tokens = [\"the\", \"cat\"]",
        "",
      ])
  }
}
