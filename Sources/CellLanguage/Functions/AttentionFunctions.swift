import AttentionEngine

// The attention family.

extension FunctionTable {
  private static let options =
    "mask=None, causal=False, scale=None, softcap=None, window=None, offset=0"

  static let attention: [FunctionRow] = [
    FunctionRow("softmax", "x, axis=-1", "exp(x) / sum(exp(x)) along an axis", softmax),
    FunctionRow("log_softmax", "x, axis=-1", "the logarithm of the softmax", logSoftmax),
    FunctionRow(
      "attention_scores", "Q, K, scale=None", "Q @ K.T / sqrt(d), for each head", scores),
    FunctionRow(
      "attention_weights", "Q, K, \(options)", "the softmax of the masked scores", weights),
    FunctionRow(
      "attention", "Q, K, V, \(options)", "the values, averaged with the attention weights",
      attend),
    FunctionRow("split_heads", "x, h", "[n, d] as h heads: [h, n, d / h]", sharesMemory: true) {
      (arguments, budget) throws(Fault) in
      .array(
        try splitHeads(
          try arguments.array("x", &budget), try arguments.integer("h"), &budget))
    },
    FunctionRow("join_heads", "x", "the heads side by side again: [n, h * d]", sharesMemory: true) {
      (arguments, budget) throws(Fault) in
      .array(try joinHeads(try arguments.array("x", &budget), &budget))
    },
    FunctionRow(
      "multi_head_attention", "X, W_Q, W_K, W_V, W_O, heads, context=None, \(options)",
      "project, split into heads, attend, join, project", multiHead),
  ]
}

private func softmax(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let x = try arguments.array("x", &budget)
  let axis = try arguments.axis(default: -1)
  return .array(
    NDArray(
      dtype: .float64,
      trace: try budget.apply(Softmax(axis: axis), to: Operands(x.trace), shape: x.shape)))
}

private func logSoftmax(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let x = try arguments.array("x", &budget)
  let axis = try arguments.axis(default: -1)
  return .array(
    NDArray(
      dtype: .float64,
      trace: try budget.apply(LogSoftmax(axis: axis), to: Operands(x.trace), shape: x.shape)))
}

// MARK: - Attention

private func scores(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let q = try arguments.numbers("Q", &budget)
  let k = try arguments.numbers("K", &budget)
  let operation = AttentionScores(scale: try arguments.optionalNumber("scale"))
  try spendOnScores(q, k, &budget)
  return .array(
    NDArray(dtype: .float64, trace: try budget.apply(operation, to: Operands(q.trace, k.trace))))
}

/// Rows of queries times keys times their length; sizes that don't fit are the engine's to refuse.
func spendOnScores(
  _ q: NDArray, _ k: NDArray, values: NDArray? = nil, _ budget: inout Budget
) throws(Fault) {
  guard q.shape.count >= 2, k.shape.count >= 2 else { return }
  let keys = k.shape[k.shape.count - 2]
  let shape = Array(q.shape.dropLast()) + [keys]
  let entries = try budget.reserve(shape)
  let depth = q.shape[q.shape.count - 1] + (values?.shape.last ?? 0)
  let (work, overflow) = entries.multipliedReportingOverflow(by: depth)
  try budget.spend(overflow ? Int.max : work)
  if let values, let last = values.shape.last {
    _ = try budget.reserve(Array(q.shape.dropLast()) + [last])
  }
}

/// The options of an attention, and its mask as one more operand.
private func attentionOptions(
  _ arguments: Arguments, _ budget: inout Budget
) throws(Fault) -> (AttentionOptions, mask: [Trace]) {
  var options = AttentionOptions(
    scale: try arguments.optionalNumber("scale"),
    causal: try arguments.boolean("causal", default: false),
    offset: try arguments.integer("offset", default: 0),
    softcap: try arguments.optionalNumber("softcap"), window: try window(arguments))
  guard let mask = try arguments.optionalArray("mask", &budget) else { return (options, []) }
  guard mask.dtype != .int64 else {
    throw .type(
      "\(arguments.function): a mask of whole numbers could mean either kind",
      help: "mask == 1 is True where attention is allowed; a float mask is added to the scores")
  }
  options.mask = mask.dtype == .bool ? .boolean : .additive
  return (options, [mask.trace])
}

