import AttentionEngine
import CellLanguage
import Notebook

/// A value in plain lines: a number behind its name, an array below it.
enum ValueText {
  static func lines(name: String?, _ value: Value, digits: Int) -> [String] {
    if case .array(let array) = value, !array.shape.isEmpty {
      return lines(name: name, array, digits: digits)
    }
    let text = inline(value, digits: digits)
    return [name.map { "\($0) = \(text)" } ?? text]
  }

  /// An array: its name and shape, then its rows, each matrix of a stack under its index.
  static func lines(
    name: String?, _ array: NDArray, digits: Int, rowLabels: [String] = [],
    columnLabels: [String] = []
  ) -> [String] {
    let shape = array.shape
    if shape.isEmpty {
      let text = MatrixText.entries(of: array, digits: digits).first ?? ""
      return [name.map { "\($0) = \(text)" } ?? text]
    }
    let title = [name, words(shape: shape)].compactMap(\.self).joined(separator: "  ")
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

  // MARK: - On one line

  /// As Python writes it, floats with fixed decimals.
  static func inline(_ value: Value, digits: Int) -> String {
    switch value {
    case .none: return "None"
    case .boolean(let value): return value ? "True" : "False"
    case .integer(let value, _): return String(value)
    case .float(let value, _): return MatrixNumbers(for: [value], digits: digits).text(value)
    case .string(let text): return quoted(text)
    case .list(let items): return "[" + inline(items, digits: digits) + "]"
    case .tuple(let items):
      return "(" + inline(items, digits: digits) + (items.count == 1 ? ",)" : ")")
    case .range(let start, let stop, let step):
      return step == 1 ? "range(\(start), \(stop))" : "range(\(start), \(stop), \(step))"
    case .array(let array):
      return array.shape.isEmpty
        ? MatrixText.entries(of: array, digits: digits).first ?? ""
        : "array of \(words(shape: array.shape))"
    case .function(let closure): return signature(of: closure)
    case .builtin(let name): return "\(name)(\(FunctionTable.row(named: name)?.signature ?? ""))"
    }
  }

  private static func inline(_ items: [Value], digits: Int) -> String {
    let shown = items.prefix(100).map { inline($0, digits: digits) }
    return (shown + (items.count > 100 ? ["…"] : [])).joined(separator: ", ")
  }

  private static func signature(of closure: Closure) -> String {
    let function = closure.function
    let parameters = function.parameters.map {
      TextFilter.visible(closure.source.text(in: $0.range))
    }
    return "\(function.name)(\(parameters.joined(separator: ", ")))"
  }

  private static func quoted(_ text: String) -> String {
    let quote = text.contains("'") && !text.contains("\"") ? "\"" : "'"
    var result = quote
    for character in text {
      switch character {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        result += String(character) == quote ? "\\" + quote : TextFilter.visible(String(character))
      }
    }
    return result + quote
  }

  private static func words(shape: [Int]) -> String {
    shape.count == 1
      ? "length \(shape[0])" : shape.map(String.init).joined(separator: "×")
  }
}
