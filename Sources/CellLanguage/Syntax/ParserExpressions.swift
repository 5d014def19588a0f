// Python's precedence, loosest first. Each function reads its rule and what binds tighter.

extension Parser {
  /// expressions = expression { "," expression } [ "," ]        a tuple where there is a comma
  mutating func expressions(_ context: String) throws(Diagnostic) -> Expression {
    let first = try expression(context)
    guard at(.comma) else { return first }
    var elements = [first]
    while take(.comma) {
      guard startsExpression else { break }
      elements.append(try expression("after ','"))
    }
    return try node(.tuple(elements), range(from: first.range.start))
  }

  /// expression = disjunction [ "if" disjunction "else" expression ] | lambda
  mutating func expression(_ context: String) throws(Diagnostic) -> Expression {
    if at(.lambda) { return try nested { parser throws(Diagnostic) in try parser.lambda() } }
    let value = try disjunction(context)
    guard take(.if) else { return value }
    let condition = try disjunction("after 'if'")
    guard take(.else) else {
      throw failure(
        "expected 'else': a choice needs a value for both cases",
        help: "write a if condition else b")
    }
    let otherwise = try nested { parser throws(Diagnostic) in
      try parser.expression("after 'else'")
    }
    return try node(
      .conditional(value, condition: condition, otherwise: otherwise),
      range(from: value.range.start))
  }

  /// lambda = "lambda" [ parameters ] ":" expression
  private mutating func lambda() throws(Diagnostic) -> Expression {
    let word = token.range
    let start = word.start
    advance()
    if at(.assign) {
      throw Diagnostic(
        code: "syntax", "'lambda' is a word of Python's own and can't be a name", at: word,
        help: "choose another name, such as lambda_")
    }
    let parameters = try parameters(until: .colon)
    try expect(.colon, "after the parameters of a lambda")
    let body = try expression("after ':'")
    return try node(.lambda(parameters, body), range(from: start))
  }

  /// disjunction = conjunction { "or" conjunction }
  mutating func disjunction(_ context: String) throws(Diagnostic) -> Expression {
    var left = try conjunction(context)
    while take(.or) {
      let right = try conjunction("after 'or'")
      left = try node(.or(left, right), left.range.union(right.range))
    }
    return left
  }

  /// conjunction = inversion { "and" inversion }
  private mutating func conjunction(_ context: String) throws(Diagnostic) -> Expression {
    var left = try inversion(context)
    while take(.and) {
      let right = try inversion("after 'and'")
      left = try node(.and(left, right), left.range.union(right.range))
    }
    return left
  }

  /// inversion = "not" inversion | comparison
  private mutating func inversion(_ context: String) throws(Diagnostic) -> Expression {
    let start = token.range.start
    guard take(.not) else { return try comparison(context) }
    let operand = try nested { parser throws(Diagnostic) in try parser.inversion("after 'not'") }
    return try node(.not(operand), range(from: start))
  }

  /// comparison = alternation { ( "<" | "<=" | ">" | ">=" | "==" | "!=" | "is" [ "not" ] ) alternation }
  private mutating func comparison(_ context: String) throws(Diagnostic) -> Expression {
    let first = try alternation(context)
    var operands = [first]
    var operators: [ComparisonOperator] = []
    while let comparison = try comparisonOperator() {
      operators.append(comparison)
      operands.append(try alternation("after '\(comparison.rawValue)'"))
    }
    if operators.isEmpty { return first }
    return try node(.comparison(operands, operators), range(from: first.range.start))
  }

  private mutating func comparisonOperator() throws(Diagnostic) -> ComparisonOperator? {
    switch token.kind {
    case .symbol(let symbol):
      guard let comparison = ComparisonOperator(rawValue: symbol.rawValue) else { return nil }
      advance()
      return comparison
    case .keyword(.is):
      advance()
      return take(.not) ? .isNotSame : .isSame
    case .keyword(.in):
      throw failure("")
    case .keyword(.not) where next().kind == .keyword(.in):
      throw Refusals.unsupported(
        "'not in' isn't part of cells", at: token.range.union(next().range),
        help: "all([item != x for item in items]) says the same")
    default:
      return nil
    }
  }

  /// alternation = intersection { "|" intersection }
  private mutating func alternation(_ context: String) throws(Diagnostic) -> Expression {
    var left = try intersection(context)
    while let (operation, place) = takeOperator([.bar: .or]) {
      left = try binary(operation, left, try intersection("after '|'"), place)
    }
    return left
  }

  /// intersection = sum { "&" sum }
  private mutating func intersection(_ context: String) throws(Diagnostic) -> Expression {
    var left = try sum(context)
    while let (operation, place) = takeOperator([.ampersand: .and]) {
      left = try binary(operation, left, try sum("after '&'"), place)
    }
    return left
  }

  /// sum = term { ( "+" | "-" ) term }
  private mutating func sum(_ context: String) throws(Diagnostic) -> Expression {
    var left = try term(context)
    while let (operation, place) = takeOperator(Operators.sum) {
      left = try binary(operation, left, try term("after '\(operation.rawValue)'"), place)
    }
    return left
  }

  /// term = factor { ( "*" | "/" | "//" | "%" | "@" ) factor }
  private mutating func term(_ context: String) throws(Diagnostic) -> Expression {
    var left = try factor(context)
    while let (operation, place) = takeOperator(Operators.term) {
      left = try binary(operation, left, try factor("after '\(operation.rawValue)'"), place)
    }
    return left
  }

  /// factor = ( "-" | "+" | "~" ) factor | power
  private mutating func factor(_ context: String) throws(Diagnostic) -> Expression {
    guard case .symbol(let symbol) = token.kind, let sign = UnaryOperator(rawValue: symbol.rawValue)
    else { return try power(context) }
    let start = token.range.start
    advance()
    let operand = try nested { parser throws(Diagnostic) in
      try parser.factor("after '\(sign.rawValue)'")
    }
    return try node(.unary(sign, operand), range(from: start))
  }

  /// power = primary [ "**" factor ]        so -2 ** 2 is -(2 ** 2), and 2 ** -1 a half
  private mutating func power(_ context: String) throws(Diagnostic) -> Expression {
    let base = try primary(context)
    guard let (operation, place) = takeOperator([.doubleStar: .power]) else { return base }
    let exponent = try nested { parser throws(Diagnostic) in try parser.factor("after '**'") }
    return try binary(operation, base, exponent, place)
  }

  private mutating func takeOperator(
    _ table: [Symbol: BinaryOperator]
  ) -> (BinaryOperator, SourceRange)? {
    guard case .symbol(let symbol) = token.kind, let operation = table[symbol] else { return nil }
    let place = token.range
    advance()
    return (operation, place)
  }

  private func binary(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, _ place: SourceRange
  ) throws(Diagnostic) -> Expression {
    try node(
      .binary(operation, left, right, operatorRange: place), left.range.union(right.range))
  }
}

private enum Operators {
  static let sum: [Symbol: BinaryOperator] = [.plus: .add, .minus: .subtract]
  static let term: [Symbol: BinaryOperator] = [
    .star: .multiply, .slash: .divide, .doubleSlash: .floorDivide, .percent: .modulo, .at: .matmul,
  ]
}
