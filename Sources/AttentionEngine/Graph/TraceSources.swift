extension Trace {
  /// The named entries that took part in an entry, in the order in which the arithmetic meets them, each once.
  ///
  /// The nearest names only: what those were made of is theirs to say. Beyond the limit, and beyond a bounded amount
  /// of work, the others are missing. An input has none.
  package func sources(at position: [Int], limit: Int = 4096) -> [TracedEntry] {
    var search = SourceSearch(limit: limit)
    let node = computation
    if isInput { return [] }
    if case .name(let name) = node.origin {
      search.add(TracedEntry(trace: node, position: position), named: name)
    } else {
      search.descend(into: node, at: position)
    }
    return search.found
  }
}

private struct SourceSearch {
  /// An entry of a node, or of a name: which, and the entry's offset.
  private struct Key<Owner: Hashable>: Hashable {
    let owner: Owner
    let offset: Int
  }

  private(set) var found: [TracedEntry] = []
  private var entries: Set<Key<Int>> = []
  private var visited: Set<Key<ObjectIdentifier>> = []
  /// A number for each name, and for each node the number of its name: quicker to compare than names are.
  private var names: [String: Int] = [:]
  private var nodes: [ObjectIdentifier: Int] = [:]
  private var work = 0
  private let limit: Int
  private let workLimit = 20_000

  init(limit: Int) {
    self.limit = limit
  }

  mutating func add(_ entry: TracedEntry, named name: String) {
    guard found.count < limit else { return }
    let offset = entry.trace.value.offset(of: entry.position)
    if entries.insert(Key(owner: number(of: entry.trace, name), offset: offset)).inserted {
      found.append(entry)
    }
  }

  private mutating func number(of node: Trace, _ name: String) -> Int {
    if let number = nodes[ObjectIdentifier(node)] { return number }
    let number = names[name] ?? names.count
    names[name] = number
    nodes[ObjectIdentifier(node)] = number
    return number
  }

  mutating func descend(into node: Trace, at position: [Int]) {
    guard case .operation(let operation) = node.origin, found.count < limit, work < workLimit
    else { return }
    let offset = node.value.offset(of: position)
    guard visited.insert(Key(owner: ObjectIdentifier(node), offset: offset)).inserted else {
      return
    }
    let explanation = operation.explain(
      position, operands: Array(node.operands.values), result: node.value)
    for pass in explanation.passes {
      pass.arithmetic.forEachLeaf { leaf in
        work += 1
        let operand = node.operands[leaf.operand]
        if case .name(let name) = operand.origin {
          add(TracedEntry(trace: operand, position: leaf.position), named: name)
        } else {
          descend(into: operand, at: leaf.position)
        }
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
