import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Line plots: over a slider, over the indices of a vector, of the rows of a matrix.
@Suite struct PlotTests {
  static let lesson = Sample.lesson(
    nil, "plots", "Plots",
    steps: [
      ("Over a slider", [.cell(0), .cell(1)]),
      ("A single number", [.cell(2)]),
      ("A vector", [.cell(3)]),
      ("A matrix", [.cell(4)]),
      ("Odd ones", [.cell(5)]),
    ],
    cells: [
      Sample.cell(0, "T = 1.0") { $0.slider = Slider(low: 0, high: 2, step: 0.5) },
      Sample.cell(1, "p = array([1, 2]) * T", columns: ["cat", "dog"]) { $0.views = [.line] },
      Sample.cell(2, "y = T * T") { $0.views = [.line, .table] },
      Sample.cell(3, "v = [0.0, 0.5, 1.0, 0.25, -1.0]") { $0.views = [.line] },
      Sample.cell(4, "M = array([[1.0, 2.0, 3.0], [30.0, 20.0, 10.0]])") { $0.views = [.line] },
      Sample.cell(5, "w = array([nan, 1.0, inf, 3.0])") { $0.views = [.line] },
    ])

  private func state(step: Int, width: Int = 80, height: Int = 24, keys: String = "") -> State {
    Sample.state(Self.lesson, step: step, size: Size(width: width, height: height), keys: keys)
  }

  private func body(_ state: State, _ count: Int) -> [String] { state.bodyRows(count) }

