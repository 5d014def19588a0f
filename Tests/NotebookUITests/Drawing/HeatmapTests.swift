import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Shades behind the numbers, and what says how much they are.
@Suite struct HeatmapTests {
  static let lesson = Sample.lesson(
    nil, "shades", "Shades",
    steps: [
      ("Behind the title", [.cell(0)]),
      ("Behind the labels", [.cell(1), .cell(2)]),
      ("Before the labels", [.cell(3), .cell(4)]),
      ("On the rule", [.cell(5), .cell(6)]),
      ("Wide numbers", [.cell(7)]),
    ],
    cells: [
      cell(0, "A = [[1.0, 0.67], [0.33, 0.0]]", rows: ["the", "cat"]),
      cell(1, "B = softmax(zeros((2, 2)), axis=-1)", rows: ["the", "cat"]),
      Sample.cell(2, "C = ones((2, 4))"),
      cell(3, "weights_of_a_query = array([[0.5, 0.5]])", rows: ["the"]),
      Sample.cell(4, "V = zeros((1, 3))"),
      cell(5, "S = -2 * eye(2)", rows: ["a", "b"]),
      Sample.cell(6, "D = zeros((2, 2))"),
      cell(7, "W = [[10.0, 5.0], [0.0, 7.5]]", rows: ["a", "b"]),
    ])

  private static func cell(_ id: Int, _ text: String, rows: [String]) -> LessonCell {
    Sample.cell(id, text, rows: rows) { $0.views = [.heatmap, .table] }
  }

  private func state(_ step: Int, width: Int = 80, keys: String = "") -> State {
    Sample.state(Self.lesson, step: step, size: Size(width: width, height: 14), keys: keys)
  }

  @Test func theLegendStandsWhereItTakesNoRoom() {
    #expect(
      state(0).bodyRows(2) == [
        "   A  2×2  ✎  0  ░▒▓█ 1",
        "            0      1",
      ])
    #expect(
      state(1).bodyRows(3) == [
        "   B = softmax(zeros((2, 2)), axis=-1)  2×2   C = ones((2, 4))  2×4",
        "            0      1                                 0      1      2      3",
        "   the ▒[0.50] ▒0.50                          0   1.00   1.00   1.00   1.00",
      ])
    #expect(
      state(2).bodyRows(3) == [
        "   weights_of_a_query  1×2  ✎   V = zeros((1, 3))  1×3",
        "            0      1                   0      1      2",
        "   the ▒[0.50] ▒0.50            0   0.00   0.00   0.00",
      ])
  }

  @Test func elseOnTheRule() {
    let state = state(3, width: 52)
    #expect(
      Array(state.draw().rows[2...4]) == [
        " S = -2 * eye(2)  2×2   D = zeros((2, 2))  2×2",
        "        0      1               0      1",
        " a█[-2.00] -0.00        0   0.00   0.00",
      ])
    let rule = "─────────────────────────────── S: -2 █▓▒░ ░▒▓█ 2 ──"
    #expect(state.draw().rows[11] == rule)
    #expect(after("<Tab>", state).draw().rows[11] == rule)
    #expect(
      after("vvv", state).draw().rows[11]
        == "── S as a heatmap. ──────────── S: -2 █▓▒░ ░▒▓█ 2 ──")
    #expect(
      after("v", state).draw().rows[11] == "── S as numbers. ───────────────────────────────────")
  }

  /// The symbol of a shade is seen on the entry under the cursor too, be it as wide as its field.
  @Test func theEntryUnderTheCursorKeepsItsShade() {
    #expect(
      Array(state(0).bodyRows(4)[2...]) == [
        "   the █[1.00] ▓0.67",
        "   cat  ░0.33   0.00",
      ])
    #expect(
      state(4).bodyRows(4) == [
        "   W  2×2  ✎  0  ░▒▓█ 10",
        "          0      1",
        "   a█[10.00] ▒5.00",
        "   b   0.00  ▓7.50",
      ])
    #expect(state(4, keys: "l").draw().rows[4] == "   a █10.00 ▒[5.00]")
    #expect(state(4).draw().asciified().rows[4] == "   a#[10.00] :5.00")
    #expect(state(4, keys: "l").draw().asciified().rows[5] == "   b   0.00  *7.50")
  }

  @Test func aChangeIsMarkedUnderTheCursorToo() {
    #expect(state(0, keys: "+").draw().rows[4] == "   the █[1.10] ▒0.67")
    #expect(state(0, keys: "+h").draw().rows[4] == "   the █[1.10] ▒0.67")
    #expect(state(0, keys: "p+h").draw().rows[4] == "   the █[1.10] ▒0.67")
    #expect(state(0, keys: "p1<Enter>").draw().rows[4] == "   the █[1.00] ▓0.67")
    #expect(state(4, keys: "-").draw().rows[4] == "   a █[9.90] ▒5.00")
  }
}
