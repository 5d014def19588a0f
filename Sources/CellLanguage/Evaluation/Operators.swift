import AttentionEngine

/// `left operation right`, by Python's rules for its own values and by NumPy's where an array takes part.
func binary(
  _ operation: BinaryOperator, _ left: Value, _ right: Value, _ budget: inout Budget
) throws(Fault) -> Value {
  if case .boolean(let a, _) = left, case .boolean(let b, _) = right {
    if operation == .and { return .traced(a && b, .logicalAnd, [left, right]) }
    if operation == .or { return .traced(a || b, .logicalOr, [left, right]) }
  }
  if let number = try pythonArithmetic(operation, left, right) { return number }
  if left.isArrayOrNumber(with: right) {
    try checkLists(operation, left, right)
    try checkScalarWithList(operation, left, right)
    let a = try array(of: left, &budget)
    let b = try array(of: right, &budget)
    return .array(try arrayArithmetic(operation, a, b, &budget))
  }
  if let sequence = try sequenceArithmetic(operation, left, right, &budget) { return sequence }
  if let a = left.listOrNumber, let b = right.listOrNumber, left.isList || right.isList {
    return .array(try arrayArithmetic(operation, a, b, &budget))
  }
  throw unsuitable(operation, left, right)
}

extension Value {
  /// A number, an array, or a list of numbers: what serves as an array where Python has no answer of its own.
  var listOrNumber: NDArray? {
    if case .list(let items) = self { NDArray(items: items) } else { numericArray }
  }
}

/// A list times NumPy's whole number is repeated or multiplied, depending on what holds the number; it is refused.
private func checkScalarWithList(
  _ operation: BinaryOperator, _ left: Value, _ right: Value
) throws(Fault) {
  guard operation == .multiply else { return }
  for (number, list) in [(left, right), (right, left)] where list.isSequence || list.isList {
    if case .array(let array) = number, array.shape.isEmpty, array.dtype != .float64 {
      throw .type(
        "* of \(list.kindWords) and \(number.kindWords) is not supported",
        help: "array(…) makes an array of the list")
    }
  }
}

/// `+` joins lists, tuples and strings; `*` repeats them.
private func sequenceArithmetic(
  _ operation: BinaryOperator, _ left: Value, _ right: Value, _ budget: inout Budget
) throws(Fault) -> Value? {
  switch (operation, left, right) {
  case (.add, .list(let a), .list(let b)):
    try budget.reserveItems(a.count + b.count)
    return .list(try budget.checked(a + b))
  case (.add, .tuple(let a), .tuple(let b)):
    try budget.reserveItems(a.count + b.count)
    return .tuple(try budget.checked(a + b))
  case (.add, .string(let a), .string(let b)):
    try budget.checkString(length: a.utf8.count + b.utf8.count)
    return .string(a + b)
  case (.multiply, let sequence, .integer(let count, _)),
    (.multiply, .integer(let count, _), let sequence):
    return try repeated(sequence, max(count, 0), &budget)
  case (.multiply, let sequence, .boolean(let once, _)),
    (.multiply, .boolean(let once, _), let sequence):
    return try repeated(sequence, once ? 1 : 0, &budget)
  default:
    return nil
  }
}

private func repeated(
  _ sequence: Value, _ count: Int, _ budget: inout Budget
) throws(Fault) -> Value? {
  func length(_ items: Int) -> Int {
    let (product, overflow) = items.multipliedReportingOverflow(by: count)
    return overflow ? Int.max : product
  }
  switch sequence {
  case .list(let items):
    try budget.reserveItems(length(items.count))
    return .list(try budget.checked(repeatedItems(items, count)))
  case .tuple(let items):
    try budget.reserveItems(length(items.count))
    return .tuple(try budget.checked(repeatedItems(items, count)))
  case .string(let text):
    try budget.checkString(length: length(text.utf8.count))
    return .string(text.isEmpty ? "" : String(repeating: text, count: count))
  default:
    return nil
  }
}

private func repeatedItems(_ items: [Value], _ count: Int) -> [Value] {
  guard !items.isEmpty else { return [] }
  return Array(repeatElement(items, count: count).joined())
}

private func unsuitable(_ operation: BinaryOperator, _ left: Value, _ right: Value) -> Fault {
  let list = [left, right].first { value in
    if case .list = value { true } else { false }
  }
  return .type(
    "can't \(operation.verb) \(left.kindWords) \(operation == .divide || operation == .floorDivide ? "by" : "and")"
      + " \(right.kindWords)",
    help: list.map { "array(…) makes an array of \($0.kindWords), which can be calculated with" })
}

/// `-x`, `+x`, `~x`.
func unary(
  _ operation: UnaryOperator, _ operand: Value, _ budget: inout Budget
) throws(Fault) -> Value {
  switch (operation, operand) {
  case (_, .array(let array)):
    return .array(try arrayUnary(operation, array, &budget))
  case (_, .list(let items)):
    guard let array = NDArray(items: items) else {
      throw .type("a list has no sign, and this one is no array of numbers")
    }
    return .array(try arrayUnary(operation, array, &budget))
  case (.minus, .float(let value, let trace)):
    return .float(-value, negated(trace, -value))
  case (.minus, .integer(let value, let trace)):
    return .integer(-value, negated(trace, Double(-value)))
  case (.minus, .boolean(let value, let trace)):
    return .integer(value ? -1 : 0, negated(trace, value ? -1 : 0))
  case (.plus, .float), (.plus, .integer):
    return operand
  case (.plus, .boolean(let value, let trace)):
    return .integer(value ? 1 : 0, trace)
  case (.invert, .boolean):
    throw .unsupported(
      "~ of Python's True is -2, which is rarely meant, and is not supported", help: "not x")
  case (.invert, _):
    throw .type("~ turns boolean arrays around, not \(operand.kindWords)")
  default:
    throw .type(
      "\(operand.kindWords) has no sign",
      help: operand.isSequence ? "array(…) makes an array of it" : nil)
  }
}

private func negated(_ trace: Trace?, _ value: Double) -> Trace? {
  trace.map {
    Trace(
      Tensor(scalar: value), origin: .operation(UnaryOperation(.negative)), operands: Operands($0))
  }
}
