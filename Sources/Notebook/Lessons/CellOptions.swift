/// How a cell is shown and edited: its `#| name: value` lines, read.
package struct CellOptions: Hashable, Sendable {
  package var rows: AxisLabels?
  package var columns: AxisLabels?
  /// In the order named; the first is shown at the start.
  package var views: [MatrixView] = [.table]
  package var slider: Slider?
  /// `step: 1`: how far a nudge goes; nil leaves it to the reader.
  package var step: Double?
  /// The decimals that numbers are shown with.
  package var digits: Int { ownDigits ?? standardDigits }
  /// Those that the lesson asks for; nil where it doesn't.
  package var ownDigits: Int?
  package var standardDigits = CellOptions.usualDigits
  package static let usualDigits = 2
  package var hidden = false
  package var locked = false
  /// Whether the cursor begins here when the step is opened: its text says what to change before it asks.
  package var first = false
  /// Whether the step asks to change its formula: it bears the mark of what is the reader's to change.
  package var yours = false
  /// `editable: 0 1, 2 0`: the only positions that may be edited; nil for all.
  package var editable: [[Int]]?
  package var title: String?

  package init() {}
}

package enum AxisLabels: Hashable, Sendable {
  case list([String])
  /// A name of the lesson that holds a list of strings.
  case name(String)
}

package enum MatrixView: String, CaseIterable, Hashable, Sendable {
  case table, heatmap, bars, line, flow
}

package struct Slider: Hashable, Sendable {
  package let low: Double
  package let high: Double
  package let step: Double

  package init(low: Double, high: Double, step: Double) {
    self.low = low
    self.high = high
    self.step = step
  }
}
