/// The product of matrices over the last two axes, batches broadcast: NumPy's `@`.
///
/// An operand of rank 1 is a row on the left and a column on the right, and its axis is missing in the result.
package struct MatMul: Operation {
  package init() {}

  package var name: String { "matmul" }

  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    try matmul(operands[0], operands[1])
  }

  /// A sum of products: a row of the left operand with a column of the right one.
  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let (left, right) = (operands[0].shape, operands[1].shape)
    var batch = position
    let column = right.count == 1 ? [] : [batch.removeLast()]
    let row = left.count == 1 ? [] : [batch.removeLast()]
    let leftBatch = Shape.position(batch, broadcastFrom: Array(left.dropLast(2)))
    let rightBatch = Shape.position(batch, broadcastFrom: Array(right.dropLast(2)))
    let line = OperandLine(
      operands, 0, from: leftBatch + row + [0], along: left.count - 1)
    let other = OperandLine(
      operands, 1, from: rightBatch + [0] + column, along: rightBatch.count)
    let arithmetic = OperandLine.product(line, other, count: left[left.count - 1])
    return Explanation("sum of products", arithmetic, result[position])
  }
}

/// The sizes of a product of matrices: `[batches…, rows, inner] @ [batches…, inner, columns]`.
struct MatMulSizes {
  let batches: [Int]
  let rows: Int
  let inner: Int
  let columns: Int
  /// The leading axes of each operand.
  let leftBatches: [Int]
  let rightBatches: [Int]
  /// Of the result, without the axis of an operand of rank 1.
  let shape: [Int]

  init(_ a: [Int], _ b: [Int]) throws(TensorError) {
    guard !a.isEmpty, !b.isEmpty else {
      throw .rank(operation: "matmul", shape: a.isEmpty ? a : b)
    }
    let left = a.count == 1 ? [1] + a : a
    let right = b.count == 1 ? b + [1] : b
    guard left[left.count - 1] == right[right.count - 2] else { throw .matmul(a, b) }
    rows = left[left.count - 2]
    inner = left[left.count - 1]
    columns = right[right.count - 1]
    leftBatches = Array(left.dropLast(2))
    rightBatches = Array(right.dropLast(2))
    batches = try Shape.broadcast(leftBatches, rightBatches)
    shape = batches + (a.count == 1 ? [] : [rows]) + (b.count == 1 ? [] : [columns])
  }
}

/// The product of matrices over the last two axes, with NumPy's rules for rank 1 and for batches.
///
/// - Throws: `TensorError.matmul` where the inner sizes differ, `.broadcast` where the batches don't agree,
///   `.rank` for a scalar.
/// - Complexity: batches × rows × inner × columns multiplications.
package func matmul<Scalar: BinaryFloatingPoint>(
  _ a: Tensor<Scalar>, _ b: Tensor<Scalar>
) throws(TensorError) -> Tensor<Scalar> {
  if a.rank == 2, b.rank == 2 { return try plainProduct(a, b) }
  let sizes = try MatMulSizes(a.shape, b.shape)
  let count = try Shape.count(sizes.shape, operation: "matmul")
  var result = [Scalar](repeating: 0, count: count)
  let strides = [
    Shape.strides(sizes.leftBatches, broadcastTo: sizes.batches) + [0],
    Shape.strides(sizes.rightBatches, broadcastTo: sizes.batches) + [0],
  ]
  a.entries.withUnsafeBufferPointer { left in
    b.entries.withUnsafeBufferPointer { right in
      result.withUnsafeMutableBufferPointer { result in
        // One matrix for each batch: a run of length 1.
        forEachRun(sizes.batches + [1], strides) { batch, starts in
          addProduct(
            left, starts[0] * sizes.rows * sizes.inner,
            right, starts[1] * sizes.inner * sizes.columns,
            to: result, batch * sizes.rows * sizes.columns, rows: sizes.rows, inner: sizes.inner,
            columns: sizes.columns)
        }
      }
    }
  }
  return Tensor(shape: sizes.shape, entries: result)
}

/// The product of two matrices.
@inline(__always)
private func plainProduct<Scalar: BinaryFloatingPoint>(
  _ a: Tensor<Scalar>, _ b: Tensor<Scalar>
) throws(TensorError) -> Tensor<Scalar> {
  guard a.shape[1] == b.shape[0] else { throw .matmul(a.shape, b.shape) }
  let shape = [a.shape[0], b.shape[1]]
  let count = try Shape.count(shape, operation: "matmul")
  var result = [Scalar].filled(with: 0, count: count)
  a.entries.withUnsafeBufferPointer { left in
    b.entries.withUnsafeBufferPointer { right in
      result.withUnsafeMutableBufferPointer { result in
        addProduct(
          left, 0, right, 0, to: result, 0, rows: shape[0], inner: a.shape[1], columns: shape[1])
      }
    }
  }
  return Tensor(shape: shape, entries: result)
}

/// Adds one matrix product. The innermost loop runs along rows of `b` and of the result, which lie in one piece.
@inline(__always)
private func addProduct<Scalar: BinaryFloatingPoint>(
  _ a: UnsafeBufferPointer<Scalar>, _ aStart: Int,
  _ b: UnsafeBufferPointer<Scalar>, _ bStart: Int,
  to result: UnsafeMutableBufferPointer<Scalar>, _ start: Int, rows: Int, inner: Int,
  columns: Int
) {
  for i in 0..<rows {
    for k in 0..<inner {
      let factor = a[aStart &+ i &* inner &+ k]
      let row = bStart &+ k &* columns
      let target = start &+ i &* columns
      for j in 0..<columns {
        result[target &+ j] += factor * b[row &+ j]
      }
    }
  }
}
