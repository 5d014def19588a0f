import AttentionEngine
import CellLanguage
import Notebook

/// How the entries of one array are written, and the columns that they take.
struct EntryFormat {
  let dtype: DType
  /// Columns that hold every entry, with room for a sign or one more digit: nothing moves when numbers change.
  let width: Int
  /// The same with a column for a shade before the number, which takes the room for the sign where it is free.
  let shadedWidth: Int
  private let numbers: MatrixNumbers

  /// - Parameter widest: the decimals that there is to be room for, where others can come with the next change.
  /// - Parameter reserves: whether whole numbers leave room for the decimals that the next change may bring.
  init(_ array: NDArray, digits: Int, widest: Int? = nil, reserves: Bool = false) {
    dtype = array.dtype
    let entries = array.tensor.entries
    self.numbers = MatrixNumbers(for: entries, digits: array.trace.decimals(digits))
    let hasDecimals = dtype == .float64 || reserves && dtype == .int64
    let roomy = hasDecimals ? (widest ?? digits) + 3 : 3
    // The longest is the smallest, the largest or what is no number.
    let ordered = entries.filter { !$0.isNaN }
    var extremes =
      [ordered.min(), ordered.max()].compactMap { $0 } + entries.filter(\.isNaN).prefix(1)
    if extremes.contains(where: { !$0.isFinite }) {
      let finite = entries.filter(\.isFinite)
      extremes += [finite.min(), finite.max()].compactMap { $0 }
    }
    if self.numbers.notation != .fixed {
      // A small number has the longest exponent.
      let nonzero = ordered.filter { $0 != 0 && $0.isFinite }
      extremes += [nonzero.min { abs($0) < abs($1) }].compactMap { $0 }
    }
    let dtype = dtype
    let numbers = widest.map { MatrixNumbers(for: entries, digits: $0) } ?? self.numbers
    let needed =
      dtype == .bool ? 1 : extremes.map { Self.text($0, dtype, numbers).utf8.count }.max()
    width = max(roomy, needed ?? 0)
    shadedWidth = max(roomy, (needed ?? 0) + 1)
  }

  /// An entry, unpadded; a number that doesn't fit its field is not shown in part.
  func text(_ value: Double) -> String {
    let text = Self.text(value, dtype, numbers)
    return dtype == .bool || text.utf8.count <= width ? text : String(repeating: "#", count: width)
  }

  private static func text(_ value: Double, _ dtype: DType, _ numbers: MatrixNumbers) -> String {
    switch dtype {
    case .float64: return numbers.text(value)
    case .int64: return Int(exactly: value).map { String($0) } ?? numbers.text(value)
    case .bool: return value == 0 ? "·" : "✓"
    }
  }
}
