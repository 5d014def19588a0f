import AttentionEngine

extension EntryNames {
  /// Of an entry without a name that is a product of matrices, what its row and its column are called where they were
  /// made of rows that have labels: nil where they weren't.
  func factors(of entry: TracedEntry) -> (row: String?, column: String?) {
    guard case .operation(let operation) = entry.trace.origin, operation is MatMul else {
      return (nil, nil)
    }
    let explanation = operation.explain(
      entry.position, operands: Array(entry.trace.operands.values), result: entry.trace.value)
    var pairs: [[TracedEntry]] = [[], []]
    explanation.result.arithmetic.forEachLeaf { leaf in
      guard pairs.indices.contains(leaf.operand), pairs[leaf.operand].count < 2 else { return }
      pairs[leaf.operand].append(
        TracedEntry(trace: entry.trace.operands[leaf.operand], position: leaf.position))
    }
    return (label(ofLine: pairs[0]), label(ofLine: pairs[1]))
  }

  /// The label of a row or column, by the first two of its entries.
  private func label(ofLine entries: [TracedEntry]) -> String? {
    let origins = entries.map(named)
    guard let first = origins.first, let name = first.name, first.position.count > 1 else {
      return nil
    }
    let rank = first.position.count
    var axis = rank - 2
    // Along the line one index goes on, and the other says which line it is.
    if origins.count > 1, origins[1].name == name,
      first.position[rank - 2] != origins[1].position[rank - 2]
    {
      axis = rank - 1
    }
    return label(name, first.position[axis], axis: axis, rank: rank)
  }

  /// The entry with a name that it was made of in the same row, or the last on the way.
  private func named(_ entry: TracedEntry) -> TracedEntry {
    var entry = entry
    while entry.name == nil, let next = entry.sameRow { entry = next }
    return entry
  }
}
