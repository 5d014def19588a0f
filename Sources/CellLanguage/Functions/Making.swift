import AttentionEngine

// Functions that make arrays.

extension FunctionTable {
  static let making: [FunctionRow] = [
    FunctionRow(
      "array", "object, dtype=None", "an array of a list of numbers, or of nested equal lists",
      makeArray),
    FunctionRow("zeros", "shape, dtype=float", "an array of zeros") {
      (arguments, budget) throws(Fault) in try filled(with: 0, arguments, &budget)
    },
    FunctionRow("ones", "shape, dtype=float", "an array of ones") {
      (arguments, budget) throws(Fault) in try filled(with: 1, arguments, &budget)
    },
    FunctionRow(
      "full", "shape, fill_value, dtype=None", "an array of one number over and over", full),
    FunctionRow(
      "eye", "N, M=None, k=0, dtype=float", "ones on a diagonal, zeros elsewhere", eye),
    FunctionRow(
      "arange", "start, stop=None, step=None", "numbers from start up to, but without, stop", arange
    ),
    FunctionRow(
      "linspace", "start, stop, num=50, endpoint=True",
      "num numbers in equal steps from start to stop",
      linspace),
    FunctionRow("tril", "m, k=0", "the entries on and below a diagonal, zeros above it") {
      (arguments, budget) throws(Fault) in
      try triangle(arguments, isLower: true, &budget)
    },
    FunctionRow("triu", "m, k=0", "the entries on and above a diagonal, zeros below it") {
      (arguments, budget) throws(Fault) in
      try triangle(arguments, isLower: false, &budget)
    },
    FunctionRow(
      "diag", "v, k=0", "a matrix with v on its diagonal; of a matrix, its diagonal",
      sharesMemory: true, diagonal),
    FunctionRow("zeros_like", "a, dtype=None", "zeros in the shape of a") {
      (arguments, budget) throws(Fault) in try like(0, arguments, &budget)
    },
    FunctionRow("ones_like", "a, dtype=None", "ones in the shape of a") {
      (arguments, budget) throws(Fault) in try like(1, arguments, &budget)
    },
    FunctionRow(
      "randn", "*shape, seed=0", "normally distributed numbers, the same for the same seed", randn),
  ]
}

private func makeArray(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let result = try arguments.array("object", &budget)
  return .array(try converted(result, to: try arguments.dtype(default: result.dtype), &budget))
}

/// An array of one constant, its shape looked at before any memory is taken.
private func constant(
  _ number: Double, _ shape: [Int], _ dtype: DType, _ budget: inout Budget
) throws(Fault) -> Value {
  try checkSizes(shape)
  let count = try budget.reserve(shape)
  return .array(
    NDArray(
      Tensor(shape: shape, entries: .filled(with: number, count: count)), dtype: dtype))
}

/// Sizes of arrays that are made from nothing: each axis has at least one entry.
func checkSizes(_ shape: [Int]) throws(Fault) {
  if let size = shape.first(where: { $0 < 0 }) {
    throw .value("an axis can't have \(size) entries", help: "the shape is \(tuple(shape: shape))")
  }
  if shape.contains(0) {
    throw .value(
      "an array without entries is not made: the shape is \(tuple(shape: shape))",
      help: "every axis has at least one entry")
  }
}

private func filled(
  with number: Double, _ arguments: Arguments, _ budget: inout Budget
) throws(Fault) -> Value {
  try constant(
    number, try arguments.shape("shape"), try arguments.dtype(default: .float64), &budget)
}

private func full(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let number = try arguments.array("fill_value", &budget)
  guard number.shape.isEmpty else {
    throw .unsupported("full: fill_value is a single number here")
  }
  let shape = try arguments.shape("shape")
  try checkSizes(shape)
  let kind = try converted(number, to: try arguments.dtype(default: number.dtype), &budget)
  let count = try budget.reserve(shape)
  let operation = Reindex(name: "full", shape: shape, offsets: [Int](repeating: 0, count: count))
  let trace = try budget.apply(operation, to: Operands(kind.trace), shape: shape)
  return .array(NDArray(dtype: kind.dtype, trace: trace))
}

private func like(
  _ number: Double, _ arguments: Arguments, _ budget: inout Budget
) throws(Fault) -> Value {
  let model = try arguments.array("a", &budget)
  let count = try budget.reserve(model.shape)
  let value = Tensor(shape: model.shape, entries: [Double](repeating: number, count: count))
  return .array(NDArray(value, dtype: try arguments.dtype(default: model.dtype)))
}

private func eye(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let rows = try arguments.integer("N")
  let columns = try arguments.optionalInteger("M") ?? rows
  let k = try arguments.integer("k", default: 0)
  try checkSizes([rows, columns])
  let count = try budget.reserve([rows, columns])
  var entries = [Double](repeating: 0, count: count)
  for row in 0..<rows where row + k >= 0 && row + k < columns {
    entries[row * columns + row + k] = 1
  }
  return .array(
    NDArray(
      Tensor(shape: [rows, columns], entries: entries),
      dtype: try arguments.dtype(default: .float64)))
}

