import AttentionEngine

// What stands around attention in a transformer.

extension FunctionTable {
  static let layers: [FunctionRow] = [
    FunctionRow(
      "layer_norm", "x, gain=None, bias=None, eps=1e-5",
      "each row shifted to mean 0 and scaled to variance 1", layerNorm),
    FunctionRow(
      "rms_norm", "x, gain=None, eps=1e-5", "each row divided by the root of its mean square",
      rmsNorm),
    FunctionRow("one_hot", "ids, n", "for each id a row of n with a 1 in its place", oneHot),
    FunctionRow(
      "cross_entropy", "logits, ids", "the mean of -log_softmax(logits) at the right ids",
      crossEntropy),
    FunctionRow("entropy", "p, axis=-1", "-Σ p log p along an axis, 0 log 0 being 0", entropy),
  ]
}

private func mean(_ x: NDArray, _ budget: inout Budget) throws(Fault) -> NDArray {
  NDArray(
    dtype: .float64,
    trace: try budget.apply(Reduction(.mean, axes: [-1], keepDims: true), to: Operands(x.trace)))
}

/// `gain * x + bias`, where they are given.
private func scaled(
  _ x: NDArray, _ arguments: Arguments, bias: Bool, _ budget: inout Budget
) throws(Fault) -> Value {
  var result = x
  if let gain = try arguments.optionalArray("gain", &budget) {
    result = try arrayArithmetic(.multiply, result, gain, &budget)
  }
  if bias, let bias = try arguments.optionalArray("bias", &budget) {
    result = try arrayArithmetic(.add, result, bias, &budget)
  }
  return .array(result)
}

/// `sqrt(x + eps)`
private func root(
  _ x: NDArray, _ arguments: Arguments, _ budget: inout Budget
) throws(Fault) -> NDArray {
  let eps = NDArray(Tensor(scalar: try arguments.number("eps", default: 1e-5)))
  let sum = try arrayArithmetic(.add, x, eps, &budget)
  return try apply(.sqrt, to: sum, dtype: .float64, &budget)
}

/// Ba, Kiros, Hinton (2016): (x − mean) / √(variance + eps), over the last axis.
private func layerNorm(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let x = try arguments.numbers("x", &budget)
  guard !x.shape.isEmpty else { throw .shape("layer_norm takes at least a vector") }
  let centred = try arrayArithmetic(.subtract, x, try mean(x, &budget), &budget)
  let variance = NDArray(
    dtype: .float64,
    trace: try budget.apply(Reduction(.variance, axes: [-1], keepDims: true), to: Operands(x.trace))
  )
  let normed = try arrayArithmetic(
    .divide, centred, try root(variance, arguments, &budget), &budget)
  return try scaled(normed, arguments, bias: true, &budget)
}

/// Zhang, Sennrich (2019): x / √(mean(x²) + eps), over the last axis.
private func rmsNorm(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let x = try arguments.numbers("x", &budget)
  guard !x.shape.isEmpty else { throw .shape("rms_norm takes at least a vector") }
  let square = try arrayArithmetic(.multiply, x, x, &budget)
  let normed = try arrayArithmetic(
    .divide, x, try root(try mean(square, &budget), arguments, &budget), &budget)
  return try scaled(normed, arguments, bias: false, &budget)
}

/// Ids as whole numbers between 0 and n − 1.
private func ids(
  _ arguments: Arguments, below n: Int, _ budget: inout Budget
) throws(Fault) -> NDArray {
  let ids = try arguments.array("ids", &budget)
  guard ids.dtype == .int64 else {
    throw .type("\(arguments.function): ids are whole numbers, not \(ids.kindWords)")
  }
  guard ids.wholeNumbers.allSatisfy({ $0 >= 0 && $0 < n }) else {
    throw .value("\(arguments.function): each id lies between 0 and \(n - 1)")
  }
  return ids
}

private func oneHot(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let n = try arguments.integer("n")
  guard n > 0 else { throw .value("one_hot: n is at least 1") }
  let ids = try ids(arguments, below: n, &budget)
  let count = try budget.reserve(ids.shape + [n])
  var entries = [Double](repeating: 0, count: count)
  for (row, id) in ids.wholeNumbers.enumerated() { entries[row * n + id] = 1 }
  return .array(NDArray(Tensor(shape: ids.shape + [n], entries: entries)))
}

private func crossEntropy(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let logits = try arguments.array("logits", &budget)
  guard let n = logits.shape.last else { throw .shape("cross_entropy takes rows of logits") }
  let ids = try ids(arguments, below: n, &budget)
  guard ids.shape == Array(logits.shape.dropLast()) else {
    throw .shape(
      "cross_entropy: one id stands for each row: logits are \(words(shape: logits.shape)), ids"
        + " \(words(shape: ids.shape))")
  }
  let logs = NDArray(
    dtype: .float64,
    trace: try budget.apply(LogSoftmax(axis: -1), to: Operands(logits.trace), shape: logits.shape))
  let places = ids.wholeNumbers.enumerated().map { $0.offset * n + $0.element }
  let chosen = try reindexed(logs, "getitem", ids.shape, places, &budget)
  let average = NDArray(
    dtype: .float64, trace: try budget.apply(Reduction(.mean), to: Operands(chosen.trace)))
  return .array(try arrayUnary(.minus, average, &budget))
}

private func entropy(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let p = try arguments.numbers("p", &budget)
  let zero = NDArray(Tensor(scalar: 0))
  let one = NDArray(Tensor(scalar: 1))
  // Where p is 0 the logarithm is taken of 1, so that the product is 0 and not nan.
  let isZero = try combine(.equal, p, zero, dtype: .bool, &budget)
  let safe = try budget.apply(
    Where(), to: Operands([isZero.trace, one.trace, p.trace]), shape: p.shape)
  let logs = try apply(.log, to: NDArray(dtype: .float64, trace: safe), dtype: .float64, &budget)
  let products = try arrayArithmetic(.multiply, p, logs, &budget)
  let axes = try arguments.axis(default: -1).map { [$0] }
  let sum = try budget.apply(
    Reduction(.sum, axes: p.shape.isEmpty ? [] : axes), to: Operands(products.trace))
  return .array(try arrayUnary(.minus, NDArray(dtype: .float64, trace: sum), &budget))
}
