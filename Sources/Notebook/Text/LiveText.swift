import AttentionEngine
import CellLanguage

/// A value by a format of Python's, as `format(value, format)` gives it.
struct LiveText: Error {
  /// Why it can't be written so.
  let problem: String

  static func text(of value: Value, format: String) throws(LiveText) -> String {
    switch value {
    case .integer(let number, _): return try text(of: Double(number), .int64, format)
    case .float(let number, _): return try text(of: number, .float64, format)
    case .boolean(let flag, _): return try text(of: flag ? 1 : 0, .bool, format)
    case .string(let text):
      return try formatted(format) { (f) throws(NumberFormat.Problem) in try f.format(text) }
    case .array(let array) where array.shape.isEmpty:
      return try text(of: array.tensor.entries[0], array.dtype, format)
    default:
      guard format.isEmpty else { throw LiveText(problem: "a format is for one number") }
      return ValueText.text(of: value)
    }
  }

  private static func text(
    of entry: Double, _ dtype: DType, _ format: String
  ) throws(LiveText) -> String {
    if format.isEmpty { return ValueText.number(entry, dtype) }
    return try formatted(format) { (format) throws(NumberFormat.Problem) in
      if dtype != .float64, let whole = Int(exactly: entry) { return try format.format(whole) }
      return try format.format(entry)
    }
  }

  private static func formatted(
    _ format: String, _ write: (NumberFormat) throws(NumberFormat.Problem) -> String
  ) throws(LiveText) -> String {
    do throws(NumberFormat.Problem) {
      return try write(NumberFormat(format))
    } catch {
      throw LiveText(problem: error.message)
    }
  }
}
