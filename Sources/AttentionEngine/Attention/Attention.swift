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
  let sizes = try AttentionSizes(query: q.shape, key: k.shape, operation: "attention_scores")
  return try forEachQuery(sizes, shape: sizes.weightsShape) { head, query, row in
    q.entries.withUnsafeBufferPointer { q in
      k.entries.withUnsafeBufferPointer { k in
        scores(row, q, k, sizes, head, query, 0..<sizes.keys, AttentionOptions(scale: scale))
      }
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
  let sizes = try AttentionSizes(query: q.shape, key: k.shape, operation: "attention_weights")
  let strides = try sizes.maskStrides(mask?.shape ?? [])
  return try forEachQuery(sizes, shape: sizes.weightsShape) { head, query, row in
    q.entries.withUnsafeBufferPointer { q in
      k.entries.withUnsafeBufferPointer { k in
        (mask?.entries ?? []).withUnsafeBufferPointer { mask in
          _ = weights(row, q, k, mask, strides, sizes, head, query, options)
        }
      }
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
  try options.validated()
  let sizes = try AttentionSizes(
    query: q.shape, key: k.shape, value: v.shape, operation: "attention")
  let strides = try sizes.maskStrides(mask?.shape ?? [])
  _ = try Shape.count(sizes.weightsShape, operation: "attention")
  // Keys of weight 0 can be passed over where their values are finite.
  let allFinite = v.entries.allSatisfy(\.isFinite)
  var row = [Scalar](repeating: 0, count: sizes.keys)
  return try forEachQuery(sizes, shape: sizes.outputShape) { head, query, output in
    q.entries.withUnsafeBufferPointer { q in
      k.entries.withUnsafeBufferPointer { k in
        v.entries.withUnsafeBufferPointer { v in
          (mask?.entries ?? []).withUnsafeBufferPointer { mask in
            row.withUnsafeMutableBufferPointer { row in
              let looked = weights(row, q, k, mask, strides, sizes, head, query, options)
              weightedSum(output, row, v, sizes, head, allFinite ? looked : 0..<sizes.keys)
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
  _ sizes: AttentionSizes, shape: [Int],
  _ fill: (_ head: Int, _ query: Int, _ row: UnsafeMutableBufferPointer<Scalar>) -> Void
) throws(TensorError) -> Tensor<Scalar> {
  let count = try Shape.count(shape, operation: "attention")
  let length = shape[shape.count - 1]
  var entries = [Scalar](repeating: 0, count: count)
  if count > 0 {
    entries.withUnsafeMutableBufferPointer { entries in
      for row in 0..<(count / length) {
        fill(
          row / sizes.queries, row % sizes.queries,
          UnsafeMutableBufferPointer(rebasing: entries[(row * length)..<(row * length + length)]))
      }
    }
  }
  return Tensor(shape: shape, entries: entries)
}

/// Passes 1 and 2: a query's product with each of some keys it sees, scaled, bent and masked.
///
/// - Parameter row: the scores; its first is that of the first key in `seen`.
@inline(__always)
func maskedScores<Scalar: ElementaryFunctions>(
  _ row: UnsafeMutableBufferPointer<Scalar>, _ q: UnsafeBufferPointer<Scalar>,
  _ k: UnsafeBufferPointer<Scalar>, _ mask: UnsafeBufferPointer<Scalar>, _ strides: [Int],
  _ sizes: AttentionSizes, _ head: Int, _ query: Int, _ seen: Range<Int>,
  _ options: AttentionOptions
) {
  scores(row, q, k, sizes, head, query, seen, options)
  let start = sizes.maskStart(strides, head: head, query: query)
  let (step, first) = (strides[3], seen.lowerBound)
  switch options.mask {
  case .none: break
  case .boolean:
    for key in seen where mask[start + key * step] == 0 { row[key &- first] = -.infinity }
  case .additive:
    for key in seen { row[key &- first] += mask[start + key * step] }
  }
}

/// Pass 1: a query's product with each key it sees, scaled and bent.
@inline(__always)
private func scores<Scalar: ElementaryFunctions>(
  _ row: UnsafeMutableBufferPointer<Scalar>, _ q: UnsafeBufferPointer<Scalar>,
  _ k: UnsafeBufferPointer<Scalar>, _ sizes: AttentionSizes, _ head: Int, _ query: Int,
  _ seen: Range<Int>, _ options: AttentionOptions
) {
  let depth = sizes.depth
  let root = Scalar(depth).squareRoot()
  let queryStart = (head * sizes.queries + query) * depth
  let keyStart = sizes.keyHead(head) * sizes.keys * depth
  for key in seen {
    let product = dotProduct(q, queryStart, k, keyStart &+ key &* depth, count: depth)
    var score = options.scale.map { product * Scalar($0) } ?? product / root
    if let cap = options.softcap { score = Scalar(cap) * Scalar.tanh(score / Scalar(cap)) }
    row[key &- seen.lowerBound] = score
  }
}

/// Σ aᵢ bᵢ in four partial sums, which don't wait for one another.
@inline(__always)
private func dotProduct<Scalar: ElementaryFunctions>(
  _ a: UnsafeBufferPointer<Scalar>, _ i: Int, _ b: UnsafeBufferPointer<Scalar>, _ j: Int,
  count: Int
) -> Scalar {
  var (s0, s1, s2, s3): (Scalar, Scalar, Scalar, Scalar) = (0, 0, 0, 0)
  var c = 0
  while c &+ 4 <= count {
    s0 += a[i &+ c] * b[j &+ c]
    s1 += a[i &+ c &+ 1] * b[j &+ c &+ 1]
    s2 += a[i &+ c &+ 2] * b[j &+ c &+ 2]
    s3 += a[i &+ c &+ 3] * b[j &+ c &+ 3]
    c &+= 4
  }
  var sum = (s0 + s1) + (s2 + s3)
  while c < count {
    sum += a[i &+ c] * b[j &+ c]
    c &+= 1
  }
  return sum
}

/// Passes 1 to 4 for one query: scores, mask, exponentials, weights. Returns the keys whose weight
/// may be other than 0.
@inline(__always)
private func weights<Scalar: ElementaryFunctions>(
  _ row: UnsafeMutableBufferPointer<Scalar>, _ q: UnsafeBufferPointer<Scalar>,
  _ k: UnsafeBufferPointer<Scalar>, _ mask: UnsafeBufferPointer<Scalar>, _ strides: [Int],
  _ sizes: AttentionSizes, _ head: Int, _ query: Int, _ options: AttentionOptions
) -> Range<Int> {
  let seen = options.visibleKeys(query: query, keys: sizes.keys)
  maskedScores(
    UnsafeMutableBufferPointer(rebasing: row[seen]), q, k, mask, strides, sizes, head, query, seen,
    options)

  // Pass 3: the exponentials, with the maximum subtracted so that none overflows, and their sum.
  var maximum = -Scalar.infinity
  for key in seen { maximum = larger(maximum, row[key]) }
  guard maximum != -.infinity else {
    row.update(repeating: 0)
    return 0..<0
  }
  var sum: Scalar = 0
  for key in seen {
    row[key] = Scalar.exp(row[key] - maximum)
    sum += row[key]
  }

  // Pass 4: their share of the sum; e^−∞ of it, 0 unless the sum is NaN, for the others.
  let none = 0 / sum
  for key in 0..<seen.lowerBound { row[key] = none }
  for key in seen { row[key] /= sum }
  for key in seen.upperBound..<sizes.keys { row[key] = none }
  return sum.isNaN ? 0..<sizes.keys : seen
}

/// Pass 5: the values of the keys in `looked`, each times its weight.
@inline(__always)
private func weightedSum<Scalar: ElementaryFunctions>(
  _ output: UnsafeMutableBufferPointer<Scalar>, _ row: UnsafeMutableBufferPointer<Scalar>,
  _ v: UnsafeBufferPointer<Scalar>, _ sizes: AttentionSizes, _ head: Int, _ looked: Range<Int>
) {
  let depth = sizes.valueDepth
  let valueStart = sizes.keyHead(head) * sizes.keys * depth
  for key in looked {
    let weight = row[key]
    let value = valueStart &+ key &* depth
    for c in 0..<depth { output[c] += weight * v[value &+ c] }
  }
}
