import AttentionEngine

// Arithmetic of arrays: NumPy's broadcasting, and its rules for the kinds of number.

/// The result of an operator on two arrays.
func arrayArithmetic(
  _ operation: BinaryOperator, _ left: NDArray, _ right: NDArray, _ budget: inout Budget
) throws(Fault) -> NDArray {
  let dtype = try resultType(operation, left, right)
  guard let function = operation.function else { return try matmul(left, right, &budget) }
  let trace = try budget.apply(
    BinaryOperation(function), to: Operands(left.trace, right.trace),
    shape: try broadcastShape(left.shape, right.shape))
  return try NDArray(dtype: dtype, trace: trace).checkingWholeNumbers()
}

/// Two arrays through one of the engine's functions of two numbers, kinds promoted: `maximum`, `minimum`.
func combine(
  _ function: BinaryFunction, _ left: NDArray, _ right: NDArray, dtype: DType? = nil,
  _ budget: inout Budget
) throws(Fault) -> NDArray {
  let trace = try budget.apply(
    BinaryOperation(function), to: Operands(left.trace, right.trace),
    shape: try broadcastShape(left.shape, right.shape))
  return NDArray(dtype: dtype ?? DType.promoted(left.dtype, right.dtype), trace: trace)
}

func broadcastShape(_ a: [Int], _ b: [Int]) throws(Fault) -> [Int] {
  do { return try Shape.broadcast(a, b) } catch { throw .tensor(error) }
}

/// The matrix product, each sum of whole numbers known to be exact.
func matmul(_ left: NDArray, _ right: NDArray, _ budget: inout Budget) throws(Fault) -> NDArray {
  let (a, b) = (left.shape, right.shape)
  guard let inner = a.last, !b.isEmpty else {
    throw .tensor(.rank(operation: "matmul", shape: a.isEmpty ? a : b))
  }
  guard inner == (b.count == 1 ? b[0] : b[b.count - 2]) else { throw .tensor(.matmul(a, b)) }
  let shape =
    a.count == 2 && b.count == 2
    ? [a[0], b[1]]
    : try broadcastShape(Array(a.dropLast(2)), Array(b.dropLast(2)))
      + (a.count == 1 ? [] : [a[a.count - 2]]) + (b.count == 1 ? [] : [b[b.count - 1]])
  let dtype = DType.promoted(left.dtype, right.dtype)
  guard dtype != .bool else { throw booleanArithmetic("@") }
  if dtype == .int64 {
    try checkSum(left.largest * right.largest, count: inner)
  }
  let work = try budget.reserve(shape).multipliedReportingOverflow(by: inner)
  try budget.spend(work.overflow ? Int.max : work.partialValue)
  let trace = try budget.apply(MatMul(), to: Operands(left.trace, right.trace), shape: shape)
  return NDArray(dtype: dtype, trace: trace)
}

/// Whether a sum of so many whole numbers, none larger than the largest, is exact.
func checkSum(_ largest: Double, count: Int) throws(Fault) {
  guard largest * Double(count) < Double(WholeNumbers.bound) else { throw WholeNumbers.tooLarge }
}

private func resultType(
  _ operation: BinaryOperator, _ left: NDArray, _ right: NDArray
) throws(Fault) -> DType {
  let dtype = DType.promoted(left.dtype, right.dtype)
  switch operation {
  case .and, .or:
    guard left.dtype == .bool, right.dtype == .bool else {
      throw .type(
        "\(operation.rawValue) joins boolean arrays; here stand \(left.dtype.words)"
          + " and \(right.dtype.words)",
        help: "compare first, in brackets: (A > 0) \(operation.rawValue) (A < 1)")
    }
    return .bool
  case .divide:
    return .float64
  case .add, .subtract, .multiply, .floorDivide, .modulo, .power, .matmul:
    guard dtype != .bool else { throw booleanArithmetic(operation.rawValue) }
    if dtype == .int64 { try checkWhole(operation, right) }
    return dtype
  }
}

/// What NumPy answers in a way that surprises, or not at all, for whole numbers.
private func checkWhole(_ operation: BinaryOperator, _ right: NDArray) throws(Fault) {
  switch operation {
  case .floorDivide, .modulo:
    guard !right.tensor.entries.contains(0) else {
      throw .value(
        "whole numbers can't be divided by zero: NumPy would answer 0",
        help: "astype(float) first; floats give inf or nan")
    }
  case .power:
    guard !right.tensor.entries.contains(where: { $0 < 0 }) else {
      throw .value(
        "whole numbers of an array can't be raised to a negative power",
        help: "make them floats first: 2.0 ** x, or A.astype(float)")
    }
  default: break
  }
}

private func booleanArithmetic(_ operation: String) -> Fault {
  let help =
    switch operation {
    case "+": "A | B is true where either is; A.astype(int) + B counts"
    case "-": "A & ~B is true where only A is; A.astype(int) - B subtracts"
    case "*": "A & B is true where both are; A.astype(int) * B multiplies"
    default: "A.astype(int) makes whole numbers of the first"
    }
  return .type(
    "\(operation) of two boolean arrays has a surprising answer in NumPy and is not supported",
    help: help)
}

extension NDArray {
  /// The largest magnitude of an entry; 0 for none.
  var largest: Double {
    tensor.entries.reduce(0) { max($0, $1.magnitude) }
  }

  /// The array itself, where its whole numbers are exact.
  func checkingWholeNumbers() throws(Fault) -> NDArray {
    guard dtype == .int64 else { return self }
    let bound = Double(WholeNumbers.bound)
    guard tensor.entries.allSatisfy({ $0.magnitude < bound }) else { throw WholeNumbers.tooLarge }
    // Zero has no sign among whole numbers, but the engine's doubles may carry one.
    guard tensor.entries.contains(where: { $0 == 0 && $0.sign == .minus }) else { return self }
    let entries = tensor.entries.map { $0 == 0 ? 0 : $0 }
    let value = Tensor(shape: shape, entries: entries)
    return NDArray(
      dtype: dtype, trace: Trace(value, origin: trace.origin, operands: trace.operands))
  }
}

/// `-A`, `+A`, `~A`.
func arrayUnary(
  _ operation: UnaryOperator, _ operand: NDArray, _ budget: inout Budget
) throws(Fault) -> NDArray {
  switch operation {
  case .invert:
    guard operand.dtype == .bool else {
      throw .type(
        "~ turns booleans around; here stand \(operand.dtype.words)",
        help: "compare first: ~(A > 0)")
    }
    let trace = try budget.apply(
      UnaryOperation(.logicalNot), to: Operands(operand.trace), shape: operand.shape)
    return NDArray(dtype: .bool, trace: trace)
  case .minus, .plus:
    guard operand.dtype != .bool else {
      throw .type(
        "\(operation.rawValue) of a boolean array is not defined",
        help: "~A turns it around; A.astype(int) makes whole numbers")
    }
    if operation == .plus { return operand }
    let trace = try budget.apply(
      UnaryOperation(.negative), to: Operands(operand.trace), shape: operand.shape)
    return try NDArray(dtype: operand.dtype, trace: trace).checkingWholeNumbers()
  }
}
