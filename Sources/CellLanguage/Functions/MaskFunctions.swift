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

/// A boolean matrix that says for each row and column whether it is allowed.
private func mask(
  _ rows: Int, _ columns: Int, _ budget: inout Budget, _ isAllowed: (Int, Int) -> Bool
) throws(Fault) -> Value {
  try checkSizes([rows, columns])
  _ = try budget.reserve([rows, columns])
  let entries = (0..<rows).flatMap { row in
    (0..<columns).map { isAllowed(row, $0) ? 1.0 : 0.0 }
  }
  return .array(NDArray(Tensor(shape: [rows, columns], entries: entries), dtype: .bool))
}

private func causalMask(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let n = try arguments.integer("n")
  let m = try arguments.optionalInteger("m") ?? n
  return try mask(n, m, &budget) { $1 <= $0 }
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
  return try mask(numbers.count, n, &budget) { $1 < numbers[$0] }
}

private func windowMask(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let n = try arguments.integer("n")
  let left = try arguments.optionalInteger("left") ?? n
  let right = try arguments.optionalInteger("right") ?? n
  guard left >= 0, right >= 0 else { throw .value("window_mask: left and right can't be negative") }
  return try mask(n, n, &budget) { $1 >= $0 - left && $1 <= $0 + right }
}