  @Test func aResultOverItsSlider() {
    #expect(
      body(state(step: 0), 14) == [
        "   T =[1.00] ✎",
        "",
        "   p = array([1, 2]) * T  2",
        "       4 ┤                      ⠅                 ⣀⡠⠤⠒ at T = 1",
        "         │                      ⠅          ⢀⣀⠤⠔⠒⠊⠉     ■ dog   2.00",
        "         │                      ⠅    ⢀⣀⠤⠔⠒⠉⠁",
        "       2 ┤                     ⢀■⠤⠔⠒⠉⠁              ⣀⣀ ● cat   1.00",
        "         │               ⣀⣀⠤⠔⠒⠉⠁⠅      ⣀⣀⡠⠤⠤⠔⠒⠒⠒⠊⠉⠉⠉",
        "         │         ⣀⡠⠤⠒⠊⠉  ⣀⣀⣀⡠⠤●⠔⠒⠒⠉⠉⠉",
        "         │  ⢀⣀⢤⣤⣒⠮⠭⠤⠒⠒⠒⠉⠉⠉⠉     ⠅",
        "       0 ┤⠒⠋⠉⠉⠁                 ⠅",
        "         └────────────────────────────────────────────",
        "          0                   T = 1                  2",
        "",
      ])
  }

  /// Beyond its range no line has a number for it.
  @Test func aSliderBeyondItsRange() {
    let near = state(step: 0, keys: "3<Enter>").page()
    #expect(near.contains { $0.hasSuffix("at T = 3") })
    #expect(near.contains { $0.hasSuffix("T = 3  3") }, "\(near)")
    let far = state(step: 0, keys: "99<Enter>").page()
    #expect(far.contains { $0.hasSuffix("at T = 99") })
    #expect(far.contains { $0.contains("■ dog") })
    #expect(far.count { $0.contains("■") } == 1)
    #expect(far.contains { $0.hasSuffix("2") && !$0.contains("T =") }, "\(far)")
  }

  /// Lines that meet where the slider stands have their marks side by side.
  @Test func linesThatMeet() {
    let lesson = Sample.lesson(
      nil, "meet", "Meet", steps: [("Meet", [.cell(0), .cell(1)])],
      cells: [
        Sample.cell(0, "T = 2.0") { $0.slider = Slider(low: 0, high: 2, step: 0.5) },
        Sample.cell(1, "p = array([1, 1, 0]) * T", columns: ["cat", "dog", "fish"]) {
          $0.views = [.line]
        },
      ])
    let state = Sample.state(lesson, step: 0, size: Size(width: 80, height: 24))
    #expect(
      body(state, 11) == [
        "   T =[2.00] ✎", "", "   p = array([1, 1, 0]) * T  3",
        "       2 ┤                                        ⣀⡠■● at T = 2",
        "         │                                 ⢀⣀⠤⠔⠒⠊⠉   ⠨ ● cat    2.00",
        "         │                           ⢀⣀⠤⠔⠒⠉⠁         ⠨ ■ dog    2.00",
        "       1 ┤                     ⢀⣀⠤⠔⠒⠉⠁               ⠨",
        "         │               ⣀⣀⠤⠔⠒⠉⠁                     ⠨",
        "         │         ⣀⡠⠤⠒⠊⠉                            ⠨",
        "         │  ⢀⣀⠤⠤⠒⠊⠉                                  ⠨",
        "       0 ┤⠒⠛⠓⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒△ △ fish   0.00",
      ])
  }

  @Test func theCursorChoosesALineAndTheSliderMovesTheMark() {
    #expect(
      body(state(step: 0, keys: "+<Tab>j"), 14) == [
        "   T = 1.50  ✎",
        "",
        "   p = array([1, 2]) * T  2",
        "       4 ┤                                ⠨       ⣀⣠⣤⠶ at T = 1.5",
        "         │                                ⠨⢀⣀⣤⡴⠶⠞⠛⠉⠁   ■ dog  [3.00]",
        "         │                           ⢀⣀⣤⡴⠶■⠋⠉",
        "       2 ┤                     ⢀⣀⣤⡴⠶⠛⠋⠉   ⠨         ⣀⣀ ● cat   1.50",
        "         │               ⣀⣀⣤⡴⠶⠛⠋⠉      ⣀⣀⡠●⠤⠔⠒⠒⠒⠊⠉⠉⠉",
        "         │         ⣀⣠⣤⠶⠞⠛⠉⠉⣀⣀⣀⡠⠤⠤⠔⠒⠒⠉⠉⠉   ⠨",
        "         │  ⢀⣀⣤⣤⣶⠾⠿⠭⠓⠒⠒⠉⠉⠉⠉               ⠨",
        "       0 ┤⠶⠛⠋⠉⠁                           ⠨",
        "         └────────────────────────────────────────────",
        "          0                            T = 1.5       2",
        "",
      ])
    #expect(state(step: 0, keys: "<Tab>j").focusName == "p[dog]")
  }

  @Test func aSingleNumberOverItsSlider() {
    #expect(
      body(state(step: 1), 11) == [
        "   y = T * T",
        "       4 ┤                      ⠅                  ⢀⣠⡴",
        "         │                      ⠅               ⣠⡴⠞⠋⠁",
        "         │                      ⠅           ⣀⣤⠶⠛⠁",
        "       2 ┤                      ⠅       ⣀⣤⠶⠛⠉",
        "         │                      ⠅  ⣀⣠⡴⠞⠛⠉",
        "         │                   ⣀⣀⣤●⠶⠛⠉⠁",
        "         │        ⢀⣀⣀⣀⣠⣤⡴⠶⠶⠛⠛⠉⠉ ⠅ [1.00]",
        "       0 ┤⠶⠶⠶⠛⠛⠛⠛⠛⠋⠉⠉⠉⠁         ⠅",
        "         └────────────────────────────────────────────",
        "          0                   T = 1                  2",
      ])
    #expect(
      body(state(step: 1, keys: "v"), 1) == [
        "   y = T * T =[1.00]"
      ])
  }

  @Test func aVectorOverItsIndices() {
    #expect(
      body(state(step: 2, keys: "ll"), 11) == [
        "   v  5  ✎",
        "       1 ┤                  ⢀⣀⣤⡴●⣤⣀                    2  [1.00]",
        "         │            ⣀⣠⣤⠶⠶⠛⠋⠉    ⠉⠛⠶⣤⣀",
        "         │      ⣀⣠⣤⠶⠞•⠉⠁              ⠉⠛⠶⣤•",
        "       0 ┤•⣤⡴⠶⠛⠛⠉⠁                        ⠉⠳⢦⡀",
        "         │⠉                                  ⠙⢦⣄",
        "         │                                     ⠈⠳⣤⡀",
        "         │                                        ⠙⢦⣀",
        "      -1 ┤                                          ⠉•",
        "         └────────────────────────────────────────────",
        "          0          1          2         3          4",
      ])
  }

  @Test func theRowsOfAMatrix() {
    #expect(
      body(state(step: 3, keys: "jl"), 11) == [
        "   M  2×3  ✎",
        "      40 ┤                                             1, 1 [20.00]",
        "         │",
        "         │■⠛⠶⠶⠶⣤⣤⣤⣀⣀⣀",
        "      20 ┤        ⠉⠉⠉⠛⠛⠛⠳⠶⠶⢦⣤⣤⣄⣀■⣀",
        "         │                    ⠈⠉⠉⠉⠛⠛⠛⠶⠶⠶⣤⣤⣤⣀⣀⣀",
        "         │                                 ⠉⠉⠉⠛⠛⠛⠶⠶⠶⣤■ ■ 1",
        "         │                                 ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀● ● 0",
        "       0 ┤●⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉●⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉",
        "         └────────────────────────────────────────────",
        "          0                     1                    2",
      ])
  }

  @Test func whatIsNoNumberHasNoPlace() {
    #expect(
      body(state(step: 4), 11) == [
        "   w  4  ✎",
        "       4 ┤                                             0   [nan]",
        "         │",
        "         │                                           •",
        "       2 ┤",
        "         │",
        "         │              •",
        "         │",
        "       0 ┤",
        "         └────────────────────────────────────────────",
        "          0             1              2             3",
      ])
  }

  @Test func onASmallScreenAndInASCII() {
    #expect(
      state(step: 2, width: 40, height: 12).draw().asciified().rows == [
        " Plots > A vector           step 3 of 5",
        "----------------------------------------",
        " v  5  *",
        "     1 +       .==*=_         0  [0.00]",
        "       |  _==*=='   '==*",
        "     0 +*=''           '==",
        "       |                 '==",
        "    -1 +                   '*",
        "       +---------------------",
        "---------------------- v 1 more: PgDn --",
        " v[0] = 0.00  an input",
        " < edit  e why  n next  q home   ? help",
      ])
  }

  @Test(arguments: [
    ([0.0, 1.0], ["1.0", "0.5", "0.0"]), ([0.2, 0.9], ["1.0", "0.5", "0.0"]),
    ([-1, 1], ["1", "0", "-1"]), ([100, 103], ["104", "102", "100"]),
    ([5, 5], ["5.0", "2.5", "0.0"]),
    ([0, 0], ["1.0", "0.5", "0.0"]), ([], ["1.0", "0.5", "0.0"]),
    ([0, 1e9], ["1e+09", "5e+08", "0e+00"]), ([-3, -1], ["0", "-2", "-4"]),
  ])
  func axes(numbers: [Double], labels: [String]) {
    #expect(PlotScale(holding: numbers).labels == labels)
  }

  @Test(arguments: [
    [1e308, -1e308], [Double.leastNonzeroMagnitude], [.infinity, .nan], [1, 1 + 1e-16],
    [1e300, 1e-300],
  ])
  func oddAxes(numbers: [Double]) {
    let scale = PlotScale(holding: numbers)
    #expect(scale.labels.count == 3)
    #expect(scale.low.isFinite && scale.high > scale.low)
  }
}
