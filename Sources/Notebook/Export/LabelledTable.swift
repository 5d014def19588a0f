import CellLanguage

/// One matrix as texts, with its labels: of a large one the corners, as on the screen.
struct LabelledTable: Equatable {
  /// Which matrix of a stack it is: `0`, `1, 2`; nil where there is one alone.
  let position: String?
  /// Empty where no labels are.
  let columnLabels: [String]
  let rows: [Row]

  struct Row: Equatable {
    /// Nil where no row has a label.
    let label: String?
    let entries: [String]
  }

  var hasRowLabels: Bool { rows.contains { $0.label != nil } }

  /// The columns of entries.
  var width: Int { rows.first?.entries.count ?? columnLabels.count }
}

extension LabelledTable {
  /// The matrices of a panel's array; a vector is one row.
  static func tables(of panel: Panel) -> [LabelledTable] {
    guard case .array(let array) = panel.content, !array.shape.isEmpty else { return [] }
    let text = MatrixText(
      array, digits: panel.options.digits, rowLabels: panel.rowLabels,
      columnLabels: panel.columnLabels)
    let isStack = array.shape.count > 2
    return MatrixText.shownIndices(of: text.matrixCount, all: text.isWhole).compactMap { index in
      index.map { text.table(matrix: $0, position: isStack ? text.position(ofMatrix: $0) : nil) }
    }
  }
}

extension MatrixText {
  /// The same rows as `lines`, without the blanks that line them up.
  func table(matrix: Int, position: String?) -> LabelledTable {
    let columns = Self.shownIndices(of: columns, all: isWhole)
    let rows = Self.shownIndices(of: rows, all: isWhole).map { row in
      LabelledTable.Row(
        label: rowLabels.isEmpty ? nil : row.map { TextFilter.visible(rowLabels[$0]) } ?? "…",
        entries: columns.map { column in
          guard let row, let column else { return "…" }
          return entry(matrix: matrix, row: row, column: column)
        })
    }
    return LabelledTable(
      position: position,
      columnLabels: columnLabels.isEmpty
        ? [] : columns.map { $0.map { TextFilter.visible(columnLabels[$0]) } ?? "…" },
      rows: rows)
  }

  private func entry(matrix: Int, row: Int, column: Int) -> String {
    (texts[(matrix * rows + row) * columns + column] ?? "…").filter { $0 != " " }
  }
}
