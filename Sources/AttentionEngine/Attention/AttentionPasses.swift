// The passes of attention for one query, over entries where they stand in memory. `Scalar` is float32 or float64.

/// The entries of the queries, the keys and the mask, where they stand in memory.
struct AttentionOperands<Scalar> {
  let q: UnsafeBufferPointer<Scalar>
  let k: UnsafeBufferPointer<Scalar>
  /// Empty where there is none.
  let mask: UnsafeBufferPointer<Scalar>
}

/// Calls the body with the operands' entries, which hold as long as it runs.
@inline(__always)
func withOperands<Scalar, Result, Failure: Error>(
  _ q: Tensor<Scalar>, _ k: Tensor<Scalar>, _ mask: Tensor<Scalar>?,
  _ body: (AttentionOperands<Scalar>) throws(Failure) -> Result
) throws(Failure) -> Result {
  try q.entries.withUnsafeBufferPointer { q throws(Failure) in
    try k.entries.withUnsafeBufferPointer { k throws(Failure) in
      try (mask?.entries ?? []).withUnsafeBufferPointer { mask throws(Failure) in
        try body(AttentionOperands(q: q, k: k, mask: mask))
      }
    }
  }
}

/// Passes 1 and 2: a query's product with each of some keys it sees, scaled, bent and masked.
///
/// - Parameter row: the scores; its first is that of the first key in `seen`.
@inline(__always)
func maskedScores<Scalar: ElementaryFunctions>(
  _ row: UnsafeMutableBufferPointer<Scalar>, _ operands: AttentionOperands<Scalar>,
  _ strides: MaskStrides, _ sizes: AttentionSizes, _ place: HeadPlace, _ query: Int,
  _ seen: Range<Int>,
  _ options: AttentionOptions
) {
  scores(row, operands, sizes, place, query, seen, options)
  let start = place.mask + query * strides.query
  let (step, first) = (strides.key, seen.lowerBound)
  switch options.mask {
  case .none: break
  case .boolean:
    for key in seen where operands.mask[start + key * step] == 0 { row[key &- first] = -.infinity }
  case .additive:
    for key in seen { row[key &- first] += operands.mask[start + key * step] }
  }
}

/// Pass 1: a query's product with each key it sees, scaled and bent.
@inline(__always)
func scores<Scalar: ElementaryFunctions>(
  _ row: UnsafeMutableBufferPointer<Scalar>, _ operands: AttentionOperands<Scalar>,
  _ sizes: AttentionSizes, _ place: HeadPlace, _ query: Int, _ seen: Range<Int>,
  _ options: AttentionOptions
) {
  let first = place.key + seen.lowerBound * sizes.depth
  dotProducts(
    row, of: operands.q, place.query + query * sizes.depth, with: operands.k, first,
    count: seen.count, depth: sizes.depth)
  if let scale = options.scale {
    for key in 0..<seen.count { row[key] *= Scalar(scale) }
  } else {
    let root = Scalar(sizes.depth).squareRoot()
    for key in 0..<seen.count { row[key] /= root }
  }
  guard let cap = options.softcap.map({ Scalar($0) }) else { return }
  for key in 0..<seen.count { row[key] = cap * Scalar.tanh(row[key] / cap) }
}

/// Passes 1 to 4 for one query: scores, mask, exponentials, weights. Returns the keys whose weight
/// may be other than 0.
@inline(__always)
func weights<Scalar: ElementaryFunctions>(
  _ row: UnsafeMutableBufferPointer<Scalar>, _ operands: AttentionOperands<Scalar>,
  _ strides: MaskStrides, _ sizes: AttentionSizes, _ place: HeadPlace, _ query: Int,
  _ options: AttentionOptions
) -> Range<Int> {
  let seen = options.visibleKeys(query: query, keys: sizes.keys)
  maskedScores(
    UnsafeMutableBufferPointer(rebasing: row[seen]), operands, strides, sizes, place, query, seen,
    options)

  // Pass 3: the exponentials, with the maximum subtracted so that none overflows, and their sum.
  var maximum = -Scalar.infinity
  for key in seen { maximum = larger(maximum, row[key]) }
  guard maximum != -.infinity else {
    row.update(repeating: 0)
    return 0..<0
  }
  var sum: Scalar = 0
  let isFinite = maximum.isFinite
  for key in seen {
    let isLargest = isFinite && row[key] == maximum
    row[key] = isLargest ? 1 : Scalar.exp(row[key] - maximum)
    sum += row[key]
  }

  // Pass 4: their share of the sum; e^−∞ of it, 0 unless the sum is NaN, for the others.
  let none: Scalar = sum.isNaN ? sum : 0
  for key in 0..<seen.lowerBound { row[key] = none }
  for key in seen { row[key] /= sum }
  for key in seen.upperBound..<sizes.keys { row[key] = none }
  return sum.isNaN ? 0..<sizes.keys : seen
}

/// Pass 5: the values of the keys in `looked`, each times its weight, added in the order of the keys.
@inline(__always)
func weightedSum<Scalar: ElementaryFunctions>(
  _ output: UnsafeMutableBufferPointer<Scalar>, _ row: UnsafeMutableBufferPointer<Scalar>,
  _ v: UnsafeBufferPointer<Scalar>, _ sizes: AttentionSizes, _ place: HeadPlace,
  _ looked: Range<Int>
) {
  let depth = sizes.valueDepth
  guard depth > 0, let out = output.baseAddress, let v = v.baseAddress else {
    return output.initialize(repeating: 0)
  }
  let values = v + place.value
  var c = 0
  while c &+ 16 <= depth {
    var (s0, s1) = (SIMD4<Scalar>(), SIMD4<Scalar>())
    var (s2, s3) = (SIMD4<Scalar>(), SIMD4<Scalar>())
    var value = values + (looked.lowerBound &* depth &+ c)
    for key in looked {
      let weight = row[key]
      s0 += weight * lanes(value, 0)
      s1 += weight * lanes(value, 4)
      s2 += weight * lanes(value, 8)
      s3 += weight * lanes(value, 12)
      value += depth
    }
    store(s0, s1, at: out + c)
    store(s2, s3, at: out + (c &+ 8))
    c &+= 16
  }
  if c &+ 8 <= depth {
    var (low, high) = (SIMD4<Scalar>(), SIMD4<Scalar>())
    for key in looked {
      let value = values + (key &* depth &+ c)
      low += row[key] * lanes(value, 0)
      high += row[key] * lanes(value, 4)
    }
    store(low, high, at: out + c)
    c &+= 8
  }
  while c < depth {
    var sum: Scalar = 0
    for key in looked { sum += row[key] * values[key &* depth &+ c] }
    out[c] = sum
    c &+= 1
  }
}

@inline(__always)
private func store<Scalar: ElementaryFunctions>(
  _ low: SIMD4<Scalar>, _ high: SIMD4<Scalar>, at start: UnsafeMutablePointer<Scalar>
) {
  UnsafeMutableRawPointer(start).storeBytes(of: low, as: SIMD4<Scalar>.self)
  UnsafeMutableRawPointer(start + 4).storeBytes(of: high, as: SIMD4<Scalar>.self)
}
