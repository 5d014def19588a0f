extension Parser {
  /// Whether an expression can begin here.
  var startsExpression: Bool {
    switch token.kind {
    case .name, .integer, .float, .string, .invalid: true
    case .keyword(let word): [.None, .True, .False, .not, .lambda].contains(word)
    case .symbol(let symbol):
      [.openParenthesis, .openBracket, .openBrace, .star, .minus, .plus, .tilde, .ellipsis]
        .contains(
          symbol)
    default: false
    }
  }

  /// primary = atom { "." NAME | "(" [ arguments ] ")" | "[" index "]" }
  mutating func primary(_ context: String) throws(Diagnostic) -> Expression {
    var base = try atom(context)
    while true {
      switch token.kind {
      case .symbol(.dot): base = try attribute(of: base)
      case .symbol(.openParenthesis):
        base = try nested { parser throws(Diagnostic) in try parser.call(base) }
      case .symbol(.openBracket):
        base = try nested { parser throws(Diagnostic) in try parser.index(base) }
      // An assignment to the module's name has a better message of its own.
      default: return at(.assign) ? base : try NumPyModule.withoutModule(base)
      }
    }
  }

  /// `base.name`; NumPy's own prefix is dropped.
  private mutating func attribute(of base: Expression) throws(Diagnostic) -> Expression {
    advance()
    guard case .name(let name) = token.kind else {
      throw failure("expected a name after '.'", help: "as in A.T or A.shape")
    }
    let nameRange = token.range
    advance()
    let range = range(from: base.range.start)
    if let kind = try NumPyModule.member(name, of: base, range: range) {
      return try node(kind, range)
    }
    return try node(.attribute(base, name: name, nameRange: nameRange), range)
  }

  /// atom = NAME | NUMBER | STRING { STRING } | "True" | "False" | "None" | "..." | group | list
  private mutating func atom(_ context: String) throws(Diagnostic) -> Expression {
    let start = token
    let kind: ExpressionKind
    switch start.kind {
    case .name(let name): kind = .name(name)
    case .integer(let value): kind = .integer(value)
    case .float(let value): kind = .float(value)
    case .string: return try string()
    case .keyword(.True): kind = .boolean(true)
    case .keyword(.False): kind = .boolean(false)
    case .keyword(.None): kind = .none
    case .symbol(.ellipsis): kind = .ellipsis
    case .symbol(.openParenthesis):
      return try nested { parser throws(Diagnostic) in try parser.group() }
    case .symbol(.openBracket):
      return try nested { parser throws(Diagnostic) in try parser.list() }
    default: throw noExpression(context)
    }
    advance()
    return Expression(kind, start.range)
  }

  private func noExpression(_ context: String) -> Diagnostic {
    switch token.kind {
    case .keyword(let word) where Refusals.refusal(of: token) == nil:
      failure("'\(word.rawValue)' is a word of Python's own; a value is expected \(context)")
    case .symbol(.star):
      Refusals.unsupported(
        "'*' before a value isn't part of cells", at: token.range,
        help: "write the values one by one")
    case .symbol(.doubleStar):
      Refusals.unsupported(
        "'**' has no value before it", at: token.range,
        help: "a power is x ** 2; arguments are written one by one, as f(x, axis=0)")
    case .symbol(let symbol):
      failure("expected a value \(context), not '\(symbol.rawValue)'")
    default:
      failure(
        "expected a value \(context)",
        help: previous.kind == .symbol(.assign) ? "for a part still to fill in write ..." : nil)
    }
  }

  /// Neighbouring strings are one.
  private mutating func string() throws(Diagnostic) -> Expression {
    let start = token.range.start
    var text = ""
    while case .string(let part) = token.kind {
      text += part
      advance()
    }
    guard text.utf8.count <= limits.stringLength else {
      throw Diagnostic(
        code: "bound", "a text may have \(limits.stringLength) bytes; this one has more",
        at: range(from: start))
    }
    return Expression(.string(text), range(from: start))
  }

  /// group = "(" ")" | "(" expression ")" | "(" expression "," [ expressions ] ")"
  private mutating func group() throws(Diagnostic) -> Expression {
    let open = token
    advance()
    if take(.closeParenthesis) { return Expression(.tuple([]), range(from: open.range.start)) }
    let inner = try expressions("after '('")
    try refuseGenerator()
    try close(open, .closeParenthesis)
    return Expression(inner.kind, range(from: open.range.start))
  }

  /// list = "[" [ expressions ] "]" | "[" expression clause { clause } "]"
  private mutating func list() throws(Diagnostic) -> Expression {
    let open = token
    advance()
    var elements: [Expression] = []
    while !at(.closeBracket) {
      elements.append(try expression(elements.isEmpty ? "after '['" : "after ','"))
      if at(.for), elements.count == 1 { return try comprehension(elements[0], open: open) }
      guard take(.comma) else { break }
    }
    try close(open, .closeBracket)
    return try node(.list(elements), range(from: open.range.start))
  }

  /// clause = "for" targets "in" disjunction { "if" disjunction }
  private mutating func comprehension(
    _ element: Expression, open: Token
  ) throws(Diagnostic) -> Expression {
    var clauses: [ComprehensionClause] = []
    while take(.for) {
      let target = try loopTarget()
      guard take(.in) else { throw failure("expected 'in' after the name of a loop") }
      let iterable = try disjunction("after 'in'")
      var conditions: [Expression] = []
      while take(.if) { conditions.append(try disjunction("after 'if'")) }
      clauses.append(
        ComprehensionClause(target: target, iterable: iterable, conditions: conditions))
    }
    try close(open, .closeBracket)
    return try node(.comprehension(element, clauses: clauses), range(from: open.range.start))
  }

  /// arguments = argument { "," argument } [ "," ]
  private mutating func call(_ function: Expression) throws(Diagnostic) -> Expression {
    let open = token
    advance()
    var arguments: [Argument] = []
    while !at(.closeParenthesis) {
      arguments.append(try argument(after: arguments))
      try refuseGenerator()
      guard take(.comma) else { break }
    }
    try close(open, .closeParenthesis)
    return try node(
      .call(try NumPyModule.withoutModule(function), arguments),
      range(from: function.range.start))
  }

  /// argument = [ NAME "=" ] expression
  private mutating func argument(after others: [Argument]) throws(Diagnostic) -> Argument {
    let start = token
    if case .name(let name) = start.kind, next().kind == .symbol(.assign) {
      if let first = others.first(where: { $0.name == name }) {
        throw Diagnostic(
          code: "syntax", "'\(name)' is given twice", at: start.range,
          secondary: Diagnostic.Label(first.range, "here first"))
      }
      advance()
      advance()
      let value = try expression("after '='")
      return Argument(name: name, value: value, range: range(from: start.range.start))
    }
    let value = try expression(others.isEmpty ? "after '('" : "after ','")
    if let named = others.last(where: { $0.name != nil }) {
      throw Diagnostic(
        code: "syntax", "an argument without a name can't follow one with a name", at: value.range,
        secondary: Diagnostic.Label(named.range, "this one has a name"))
    }
    return Argument(name: nil, value: value, range: value.range)
  }

  private func refuseGenerator() throws(Diagnostic) {
    guard at(.for) else { return }
    throw Refusals.unsupported(
      "a generator isn't part of cells", at: token.range,
      help: "in square brackets it is a list: [… for …]")
  }

  /// index = item { "," item } [ "," ]
  private mutating func index(_ base: Expression) throws(Diagnostic) -> Expression {
    let open = token
    advance()
    guard !at(.closeBracket) else {
      throw failure("an index is missing", help: "as in A[0] or A[:, 1]")
    }
    var items: [IndexItem] = []
    while !at(.closeBracket) {
      items.append(try indexItem())
      guard take(.comma) else { break }
    }
    try close(open, .closeBracket)
    return try node(
      .index(try NumPyModule.withoutModule(base), items), range(from: base.range.start))
  }

  /// item = expression | [ expression ] ":" [ expression ] [ ":" [ expression ] ]
  private mutating func indexItem() throws(Diagnostic) -> IndexItem {
    let start = token.range.start
    let first = at(.colon) ? nil : try expression(at(.comma) ? "before ','" : "in the index")
    guard take(.colon) else {
      // Without a colon an expression was read.
      return first.map(IndexItem.expression) ?? .slice(nil, nil, nil, range(from: start))
    }
    let stop = startsExpression ? try expression("after ':'") : nil
    let step = take(.colon) && startsExpression ? try expression("after ':'") : nil
    return .slice(first, stop, step, range(from: start))
  }

  /// Goes over the closing bracket, or says what stands in its way.
  private mutating func close(_ open: Token, _ closer: Symbol) throws(Diagnostic) {
    if take(closer) { return }
    let isIndexOrList = closer == .closeBracket
    if startsExpression {
      throw joinFailure(comma: true)
    }
    if at(.assign) { throw Parser.equalsFailure(at: token.range) }
    var problem = failure(
      "expected ',' or '\(closer.rawValue)'",
      help: isIndexOrList && at(.semicolon) ? "a matrix is written [[1, 2], [3, 4]]" : nil)
    if problem.secondary == nil, problem.code == "syntax", problem.primary.range == token.range {
      problem = Diagnostic(
        code: problem.code, problem.message, at: problem.primary.range,
        secondary: Diagnostic.Label(open.range, "opened here"), help: problem.help)
    }
    throw problem
  }

  static func equalsFailure(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "syntax", "'=' gives a name to a value and can't stand here", at: range,
      help: "to compare write ==")
  }

  /// A token between quotes, except that a string has its own.
  private func quoted(_ token: Token) -> String {
    if case .string = token.kind { return text(of: token) }
    return "'\(text(of: token))'"
  }

  /// Two values side by side with nothing between them.
  func joinFailure(comma: Bool) -> Diagnostic {
    let left = text(of: previous)
    let right = text(of: token)
    let choice: String?
    switch (previous.kind, token.kind) {
    case (.integer, .name), (.float, .name): choice = "to multiply write \(left) * \(right)"
    case (.name, .name):
      choice = "\(left) @ \(right) is the matrix product, \(left) * \(right) goes entry by entry"
    case (.string, _), (_, .string), (_, .keyword): choice = nil
    default: choice = comma ? "write \(left), \(right)" : "for example \(left) * \(right)"
    }
    let missing = comma ? "a comma or an operator" : "an operator"
    return failure(
      "\(missing) is missing between \(quoted(previous)) and \(quoted(token))",
      help: previous.isOperand ? choice : nil)
  }
}
