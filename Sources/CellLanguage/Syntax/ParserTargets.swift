// What may stand on the left of "=" and after "for".

extension Parser {
  /// targets = target { "," target } [ "," ]        after "for"
  mutating func loopTarget() throws(Diagnostic) -> Target {
    let first = try primary("after 'for'")
    guard at(.comma) else { return try target(first) }
    var elements = [first]
    while take(.comma) {
      guard startsExpression else { break }
      elements.append(try primary("after ','"))
    }
    return try target(Expression(.tuple(elements), range(from: first.range.start)))
  }

  /// target = NAME | "(" targets ")" | "[" targets "]" | NAME "[" index "]"
  func target(_ expression: Expression) throws(Diagnostic) -> Target {
    switch expression.kind {
    case .name(let name):
      try requireOwnName(name, at: expression.range)
      return .name(name, expression.range)
    case .tuple(let elements), .list(let elements):
      var targets: [Target] = []
      for element in elements { targets.append(try target(element)) }
      guard !targets.isEmpty else { throw notATarget(expression, "an empty tuple") }
      return .tuple(targets, expression.range)
    case .index(let base, let items):
      return try itemTarget(base, items, expression)
    default:
      throw notATarget(expression, Parser.kindName(expression.kind))
    }
  }

  private func itemTarget(
    _ base: Expression, _ items: [IndexItem], _ whole: Expression
  ) throws(Diagnostic) -> Target {
    guard case .name(let name) = base.kind else {
      throw notATarget(whole, "an entry of something without a name")
    }
    guard functionName != nil else {
      throw Refusals.unsupported(
        "entries can be set inside a function only", at: whole.range,
        help:
          "at this level every name keeps its value: where(mask, x, \(name)) makes a changed copy")
    }
    return .item(name: name, items, whole.range)
  }

  private func notATarget(_ expression: Expression, _ what: String) -> Diagnostic {
    let help: String?
    switch expression.kind {
    case .comparison, .and, .or, .not: help = "to compare write =="
    case .call: help = "a function is defined with def f(x): return …"
    default: help = "on the left of '=' stands a name"
    }
    return Diagnostic(
      code: "syntax", "can't give a value to \(what)", at: expression.range, help: help)
  }

  /// Names that already mean NumPy itself.
  func requireOwnName(_ name: String, at range: SourceRange) throws(Diagnostic) {
    guard NumPyModule.names.contains(name) else { return }
    throw Diagnostic(
      code: "name", "'\(name)' is NumPy here", at: range, help: "choose another name")
  }

  private static func kindName(_ kind: ExpressionKind) -> String {
    switch kind {
    case .integer, .float: "a number"
    case .string: "a text"
    case .boolean(let value): value ? "True" : "False"
    case .none: "None"
    case .ellipsis: "'...'"
    case .attribute(_, let name, _): "the attribute '.\(name)'"
    case .call: "the result of a call"
    case .lambda: "a function"
    case .conditional: "a choice"
    case .comprehension: "a list"
    case .comparison, .and, .or, .not: "a condition"
    case .unary, .binary: "a computed value"
    case .name, .list, .tuple, .index: "this"
    }
  }
}
