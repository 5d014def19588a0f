import Notebook
import Terminal

/// What an array is laid out from, as a table or as a picture.
struct LayoutRequest {
  var labels: TableLabels
  var format: EntryFormat
  var view: MatrixView
  var name: String
  /// The entries, and how they follow a slider: what a plot draws.
  var values: [Double] = []
  var curve: Curve?
  /// The entry under the cursor, where the cursor is in this panel.
  var focus: TablePlace?
  /// The space there is; what needs more shows a part.
  var limit: Size
  var window: TableWindow
  /// Whether each entry has columns behind it for its change against the pinned state.
  var compares = false
  /// The most columns for a bar beside its number; where they are too few, small upright ones stand before the numbers, as wide
  /// as the shades of a heatmap.
  var barWidth = TableLayout.longBar
  /// Whether the tokens of a flow are set apart, which takes more lines.
  var isTall = false
  var spacing = Spacing.ordinary

  /// Of several matrices the one that is shown where there is no room for all.
  var slice: Int { focus?.slice ?? window.slice }
}
