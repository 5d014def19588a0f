import Notebook
import Terminal

/// The labels of a table's rows and columns: the lesson's, or the indices.
struct TableLabels {
  private let given: (rows: [String], columns: [String])
  private let shape: TableShape
  /// Columns for a label; a longer one is cut.
  private let widest: Int

  init(_ panel: Panel, shape: TableShape, widest: Int = TableLayout.widestLabel) {
    self.widest = widest
    let upright = shape.isUpright
    given = upright ? (panel.columnLabels, []) : (panel.rowLabels, panel.columnLabels)
    self.shape = shape
  }

  var hasRows: Bool { shape.shape.count >= 2 || shape.isUpright }
  /// 1 where the columns are labelled.
  var headerHeight: Int { shape.shape.isEmpty || shape.isUpright ? 0 : 1 }

  func row(_ row: Int) -> String { clipped(given.rows, row) }
  func column(_ column: Int) -> String { clipped(given.columns, column) }

  private func clipped(_ labels: [String], _ index: Int) -> String {
    let label = labels.indices.contains(index) ? labels[index].onOneLine() : String(index)
    return TextWidth.clipped(label, to: widest)
  }

  /// The widest label of a row and the space behind it.
  var rowWidth: Int {
    guard hasRows, shape.rows > 0 else { return 0 }
    let most = given.rows.isEmpty ? shape.rows - 1..<shape.rows : 0..<shape.rows
    return 1 + (most.map { TextWidth.columns(of: row($0)) }.max() ?? 0)
  }

  func columnWidth(_ column: Int) -> Int {
    headerHeight == 0 ? 0 : TextWidth.columns(of: self.column(column))
  }
}
