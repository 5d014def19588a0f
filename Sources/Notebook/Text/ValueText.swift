import AttentionEngine
package import CellLanguage

/// Values as Python writes them.
package enum ValueText {
  /// Items of a list, or entries of an array, that are written out.
  private static let itemLimit = 100

  /// `['the', 'cat']`, `(3, 2)`, `0.5`; an array by its shape where it stands inside something else.
  package static func text(of value: Value) -> String {
    switch value {
    case .none: "None"
    case .boolean(let value): value ? "True" : "False"
    case .integer(let value, _): String(value)
    case .float(let value, _): PythonFloat.repr(value)
    case .string(let text): quoted(text)
    case .list(let items): "[" + text(of: items) + "]"
    case .tuple(let items): "(" + text(of: items) + (items.count == 1 ? ",)" : ")")
    case .range(let start, let stop, let step):
      step == 1 ? "range(\(start), \(stop))" : "range(\(start), \(stop), \(step))"
    case .array(let array): text(of: array)
    case .function(let closure): signature(closure)
    case .builtin(let name): "\(name), a function"
    }
  }

  private static func text(of items: [Value]) -> String {
    let shown = items.prefix(itemLimit).map { text(of: $0) }
    return (shown + (items.count > itemLimit ? ["…"] : [])).joined(separator: ", ")
  }

  /// A number by itself, anything else by its shape.
  private static func text(of array: NDArray) -> String {
    guard array.shape.isEmpty else {
      return "array of " + array.shape.map(String.init).joined(separator: "×")
    }
    return number(array.tensor.entries[0], array.dtype)
  }

  /// One entry as Python writes it.
  package static func number(_ entry: Double, _ dtype: DType) -> String {
    switch dtype {
    case .bool: entry == 0 ? "False" : "True"
    case .int64: Int(exactly: entry).map(String.init) ?? PythonFloat.repr(entry)
    case .float64: PythonFloat.repr(entry)
    }
  }

  /// `'the'`, in the quotes that need no escapes.
  private static func quoted(_ text: String) -> String {
    let quote = text.contains("'") && !text.contains("\"") ? "\"" : "'"
    let body = text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
      .replacing("\t", with: "\\t").replacing(quote == "'" ? "'" : "\u{0}", with: "\\'")
    return quote + body + quote
  }

  /// `f(x, axis=-1)`
  private static func signature(_ closure: Closure) -> String {
    let parameters = closure.function.parameters.map { closure.source.text(in: $0.range) }
    return closure.function.name + "(" + parameters.joined(separator: ", ") + ")"
  }
}
