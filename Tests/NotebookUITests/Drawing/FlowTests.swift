import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Weights as lines from queries to keys.
@Suite struct FlowTests {
  private static let tokens = ["the", "cat", "sat", "on", "a", "mat"]

  static let lesson = Sample.lesson(
    nil, "flow", "Flow",
    steps: [
      ("Two queries", [.cell(0), .cell(1), .cell(2)]),
      ("Six tokens", [.cell(3)]),
      ("Signs", [.cell(4)]),
      ("Twenty tokens", [.cell(5)]),
      ("Heads", [.cell(6)]),
    ],
    cells: [
      Sample.cell(
        0, "A = array([[0.5, 0.0, 0.5], [0.1, 0.9, 0.0]])", rows: ["the", "cat"],
        columns: ["the", "cat", "sat"]
      ) { $0.views = [.flow, .table] },
      Sample.cell(1, "V = [[1.0], [2.0], [4.0]]"),
      Sample.cell(2, "O = A @ V"),
      Sample.cell(3, "B = 0.1 * ones((6, 6)) + 0.4 * eye(6)", rows: tokens, columns: tokens) {
        $0.views = [.flow, .table]
      },
      Sample.cell(4, "S = array([[-2.0, 1.0], [0.0, 0.5]])") { $0.views = [.flow, .table] },
      Sample.cell(5, "L = eye(20)") { $0.views = [.flow, .table] },
      Sample.cell(6, "H = 0.5 * ones((2, 2, 2))") { $0.views = [.flow, .table] },
    ])

  private func state(step: Int, width: Int = 80, height: Int = 24, keys: String = "") -> State {
    Sample.state(Self.lesson, step: step, size: Size(width: width, height: height), keys: keys)
  }

  private func body(_ state: State, _ count: Int) -> [String] { state.bodyRows(count) }

