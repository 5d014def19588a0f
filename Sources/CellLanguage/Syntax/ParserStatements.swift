extension Parser {
  /// statement = compound | simple { ";" simple } [ ";" ] NEWLINE
  mutating func statement(into statements: inout [Statement]) throws(Diagnostic) {
    switch token.kind {
    case .indent:
      throw Diagnostic(
        code: "syntax", "this line is indented, but no block begins above it", at: token.range,
        help: "begin it in the column of the lines above")
    case .keyword(.def), .keyword(.if), .keyword(.for):
      statements.append(try nested { parser throws(Diagnostic) in try parser.compound() })
    case .keyword(.else), .keyword(.elif):
      throw Diagnostic(
        code: "syntax", "'\(text(of: token))' has no 'if' above it in the same column",
        at: token.range)
    case .symbol(.at):
      throw Refusals.unsupported(
        "'@' stands between two matrices", at: token.range, help: "as in Q @ K.T")
    default:
      try simpleLine(into: &statements)
    }
  }

  private mutating func simpleLine(into statements: inout [Statement]) throws(Diagnostic) {
    repeat {
      let simple = try simple()
      guard at(.semicolon) || token.kind == .newline else { throw noEnd() }
      statements.append(simple)
    } while take(.semicolon) && token.kind != .newline
    advance()
  }

  private func noEnd() -> Diagnostic {
    if at(.assign) { return Parser.equalsFailure(at: token.range) }
    if at(.colon) {
      return Refusals.unsupported(
        "annotations aren't part of cells", at: token.range, help: "leave out ':' and the type")
    }
    if startsExpression, previous.isOperand { return joinFailure(comma: false) }
    return failure("the statement ended before '\(text(of: token))'")
  }

  /// simple = assert | import | return | "pass" | assignment
  private mutating func simple() throws(Diagnostic) -> Statement {
    let start = token.range.start
    let kind: StatementKind
    switch token.kind {
    case .keyword(.assert): kind = try assertion()
    case .keyword(.import), .keyword(.from): kind = try importNumPy()
    case .keyword(.return): kind = try returnValue()
    case .keyword(.pass):
      try requireFunction("'pass' stands")
      advance()
      kind = .pass
    default: kind = try assignment()
    }
    return Statement(kind, range(from: start))
  }

  /// Says where the current token belongs, at the top level.
  private func requireFunction(_ what: String, help: String? = nil) throws(Diagnostic) {
    guard functionName == nil else { return }
    throw Refusals.unsupported("\(what) inside a function only", at: token.range, help: help)
  }

  /// assert = "assert" expression [ "," expression ]
  private mutating func assertion() throws(Diagnostic) -> StatementKind {
    advance()
    let condition = try expression("after 'assert'")
    let message = take(.comma) ? try expression("after ','") : nil
    return .assert(condition, message: message)
  }

  /// return = "return" [ expressions ]
  private mutating func returnValue() throws(Diagnostic) -> StatementKind {
    try requireFunction("'return' stands", help: "at this level an expression shows its value")
    advance()
    return .returnValue(
      token.kind == .newline || at(.semicolon) ? nil : try expressions("after 'return'"))
  }

  /// assignment = expressions [ ( "=" | "+=" | … ) expressions ]
  private mutating func assignment() throws(Diagnostic) -> StatementKind {
    let left = try expressions("at the beginning of a statement")
    guard case .symbol(let symbol) = token.kind else { return .expression(left) }
    if symbol == .assign { return try plainAssignment(left) }
    guard let operation = symbol.augmented else { return .expression(left) }
    return try augmentedAssignment(left, operation)
  }

  private mutating func plainAssignment(_ left: Expression) throws(Diagnostic) -> StatementKind {
    let target = try target(left)
    advance()
    let value = try expressions("after '='")
    if at(.assign) {
      throw Refusals.unsupported(
        "one '=' in a statement", at: token.range, help: "give each name a line of its own")
    }
    if functionName == nil, value.kind == .ellipsis, case .name(let name, _) = target {
      return .hole(name)
    }
    return .assign(target, value)
  }

  private mutating func augmentedAssignment(
    _ left: Expression, _ operation: BinaryOperator
  ) throws(Diagnostic) -> StatementKind {
    let name = text(of: token)
    try requireFunction(
      "'\(name)' stands", help: "at this level a name keeps its value: define a new one")
    let target = try target(left)
    if case .tuple = target {
      throw Diagnostic(
        code: "syntax", "'\(name)' changes one name, not several", at: left.range)
    }
    advance()
    return .augmentedAssign(target, operation, try expressions("after '\(name)'"))
  }

  // MARK: - Import

  /// import = "import" module [ "as" NAME ] | "from" module "import" ( "*" | names )
  private mutating func importNumPy() throws(Diagnostic) -> StatementKind {
    let isFrom = at(.from)
    advance()
    guard case .name(let module) = token.kind else { throw failure("expected a module's name") }
    try requireNumPy(module)
    while take(.dot) {
      guard case .name = token.kind else { throw failure("expected a name after '.'") }
      advance()
    }
    if isFrom { try importedNames() } else { try moduleAlias() }
    return .importNumPy
  }

  private mutating func requireNumPy(_ module: String) throws(Diagnostic) {
    guard module == "numpy" else {
      throw Refusals.unsupported(
        "'\(module)' can't be imported: cells know NumPy only", at: token.range,
        help: module == "math" ? "sqrt, exp, log and pi are there without an import" : nil)
    }
    advance()
  }

  private mutating func moduleAlias() throws(Diagnostic) {
    guard take(.as) else { return }
    guard case .name("np") = token.kind else {
      throw failure("NumPy goes by the name np here", help: "write import numpy as np")
    }
    advance()
  }

  private mutating func importedNames() throws(Diagnostic) {
    guard take(.import) else { throw failure("expected 'import' after the module") }
    if take(.star) { return }
    let isGrouped = take(.openParenthesis)
    repeat {
      guard case .name = token.kind else {
        if isGrouped, at(.closeParenthesis) { break }
        throw failure("expected a name to import")
      }
      advance()
      if at(.as) {
        throw Refusals.unsupported(
          "a function can't be imported under another name", at: token.range)
      }
    } while take(.comma)
    if isGrouped { try expect(.closeParenthesis, "after the imported names") }
  }
}
