import AttentionEngine
package import CellLanguage

/// A value in plain lines: a number behind its name, an array below it.
package enum ValueLines {
  package static func lines(name: String?, _ value: Value, digits: Int) -> [String] {
    if case .array(let array) = value, !array.shape.isEmpty {
      return lines(name: name, array, digits: digits)
    }
    let text = ValueText.text(of: value, digits: digits)
    return [name.map { "\($0) = \(text)" } ?? text]
  }

  /// An array: its name and shape, then its rows, each matrix of a stack under its index.
  package static func lines(
    name: String?, _ array: NDArray, digits: Int, rowLabels: [String] = [],
    columnLabels: [String] = []
  ) -> [String] {
    let shape = array.shape
    if shape.isEmpty {
      let text = MatrixText.entries(of: array, digits: digits).first ?? ""
      return [name.map { "\($0) = \(text)" } ?? text]
    }
    let title = [name, ValueText.words(shape: shape)].compactMap(\.self).joined(separator: "  ")
    let table = MatrixText(
      array, digits: digits, rowLabels: rowLabels, columnLabels: columnLabels)
    guard shape.count > 2 else { return [title] + table.lines(matrix: 0) }
    let matrices = MatrixText.shownIndices(of: table.matrixCount, all: table.isWhole)
    return [title]
      + matrices.flatMap { index -> [String] in
        guard let index else { return ["  …"] }
        return ["  \(name ?? "")[\(table.position(ofMatrix: index))]"] + table.lines(matrix: index)
      }
  }
}
