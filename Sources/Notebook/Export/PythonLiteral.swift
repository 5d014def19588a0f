import AttentionEngine
import CellLanguage

/// Numbers as Python text that reads back as the same numbers.
enum PythonLiteral {
  /// `array([[1.0, 0.5], [0.0, np.inf]])`: rows on lines of their own where one line would be long.
  ///
  /// - Parameter function: what makes the array.
  static func text(of array: NDArray, function: String = "np.array") -> String {
    guard !array.shape.isEmpty else { return number(array.tensor.entries[0], array.dtype) }
    guard !array.shape.contains(0) else {
      return "np.zeros([\(array.shape.map(String.init).joined(separator: ", "))])"
    }
    let texts = array.tensor.entries.map { number($0, array.dtype) }
    let isLong = texts.reduce(0) { $0 + $1.utf8.count + 2 } > 72
    var rest = texts[...]
    return "\(function)(\(nested(&rest, array.shape[...], isLong ? "    " : nil)))"
  }

  /// - Parameter indent: where a row begins on a line of its own; nil for all on one line.
  private static func nested(
    _ texts: inout ArraySlice<String>, _ shape: ArraySlice<Int>, _ indent: String?
  ) -> String {
    guard let size = shape.first else { return texts.popFirst() ?? "" }
    let inner = indent.map { $0 + " " }
    let parts = (0..<size).map { _ in nested(&texts, shape.dropFirst(), inner) }
    let separator = shape.count > 1 ? inner.map { ",\n" + $0 } ?? ", " : ", "
    return "[" + parts.joined(separator: separator) + "]"
  }

  /// The same as NumPy prints it: each row on a line of its own, below the first bracket, its numbers in columns.
  ///
  /// - Parameter lead: what stands before it on its line, with which it begins.
  static func aligned(_ array: NDArray, behind lead: String) -> String {
    guard array.shape.count > 1, !array.shape.contains(0) else { return lead + text(of: array) }
    let texts = array.tensor.entries.map { number($0, array.dtype) }
    let width = texts.map(\.utf8.count).max() ?? 0
    var rest = texts.map { String(repeating: " ", count: width - $0.utf8.count) + $0 }[...]
    let start = lead + "np.array("
    let indent = String(repeating: " ", count: start.utf8.count)
    return "\(start)\(nested(&rest, array.shape[...], indent)))"
  }

  static func number(_ entry: Double, _ dtype: DType) -> String {
    switch dtype {
    case .bool: return entry != 0 ? "True" : "False"
    case .int64: return Int(exactly: entry).map(String.init) ?? PythonFloat.repr(entry)
    case .float64:
      if entry.isNaN { return "np.nan" }
      if entry.isInfinite { return entry < 0 ? "-np.inf" : "np.inf" }
      return PythonFloat.repr(entry)
    }
  }
}
