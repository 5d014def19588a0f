import AttentionEngine

// Masks: boolean matrices, True where attention is allowed.

extension FunctionTable {
  static let masks: [FunctionRow] = [
    FunctionRow(
      "causal_mask", "n, m=None", "True where a token may look: at itself and what came before",
      causalMask),
    FunctionRow(
      "padding_mask", "lengths, n", "True for the first tokens of each sequence, False for padding",
      paddingMask),
    FunctionRow(
      "window_mask", "n, left, right", "True from left tokens before to right tokens after",
      windowMask),
  ]
}

private func mask(
  _ operation: any Operation, of operands: Operands = .none, _ rows: Int, _ columns: Int,
  _ budget: inout Budget
) throws(Fault) -> Value {
  try checkSizes([rows, columns])
  return .array(
    NDArray(
      dtype: .bool,
      trace: try budget.apply(operation, to: operands, shape: [rows, columns])))
}

private func causalMask(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let n = try arguments.integer("n")
  let m = try arguments.optionalInteger("m") ?? n
  return try mask(CausalMask(rows: n, columns: m), n, m, &budget)
}

private func paddingMask(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let lengths = try arguments.array("lengths", &budget)
  let n = try arguments.integer("n")
  guard lengths.dtype == .int64, lengths.shape.count == 1 else {
    throw .type("padding_mask: lengths is a list of whole numbers, not \(lengths.kindWords)")
  }
  let numbers = lengths.wholeNumbers
  guard numbers.allSatisfy({ $0 >= 0 && $0 <= n }) else {
    throw .value("padding_mask: each length lies between 0 and n = \(n)")
  }
  return try mask(
    PaddingMask(count: n), of: Operands(lengths.trace), numbers.count, n, &budget)
}

private func windowMask(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let n = try arguments.integer("n")
  let left = try arguments.optionalInteger("left")
  let right = try arguments.optionalInteger("right")
  guard left ?? 0 >= 0, right ?? 0 >= 0 else {
    throw .value("window_mask: left and right can't be negative")
  }
  return try mask(
    WindowMask(count: n, window: AttentionWindow(left: left, right: right)), n, n, &budget)
}
