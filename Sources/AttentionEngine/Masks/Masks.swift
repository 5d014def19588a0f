// Boolean matrices, True where attention is allowed. They are made of sizes alone, but for the lengths of padded texts.

/// `causal_mask(n, m)`: a token may look at itself and at what came before.
package struct CausalMask: Operation {
  package let rows: Int
  package let columns: Int

  package init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }

  package var name: String { "causal_mask" }

  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    try mask(rows, columns, name) { $1 <= $0 }
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let (row, column) = (position[0], position[1])
    let arithmetic = Arithmetic<OperandEntry>.call(
      "less_equal", [.number(Double(column)), .number(Double(row))])
    return Explanation(
      "causal_mask[\(row), \(column)]", arithmetic, result[position], kind: .truth,
      remark: column == row ? "itself" : column < row ? "an earlier key" : "a later key")
  }
}

/// `window_mask(n, left, right)`: a token may look so far to both sides; nil is without end.
package struct WindowMask: Operation {
  package let count: Int
  package let window: AttentionWindow

  package init(count: Int, window: AttentionWindow) {
    self.count = count
    self.window = window
  }

  package var name: String { "window_mask" }

  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    let (left, right) = (window.left ?? count, window.right ?? count)
    return try mask(count, count, name) { $0 - $1 <= left && $1 - $0 <= right }
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let (row, column) = (Double(position[0]), Double(position[1]))
    var bounds: [Arithmetic<OperandEntry>] = []
    if let left = window.left {
      bounds.append(.call("greater_equal", [.number(column), .number(row - Double(left))]))
    }
    if let right = window.right {
      bounds.append(.call("less_equal", [.number(column), .number(row + Double(right))]))
    }
    let arithmetic: Arithmetic<OperandEntry> =
      switch bounds.count {
      case 0: .number(1)
      case 1: bounds[0]
      default: .call("logical_and", bounds)
      }
    return Explanation(
      "window_mask[\(position[0]), \(position[1])]", arithmetic, result[position], kind: .truth,
      remark: result[position] != 0
        ? "inside the window of \(position[0])" : "outside the window of \(position[0])")
  }
}

/// `padding_mask(lengths, n)`: the first tokens of each text are its own, the others padding. Operands: the lengths.
package struct PaddingMask: Operation {
  package let count: Int

  package init(count: Int) {
    self.count = count
  }

  package var name: String { "padding_mask" }

  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    let lengths = operands[0]
    guard lengths.rank == 1 else { throw .rank(operation: name, shape: lengths.shape) }
    return try mask(lengths.count, count, name) { Double($1) < lengths.entries[$0] }
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let length = OperandEntry(operand: 0, position: [position[0]])
    let isText = result[position] != 0
    return Explanation(
      "padding_mask[\(position[0]), \(position[1])]",
      .call("less", [.number(Double(position[1])), .entry(length)]), result[position],
      kind: .truth,
      remark: isText ? "within its length, \(value: length)" : "beyond its length, \(value: length)"
    )
  }
}

/// A matrix that says for each row and column whether it is allowed.
private func mask(
  _ rows: Int, _ columns: Int, _ name: String, _ isAllowed: (Int, Int) -> Bool
) throws(TensorError) -> Tensor<Double> {
  let count = try Shape.count([rows, columns], operation: name)
  var entries: [Double] = []
  entries.reserveCapacity(count)
  for row in 0..<rows {
    for column in 0..<columns { entries.append(isAllowed(row, column) ? 1 : 0) }
  }
  return Tensor(shape: [rows, columns], entries: entries)
}