private func arange(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let isWhole = ["start", "stop", "step"].allSatisfy { name in
    arguments.optional(name).map { $0.pythonIndex != nil } ?? true
  }
  let start = arguments.optional("stop") == nil ? 0 : try arguments.number("start")
  let stop =
    arguments.optional("stop") == nil ? try arguments.number("start") : try arguments.number("stop")
  let step = try arguments.optionalNumber("step") ?? 1
  guard step != 0 else { throw .value("arange: the step can't be 0") }
  guard start.isFinite, stop.isFinite, step.isFinite else {
    throw .value("arange goes from one finite number to another")
  }
  let length = ((stop - start) / step).rounded(.up)
  guard length <= Double(budget.limits.entries) else {
    throw .bound("arange would make more than \(grouped(budget.limits.entries)) entries")
  }
  let count = try budget.reserve([Int(exactly: max(length, 0)) ?? 0])
  // NumPy takes the distance of the first two as computed, and goes on in it.
  let delta = (start + step) - start
  let entries = (0..<count).map { start + Double($0) * delta }
  return .array(
    NDArray(Tensor(shape: [count], entries: entries), dtype: isWhole ? .int64 : .float64))
}

private func linspace(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let start = try arguments.number("start")
  let stop = try arguments.number("stop")
  let count = try arguments.integer("num", default: 50)
  let endpoint = try arguments.boolean("endpoint", default: true)
  guard count >= 0 else { throw .value("linspace: num can't be negative") }
  _ = try budget.reserve([count])
  let steps = Double(endpoint ? count - 1 : count)
  let step = (stop - start) / steps
  var entries = (0..<count).map { k in
    count == 1
      ? start : step == 0 ? start + Double(k) / steps * (stop - start) : start + Double(k) * step
  }
  if endpoint, count > 1 { entries[count - 1] = stop }
  return .array(NDArray(Tensor(shape: [count], entries: entries)))
}

private func triangle(
  _ arguments: Arguments, isLower: Bool, _ budget: inout Budget
) throws(Fault) -> Value {
  let m = try arguments.array("m", &budget)
  let k = try arguments.integer("k", default: 0)
  guard m.shape.count >= 2 else {
    throw .shape("\(arguments.function) takes a matrix, not \(m.kindWords)")
  }
  let trace = try budget.apply(
    Triangle(isLower: isLower, diagonal: k), to: Operands(m.trace), shape: m.shape)
  return .array(NDArray(dtype: m.dtype, trace: trace))
}

private func diagonal(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let v = try arguments.array("v", &budget)
  let k = try arguments.integer("k", default: 0)
  let below = max(-k, 0)
  let right = max(k, 0)
  switch v.shape.count {
  case 1:
    let size = v.shape[0] + below + right
    let count = try budget.reserve([size, size])
    var sources = [Assemble.Source](repeating: .constant(0), count: count)
    for i in 0..<v.shape[0] { sources[(i + below) * size + i + right] = .operand(0, offset: i) }
    let operation = Assemble(name: "diag", shape: [size, size], sources: sources)
    return .array(
      NDArray(
        dtype: v.dtype,
        trace: try budget.apply(operation, to: Operands(v.trace), shape: [size, size])))
  case 2:
    let length = max(0, min(v.shape[0] - below, v.shape[1] - right))
    let offsets = (0..<length).map { ($0 + below) * v.shape[1] + $0 + right }
    return .array(try reindexed(v, "diag", [length], offsets, &budget))
  default:
    throw .shape("diag takes a vector or a matrix, not \(v.kindWords)")
  }
}

/// The array with its entries as another kind of number.
func converted(
  _ array: NDArray, to dtype: DType, _ budget: inout Budget
) throws(Fault) -> NDArray {
  if dtype == array.dtype || (array.dtype == .int64 && dtype == .float64)
    || (array.dtype == .bool && dtype != .bool)
  {
    return NDArray(dtype: dtype, trace: array.trace)
  }
  if dtype == .bool {
    let zero = NDArray(Tensor(scalar: 0))
    return try combine(.notEqual, array, zero, dtype: .bool, &budget)
  }
  guard array.tensor.entries.allSatisfy(\.isFinite) else {
    throw .value(
      "nan and inf are no whole numbers", help: "isfinite(A) says which entries are finite")
  }
  // Towards zero: the floor of the magnitude, with the sign.
  let magnitude = try budget.apply(
    UnaryOperation(.abs), to: Operands(array.trace), shape: array.shape)
  let floor = try budget.apply(UnaryOperation(.floor), to: Operands(magnitude), shape: array.shape)
  let sign = try budget.apply(UnaryOperation(.sign), to: Operands(array.trace), shape: array.shape)
  let trace = try budget.apply(
    BinaryOperation(.multiply), to: Operands(sign, floor), shape: array.shape)
  return try NDArray(dtype: .int64, trace: trace).checkingWholeNumbers()
}

// MARK: - Random numbers

private func randn(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let shape = try arguments.integers(arguments.rest, "shape")
  try checkSizes(shape)
  let seed = try arguments.integer("seed", default: 0)
  let count = try budget.reserve(shape)
  var generator = NormalNumbers(seed: seed)
  let value = Tensor(shape: shape, entries: (0..<count).map { _ in generator.next() })
  return .array(NDArray(value))
}

/// Normally distributed numbers: SplitMix64 (Steele, Lea, Flood 2014), then the polar method (Marsaglia 1964).
private struct NormalNumbers {
  private var state: UInt64
  private var spare: Double?

  init(seed: Int) {
    state = UInt64(bitPattern: Int64(seed))
  }

  private mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Evenly distributed between -1 and 1, from 53 bits.
  private mutating func even() -> Double {
    Double(bits() >> 11) / 4_503_599_627_370_496 - 1
  }

  mutating func next() -> Double {
    if let spare {
      self.spare = nil
      return spare
    }
    while true {
      let (u, v) = (even(), even())
      let s = u * u + v * v
      guard s > 0, s < 1 else { continue }
      let factor = (-2 * Double.log(s) / s).squareRoot()
      spare = v * factor
      return u * factor
    }
  }
}
