/// The softmax-weighted sum of values for one query, taken in as many blocks of keys as come.
///
/// Three things are carried from block to block: the largest score so far, the sum of the exponentials
/// taken against it, and the weighted sum of the values. When a larger score comes, what was summed
/// is scaled down by e^(old − new). The result doesn't depend on how the keys were cut into blocks, but
/// for rounding.
///
/// Source: Milakov and Gimelshein, "Online normalizer calculation for softmax" (2018), algorithm 3; Dao et al.,
/// "FlashAttention" (2022), algorithm 1.
package struct OnlineSoftmax<Scalar: ElementaryFunctions> {
  /// The largest score so far; −∞ before the first.
  package private(set) var maximum = -Scalar.infinity
  /// Σ e^(score − maximum)
  package private(set) var sum: Scalar = 0
  /// Σ e^(score − maximum) · value, one entry for each of the value's features.
  package private(set) var weighted: [Scalar]

  /// - Parameter features: the size of a value, d_v.
  package init(features: Int) {
    weighted = Array(repeating: 0, count: features)
  }

  /// Takes in one block: a score for each of its keys, and the values, row-major `[keys, d_v]`.
  package mutating func absorb(
    scores: UnsafeMutableBufferPointer<Scalar>, values: Slice<UnsafeBufferPointer<Scalar>>
  ) {
    let features = weighted.count
    let larger = scores.reduce(maximum, AttentionEngine.larger)
    // A block whose every key is masked adds nothing, and −∞ − (−∞) must not be asked for.
    if larger == -.infinity { return }
    rescale(to: larger)
    for (key, score) in scores.enumerated() {
      let weight = Scalar.exp(score - maximum)
      sum += weight
      let row = values.startIndex + key * features
      for feature in 0..<features { weighted[feature] += weight * values[row + feature] }
    }
  }

  private mutating func rescale(to larger: Scalar) {
    let factor = maximum == -.infinity ? 0 : Scalar.exp(maximum - larger)
    sum *= factor
    for feature in weighted.indices { weighted[feature] *= factor }
    maximum = larger
  }

  /// The output row; zeros where no key was allowed.
  package var output: [Scalar] {
    sum == 0 ? weighted : weighted.map { $0 / sum }
  }

  /// log Σ e^score, which is −∞ where no key was allowed.
  package var logSumExp: Scalar { maximum + Scalar.log(sum) }
}
