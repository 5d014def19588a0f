import AttentionEngine

extension Explanation<TracedEntry>.Pass {
  /// Whether it is a number that stands so in the formula.
  var isConstant: Bool { if case .number = arithmetic { true } else { false } }

  /// Whether it is the largest of numbers that the reader wrote: it stands as they do.
  var isOneOfInputs: Bool {
    guard case .call("maximum", let parts) = arithmetic else { return false }
    return parts.allSatisfy {
      if case .entry(let entry) = $0 { entry.trace.isInput } else { false }
    }
  }

  /// Its value as its kind is written.
  func shown(digits: Int, isWhole: Bool = false) -> String {
    switch kind {
    case .truth: value == 0 ? "False" : "True"
    case .whole: ShownNumber.constant(value, digits: digits)
    case .real where isWhole: ShownNumber.constant(value, digits: digits)
    case .real where isConstant: ShownNumber.constant(value, digits: 6)
    case .real: ShownNumber.computed(value, digits: digits)
    }
  }
}

extension Explanation<TracedEntry> {
  /// What became of the score of a masked key.
  func wordsOfAside(digits: Int) -> [String] {
    if remark == nil, !asides.isEmpty {
      return [asides.count == 1 ? "1 masked key left out" : "\(asides.count) masked keys left out"]
    }
    return asides.prefix(1).filter { $0.remark == nil }.map { aside in
      "so its score \(aside.shown(digits: digits)) counts as -inf, and e^-inf is 0"
    }
  }
}

extension TracedEntry {
  /// An entry in the same row of what this one was computed from, where each row comes of one row.
  var sameRow: TracedEntry? {
    guard case .operation(let operation) = trace.origin, operation.keepsRows else { return nil }
    var found: TracedEntry?
    operation.explain(
      position, operands: Array(trace.operands.values), result: trace.value
    ).result.arithmetic.forEachLeaf { leaf in
      let operand = trace.operands[leaf.operand]
      if found == nil, !operand.isInput || operand.isNamed, !leaf.position.isEmpty {
        found = TracedEntry(trace: operand, position: leaf.position)
      }
    }
    return found
  }
}

extension Trace {
  fileprivate var isNamed: Bool { if case .name = origin { true } else { false } }
}

extension Operation {
  fileprivate var keepsRows: Bool {
    switch self {
    case is Reindex, is MatMul, is BinaryOperation, is UnaryOperation, is LayerNorm, is RMSNorm,
      is RotaryEmbedding, is Softmax, is Round, is Clip, is Where,
      is Decided:
      true
    default: false
    }
  }
}

extension Arithmetic<TracedEntry> {
  /// e to the power of minus infinity, over something.
  var isPowerOfMinusInfinity: Bool {
    guard case .quotient(.call("exp", let arguments), _) = self,
      case .difference(let score, _)? = arguments.first
    else { return false }
    return score.evaluated(leaf: \.value) == -.infinity
  }
}
