import AttentionEngine

// What stands below an entry of a softmax.

extension DerivationNode {
  /// The maximum and the sum of the exponentials.
  static func shiftedBranches(of entry: TracedEntry) -> [DerivationNode] {
    let explanation = entry.trace.explanation(at: entry.position)
    return explanation.passes.indices.dropLast().filter(explanation.belongsToShift)
      .map { .pass(explanation.passes[$0], among: explanation.passes) }
  }

  /// What a softmax is taken of, each with the place in the result, where that has no names or a mask chose it.
  static func scores(
    of entry: TracedEntry, _ explanation: Explanation<TracedEntry>
  ) -> [DerivationNode]? {
    guard let operand = entry.trace.scores, operand.ownName == nil,
      case .operation(let operation) = entry.trace.computation.origin
    else { return nil }
    var isNamed = explanation.conditions.isEmpty
    explanation.result.arithmetic.forEachLeaf { isNamed = isNamed && $0.name != nil }
    if isNamed { return nil }
    let axis = (operation as? Softmax)?.axis ?? (operation as? LogSoftmax)?.axis
    let positions = entry.trace.value.positions(along: axis, through: entry.position)
    return positions.map { position in
      .score(
        TracedEntry(trace: operand, position: position),
        of: TracedEntry(trace: entry.trace, position: position))
    }
  }
}

extension Trace {
  /// What a softmax is taken of.
  var scores: Trace? {
    let node = computation
    guard case .operation(let operation) = node.origin,
      operation is Softmax || operation is LogSoftmax
    else { return nil }
    return node.operands.first
  }
}

extension Tensor {
  /// The positions of all entries along an axis through one of them; of all entries where there is no axis.
  fileprivate func positions(along axis: Int?, through position: [Int]) -> [[Int]] {
    guard let axis else {
      return (0..<count).map { Shape.position(of: $0, in: shape) }
    }
    let number = axis < 0 ? axis + rank : axis
    guard shape.indices.contains(number) else { return [position] }
    return (0..<shape[number]).map { index in
      var place = position
      place[number] = index
      return place
    }
  }
}
