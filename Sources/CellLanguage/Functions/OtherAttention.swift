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

private func linearAttention(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value
{
  let q = try arguments.numbers("Q", &budget)
  let k = try arguments.numbers("K", &budget)
  let v = try arguments.numbers("V", &budget)
  guard q.shape.count >= 2, k.shape.count == q.shape.count, v.shape.count == q.shape.count else {
    throw .shape("linear_attention takes Q, K and V of one rank, 2 or more")
  }
  let operation = LinearAttention(causal: try arguments.boolean("causal", default: false))
  try spendOnScores(q, k, values: v, &budget)
  return .array(
    NDArray(
      dtype: .float64,
      trace: try budget.apply(operation, to: Operands([q.trace, k.trace, v.trace]))))
}
