import AttentionEngine
import CellLanguage
import Notebook

/// The result of a program as one object: `{"values": {…}, "diagnostics": […]}`.
///
/// Numbers, booleans, arrays, and lists and tuples of them have the dtype `float64` or `bool`. Text, and lists of
/// text, have the dtype `str`. What is neither (None, functions, mixed lists) is left out.
enum EvaluationJSON {
  static func object(of evaluation: Evaluation) -> JSONValue {
    let values = evaluation.definitions.compactMap { name, value in
      describe(value).map { JSONValue.Member(name, $0) }
    }
    let problems = evaluation.diagnostics.map { describe($0.diagnostic, in: $0.source) }
    return .object([
      JSONValue.Member("values", .object(values)),
      JSONValue.Member("diagnostics", .array(problems)),
    ])
  }

  // MARK: - Values

  private static func describe(_ value: Value) -> JSONValue? {
    switch value {
    case .array(let array): return describe(array)
    case .boolean(let value, _): return object([], "bool", .boolean(value))
    case .integer(let value, _): return object([], "float64", .integer(value))
    case .float(let value, _): return object([], "float64", .number(value))
    case .string(let text): return object([], "str", .string(text))
    case .range(let start, let stop, let step):
      let numbers = stride(from: start, to: stop, by: step).map(JSONValue.integer)
      return object([numbers.count], "float64", .array(numbers))
    case .list(let items), .tuple(let items): return describe(items)
    case .none, .function, .builtin: return nil
    }
  }

  private static func object(_ shape: [Int], _ dtype: String, _ data: JSONValue) -> JSONValue {
    .object([
      JSONValue.Member("shape", .array(shape.map(JSONValue.integer))),
      JSONValue.Member("dtype", .string(dtype)),
      JSONValue.Member("data", data),
    ])
  }

  private static func describe(_ array: NDArray) -> JSONValue {
    var entries = array.tensor.entries[...]
    let data = nested(&entries, shape: array.shape[...], dtype: array.dtype)
    return object(array.shape, array.dtype == .bool ? "bool" : "float64", data)
  }

  private static func nested(
    _ entries: inout ArraySlice<Double>, shape: ArraySlice<Int>, dtype: DType
  ) -> JSONValue {
    guard let size = shape.first else {
      guard let entry = entries.popFirst() else { return .null }
      switch dtype {
      case .bool: return .boolean(entry != 0)
      case .int64: return Int(exactly: entry).map(JSONValue.integer) ?? .number(entry)
      case .float64: return .number(entry)
      }
    }
    return .array((0..<size).map { _ in nested(&entries, shape: shape.dropFirst(), dtype: dtype) })
  }

  /// A list whose elements are alike: of one shape and one kind.
  private static func describe(_ items: [Value]) -> JSONValue? {
    let parts = items.compactMap(describe)
    guard parts.count == items.count else { return nil }
    guard let first = parts.first else { return object([0], "float64", .array([])) }
    guard let dtype = first["dtype"], case .string(let name) = dtype,
      case .array(let sizes)? = first["shape"],
      parts.allSatisfy({ $0["shape"] == first["shape"] && $0["dtype"] == dtype })
    else { return nil }
    let shape = [items.count] + sizes.map { if case .integer(let size) = $0 { size } else { 0 } }
    return object(shape, name, .array(parts.compactMap { $0["data"] }))
  }

  // MARK: - Diagnostics

  private static func describe(_ diagnostic: Diagnostic, in source: Source) -> JSONValue {
    let start = source.position(at: diagnostic.primary.range.start)
    let end = source.position(at: diagnostic.primary.range.end)
    return .object([
      JSONValue.Member("code", .string(diagnostic.code)),
      JSONValue.Member("message", .string(diagnostic.message)),
      JSONValue.Member("help", diagnostic.help.map(JSONValue.string) ?? .null),
      JSONValue.Member("source", source.name.map(JSONValue.string) ?? .null),
      JSONValue.Member("line", .integer(start.line)),
      JSONValue.Member("column", .integer(start.column)),
      JSONValue.Member("end_line", .integer(end.line)),
      JSONValue.Member("end_column", .integer(end.column)),
      JSONValue.Member("text", .string(DiagnosticText(diagnostic, in: source).text)),
    ])
  }
}
