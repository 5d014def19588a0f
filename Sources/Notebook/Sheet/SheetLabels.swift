import CellLanguage

extension Sheet {
  /// The labels that a cell's options give an array, where their number is that of the entries they stand at.
  func labels(_ options: CellOptions, shape: [Int]) -> (rows: [String], columns: [String]) {
    // A vector is shown as a row.
    let alongColumns = shape.count == 1 ? options.columns ?? options.rows : options.columns
    return (
      shape.count >= 2 ? texts(options.rows, count: shape[shape.count - 2]) : [],
      shape.last.map { texts(alongColumns, count: $0) } ?? []
    )
  }

  private func texts(_ labels: AxisLabels?, count: Int) -> [String] {
    let texts: [String]
    switch labels {
    case nil: return []
    case .list(let list): texts = list
    case .name(let name):
      guard case .list(let items) = value(of: name) else { return [] }
      texts = items.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }
    return texts.count == count ? texts : []
  }
}
