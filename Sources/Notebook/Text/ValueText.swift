import AttentionEngine
package import CellLanguage

/// Values on one line, as Python writes them.
package enum ValueText {
  /// Items of a list that are written out.
  private static let itemLimit = 100

  /// `['the', 'cat']`, `(3, 2)`, `0.5`; an array by its shape.
  ///
  /// - Parameter digits: decimals of a float; nil for as many as tell it from others.
  package static func text(of value: Value, digits: Int? = nil) -> String {
    switch value {
    case .none: "None"
    case .boolean(let value, _): value ? "True" : "False"
    case .integer(let value, _): String(value)
    case .float(let value, _): number(value, .float64, digits: digits)
    case .string(let text): quoted(text)
    case .list(let items): "[" + text(of: items, digits) + "]"
    case .tuple(let items): "(" + text(of: items, digits) + (items.count == 1 ? ",)" : ")")
    case .range(let start, let stop, let step):
      step == 1 ? "range(\(start), \(stop))" : "range(\(start), \(stop), \(step))"
    case .array(let array):
      array.shape.isEmpty
        ? number(array.tensor.entries[0], array.dtype, digits: digits)
        : "array of \(words(shape: array.shape))"
    case .function(let closure): signature(of: closure)
    case .builtin(let name): "\(name)(\(FunctionTable.row(named: name)?.signature ?? ""))"
    }
  }

  private static func text(of items: [Value], _ digits: Int?) -> String {
    let shown = items.prefix(itemLimit).map { text(of: $0, digits: digits) }
    return (shown + (items.count > itemLimit ? ["…"] : [])).joined(separator: ", ")
  }

  /// One entry as Python writes it.
  package static func number(_ entry: Double, _ dtype: DType, digits: Int? = nil) -> String {
    switch dtype {
    case .bool: entry == 0 ? "False" : "True"
    case .int64: Int(exactly: entry).map(String.init) ?? PythonFloat.repr(entry)
    case .float64:
      digits.map { MatrixNumbers(for: [entry], digits: $0).text(entry) } ?? PythonFloat.repr(entry)
    }
  }

  /// `3×2`, or `length 3`
  package static func words(shape: [Int]) -> String {
    shape.count == 1
      ? "length \(shape[0])" : shape.map(String.init).joined(separator: "×")
  }

  /// `f(x, axis=-1)`
  private static func signature(of closure: Closure) -> String {
    let function = closure.function
    let parameters = function.parameters.map {
      TextFilter.visible(closure.source.text(in: $0.range))
    }
    return "\(function.name)(\(parameters.joined(separator: ", ")))"
  }

  /// In the quotes that need fewer escapes.
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
}
