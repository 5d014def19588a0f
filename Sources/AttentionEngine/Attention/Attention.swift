// softmax(Q Kᵀ / √d) V, row by row: Vaswani et al., "Attention is all you need", 2017, equation 1.
//
// A masked key's score is −inf whatever it was, and so its weight 0. A row without any key to look at has weights of 0
// and an output of 0, as PyTorch since 2.5 and ONNX have it. A score of NaN or +inf makes its whole row NaN, and a value
// of NaN or ±inf the outputs of every query, with weight 0 too: 0 · ∞ is NaN. So has PyTorch it.

/// The products of each query with each key, scaled: `Q @ K.T / sqrt(d)`.
///
/// - Parameters:
///   - q: queries, `[n, d]`, `[heads, n, d]` or `[batch, heads, n, d]`.
///   - k: keys, `[m, d]` with the same leading axes; fewer heads, when they divide, are shared by neighbours.
///   - scale: what each product is multiplied by; nil divides it by √d.
/// - Returns: `[…, n, m]`.
package func attentionScores<Scalar: ElementaryFunctions>(
  _ q: Tensor<Scalar>, _ k: Tensor<Scalar>, scale: Double? = nil
) throws(TensorError) -> Tensor<Scalar> {
  let sizes = try AttentionSizes.meeting(
    query: q.shape, key: k.shape, operation: "attention_scores")
  let options = AttentionOptions(scale: scale)
  return try withOperands(q, k, nil) { operands throws(TensorError) in
    try forEachQuery(sizes, shape: sizes.weightsShape) { place, query, row in
      scores(row, operands, sizes, place, query, 0..<sizes.keys, options)
    }
  }
}

/// How much each query takes from each key: the softmax of the masked scores along the keys.
///
/// - Parameter mask: as `options.mask` says, allowed (not 0) or added; it broadcasts to the shape of the result.
/// - Returns: `[…, n, m]`, rows that sum to 1, or to 0 where no key is allowed.
package func attentionWeights<Scalar: ElementaryFunctions>(
  _ q: Tensor<Scalar>, _ k: Tensor<Scalar>, mask: Tensor<Scalar>? = nil, _ options: AttentionOptions
) throws(TensorError) -> Tensor<Scalar> {
  try options.validated()
  let sizes = try AttentionSizes.meeting(
    query: q.shape, key: k.shape, operation: "attention_weights")
  let strides = try sizes.maskStrides(mask?.shape)
  return try withOperands(q, k, mask) { operands throws(TensorError) in
    try forEachQuery(sizes, strides, shape: sizes.weightsShape) { place, query, row in
      _ = weights(row, operands, strides, sizes, place, query, options)
    }
  }
}

/// The values, averaged for each query with its weights: `softmax(Q @ K.T / sqrt(d)) @ V`.
///
/// - Parameter v: values, one for each key, `[m, e]` with the keys' leading axes.
/// - Returns: `[…, n, e]`.
package func attention<Scalar: ElementaryFunctions>(
  _ q: Tensor<Scalar>, _ k: Tensor<Scalar>, _ v: Tensor<Scalar>, mask: Tensor<Scalar>? = nil,
  _ options: AttentionOptions
) throws(TensorError) -> Tensor<Scalar> {
  try mixedValues(q, k, v, mask, options)
}

/// The same for float64, compiled once for all: a generic function of another module isn't made for its caller's type.
package func attention(
  _ q: Tensor<Double>, _ k: Tensor<Double>, _ v: Tensor<Double>, mask: Tensor<Double>? = nil,
  _ options: AttentionOptions
) throws(TensorError) -> Tensor<Double> {
  try mixedValues(q, k, v, mask, options)
}

// Not inlined: within a caller that takes its operands from an array, each of them would be retained once more.
@inline(never)
private func mixedValues<Scalar: ElementaryFunctions>(
  _ q: Tensor<Scalar>, _ k: Tensor<Scalar>, _ v: Tensor<Scalar>, _ mask: Tensor<Scalar>?,
  _ options: AttentionOptions
) throws(TensorError) -> Tensor<Scalar> {
  try options.validated()
  let sizes = try AttentionSizes.meeting(
    query: q.shape, key: k.shape, value: v.shape, operation: "attention")
  let strides = try sizes.maskStrides(mask?.shape)
  guard sizes.rows * sizes.keys <= TensorLimit.entries else {
    throw .tooLarge(shape: sizes.weightsShape, limit: TensorLimit.entries)
  }
  return try withOperands(q, k, mask) { operands throws(TensorError) in
    try v.entries.withUnsafeBufferPointer { v throws(TensorError) in
      try withUnsafeTemporaryAllocation(of: Scalar.self, capacity: sizes.keys) {
        row throws(TensorError) in
        // Every pass over it begins by writing it.
        var values = FiniteValues(v, count: sizes.keys * sizes.valueDepth)
        return try forEachQuery(sizes, strides, shape: sizes.outputShape) { place, query, output in
          var looked = weights(row, operands, strides, sizes, place, query, options)
          let isWhole = looked.count == sizes.keys
          if !isWhole, !values.areFinite(from: place.value) { looked = 0..<sizes.keys }
          weightedSum(output, row, v, sizes, place, looked)
          if isWhole { values.note(output, from: place.value) }
        }
      }
    }
  }
}

/// Fills the rows of the result, one for each query of each head of each batch; of a head the last one first, which sees the
/// most keys where attention is causal.
@inline(__always)
private func forEachQuery<Scalar: ElementaryFunctions>(
  _ sizes: AttentionSizes, _ strides: MaskStrides = .none, shape: [Int],
  _ fill: (_ place: HeadPlace, _ query: Int, _ row: UnsafeMutableBufferPointer<Scalar>) -> Void
) throws(TensorError) -> Tensor<Scalar> {
  let count = try Shape.count(shape, operation: "attention")
  let length = shape[shape.count - 1]
  guard count > 0 else { return Tensor(shape: shape, entries: []) }
  let entries = [Scalar](unsafeUninitializedCapacity: count) { entries, filled in
    for head in 0..<(sizes.batch * sizes.heads) {
      let place = sizes.place(head: head, strides)
      for query in (0..<sizes.queries).reversed() {
        let row = (head * sizes.queries + query) * length
        fill(
          place, query, UnsafeMutableBufferPointer(rebasing: entries[row..<(row + length)]))
      }
    }
    filled = count
  }
  return Tensor(shape: shape, entries: entries)
}
