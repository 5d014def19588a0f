/// `attention`, the keys taken in blocks: with every option, and memory for one block of scores only.
///
/// This is the readable way; `streamingAttention` is the fast one, for float32 without a mask.
///
/// - Parameters:
///   - mask: as `options.mask` says.
///   - block: keys at a time, at least 1. The answer is that of `attention` for any, but for rounding.
/// - Returns: `[…, n, d_v]`; a row that sees no key is zero. A value of NaN or ±∞ counts only for the queries that
///   see its key, where `attention` lets it reach all of them.
/// - Throws: what `attention` throws, and `TensorError.argument` for a block without a key.
package func attentionInBlocks<Scalar: ElementaryFunctions>(
  _ q: Tensor<Scalar>, _ k: Tensor<Scalar>, _ v: Tensor<Scalar>, mask: Tensor<Scalar>? = nil,
  _ options: AttentionOptions = AttentionOptions(), block: Int
) throws(TensorError) -> Tensor<Scalar> {
  guard block > 0 else { throw .argument(name: "block", problem: "must be at least 1") }
  try options.validated()
  let sizes = try AttentionSizes.meeting(
    query: q.shape, key: k.shape, value: v.shape, operation: "attention")
  let strides = try sizes.maskStrides(mask?.shape)
  _ = try Shape.count(sizes.outputShape, operation: "attention")
  var scores = [Scalar](repeating: 0, count: min(block, sizes.keys))
  let rows = (0..<sizes.batch * sizes.heads * sizes.queries).map { row in
    let place = sizes.place(head: row / sizes.queries, strides)
    let query = row % sizes.queries
    var softmax = OnlineSoftmax<Scalar>(features: sizes.valueDepth)
    let seen = options.visibleKeys(query: query, keys: sizes.keys)
    withOperands(q, k, mask) { operands in
      v.entries.withUnsafeBufferPointer { v in
        scores.withUnsafeMutableBufferPointer { scores in
          for first in stride(from: seen.lowerBound, to: seen.upperBound, by: block) {
            let keys = first..<min(first + block, seen.upperBound)
            let part = UnsafeMutableBufferPointer(rebasing: scores[..<keys.count])
            maskedScores(part, operands, strides, sizes, place, query, keys, options)
            softmax.absorb(scores: part, values: v[sizes.values(keys, place)])
          }
        }
      }
    }
    return softmax.output
  }
  return Tensor(shape: sizes.outputShape, entries: rows.flatMap(\.self))
}

extension AttentionSizes {
  /// Where the values of some keys of a head stand.
  fileprivate func values(_ keys: Range<Int>, _ place: HeadPlace) -> Range<Int> {
    let start = place.value
    return start + keys.lowerBound * valueDepth..<start + keys.upperBound * valueDepth
  }
}
