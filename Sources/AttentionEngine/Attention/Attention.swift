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
  // Some queries' weights before their outputs: the processor works on one row's sums while it waits for another's.
  let tile = max(1, min(sizes.queries, 1024 / max(1, sizes.keys)))
  return try withOperands(q, k, mask) { operands throws(TensorError) in
    try v.entries.withUnsafeBufferPointer { v throws(TensorError) in
      // Every pass over them begins by writing them.
      try withUnsafeTemporaryAllocation(of: Scalar.self, capacity: tile * sizes.keys) {
        rows throws(TensorError) in
        try withUnsafeTemporaryAllocation(of: Range<Int>.self, capacity: tile) {
          looked throws(TensorError) in
          var values = FiniteValues(v, count: sizes.keys * sizes.valueDepth)
          // The queries' shape where it is the same, which saves an array.
          let shape = sizes.valueDepth == sizes.depth ? q.shape : sizes.outputShape
          return try forEachTile(tile, sizes, strides, shape: shape) { place, queries, outputs in
            for query in queries {
              let at = query &- queries.lowerBound
              looked[at] = weights(
                row(at, of: rows, sizes.keys), operands, strides, sizes, place, query, options)
            }
            for query in queries.reversed() {
              let at = query &- queries.lowerBound
              let output = row(at, of: outputs, sizes.valueDepth)
              var keys = looked[at]
              let isWhole = keys.count == sizes.keys
              if !isWhole, !values.areFinite(from: place.value) { keys = 0..<sizes.keys }
              weightedSum(output, row(at, of: rows, sizes.keys), v, sizes, place, keys)
              if isWhole { values.note(output, from: place.value) }
            }
          }
        }
      }
    }
  }
}

/// Fills the rows of the result, one for each query of each head of each batch.
@inline(__always)
private func forEachQuery<Scalar: ElementaryFunctions>(
  _ sizes: AttentionSizes, _ strides: MaskStrides = .none, shape: [Int],
  _ fill: (_ place: HeadPlace, _ query: Int, _ row: UnsafeMutableBufferPointer<Scalar>) -> Void
) throws(TensorError) -> Tensor<Scalar> {
  try forEachTile(1, sizes, strides, shape: shape) { place, queries, row in
    fill(place, queries.lowerBound, row)
  }
}

/// Fills the rows of the result some queries at a time; of a head the last ones first, which see the most keys where attention
/// is causal.
@inline(__always)
private func forEachTile<Scalar: ElementaryFunctions>(
  _ tile: Int, _ sizes: AttentionSizes, _ strides: MaskStrides, shape: [Int],
  _ fill: (_ place: HeadPlace, _ queries: Range<Int>, _ rows: UnsafeMutableBufferPointer<Scalar>)
    -> Void
) throws(TensorError) -> Tensor<Scalar> {
  let count = try Shape.count(shape, operation: "attention")
  let length = shape[shape.count - 1]
  guard count > 0 else { return Tensor(shape: shape, entries: []) }
  let entries = [Scalar](unsafeUninitializedCapacity: count) { entries, filled in
    for head in 0..<(sizes.batch * sizes.heads) {
      let place = sizes.place(head: head, strides)
      var end = sizes.queries
      while end > 0 {
        let queries = max(0, end &- tile)..<end
        let first = (head * sizes.queries + queries.lowerBound) * length
        fill(
          place, queries,
          UnsafeMutableBufferPointer(rebasing: entries[first..<(first + queries.count * length)]))
        end = queries.lowerBound
      }
    }
    filled = count
  }
  return Tensor(shape: shape, entries: entries)
}

@inline(__always)
private func row<Scalar>(
  _ index: Int, of rows: UnsafeMutableBufferPointer<Scalar>, _ length: Int
) -> UnsafeMutableBufferPointer<Scalar> {
  UnsafeMutableBufferPointer(rebasing: rows[(index &* length)..<((index &+ 1) &* length)])
}
