/// The keys and values of the tokens so far, so that each new token costs one query instead of a whole sequence.
///
/// Decoding token by token through a cache gives the rows that causal attention over the whole sequence
/// gives at once: a query with m keys before it sees the keys up to i + m.
///
/// Source: Shazeer, "Fast transformer decoding" (2019), section 2.4.
package struct KeyValueCache<Scalar: ElementaryFunctions> {
  /// `[…, m, d]`, nil before the first token.
  package private(set) var keys: Tensor<Scalar>?
  /// `[…, m, d_v]`
  package private(set) var values: Tensor<Scalar>?

  package init() {}

  /// How many tokens it holds, m.
  package var count: Int { keys.map { $0.shape[$0.rank - 2] } ?? 0 }

  /// Takes in the keys and values of n new tokens and attends to all m + n with their queries, causally.
  ///
  /// - Parameters:
  ///   - query: `[…, n, d]`
  ///   - key: `[…, n, d]`
  ///   - value: `[…, n, d_v]`
  ///   - options: as for `attention`; causality and offset are the cache's affair.
  /// - Returns: `[…, n, d_v]`
  /// - Throws: what `attention` throws, and `TensorError.sizes` where the new tokens don't fit those held. The
  ///   cache is then as it was.
  package mutating func decode(
    query: Tensor<Scalar>, key: Tensor<Scalar>, value: Tensor<Scalar>,
    _ options: AttentionOptions = AttentionOptions()
  ) throws(TensorError) -> Tensor<Scalar> {
    let longerKeys = try appended(key, to: keys, what: "cached and new keys")
    let longerValues = try appended(value, to: values, what: "cached and new values")
    var causal = options
    causal.causal = true
    causal.offset = count
    let output = try attention(query, longerKeys, longerValues, causal)
    (keys, values) = (longerKeys, longerValues)
    return output
  }

  /// `new` behind `held` along the axis of tokens, the last but one.
  private func appended(
    _ new: Tensor<Scalar>, to held: Tensor<Scalar>?, what: String
  ) throws(TensorError) -> Tensor<Scalar> {
    guard new.rank >= 2 else { throw .rank(operation: "attention", shape: new.shape) }
    guard let held else { return new }
    let axis = new.rank - 2
    guard held.rank == new.rank, held.shape[..<axis] == new.shape[..<axis],
      held.shape.last == new.shape.last
    else { throw .sizes(what: what, held.shape, new.shape) }
    let heads = new.shape[..<axis].reduce(1, *)
    let (old, fresh) = (
      held.shape[axis] * held.shape[axis + 1], new.shape[axis] * new.shape[axis + 1]
    )
    var entries: [Scalar] = []
    entries.reserveCapacity(held.count + new.count)
    for head in 0..<heads {
      entries += held.entries[head * old..<(head + 1) * old]
      entries += new.entries[head * fresh..<(head + 1) * fresh]
    }
    var shape = new.shape
    shape[axis] += held.shape[axis]
    return Tensor(shape: shape, entries: entries)
  }
}

extension KeyValueCache: Sendable where Scalar: Sendable {}