  @Test func theWeightsOfTheQueryUnderTheCursorStandOut() {
    #expect(
      body(state(step: 0), 9) == [
        "   A  2×3  ✎  ⠒ ≥0.05  ⠶ ≥0.33  ⠿ ≥0.67           V  3×1  ✎   O = A @ V  2×1",
        "   query ↑↓                         key ←→               0           0",
        "   the ⠶⣶⣶⣶⡶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶ the  [0.50]   0   1.00    0   2.50",
        "          ⠉⠙⠛⠳⠶⣤⣄⣀⡀                               1   2.00    1   1.90",
        "   cat          ⠈⠉⠙⠛⠶⠶⣤⣄⣀⡀          cat   0.00    2   4.00",
        "                       ⠈⠉⠙⠛⠶⢦⣤⣄⣀",
        "                              ⠈⠉⠛⠛⠶ sat   0.50",
        "",
        "",
      ])
    #expect(
      body(state(step: 0, keys: "jl"), 9) == [
        "   A  2×3  ✎  ⠒ ≥0.05  ⠶ ≥0.33  ⠿ ≥0.67           V  3×1  ✎   O = A @ V  2×1",
        "   query ↑↓                         key ←→               0           0",
        "   the                    ⣀⣀⣀⡠⠤⠤⠤⠒⠒ the   0.10    0   1.00    0   2.50",
        "            ⢀⣀⣀⣀⠤⠤⠤⠔⠒⠒⠊⠉⠉⠉                        1   2.00    1   1.90",
        "   cat ⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿ cat  [0.90]   2   4.00",
        "",
        "                                    sat   0.00",
        "",
        "",
      ])
  }

  @Test func whereTheCursorIsElsewhereItsSourcesAreShown() {
    #expect(
      body(state(step: 0, keys: "<Tab><Tab>"), 9) == [
        "   A  2×3  ✎  ⠒ ≥0.05  ⠶ ≥0.33  ⠿ ≥0.67           V  3×1  ✎   O = A @ V  2×1",
        "   query                            key                  0           0",
        "   the ⠶⣶⣶⣶⡶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶ the   0.50    0   1.00    0  [2.50]",
        "          ⠉⠙⠛⠳⠶⣤⣄⣀⡀                               1   2.00    1   1.90",
        "   cat          ⠈⠉⠙⠛⠶⠶⣤⣄⣀⡀          cat   0.00    2   4.00",
        "                       ⠈⠉⠙⠛⠶⢦⣤⣄⣀",
        "                              ⠈⠉⠛⠛⠶ sat   0.50",
        "",
        "",
      ])
  }

  @Test func ofManyLinesTheWeakAreLeftOut() {
    #expect(
      body(state(step: 1), 14) == [
        "   B = 0.1 * ones((6, 6)) + 0.4 * eye(6)  6×6  ⠒ ≥0.05  ⠶ ≥0.33  ⠿ ≥0.67",
        "   query ↑↓                         key ←→",
        "   the ⠶⢶⣶⣶⡶⢶⣶⣶⣶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶ the  [0.50]",
        "         ⠙⠻⡽⣫⢕⡒⠤⢍⣉⡉⠑⠒⠒⠢⠤⠤⠤⣀⣀⣀⡀",
        "   cat     ⠈⠑⠵⡪⢍⡒⠤⣈⡉⠒⠒⠤⢄⣀⡀   ⠈⠉⠉⠉⠒⠒ cat   0.10",
        "              ⠈⠒⢌⠒⠤⡈⠑⠢⢄⣀ ⠈⠉⠒⠢⠤⢄⣀",
        "   sat           ⠉⠢⢌⠑⠢⢄ ⠉⠒⠤⢄⡀   ⠉⠉⠒ sat   0.10",
        "                    ⠑⠢⡀⠉⠒⢄⡀ ⠈⠑⠢⠤⣀",
        "   on                 ⠈⠑⠤⡀⠈⠑⠢⣀   ⠉⠒ on    0.10",
        "                         ⠈⠒⢄  ⠉⠢⢄⡀",
        "   a                        ⠉⠢⢄  ⠈⠑ a     0.10",
        "                               ⠑⠢⡀",
        "   mat                           ⠈⠑ mat   0.10",
        "",
      ])
  }

  @Test func negativeNumbersAreDashed() {
    #expect(
      body(state(step: 2), 6) == [
        "   S  2×2  ✎  ⠒ ≥0.10  ⠶ ≥0.67  ⠿ ≥1.33  dashed below 0",
        "   query ↑↓                       key ←→",
        "   0 ⠿⠶⣿⣤⣿⣄⣿⣀⣿ ⠿ ⠿ ⠿ ⠿ ⠿ ⠿ ⠿ ⠿ ⠿  0   [-2.00]",
        "          ⠈⠉⠉⠉⠛⠛⠛⠳⠶⠶⢦⣤⣤⣤⣀⣀⣀⡀",
        "   1                    ⠉⠉⠉⠙⠛⠛⠛⠶⠶ 1     1.00",
        "",
      ])
  }

  @Test func manyTokensScroll() {
    #expect(
      body(state(step: 3, keys: "G"), 19) == [
        "   L = eye(20)  [5:20, 5:20] of 20×20  ⠒ ≥0.05  ⠶ ≥0.33  ⠿ ≥0.67",
        "   query ↑↓                        key ←→",
        "   5                               5     0.00",
        "   6                               6     0.00",
        "   7                               7     0.00",
        "   8                               8     0.00",
        "   9                               9     0.00",
        "   10                              10    0.00",
        "   11                              11    0.00",
        "   12                              12    0.00",
        "   13                              13    0.00",
        "   14                              14    0.00",
        "   15                              15    0.00",
        "   16                              16    0.00",
        "   17                              17    0.00",
        "   18                              18    0.00",
        "   19 ⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿⠿ 19   [1.00]",
        "",
        "",
      ])
  }

  @Test func headsStandSideBySideWhereThereIsRoom() {
    #expect(
      body(state(step: 4, width: 120, height: 30), 7) == [
        "   H = 0.5 * ones((2, 2, 2))  2×2×2  ⠒ ≥0.05  ⠶ ≥0.33  ⠿ ≥0.67",
        "   H[0]                                         H[1]",
        "   query ↑↓                       key ←→        query                          key",
        "   0 ⠶⠶⣶⣶⣶⣶⣶⣶⣶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶ 0    [0.50]   0 ⠶⠶⣶⣶⣶⣶⣶⣶⣶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶ 0",
        "          ⠈⠉⠉⠉⠛⠛⠛⠳⠶⠶⢦⣤⣤⣤⣀⣀⣀⡀                           ⠈⠉⠉⠉⠛⠛⠛⠳⠶⠶⢦⣤⣤⣤⣀⣀⣀⡀",
        "   1                    ⠉⠉⠉⠙⠛⠛⠛⠶⠶ 1     0.50    1                    ⠉⠉⠉⠙⠛⠛⠛⠶⠶ 1",
        "",
      ])
    #expect(
      body(state(step: 4), 6) == [
        "   H = 0.5 * ones((2, 2, 2))  2×2×2  H[0], 1 of 2  ⠒ ≥0.05  ⠶ ≥0.33  ⠿ ≥0.67",
        "   query ↑↓                       key ←→",
        "   0 ⠶⠶⣶⣶⣶⣶⣶⣶⣶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶ 0    [0.50]",
        "          ⠈⠉⠉⠉⠛⠛⠛⠳⠶⠶⢦⣤⣤⣤⣀⣀⣀⡀",
        "   1                    ⠉⠉⠉⠙⠛⠛⠛⠶⠶ 1     0.50",
        "",
      ])
  }

  @Test func inASCII() {
    #expect(
      state(step: 0).draw().asciified().rows[2..<10] == [
        "   A  2x3  *  - >0.05  = >0.33  # >0.67           V  3x1  *   O = A @ V  2x1",
        "   query ^v                         key <>               0           0",
        "   the =####======================= the  [0.50]   0   1.00    0   2.50",
        "          '======_.                               1   2.00    1   1.90",
        "   cat          ''======_.          cat   0.00    2   4.00",
        "                       ''======_",
        "                              ''=== sat   0.50",
        "",
      ])
  }

  @Test func arrowsGoFromQueryToQueryAndFromKeyToKey() {
    #expect(state(step: 0, keys: "j").focusName == "A[cat, the]")
    #expect(state(step: 0, keys: "jll").focusName == "A[cat, sat]")
    #expect(state(step: 0, keys: "k").focusName == "A[the, the]")
  }

  @Test func aClickChoosesAQueryOrAKey() {
    var state = state(step: 0)
    func click(_ x: Int, _ y: Int) {
      _ = state.update(.mouse(MouseEvent(.press, at: Point(x: x, y: y))))
    }
    click(4, 6)
    #expect(state.focusName == "A[cat, the]")
    click(40, 8)
    #expect(state.focusName == "A[cat, sat]")
  }
}
