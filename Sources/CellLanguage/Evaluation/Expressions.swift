import AttentionEngine

// Evaluating expressions: one short function a kind, so that deep expressions take little of the stack.

extension Interpreter {
  mutating func evaluate(_ expression: Expression) throws(Diagnostic) -> Value {
    try enter(expression.range)
    defer { depth -= 1 }
    let evaluation = Interpreter.evaluation(of: expression.kind)
    return try evaluation(&self, expression)
  }

  /// Counts a level of nesting and the steps of one expression or statement.
  mutating func enter(_ range: SourceRange) throws(Diagnostic) {
    guard depth < limits.evaluationDepth else {
      throw Diagnostic(
        code: "bound",
        "this stands more than \(grouped(limits.evaluationDepth)) expressions deep, calls included",
        at: range, help: "split it, or call fewer functions inside one another")
    }
    do { try budget.spend(Budget.stepsPerExpression) } catch { throw diagnostic(error, at: range) }
    depth += 1
  }

  private typealias Evaluation = (inout Interpreter, Expression) throws(Diagnostic) -> Value

  /// What evaluates an expression of a kind. Chosen apart from being called, so that the frames of the recursion stay small.
  private static func evaluation(of kind: ExpressionKind) -> Evaluation {
    switch kind {
    case .integer, .float, .string, .boolean, .none, .ellipsis:
      { (run, it) throws(Diagnostic) in try run.literal(it) }
    case .name, .attribute: { (run, it) throws(Diagnostic) in try run.named(it) }
    case .list, .tuple: { (run, it) throws(Diagnostic) in try run.items(it) }
    case .unary: { (run, it) throws(Diagnostic) in try run.unary(it) }
    case .binary: { (run, it) throws(Diagnostic) in try run.binary(it) }
    case .comparison: { (run, it) throws(Diagnostic) in try run.comparison(it) }
    case .and, .or, .not: { (run, it) throws(Diagnostic) in try run.logical(it) }
    case .conditional: { (run, it) throws(Diagnostic) in try run.choice(it) }
    case .call: { (run, it) throws(Diagnostic) in try run.call(it) }
    case .index: { (run, it) throws(Diagnostic) in try run.index(it) }
    case .comprehension: { (run, it) throws(Diagnostic) in try run.comprehension(it) }
    case .lambda: { (run, it) throws(Diagnostic) in try run.lambda(it) }
    }
  }
  private func literal(_ expression: Expression) throws(Diagnostic) -> Value {
    switch expression.kind {
    case .integer(let value):
      do { return .integer(try WholeNumbers.checked(value), nil) } catch {
        throw diagnostic(error, at: expression.range)
      }
    case .float(let value): return .float(value, nil)
    case .string(let text): return .string(text)
    case .boolean(let value): return .boolean(value)
    case .ellipsis:
      throw Diagnostic(
        code: "unsupported",
        "`...` stands for all other axes of an index, or for a hole as a whole right side",
        at: expression.range)
    default: return .none
    }
  }

  private mutating func named(_ expression: Expression) throws(Diagnostic) -> Value {
    if case .name(let name) = expression.kind { return try lookUp(name, at: expression.range) }
    guard case .attribute(let base, let name, let range) = expression.kind else { return .none }
    return try attribute(name, of: base, at: range)
  }

  private mutating func items(_ expression: Expression) throws(Diagnostic) -> Value {
    if case .list(let items) = expression.kind {
      return .list(try values(of: items, at: expression.range))
    }
    guard case .tuple(let items) = expression.kind else { return .none }
    return .tuple(try values(of: items, at: expression.range))
  }

  private mutating func values(
    of items: [Expression], at range: SourceRange
  ) throws(Diagnostic) -> [Value] {
    var values: [Value] = []
    var weight = Value.Weight()
    values.reserveCapacity(items.count)
    for item in items {
      let value = try evaluate(item)
      try add(value, to: &weight, at: range)
      values.append(value)
    }
    return values
  }

  mutating func add(
    _ value: Value, to weight: inout Value.Weight, at range: SourceRange
  ) throws(Diagnostic) {
    do { try budget.add(value.weight, to: &weight) } catch { throw diagnostic(error, at: range) }
  }

  // MARK: - Operators

  private mutating func unary(_ expression: Expression) throws(Diagnostic) -> Value {
    guard case .unary(let operation, let operand) = expression.kind else { return .none }
    let value = try evaluate(operand)
    return try apply(operation, to: value, at: expression.range)
  }

  private mutating func apply(
    _ operation: UnaryOperator, to value: Value, at range: SourceRange
  ) throws(Diagnostic) -> Value {
    do { return try CellLanguage.unary(operation, value, &budget) } catch {
      throw diagnostic(error, at: range)
    }
  }

