/// What an attention is computed with besides its queries, keys and values.
package struct AttentionOptions: Hashable, Sendable {
  /// What the products of queries and keys are multiplied by; nil divides them by √d.
  package var scale: Double?
  /// Query i sees the keys up to i + `offset` only.
  package var causal = false
  /// The position of the first query among the keys: the length of a cache.
  package var offset = 0
  /// Scores are bent to c·tanh(score / c), after scaling and before any mask.
  package var softcap: Double?
  /// How far to both sides of its own position, i + `offset`, a query sees.
  package var window: AttentionWindow?
  /// Whether one more operand, the last, is a mask, and of which kind.
  package var mask = AttentionMask.none

  package init(
    scale: Double? = nil, causal: Bool = false, offset: Int = 0, softcap: Double? = nil,
    window: AttentionWindow? = nil, mask: AttentionMask = .none
  ) {
    self.scale = scale
    self.causal = causal
    self.offset = offset
    self.softcap = softcap
    self.window = window
    self.mask = mask
  }
}

package enum AttentionMask: Hashable, Sendable {
  case none
  /// True, that is not 0, where attention is allowed.
  case boolean
  /// Added to the scaled scores.
  case additive
}

/// Keys from `left` before a query's position to `right` after it; nil is without end.
package struct AttentionWindow: Hashable, Sendable {
  package let left: Int?
  package let right: Int?

  package init(left: Int?, right: Int?) {
    self.left = left
    self.right = right
  }

  /// The last so many keys up to the query's own position.
  package init(last count: Int) {
    self.init(left: count - 1, right: 0)
  }
}

extension AttentionOptions {
  /// The keys that causality and window let a query see, whatever a mask says.
  func visibleKeys(query: Int, keys: Int) -> Range<Int> {
    // Saturating: positions come from the text and may be as far out as an integer goes.
    let position = query.addingSaturating(offset)
    var first = 0
    var last = keys - 1
    if causal { last = min(last, position) }
    if let left = window?.left { first = max(first, position.addingSaturating(-left)) }
    if let right = window?.right { last = min(last, position.addingSaturating(right)) }
    return first <= last ? first..<(last + 1) : 0..<0
  }

  /// - Throws: `TensorError.argument` for a window or softcap below its least value.
  func validated() throws(TensorError) {
    if let softcap, !(softcap > 0) {
      throw .argument(name: "softcap", problem: "must be greater than 0")
    }
    guard let window else { return }
    if window.left ?? 0 < 0 || window.right ?? 0 < 0 {
      throw .argument(name: "window", problem: "must not be negative")
    }
  }
}

extension Int {
  fileprivate func addingSaturating(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other < 0 ? .min : .max) : sum
  }
}
