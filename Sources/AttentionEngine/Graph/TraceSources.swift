extension Trace {
  /// The named entries that took part in an entry, in the order in which the arithmetic meets them, each once.
  ///
  /// The nearest names only: what those were made of is theirs to say. Beyond the limit, and beyond a bounded amount
  /// of work, the others are missing. An input has none.
  ///
  /// - Parameters:
  ///   - withConditions: whether those are among them that decided what is taken.
  ///   - withSilent: whether those are that have a say but aren't told: the other entries of a mask.
  package func sources(
    at position: [Int], limit: Int = 4096, withConditions: Bool = true, withSilent: Bool = false
  ) -> [TracedEntry] {
    var search = SourceSearch(limit: limit)
    (search.withConditions, search.withSilent) = (withConditions, withSilent)
    let node = computation
    if isInput { return [] }
    if case .name(let name) = node.origin {
      search.add(TracedEntry(trace: node, position: position), named: name)
    } else {
      search.descend(into: node, at: position)
    }
    return search.found
  }

  /// The named entries that decided somewhere in the formula what is taken: those of a mask, of conditions.
  package func decidingSources(limit: Int = 4096) -> [TracedEntry] {
    var search = SourceSearch(limit: limit)
    search.withSilent = true
    var visited: Set<ObjectIdentifier> = []
    search.addDeciding(of: computation, &visited)
    return search.found
  }

  /// Whether a condition decided anything in the formula.
  package var isDecided: Bool {
    var visited: Set<ObjectIdentifier> = []
    return computation.holdsDecision(&visited)
  }

  private func holdsDecision(_ visited: inout Set<ObjectIdentifier>) -> Bool {
    guard visited.insert(ObjectIdentifier(self)).inserted, case .operation(let operation) = origin
    else { return false }
    return operation is Decided || operands.contains { $0.holdsDecision(&visited) }
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
  var withConditions = true
  var withSilent = false
  private let workLimit = 20_000

  init(limit: Int) {
    self.limit = limit
  }

  mutating func addDeciding(of node: Trace, _ visited: inout Set<ObjectIdentifier>) {
    guard visited.insert(ObjectIdentifier(node)).inserted else { return }
    if case .operation(let operation) = node.origin, operation is Decided {
      for decider in node.operands.dropFirst() {
        for offset in 0..<decider.value.count where work < workLimit {
          meet(TracedEntry(trace: decider, position: Shape.position(of: offset, in: decider.shape)))
        }
      }
    }
    for operand in node.operands {
      if case .name = operand.origin { continue }
      addDeciding(of: operand, &visited)
    }
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
      pass.arithmetic.forEachLeaf { meet($0, of: node) }
    }
    if withConditions { for leaf in explanation.conditions { meet(leaf, of: node) } }
    if withSilent { for leaf in explanation.silent { meet(leaf, of: node) } }
  }

  private mutating func meet(_ leaf: OperandEntry, of node: Trace) {
    meet(TracedEntry(trace: node.operands[leaf.operand], position: leaf.position))
  }

  private mutating func meet(_ entry: TracedEntry) {
    work += 1
    if case .name(let name) = entry.trace.origin {
      add(entry, named: name)
    } else {
      descend(into: entry.trace, at: entry.position)
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
