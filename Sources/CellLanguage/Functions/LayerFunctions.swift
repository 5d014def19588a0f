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

private func layerNorm(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let operation = LayerNorm(eps: try arguments.number("eps", default: 1e-5))
  return try scaled(try normed(operation, arguments, &budget), arguments, bias: true, &budget)
}

private func rmsNorm(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let operation = RMSNorm(eps: try arguments.number("eps", default: 1e-5))
  return try scaled(try normed(operation, arguments, &budget), arguments, bias: false, &budget)
}

private func normed(
  _ operation: any Operation, _ arguments: Arguments, _ budget: inout Budget
) throws(Fault) -> NDArray {
  let x = try arguments.numbers("x", &budget)
  guard !x.shape.isEmpty else {
    throw .shape("\(arguments.function) takes at least a vector")
  }
  return NDArray(
    dtype: .float64,
    trace: try budget.apply(
      operation, to: Operands(x.trace), shape: x.shape, work: 4 * x.tensor.count))
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
  let trace = try budget.apply(
    OneHot(count: n), to: Operands(ids.trace), shape: ids.shape + [n])
  return .array(NDArray(dtype: .float64, trace: trace))
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
  let trace = try budget.apply(
    CrossEntropy(), to: Operands(logits.trace, ids.trace), shape: [], work: logits.tensor.count)
  return .array(NDArray(dtype: .float64, trace: trace))
}

private func entropy(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let p = try arguments.numbers("p", &budget)
  let axes = try arguments.axis(default: -1).map { [$0] }
  let trace = try budget.apply(
    Reduction(.entropy, axes: p.shape.isEmpty ? [] : axes), to: Operands(p.trace))
  return .array(NDArray(dtype: .float64, trace: trace))
}
