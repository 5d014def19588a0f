import AttentionEngine

// Evaluating expressions: one short function a kind, so that deep expressions take little of the stack.

extension Interpreter {
  mutating func evaluate(_ expression: Expression) throws(Diagnostic) -> Value {
    try enter(expression.range)
    defer { depth -= 1 }
    return try value(of: expression)
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

  private mutating func value(of expression: Expression) throws(Diagnostic) -> Value {
    let range = expression.range
    switch expression.kind {
    case .integer(let value): return try number(value, at: range)
    case .float(let value): return .float(value, nil)
    case .string(let text): return .string(text)
    case .boolean(let value): return .boolean(value)
    case .none: return .none
    case .ellipsis: throw misplacedEllipsis(range)
    case .name(let name): return try lookUp(name, at: range)
    case .attribute(let base, let name, let nameRange):
      return try attribute(name, of: base, at: nameRange)
    case .list(let items): return try list(of: items, at: range)
    case .tuple(let items): return try tuple(of: items, at: range)
    case .unary(let operation, let operand): return try unary(operation, operand, at: range)
    case .binary(let operation, let left, let right, _):
      return try binary(operation, left, right, at: range)
    case .comparison(let operands, let operations):
      return try comparison(operands, operations, at: range)
    case .and(let left, let right): return try logical(left, right, stopsAt: false)
    case .or(let left, let right): return try logical(left, right, stopsAt: true)
    case .not(let operand): return .boolean(!(try condition(operand)))
    case .conditional(let value, let condition, let otherwise):
      return try self.condition(condition) ? try evaluate(value) : try evaluate(otherwise)
    case .call(let callee, let arguments): return try call(callee, arguments, at: range)
    case .index(let base, let items): return try index(base, items, at: range)
    case .comprehension(let element, let clauses):
      return try comprehension(element, clauses, at: range)
    case .lambda(let parameters, let body): return try lambda(parameters, body, at: range)
    }
  }

  private func number(_ value: Int, at range: SourceRange) throws(Diagnostic) -> Value {
    do { return .integer(try WholeNumbers.checked(value), nil) } catch {
      throw diagnostic(error, at: range)
    }
  }

  private func misplacedEllipsis(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "unsupported",
      "`...` stands for all other axes of an index, or for a hole as a whole right side",
      at: range)
  }

  private mutating func list(
    of items: [Expression], at range: SourceRange
  ) throws(Diagnostic) -> Value {
    .list(try values(of: items, at: range))
  }

  private mutating func tuple(
    of items: [Expression], at range: SourceRange
  ) throws(Diagnostic) -> Value {
    .tuple(try values(of: items, at: range))
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

  private mutating func unary(
    _ operation: UnaryOperator, _ operand: Expression, at range: SourceRange
  ) throws(Diagnostic) -> Value {
    let value = try evaluate(operand)
    do { return try CellLanguage.unary(operation, value, &budget) } catch {
      throw diagnostic(error, at: range)
    }
  }

  private mutating func binary(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, at range: SourceRange
  ) throws(Diagnostic) -> Value {
    let a = try evaluate(left)
    let b = try evaluate(right)
    do { return try CellLanguage.binary(operation, a, b, &budget) } catch {
      let operands = [
        operand(left, a, side: "the left side"), operand(right, b, side: "the right side"),
      ]
      throw diagnostic(error, at: range, operation: operation, operands)
    }
  }

  /// `a < b <= c` is `a < b and b <= c`, each operand evaluated once.
  private mutating func comparison(
    _ operands: [Expression], _ operations: [ComparisonOperator], at range: SourceRange
  ) throws(Diagnostic) -> Value {
    var left = try evaluate(operands[0])
    var result = Value.boolean(true)
    for (k, operation) in operations.enumerated() {
      let right = try evaluate(operands[k + 1])
      do {
        if k > 0, !(try truth(of: result)) { return result }
        result = try compare(operation, left, right, &budget)
      } catch {
        let pair = [
          operand(operands[k], left, side: "the left side"),
          operand(operands[k + 1], right, side: "the right side"),
        ]
        throw diagnostic(error, at: range, comparing: pair)
      }
      left = right
    }
    return result
  }

  /// Python's `and` and `or` give one of their operands.
  private mutating func logical(
    _ left: Expression, _ right: Expression, stopsAt stop: Bool
  ) throws(Diagnostic) -> Value {
    let value = try evaluate(left)
    let isTrue: Bool
    do { isTrue = try truth(of: value) } catch { throw diagnostic(error, at: left.range) }
    return isTrue == stop ? value : try evaluate(right)
  }

  /// Whether a condition holds.
  mutating func condition(_ expression: Expression) throws(Diagnostic) -> Bool {
    let value = try evaluate(expression)
    do { return try truth(of: value) } catch { throw diagnostic(error, at: expression.range) }
  }

  private mutating func index(
    _ base: Expression, _ items: [IndexItem], at range: SourceRange
  ) throws(Diagnostic) -> Value {
    let value = try evaluate(base)
    let indices = try self.indices(items, range)
    do throws(Fault) {
      if case .array(let array) = value {
        let result = try indexed(array, by: indices, &budget)
        return indices.count == 1 && indices[0].isPython ? result.item(of: array) : .array(result)
      }
      guard value.isSequence || value.isString else {
        throw Fault.type("\(value.kindWords) can't be indexed", help: value.kindHelp)
      }
      guard indices.count == 1 else {
        throw Fault.type(
          "\(value.kindWords) has one axis; \(indices.count) are indexed",
          help: "x[0][1] takes an item of an item; array(x)[0, 1] makes an array first")
      }
      return try CellLanguage.item(of: value, at: indices[0], &budget)
    } catch {
      throw diagnostic(error, at: range, indexed: operand(base, value, side: "the array"))
    }
  }

  /// The items of an index, evaluated; a tuple's items stand for themselves.
  mutating func indices(
    _ items: [IndexItem], _ range: SourceRange
  ) throws(Diagnostic) -> [IndexValue] {
    var result: [IndexValue] = []
    for item in items {
      switch item {
      case .slice(let start, let stop, let step, _):
        result.append(
          .slice(start: try bound(start), stop: try bound(stop), step: try bound(step)))
      case .expression(let expression):
        if case .ellipsis = expression.kind {
          result.append(.ellipsis)
          continue
        }
        let value = try evaluate(expression)
        if items.count == 1, case .tuple(let values) = value {
          result += values.map(IndexValue.value)
        } else {
          result.append(.value(value))
        }
      }
    }
    return result
  }

  private mutating func bound(_ expression: Expression?) throws(Diagnostic) -> Int? {
    guard let expression else { return nil }
    let value = try evaluate(expression)
    if value.isNone { return nil }
    guard let index = value.pythonIndex else {
      throw Diagnostic(
        code: "type",
        "a slice goes from one whole number to another; here stands \(value.kindWords)",
        at: expression.range)
    }
    return index
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
