import AttentionEngine

/// Why a mask that a function made is True or False at a place: what the function's name says of it.
struct MaskReason {
  let text: String

  /// Nil where the formula is more than the call of a function that makes masks.
  ///
  /// - Parameter trace: the mask, whose last axis are the keys.
  init?(formula: String, _ trace: Trace, _ position: [Int]) {
    guard formula.hasSuffix(")"), position.count == 2, trace.shape.count == 2 else { return nil }
    let isOpen = trace.value[position] != 0
    let (query, key) = (position[0], position[1])
    if formula.hasPrefix("causal_mask("), formula.isFlatCall, isOpen == (key <= query) {
      text = key == query ? "itself" : key < query ? "an earlier key" : "a later key"
    } else if formula.hasPrefix("padding_mask("), formula.isFlatCall {
      let length = (0..<trace.shape[1]).count { trace.value[[query, $0]] != 0 }
      guard isOpen == (key < length) else { return nil }
      text = isOpen ? "within its length, \(length)" : "beyond its length, \(length)"
    } else {
      return nil
    }
  }
}

extension String {
  /// Whether nothing stands behind the bracket that closes the first one.
  fileprivate var isFlatCall: Bool {
    var depth = 0
    for character in dropLast() {
      depth += character == "(" ? 1 : character == ")" ? -1 : 0
      if depth == 0, character == ")" { return false }
    }
    return depth == 1
  }
}
