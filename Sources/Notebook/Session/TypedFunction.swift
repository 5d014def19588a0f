import CellLanguage

/// A function typed in the place of a definition.
package enum TypedFunction {
  /// How many characters of `name = ` stand before `def name(`: a definition names itself.
  static func needlessName(in text: String, before names: [String]) -> Int {
    guard names.count == 1, let name = names.first, text.hasPrefix(name) else { return 0 }
    var rest = text.dropFirst(name.count).drop { $0 == " " }
    guard rest.first == "=" else { return 0 }
    rest = rest.dropFirst().drop { $0 == " " }
    guard rest.hasPrefix("def ") else { return 0 }
    let named = rest.dropFirst(4).drop { $0 == " " }
    guard named.hasPrefix(name),
      named.dropFirst(name.count).drop(while: { $0 == " " }).first == "("
    else { return 0 }
    return text.count - rest.count
  }

  /// `def read(x): return `: what a function to be written begins with, as the exercise's solution has it; nil where
  /// that has none of this name.
  package static func beginning(of name: String, in exercise: Exercise) -> String? {
    for solution in exercise.solutions {
      for statement in solution.statements {
        guard case .define(let function) = statement.kind, function.name == name,
          let first = function.body.first
        else { continue }
        let head = SourceRange(statement.range.start, first.range.start)
        guard let signature = signature(solution.source.text(in: head)) else { return nil }
        var isOneLine = false
        if function.body.count == 1, case .returnValue = first.kind { isOneLine = true }
        return signature + (isOneLine ? ": return " : ":\n    ")
      }
    }
    return nil
  }

  /// A function's text up to the bracket that ends its parameters.
  private static func signature(_ text: String) -> String? {
    var depth = 0
    for index in text.indices {
      if text[index] == "(" { depth += 1 }
      guard text[index] == ")" else { continue }
      depth -= 1
      if depth == 0 { return String(text[...index]) }
    }
    return nil
  }
}
