import AttentionEngine

// Attention before and beside the softmax of scaled products.

extension FunctionTable {
  static let otherAttention: [FunctionRow] = [
    FunctionRow(
      "additive_scores", "Q, K, W_q, W_k, v", "v · tanh(q W_q + k W_k), for each query and key",
      additiveScores),
    FunctionRow(
      "linear_attention", "Q, K, V, causal=False",
      "attention with φ(q) · φ(k) in place of the softmax, φ(x) = elu(x) + 1", linearAttention),
  ]
}

/// Bahdanau et al. (2015): `[n, m]` scores v · tanh(q W_q + k W_k).
private func additiveScores(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let q = try matmul(
    try arguments.numbers("Q", &budget), try arguments.array("W_q", &budget), &budget)
  let k = try matmul(
    try arguments.numbers("K", &budget), try arguments.array("W_k", &budget), &budget)
  let v = try arguments.array("v", &budget)
  guard q.shape.count == 2, k.shape.count == 2, v.shape.count == 1 else {
    throw .shape("additive_scores takes matrices Q, K, W_q, W_k and a vector v")
  }
  let (n, m, a) = (q.shape[0], k.shape[0], q.shape[1])
  let queries = try reshaped(q, to: [n, 1, a], &budget)
  let keys = try reshaped(k, to: [1, m, k.shape[1]], &budget)
  let sum = try arrayArithmetic(.add, queries, keys, &budget)
  let bent = try apply(.tanh, to: sum, dtype: .float64, &budget)
  return .array(try matmul(bent, v, &budget))
}

/// Katharopoulos et al. (2020): φ(Q) (φ(K)ᵀ V) / φ(Q) Σ φ(k), with φ(x) = elu(x) + 1; causal by masking the products.
private func linearAttention(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value
{
  let q = try feature(try arguments.numbers("Q", &budget), &budget)
  let k = try feature(try arguments.numbers("K", &budget), &budget)
  let v = try arguments.numbers("V", &budget)
  guard q.shape.count >= 2, k.shape.count == q.shape.count, v.shape.count == q.shape.count else {
    throw .shape("linear_attention takes Q, K and V of one rank, 2 or more")
  }
  var order = Array(k.shape.indices)
  order.swapAt(order.count - 1, order.count - 2)
  var products = try matmul(q, try transposed(k, axes: order, &budget), &budget)
  if try arguments.boolean("causal", default: false) {
    let columns = products.shape[products.shape.count - 1]
    let rows = products.shape[products.shape.count - 2]
    let sources = (0..<products.tensor.count).map { offset -> Assemble.Source in
      offset % columns <= offset / columns % rows ? .operand(0, offset: offset) : .constant(0)
    }
    let trace = try budget.apply(
      Assemble(name: "tril", shape: products.shape, sources: sources), to: Operands(products.trace),
      shape: products.shape)
    products = NDArray(dtype: .float64, trace: trace)
  }
  let total = NDArray(
    dtype: .float64,
    trace: try budget.apply(
      Reduction(.sum, axes: [-1], keepDims: true), to: Operands(products.trace)))
  let weights = try arrayArithmetic(.divide, products, total, &budget)
  return .array(try matmul(weights, v, &budget))
}

/// elu(x) + 1: x + 1 where x is positive, else eˣ.
private func feature(_ x: NDArray, _ budget: inout Budget) throws(Fault) -> NDArray {
  let zero = NDArray(Tensor(scalar: 0))
  let one = NDArray(Tensor(scalar: 1))
  let isPositive = try combine(.greater, x, zero, dtype: .bool, &budget)
  let linear = try combine(.add, x, one, dtype: .float64, &budget)
  let exponential = try apply(.exp, to: x, dtype: .float64, &budget)
  let trace = try budget.apply(
    Where(), to: Operands([isPositive.trace, linear.trace, exponential.trace]), shape: x.shape)
  return NDArray(dtype: .float64, trace: trace)
}
