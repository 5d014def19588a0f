import AttentionEngine

/// A Python number: what arithmetic makes of a bool, an int or a float.
enum PythonNumber {
  case integer(Int)
  case float(Double)

  init?(_ value: Value) {
    switch value {
    case .boolean(let value, _): self = .integer(value ? 1 : 0)
    case .integer(let value, _): self = .integer(value)
    case .float(let value, _): self = .float(value)
    default: return nil
    }
  }

  var double: Double {
    switch self {
    case .integer(let value): Double(value)
    case .float(let value): value
    }
  }
}

/// Whole numbers are exact below 2⁵³; larger ones are refused.
enum WholeNumbers {
  static let bound = 1 << 53

  static func checked(_ value: Int) throws(Fault) -> Int {
    guard value.magnitude < bound.magnitude else { throw tooLarge }
    return value
  }

  static let tooLarge = Fault.bound(
    "a whole number beyond 2⁵³ = 9,007,199,254,740,992 is not kept exactly",
    help: "write it as a float: 9.0 in place of 9, or 1e20 in place of 10**20")
}

/// Arithmetic of two Python numbers, which is not NumPy's: dividing by zero is an error, whole numbers stay whole.
func pythonArithmetic(
  _ operation: BinaryOperator, _ left: Value, _ right: Value
) throws(Fault) -> Value? {
  guard let a = PythonNumber(left), let b = PythonNumber(right) else { return nil }
  let result: PythonNumber
  if case .integer(let a) = a, case .integer(let b) = b {
    result = try integerArithmetic(operation, a, b)
  } else {
    result = .float(try floatArithmetic(operation, a.double, b.double))
  }
  let trace = tracedNumber(operation.function, result.double, [left, right])
  switch result {
  case .integer(let value): return .integer(value, trace)
  case .float(let value): return .float(value, trace)
  }
}

/// How a number came about, where an operand's own way is known.
func tracedNumber(_ function: BinaryFunction?, _ value: Double, _ operands: [Value]) -> Trace? {
  guard let function, operands.contains(where: { $0.numberTrace != nil }) else { return nil }
  return Trace(
    Tensor(scalar: value), origin: .operation(BinaryOperation(function)),
    operands: Operands(
      operands.map { $0.numberTrace ?? Trace(literal: PythonNumber($0)?.double ?? .nan) }))
}

private func integerArithmetic(
  _ operation: BinaryOperator, _ a: Int, _ b: Int
) throws(Fault) -> PythonNumber {
  switch operation {
  // Both are below 2⁵³, so that sums can't overflow.
  case .add: return .integer(try WholeNumbers.checked(a + b))
  case .subtract: return .integer(try WholeNumbers.checked(a - b))
  case .multiply:
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    guard !overflow else { throw WholeNumbers.tooLarge }
    return .integer(try WholeNumbers.checked(product))
  case .divide:
    guard b != 0 else { throw divisionByZero }
    return .float(Double(a) / Double(b))
  case .floorDivide:
    guard b != 0 else { throw divisionByZero }
    return .integer(floorDivided(a, by: b))
  case .modulo:
    guard b != 0 else { throw divisionByZero }
    return .integer(a - floorDivided(a, by: b) * b)
  case .power:
    return b < 0
      ? .float(try floatArithmetic(.power, Double(a), Double(b)))
      : .integer(try integerPower(a, b))
  case .matmul:
    throw .type("@ multiplies arrays, not two numbers", help: "* multiplies numbers")
  case .and, .or:
    throw .unsupported(
      "\(operation.rawValue) on whole numbers works on their bits, which is not supported",
      help: "`and`, `or` join conditions; & and | join boolean arrays")
  }
}

private func floorDivided(_ a: Int, by b: Int) -> Int {
  let quotient = a / b
  return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient
}

/// By repeated multiplication: beyond 0 and ±1 the bound is reached within 53 rounds.
private func integerPower(_ base: Int, _ exponent: Int) throws(Fault) -> Int {
  if exponent == 0 || base == 1 { return 1 }
  if base == 0 { return 0 }
  if base == -1 { return exponent.isMultiple(of: 2) ? 1 : -1 }
  var result = 1
  for _ in 0..<min(exponent, 54) {
    let (product, overflow) = result.multipliedReportingOverflow(by: base)
    guard !overflow else { throw WholeNumbers.tooLarge }
    result = try WholeNumbers.checked(product)
  }
  return result
}

private func floatArithmetic(
  _ operation: BinaryOperator, _ a: Double, _ b: Double
) throws(Fault) -> Double {
  switch operation {
  case .add: return a + b
  case .subtract: return a - b
  case .multiply: return a * b
  case .divide:
    guard b != 0 else { throw divisionByZero }
    return a / b
  case .floorDivide:
    guard b != 0 else { throw divisionByZero }
    return BinaryFunction.floorDivide(a, b)
  case .modulo:
    guard b != 0 else { throw divisionByZero }
    return BinaryFunction.modulo(a, b)
  case .power: return try floatPower(a, b)
  case .matmul:
    throw .type("@ multiplies arrays, not two numbers", help: "* multiplies numbers")
  case .and, .or:
    throw .type(
      "\(operation.rawValue) joins boolean arrays, not numbers",
      help: "`and`, `or` join conditions")
  }
}

private func floatPower(_ a: Double, _ b: Double) throws(Fault) -> Double {
  if a == 0, b < 0 {
    throw .value("0 can't be raised to a negative power", help: "that would divide by zero")
  }
  if a < 0, a.isFinite, b.isFinite, b != b.rounded() {
    throw .value(
      "\(short(a)) to the power \(short(b)) is no real number",
      help: "Python answers with a complex number, which is not supported")
  }
  let result = BinaryFunction.power(a, b)
  guard result.isFinite || !a.isFinite || !b.isFinite else {
    throw .value(
      "\(short(a)) ** \(short(b)) is too large for a float",
      help: "Python stops here too (OverflowError); with NumPy's numbers it would be inf")
  }
  return result
}

private let divisionByZero = Fault.value(
  "division by zero",
  help: "Python's numbers can't be divided by zero; NumPy's, such as an entry of an array, give inf"
)

extension BinaryOperator {
  /// The engine's function for the operator; none for `@`.
  var function: BinaryFunction? {
    switch self {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .floorDivide: .floorDivide
    case .modulo: .modulo
    case .power: .power
    case .and: .logicalAnd
    case .or: .logicalOr
    case .matmul: nil
    }
  }

  /// What it does, for "can't add …".
  var verb: String {
    switch self {
    case .add: "add"
    case .subtract: "subtract"
    case .multiply, .matmul: "multiply"
    case .divide, .floorDivide: "divide"
    case .modulo: "take the remainder of"
    case .power: "raise to a power"
    case .and, .or: "join"
    }
  }
}

extension Trace {
  /// A number as written.
  convenience init(literal number: Double) {
    self.init(Tensor(scalar: number), origin: .literal)
  }
}

extension Value {
  /// How a Python number came about, where that is kept.
  var numberTrace: Trace? {
    switch self {
    case .boolean(_, let trace), .integer(_, let trace), .float(_, let trace): trace
    default: nil
    }
  }
}
