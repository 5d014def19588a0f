extension Trace {
  /// The named entries that took part in an entry, in the order in which the arithmetic meets them, each once.
  ///
  /// The nearest names only: what those were made of is theirs to say. Beyond the limit, and beyond a bounded amount
  /// of work, the others are missing. An input has none.
  package func sources(at position: [Int], limit: Int = 4096) -> [TracedEntry] {
    var search = SourceSearch(limit: limit)
    let node = computation
    if isInput { return [] }
    if case .name = node.origin {
      search.add(TracedEntry(trace: node, position: position))
    } else {
      search.descend(into: node, at: position)
    }
    return search.found
  }
}

private struct SourceSearch {
  private struct Key: Hashable {
    let trace: ObjectIdentifier
    let position: [Int]
  }

  private struct NameKey: Hashable {
    let name: String
    let position: [Int]
  }

  private(set) var found: [TracedEntry] = []
  private var names: Set<NameKey> = []
  private var visited: Set<Key> = []
  private var work = 0
  private let limit: Int
  private let workLimit = 20_000

  init(limit: Int) {
    self.limit = limit
  }

  mutating func add(_ entry: TracedEntry) {
    guard let name = entry.name, found.count < limit else { return }
    if names.insert(NameKey(name: name, position: entry.position)).inserted {
      found.append(entry)
    }
  }

  mutating func descend(into node: Trace, at position: [Int]) {
    guard case .operation(let operation) = node.origin, found.count < limit, work < workLimit,
      visited.insert(Key(trace: ObjectIdentifier(node), position: position)).inserted
    else { return }
    let explanation = operation.explain(
      position, operands: node.operands.map(\.value), result: node.value)
    for pass in explanation.passes {
      pass.arithmetic.forEachLeaf { leaf in
        work += 1
        let entry = TracedEntry(trace: node.operands[leaf.operand], position: leaf.position)
        if entry.name != nil { add(entry) } else { descend(into: entry.trace, at: leaf.position) }
      }
    }
  }
}

extension Trace {
  /// The names that it was computed from, the nearest ones only, in the order in which the formula meets them.
  package var nearestNames: [String] {
    var names: [String] = []
    var visited: Set<ObjectIdentifier> = []
    let node = computation
    if !isInput, case .name(let name) = node.origin { return [name] }
    node.collectNames(into: &names, &visited)
    return names
  }

  private func collectNames(into names: inout [String], _ visited: inout Set<ObjectIdentifier>) {
    for operand in operands where visited.insert(ObjectIdentifier(operand)).inserted {
      if case .name(let name) = operand.origin {
        if !names.contains(name) { names.append(name) }
      } else {
        operand.collectNames(into: &names, &visited)
      }
    }
  }
}