  private mutating func binary(_ expression: Expression) throws(Diagnostic) -> Value {
    guard case .binary(let operation, let left, let right, _) = expression.kind else {
      return .none
    }
    let a = try evaluate(left)
    let b = try evaluate(right)
    return try apply(operation, (left, a), (right, b), at: expression.range)
  }

  private mutating func apply(
    _ operation: BinaryOperator, _ left: (Expression, Value), _ right: (Expression, Value),
    at range: SourceRange
  ) throws(Diagnostic) -> Value {
    do { return try CellLanguage.binary(operation, left.1, right.1, &budget) } catch {
      throw diagnostic(error, at: range, operation: operation, operands(left, right))
    }
  }

  private func operands(
    _ left: (Expression, Value), _ right: (Expression, Value)
  ) -> [Operand] {
    [
      operand(left.0, left.1, side: "the left side"),
      operand(right.0, right.1, side: "the right side"),
    ]
  }

  /// `a < b <= c` is `a < b and b <= c`, each operand evaluated once.
  private mutating func comparison(_ expression: Expression) throws(Diagnostic) -> Value {
    guard case .comparison(let operands, let operations) = expression.kind else { return .none }
    var left = try evaluate(operands[0])
    var result = Value.boolean(true)
    for (k, operation) in operations.enumerated() {
      if k > 0, !(try isTrue(result, at: expression.range)) { return result }
      let right = try evaluate(operands[k + 1])
      let next = try compare(
        operation, (operands[k], left), (operands[k + 1], right), at: expression.range)
      result = k > 0 ? next.after(result, .logicalAnd) : next
      left = right
    }
    return result
  }

  mutating func compare(
    _ operation: ComparisonOperator, _ left: (Expression, Value), _ right: (Expression, Value),
    at range: SourceRange
  ) throws(Diagnostic) -> Value {
    do { return try CellLanguage.compare(operation, left.1, right.1, &budget) } catch {
      throw diagnostic(error, at: range, comparing: operands(left, right))
    }
  }

  /// Python's `and` and `or` give one of their operands.
  private mutating func logical(_ expression: Expression) throws(Diagnostic) -> Value {
    switch expression.kind {
    case .and(let left, let right): return try logical(left, right, stopsAt: false)
    case .or(let left, let right): return try logical(left, right, stopsAt: true)
    case .not(let operand):
      let value = try evaluate(operand)
      let isTrue = try isTrue(value, at: operand.range)
      return .boolean(!isTrue, value.truthTrace.map { $0.negated })
    default: return .none
    }
  }

  private mutating func logical(
    _ left: Expression, _ right: Expression, stopsAt stop: Bool
  ) throws(Diagnostic) -> Value {
    let value = try evaluate(left)
    if try isTrue(value, at: left.range) == stop { return value }
    return try evaluate(right).after(value, stop ? .logicalOr : .logicalAnd)
  }

  private mutating func choice(_ expression: Expression) throws(Diagnostic) -> Value {
    guard case .conditional(let value, let condition, let otherwise) = expression.kind else {
      return .none
    }
    let decider = try evaluate(condition)
    let isTrue = try isTrue(decider, at: condition.range)
    return try evaluate(isTrue ? value : otherwise).decided(by: decider.asked)
  }

  /// Whether a condition holds.
  mutating func condition(_ expression: Expression) throws(Diagnostic) -> Bool {
    let value = try evaluate(expression)
    return try isTrue(value, at: expression.range)
  }

  func isTrue(_ value: Value, at range: SourceRange) throws(Diagnostic) -> Bool {
    do { return try truth(of: value) } catch { throw diagnostic(error, at: range) }
  }

  // MARK: - Calls and functions

  private mutating func call(_ expression: Expression) throws(Diagnostic) -> Value {
    guard case .call(let callee, let arguments) = expression.kind else { return .none }
    return try call(callee, arguments, at: expression.range)
  }

  private mutating func comprehension(_ expression: Expression) throws(Diagnostic) -> Value {
    guard case .comprehension(let element, let clauses) = expression.kind else { return .none }
    return try comprehension(element, clauses, at: expression.range)
  }

  private mutating func lambda(_ expression: Expression) throws(Diagnostic) -> Value {
    guard case .lambda(let parameters, let body) = expression.kind else { return .none }
    return try lambda(parameters, body, at: expression.range)
  }
}

extension Value {
  var isString: Bool {
    if case .string = self { true } else { false }
  }

  /// What to try where a value of this kind doesn't serve.
  var kindHelp: String? {
    switch self {
    case .function(let closure) where !closure.isLambda: "\(closure.function.name)(…) calls it"
    case .builtin(let name): "\(name)(…) calls it"
    case .list, .tuple, .range: "array(…) makes an array of it"
    default: nil
    }
  }
}