/// `window=w` is the last w keys up to the query's own position; `(left, right)` how far to both sides, None without end.
private func window(_ arguments: Arguments) throws(Fault) -> AttentionWindow? {
  guard let value = arguments.optional("window") else { return nil }
  if case .tuple(let sides) = value, sides.count == 2 {
    var ends: [Int?] = []
    for side in sides {
      ends.append(side.isNone ? nil : try arguments.integers([side], "window")[0])
    }
    return AttentionWindow(left: ends[0], right: ends[1])
  }
  let count = try arguments.integer("window")
  guard count > 0 else {
    throw .value(
      "\(arguments.function): a window holds at least 1 key, the query's own",
      help: "(left, right) says how far it reaches to both sides")
  }
  return AttentionWindow(last: count)
}

private func weights(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let q = try arguments.numbers("Q", &budget)
  let k = try arguments.numbers("K", &budget)
  let (options, mask) = try attentionOptions(arguments, &budget)
  try spendOnScores(q, k, &budget)
  let trace = try budget.apply(AttentionWeights(options), to: Operands([q.trace, k.trace] + mask))
  return .array(NDArray(dtype: .float64, trace: trace))
}

private func attend(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let q = try arguments.numbers("Q", &budget)
  let k = try arguments.numbers("K", &budget)
  let v = try arguments.numbers("V", &budget)
  let (options, mask) = try attentionOptions(arguments, &budget)
  return .array(try attended(q, k, v, options, mask, &budget))
}

private func attended(
  _ q: NDArray, _ k: NDArray, _ v: NDArray, _ options: AttentionOptions, _ mask: [Trace],
  _ budget: inout Budget
) throws(Fault) -> NDArray {
  try spendOnScores(q, k, values: v, &budget)
  let trace = try budget.apply(
    Attention(options), to: Operands([q.trace, k.trace, v.trace] + mask))
  return NDArray(dtype: .float64, trace: trace)
}

// MARK: - Heads

/// `[…, n, d]` as `[…, h, n, d / h]`: each head has its own part of every row.
private func splitHeads(
  _ x: NDArray, _ heads: Int, _ budget: inout Budget
) throws(Fault) -> NDArray {
  guard x.shape.count == 2 || x.shape.count == 3 else {
    throw .shape("split_heads takes [n, d] or [batch, n, d], not \(words(shape: x.shape))")
  }
  let (n, d) = (x.shape[x.shape.count - 2], x.shape[x.shape.count - 1])
  guard heads > 0, d.isMultiple(of: heads) else {
    throw .value("\(heads) heads don't share \(d) features evenly", help: "h must divide \(d)")
  }
  let lead = Array(x.shape.dropLast(2))
  let size = d / heads
  let shape = lead + [heads, n, size]
  let strides = (lead.isEmpty ? [] : [n * d]) + [size, d, 1]
  return try reindexed(x, "split_heads", shape, offsets(shape, strides), &budget)
}

/// `[…, h, n, e]` as `[…, n, h · e]`.
private func joinHeads(_ x: NDArray, _ budget: inout Budget) throws(Fault) -> NDArray {
  guard x.shape.count == 3 || x.shape.count == 4 else {
    throw .shape("join_heads takes [h, n, d] or [batch, h, n, d], not \(words(shape: x.shape))")
  }
  let (h, n, e) = (
    x.shape[x.shape.count - 3], x.shape[x.shape.count - 2], x.shape[x.shape.count - 1]
  )
  let lead = Array(x.shape.dropLast(3))
  let places = offsets(
    lead + [n, h, e], (lead.isEmpty ? [] : [h * n * e]) + [e, n * e, 1])
  return try reindexed(x, "join_heads", lead + [n, h * e], places, &budget)
}

private func multiHead(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let x = try arguments.numbers("X", &budget)
  let context = try arguments.optionalArray("context", &budget) ?? x
  let heads = try arguments.integer("heads")
  let (options, mask) = try attentionOptions(arguments, &budget)
  func projected(_ input: NDArray, _ name: String) throws(Fault) -> NDArray {
    let weight = try arguments.array(name, &budget)
    let product = try matmul(input, weight, &budget)
    return try splitHeads(product, heads, &budget)
  }
  let q = try projected(x, "W_Q")
  let k = try projected(context, "W_K")
  let v = try projected(context, "W_V")
  let output = try attended(q, k, v, options, mask, &budget)
  return .array(
    try matmul(try joinHeads(output, &budget), try arguments.array("W_O", &budget), &budget))
}
