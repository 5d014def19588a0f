import CellLanguage

/// What kind of thing an answer is, where another kind is asked for: a number for an array, an array for a function.
enum KindOfAnswer {
  private enum Kind { case function, number, array, other }

  /// "read is an array of 3×2; a function is asked for, as def read(x): return …"; nil where the kinds agree.
  ///
  /// - Parameter asked: what a solution gives for the name.
  static func mismatch(_ name: String, given: Value, asked: Value) -> String? {
    let (kind, wanted) = (kind(of: given), kind(of: asked))
    guard kind != wanted, wanted != .other else { return nil }
    let name = AnswerRefusal.shown(name)
    let what = kind == .function ? "a function" : given.kindWords
    let way =
      wanted == .array && NDArray(listed: given) != nil ? ": array(\(name)) makes one of it" : ""
    return "\(name) is \(what); \(words(name, asked))\(way)"
  }

  private static func kind(of value: Value) -> Kind {
    switch value {
    case .function, .builtin: .function
    case .integer, .float, .boolean: .number
    case .array(let array): array.shape.isEmpty ? .number : .array
    default: .other
    }
  }

  private static func words(_ name: String, _ asked: Value) -> String {
    if case .function(let closure) = asked {
      let parameters = closure.function.parameters.map(\.name).joined(separator: ", ")
      return "a function is asked for, as def \(name)(\(parameters)): return …"
    }
    return (kind(of: asked) == .number ? "a single number" : asked.kindWords) + " is asked for"
  }
}
