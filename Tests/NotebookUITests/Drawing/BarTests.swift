import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Numbers as bars beside them or before them.
@Suite struct BarTests {
  private func text(_ value: Double, among values: [Double]) -> String {
    Bar(value, scale: EntryStyles.Scale(values), width: 9).line.text
  }

  @Test func infinityGoesOnBeyondTheScale() {
    #expect(text(2, among: [0, 2, .infinity]) == "▄▄▄▄▄▄▄▄▄")
    #expect(text(.infinity, among: [0, 2, .infinity]) == "▄▄▄▄▄▄▄▄→")
    #expect(text(-.infinity, among: [0, 2, -.infinity]) == "←")
    #expect(text(-.infinity, among: [-2, 2, -.infinity]) == "←▄▄▄│")
    #expect(text(.nan, among: [0, 2, .nan]) == "")
  }

  @Test func smallBarsOfNegativeNumbersHangFromAbove() {
    let scale = EntryStyles.Scale([-2, 2])
    #expect([2, 1, 0, -0.5, -2].map { Bar.small($0, scale) } == ["▇", "▄", " ", "▔", "▀"])
  }

  /// Where all weights are small, a full bar is a round number that holds them.
  @Test(arguments: [
    ([0.4, 0.6], 1.0), ([0.26, 0.1], 1.0), ([0.25, 0.1], 0.25), ([0.03, 0.01], 0.05),
    ([0.0], 1.0), ([3.0], 3.0), ([-0.1, 0.05], 0.1),
  ])
  func theScaleGoesToARoundNumber(values: [Double], top: Double) {
    #expect(EntryStyles.Scale(values).top == top)
  }
}
