import AttentionEngine
import CellLanguage

/// An array in sentences, each number behind the label of its column: `Row the: the 0.40, cat 0.20, sat 0.40.`
struct SpokenArray {
  /// Nobody listens to more.
  private static let wholeLimit = 200

  private let array: NDArray
  private let digits: Int
  private let rowLabels: [String]
  private let columnLabels: [String]
  private let isWhole: Bool
  private let numbers: MatrixNumbers

  init(_ array: NDArray, digits: Int, rowLabels: [String], columnLabels: [String]) {
    self.array = array
    self.digits = digits
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
    isWhole = array.tensor.count <= Self.wholeLimit
    numbers = MatrixNumbers(for: isWhole ? array.tensor.entries : [], digits: digits)
  }

  /// `3 by 2`, `3 numbers`, `2 matrices of 3 by 4`; nil of a single number.
  var shapeWords: String? {
    let shape = array.shape
    switch shape.count {
    case 0: return nil
    case 1: return shape[0] == 1 ? "1 number" : "\(shape[0]) numbers"
    case 2: return "\(shape[0]) by \(shape[1])"
    default:
      let count = shape.dropLast(2).map(String.init).joined(separator: " by ")
      return "\(count) matrices of \(shape[shape.count - 2]) by \(shape[shape.count - 1])"
    }
  }

  /// A single number.
  var number: String { spoken(array.tensor.entries.first ?? .nan) }

  /// A sentence for each row; one alone where there are no rows.
  var sentences: [String] {
    let shape = array.shape
    guard !array.tensor.entries.isEmpty else { return ["No numbers."] }
    guard shape.count > 1 else { return [row(at: 0) + "."] }
    let rows = shape[shape.count - 2]
    let matrices = shape.dropLast(2).reduce(1, *)
    return MatrixText.shownIndices(of: matrices, all: isWhole).flatMap { matrix -> [String] in
      guard let matrix else { return ["And so on."] }
      let lead = shape.count > 2 ? "Matrix \(position(of: matrix)), row" : "Row"
      return MatrixText.shownIndices(of: rows, all: isWhole).map { index in
        guard let index else { return "And so on." }
        let name = rowLabels.count == rows ? visible(rowLabels[index]) : String(index)
        return "\(lead) \(name): \(row(at: (matrix * rows + index) * (shape.last ?? 1)))."
      }
    }
  }

  private func row(at offset: Int) -> String {
    let count = array.shape.last ?? 1
    let hasLabels = columnLabels.count == count
    return MatrixText.shownIndices(of: count, all: isWhole).map { column in
      guard let column else { return "and so on" }
      let number = spoken(array.tensor.entries[offset + column])
      return hasLabels ? "\(visible(columnLabels[column])) \(number)" : number
    }
    .joined(separator: ", ")
  }

  /// A minus is easily passed over where it is only a dash.
  private func spoken(_ entry: Double) -> String {
    if array.dtype == .bool { return entry == 0 ? "false" : "true" }
    if entry.isNaN { return "not a number" }
    let size = entry.magnitude
    let text =
      size.isInfinite
      ? "infinity"
      : array.dtype == .int64 ? ValueText.number(size, .int64) : numbers.text(size)
    return entry < 0 ? "minus \(text)" : text
  }

  /// `0`, `1, 2`: where a matrix stands in the stack.
  private func position(of matrix: Int) -> String {
    var rest = matrix
    let places = array.shape.dropLast(2).reversed().map { size in
      defer { rest /= max(1, size) }
      return String(rest % max(1, size))
    }
    return places.reversed().joined(separator: ", ")
  }

  private func visible(_ label: String) -> String {
    SpokenSigns.spoken(TextFilter.visible(label))
  }
}
