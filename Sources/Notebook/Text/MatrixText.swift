import AttentionEngine
import CellLanguage

/// The rows of an array in plain lines, with labels where it has some. Of a large array the corners are shown,
/// as NumPy does it.
struct MatrixText {
  /// From so many entries on only the corners are shown.
  private static let wholeLimit = 1_000
  private static let cornerSize = 3

  let isWhole: Bool
  private let leading: [Int]
  let rows: Int
  let columns: Int
  let texts: [Int: String]
  let rowLabels: [String]
  let columnLabels: [String]

  init(_ array: NDArray, digits: Int, rowLabels: [String], columnLabels: [String]) {
    let shape = array.shape
    let columns = shape.last ?? 1
    let rows = shape.count > 1 ? shape[shape.count - 2] : 1
    isWhole = array.tensor.count <= Self.wholeLimit
    leading = Array(shape.dropLast(2))
    self.rows = rows
    self.columns = columns
    self.rowLabels = shape.count > 1 && rowLabels.count == rows ? rowLabels : []
    self.columnLabels = columnLabels.count == columns ? columnLabels : []
    let offsets = Self.shownIndices(of: leading.reduce(1, *), all: isWhole).flatMap { matrix in
      Self.shownIndices(of: rows, all: array.tensor.count <= Self.wholeLimit).flatMap { row in
        Self.shownIndices(of: columns, all: array.tensor.count <= Self.wholeLimit).compactMap {
          column -> Int? in
          guard let matrix, let row, let column else { return nil }
          return (matrix * rows + row) * columns + column
        }
      }
    }
    let shown = Self.texts(
      of: offsets.map { array.tensor.entries[$0] }, array.dtype, digits: digits)
    texts = Dictionary(uniqueKeysWithValues: zip(offsets, shown))
  }

  /// Every index, or the first and last ones with nil for those between.
  static func shownIndices(of count: Int, all: Bool) -> [Int?] {
    if all || count <= 2 * cornerSize + 1 { return Array(0..<count) }
    return Array(0..<cornerSize) + [nil] + Array((count - cornerSize)..<count)
  }

  /// All entries, written alike.
  static func entries(of array: NDArray, digits: Int) -> [String] {
    texts(of: array.tensor.entries, array.dtype, digits: digits)
  }

  private static func texts(of entries: [Double], _ dtype: DType, digits: Int) -> [String] {
    switch dtype {
    case .bool: entries.map { $0 == 0 ? "False" : "True" }
    case .int64: MatrixNumbers(for: [], digits: 0).aligned(entries)
    case .float64: MatrixNumbers(for: entries, digits: digits).aligned(entries)
    }
  }

  // MARK: - Stacks

  var matrixCount: Int { leading.reduce(1, *) }

  /// `0, 2`: where a matrix stands in the stack.
  func position(ofMatrix index: Int) -> String {
    var rest = index
    var position: [Int] = []
    for size in leading.reversed() {
      position.insert(rest % max(1, size), at: 0)
      rest /= max(1, size)
    }
    return position.map(String.init).joined(separator: ", ")
  }

  // MARK: - Rows

  func lines(matrix: Int) -> [String] {
    let columnIndices = Self.shownIndices(of: columns, all: isWhole)
    let rowIndices = Self.shownIndices(of: rows, all: isWhole)
    let labelWidth = rowLabels.map { width(TextFilter.visible($0)) }.max() ?? 0
    let widths = columnIndices.map { columnWidth($0, matrix: matrix, rowIndices) }
    let margin = "  " + (labelWidth > 0 ? String(repeating: " ", count: labelWidth + 2) : "")
    var lines: [String] = []
    if !columnLabels.isEmpty {
      lines.append(margin + joined(columnIndices.map { $0.map(columnLabel) ?? "…" }, widths))
    }
    for row in rowIndices {
      guard let row else {
        lines.append(margin + "…")
        continue
      }
      let entries = columnIndices.map { column in
        column.flatMap { texts[(matrix * rows + row) * columns + $0] } ?? "…"
      }
      lines.append(label(row, labelWidth) + joined(entries, widths))
    }
    return lines
  }

  private func columnWidth(_ column: Int?, matrix: Int, _ rowIndices: [Int?]) -> Int {
    guard let column else { return 1 }
    let entries = rowIndices.compactMap { row in
      row.flatMap { texts[(matrix * rows + $0) * columns + column] }
    }
    let label = columnLabels.isEmpty ? 0 : width(columnLabel(column))
    return max(label, entries.map(width).max() ?? 0)
  }

  private func columnLabel(_ column: Int) -> String { TextFilter.visible(columnLabels[column]) }

  private func label(_ row: Int, _ labelWidth: Int) -> String {
    guard labelWidth > 0 else { return "  " }
    let text = TextFilter.visible(rowLabels[row])
    return "  " + text + String(repeating: " ", count: labelWidth - width(text) + 2)
  }

  /// Right-aligned, two blanks between columns, none at the end.
  private func joined(_ texts: [String], _ widths: [Int]) -> String {
    zip(texts, widths).map { String(repeating: " ", count: max(0, $1 - width($0))) + $0 }
      .joined(separator: "  ")
  }

  private func width(_ text: String) -> Int { DisplayWidth.of(text) }
}
