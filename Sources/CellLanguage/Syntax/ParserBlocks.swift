// Functions and what stands inside them.

extension Parser {
  /// compound = function | loop | choice
  mutating func compound() throws(Diagnostic) -> Statement {
    let start = token.range.start
    let kind: StatementKind
    switch token.kind {
    case .keyword(.def): kind = .define(try function())
    case .keyword(.for): kind = try loop()
    default: kind = try choice()
    }
    return Statement(kind, range(from: start))
  }

  /// function = "def" NAME "(" [ parameters ] ")" ":" block
  private mutating func function() throws(Diagnostic) -> Function {
    if functionName != nil {
      throw Refusals.unsupported(
        "a function inside a function isn't part of cells", at: token.range,
        help: "define it before, at the top level")
    }
    advance()
    let nameToken = token
    guard case .name(let name) = token.kind else {
      throw failure("expected the function's name after 'def'")
    }
    try requireOwnName(name, at: nameToken.range)
    advance()
    let open = token
    try expect(.openParenthesis, "after the function's name", help: "as in def \(name)(x):")
    let parameters = try parameters(until: .closeParenthesis)
    guard take(.closeParenthesis) else {
      throw failure("expected ',' or ')' after a parameter")
        .with(secondary: Diagnostic.Label(open.range, "opened here"))
    }
    functionName = name
    defer { functionName = nil }
    var body = try block(after: "the function", colonAfter: "')'")
    let documentation = Parser.takeDocumentation(from: &body)
    let function = Function(
      name: name, nameRange: nameToken.range, parameters: parameters,
      documentation: documentation, body: body)
    try requireLocalItems(of: function)
    return function
  }

  private static func takeDocumentation(from body: inout [Statement]) -> String? {
    guard case .expression(let first)? = body.first?.kind, case .string(let text) = first.kind
    else {
      return nil
    }
    body.removeFirst()
    return text
  }

  /// Setting an entry of an array that belongs to the notebook would change it behind every other cell's back.
  private func requireLocalItems(of function: Function) throws(Diagnostic) {
    let locals = function.localNames
    for (name, range) in function.itemTargets where !locals.contains(name) {
      throw Refusals.unsupported(
        "'\(name)' isn't a name of this function, so its entries can't be set", at: range,
        help: "make a copy under a new name first: B = \(name).copy()")
    }
  }

  /// parameters = parameter { "," parameter } [ "," ]        parameter = NAME [ "=" expression ]
  mutating func parameters(until end: Symbol) throws(Diagnostic) -> [Parameter] {
    var parameters: [Parameter] = []
    while !at(end) {
      parameters.append(try parameter(after: parameters, isLambda: end == .colon))
      guard take(.comma) else { break }
    }
    return parameters
  }

  private mutating func parameter(
    after others: [Parameter], isLambda: Bool
  ) throws(Diagnostic) -> Parameter {
    let start = token
    guard case .name(let name) = start.kind else {
      if at(.star) || at(.doubleStar) || at(.slash) {
        throw Refusals.unsupported(
          "'\(text(of: token))' among parameters isn't part of cells", at: token.range,
          help: "name every parameter")
      }
      throw failure("expected a parameter's name")
    }
    try requireOwnName(name, at: start.range)
    if let first = others.first(where: { $0.name == name }) {
      throw Diagnostic(
        code: "syntax", "two parameters are called '\(name)'", at: start.range,
        secondary: Diagnostic.Label(first.range, "the first"))
    }
    advance()
    if at(.colon), !isLambda {
      throw Refusals.unsupported(
        "annotations aren't part of cells", at: token.range, help: "leave out ':' and the type")
    }
    let defaultValue = take(.assign) ? try expression("after '='") : nil
    if defaultValue == nil, let earlier = others.last(where: { $0.defaultValue != nil }) {
      throw Diagnostic(
        code: "syntax", "a parameter without a default can't follow one with a default",
        at: start.range, secondary: Diagnostic.Label(earlier.range, "this one has a default"))
    }
    return Parameter(name: name, defaultValue: defaultValue, range: range(from: start.range.start))
  }

  /// loop = "for" targets "in" expressions ":" block
  private mutating func loop() throws(Diagnostic) -> StatementKind {
    try requireFunctionAround(
      "a loop stands", help: "[f(x) for x in xs] makes a list; whole arrays need no loop")
    advance()
    let target = try loopTarget()
    guard take(.in) else { throw failure("expected 'in' after the name of a loop") }
    let iterable = try expressions("after 'in'")
    let body = try block(after: "'for'", colonAfter: "the values of a loop")
    if at(.else) {
      throw Refusals.unsupported("'else' after a loop isn't part of cells", at: token.range)
    }
    return .forLoop(target, iterable, body)
  }

  /// choice = "if" expression ":" block { "elif" expression ":" block } [ "else" ":" block ]
  private mutating func choice() throws(Diagnostic) -> StatementKind {
    try requireFunctionAround(
      "'if' begins a statement", help: "here write name = a if condition else b")
    var branches: [Branch] = []
    repeat {
      let word = text(of: token)
      advance()
      let condition = try expression("after '\(word)'")
      branches.append(Branch(condition: condition, body: try block(after: "'\(word)'")))
    } while at(.elif)
    guard take(.else) else { return .conditional(branches, otherwise: []) }
    if at(.if) {
      throw Diagnostic(
        code: "syntax", "'else if' is one word in Python", at: previous.range.union(token.range),
        help: "write elif")
    }
    return .conditional(branches, otherwise: try block(after: "'else'", colonAfter: "'else'"))
  }

  private func requireFunctionAround(_ what: String, help: String) throws(Diagnostic) {
    guard functionName == nil else { return }
    throw Refusals.unsupported("\(what) inside a function only", at: token.range, help: help)
  }

  /// block = ":" simple { ";" simple } NEWLINE | ":" NEWLINE INDENT statement { statement } DEDENT
  private mutating func block(
    after what: String, colonAfter place: String = "the condition"
  ) throws(Diagnostic) -> [Statement] {
    if at(.assign) { throw blockEquals(what) }
    try expect(.colon, "after \(place)")
    var statements: [Statement] = []
    guard token.kind == .newline else {
      if [.keyword(.def), .keyword(.if), .keyword(.for)].contains(token.kind) {
        throw failure("'\(text(of: token))' begins on a line of its own")
      }
      try statement(into: &statements)
      return statements
    }
    advance()
    guard token.kind == .indent else {
      throw failure(
        "expected an indented block after \(what)", help: "indent its lines by four spaces")
    }
    advance()
    while token.kind != .dedent, token.kind != .end { try statement(into: &statements) }
    advance()
    return statements
  }

  private func blockEquals(_ what: String) -> Diagnostic {
    guard what == "the function" else { return Parser.equalsFailure(at: token.range) }
    return Diagnostic(
      code: "syntax", "a function's body begins with ':'", at: token.range,
      help: "write def f(x): return …")
  }
}

extension Diagnostic {
  /// The same with a second place, where it has none yet.
  func with(secondary: Label) -> Diagnostic {
    Diagnostic(
      code: code, message, at: primary.range, label: primary.text,
      secondary: self.secondary ?? secondary, help: help)
  }
}
