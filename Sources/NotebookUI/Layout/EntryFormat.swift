import AttentionEngine
import CellLanguage
import Notebook

/// How the entries of one array are written, and the columns that they take.
struct EntryFormat {
  let dtype: DType
  /// Columns that hold every entry, with room for a sign or one more digit: nothing moves when numbers change.
  let width: Int
  private let numbers: MatrixNumbers

  /// - Parameter widest: the decimals that there is to be room for, where others can come with the next change.
  /// - Parameter reserves: the decimals that whole numbers leave room for, as the next change may bring them.
  /// - Parameter kept: the columns that the numbers had so far: they have fewer decimals rather than more columns, one at least.
  init(
    _ array: NDArray, digits: Int, widest: Int? = nil, reserves: Int = 0, kept: Int? = nil
  ) {
    dtype = array.dtype
    let dtype = dtype
    let entries = array.tensor.entries
    let most = array.trace.decimals(digits)
    func needed(_ digits: Int) -> Int {
      let numbers = MatrixNumbers(for: entries, digits: digits)
      let extremes = Self.extremes(entries, numbers.notation)
      return dtype == .bool
        ? 1 : extremes.map { Self.text($0, dtype, numbers).utf8.count }.max() ?? 0
    }
    if let kept, dtype != .bool {
      let fewest = min(1, most)
      let fitting = stride(from: most, through: fewest, by: -1).first { needed($0) <= kept }
      numbers = MatrixNumbers(for: entries, digits: fitting ?? most)
      width = max(kept, needed(fitting ?? most))
      return
    }
    numbers = MatrixNumbers(for: entries, digits: most)
    switch dtype {
    case .float64: width = max((widest ?? digits) + 3, needed(widest ?? most))
    case .int64 where reserves > 0: width = max(2, needed(most)) + 1 + reserves
    case .int64, .bool: width = max(3, needed(most))
    }
  }

  /// The entries with the longest texts: the smallest, the largest or what is no number.
  private static func extremes(_ entries: [Double], _ notation: MatrixNumbers.Notation) -> [Double]
  {
    let ordered = entries.filter { !$0.isNaN }
    var extremes =
      [ordered.min(), ordered.max()].compactMap { $0 } + entries.filter(\.isNaN).prefix(1)
    if extremes.contains(where: { !$0.isFinite }) {
      let finite = entries.filter(\.isFinite)
      extremes += [finite.min(), finite.max()].compactMap { $0 }
    }
    if notation != .fixed {
      // A small number has the longest exponent.
      let nonzero = ordered.filter { $0 != 0 && $0.isFinite }
      extremes += [nonzero.min { abs($0) < abs($1) }].compactMap { $0 }
    }
    return extremes
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
