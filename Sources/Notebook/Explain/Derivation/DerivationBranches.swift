import AttentionEngine

extension DerivationNode {
  /// A sum of more terms has a branch for them.
  static let shortSum = 4

  var hasBranches: Bool {
    switch self {
    case .entry(let entry): !entry.trace.isInput && !branches.isEmpty
    case .otherwise(let entry, _): entry.position.isEmpty && !branches.isEmpty
    case .line, .more: true
    case .score, .pass, .shifted, .aside, .term, .terms, .source: !branches.isEmpty
    case .reached(_, let positions, _): positions?.isEmpty == false
    }
  }

  /// What the line is made of, at most `firstBranches` spelt out.
  package var branches: [DerivationNode] {
    let all: [DerivationNode] =
      switch self {
      case .entry(let entry), .score(let entry, _): Self.branches(of: entry)
      case .otherwise(let entry, _):
        entry.position.isEmpty ? Self.branches(of: entry) : []
      case .line(let entries): entries.map { .entry($0) }
      case .pass(let pass, let passes): Self.parts(of: pass.arithmetic, passes)
      case .shifted(let entry): Self.shiftedBranches(of: entry)
      case .aside(let pass): Self.parts(of: pass.arithmetic, [])
      case .term(let arithmetic, let passes):
        Self.steps(of: arithmetic, passes) + Self.leaves(of: [arithmetic])
      case .terms(let terms, let passes, _): terms.compactMap { Self.node(of: $0, passes) }
      case .more(let nodes): nodes
      case .source(_, let reached): reached
      case .reached(let entry, let positions, _):
        (positions ?? []).map { .entry(TracedEntry(trace: entry.trace, position: $0)) }
      }
    return Self.limited(all, to: Self.firstBranches)
  }

  /// The passes before the last, which the entry's own line shows, and what the last is made of. What only another pass
  /// takes the value of stands below that one.
  private static func branches(of entry: TracedEntry) -> [DerivationNode] {
    guard !entry.trace.isInput else { return [] }
    let explanation = entry.trace.explanation(at: entry.position)
    let passes = explanation.passes
    // What is nothing but a number without a name has that one's branches.
    if passes.count == 1, case .entry(let same) = passes[0].arithmetic, same.name == nil,
      !same.trace.isInput
    {
      return branches(of: same) + leaves(of: explanation.conditions.map { .entry($0) })
    }
    var taken: Set<Int> = []
    for pass in passes { pass.arithmetic.forEachStep { taken.insert($0) } }
    let last = explanation.result.arithmetic
    let before = passes.indices.dropLast().filter { !taken.contains($0) }
    let plain = before.map { passes[$0] }.filter(\.isPlain).map(\.arithmetic)
    let steps = before.filter { !passes[$0].isPlain }
    let others =
      leaves(of: explanation.conditions.map { .entry($0) }) + explanation.asides.map { .aside($0) }
    // Where a step tells the sum already, its terms aren't told once more.
    guard !steps.isEmpty else {
      let parts = parts(of: last, passes, with: plain)
      return self.steps(of: last, passes) + parts.filter { !$0.isPass } + others
    }
    var told = Set(steps)
    last.forEachStep { told.insert($0) }
    guard last.canStayUnshifted else {
      return products(of: last, passes)
        + told.sorted().map { .pass(passes[$0], among: passes) }
        + leaves(of: plain + [last]) + others
    }
    let scores = scores(of: entry, explanation)
    return (explanation.tellsShift ? [.shifted(entry)] : [])
      + told.sorted().filter { !explanation.belongsToShift($0) }
      .map { .pass(passes[$0], among: passes) }
      + (scores ?? leaves(of: plain + [last]) + others)
  }

  /// Terms that are more than numbers and their products one by one; else the steps and entries that took part.
  private static func parts(
    of arithmetic: Arithmetic<TracedEntry>, _ passes: Passes,
    with others: [Arithmetic<TracedEntry>] = []
  ) -> [DerivationNode] {
    let list = arithmetic.longestList
    guard list.count > 1, list.contains(where: \.isFunction) else {
      return products(of: arithmetic, passes) + steps(of: arithmetic, passes)
        + leaves(of: others + [arithmetic])
    }
    let terms = list.compactMap { node(of: $0, passes) }
    // Of steps that stand beside nothing but a number each has a line of its own.
    if terms.count == 1, case .term(let only, _) = terms[0], only.hasSteps {
      return products(of: arithmetic, passes) + steps(of: arithmetic, passes)
        + leaves(of: others + [arithmetic])
    }
    let beside = arithmetic.beside(list)
    let alone = beside.functions.filter { function in !list.contains { $0.isSame(as: function) } }
    return steps(of: .sum(beside.functions + beside.numbers), passes)
      + alone.compactMap { node(of: $0, passes) } + terms
      + leaves(of: others + beside.numbers)
  }

  /// The passes whose values it takes, each once.
  private static func steps(
    of arithmetic: Arithmetic<TracedEntry>, _ passes: Passes
  ) -> [DerivationNode] {
    var nodes: [DerivationNode] = []
    var seen: Set<Int> = []
    arithmetic.forEachStep { index in
      guard passes.indices.contains(index), seen.insert(index).inserted else { return }
      nodes.append(.pass(passes[index], among: passes))
    }
    return nodes
  }

  /// A long sum of products, as one branch.
  private static func products(
    of arithmetic: Arithmetic<TracedEntry>, _ passes: Passes
  ) -> [DerivationNode] {
    let list = arithmetic.longestList
    guard list.count > shortSum, list.contains(where: \.isProduct) else { return [] }
    let isAll = if case .sum = arithmetic { true } else { false }
    return [.terms(list, among: passes, isAll: isAll)]
  }

  /// A term by what it is; nothing for a number that stands so in the formula.
  private static func node(
    of term: Arithmetic<TracedEntry>, _ passes: Passes
  ) -> DerivationNode? {
    switch term {
    case .number: nil
    case .entry(let entry): entry.isNumberOfFormula ? nil : .entry(entry)
    case .step(let index, _) where passes.indices.contains(index):
      .pass(passes[index], among: passes)
    default: .term(term, among: passes)
    }
  }

  /// The entries that took part, each once, those of an array together and in its order; a whole row or column of an
  /// input on one line.
  private static func leaves(of arithmetic: [Arithmetic<TracedEntry>]) -> [DerivationNode] {
    var arrays: [[TracedEntry]] = []
    var places: [ObjectIdentifier: Int] = [:]
    var seen: Set<Seen> = []
    for part in arithmetic {
      part.forEachLeaf { entry in
        guard !entry.isNumberOfFormula, seen.insert(Seen(entry)).inserted else { return }
        let place = places[ObjectIdentifier(entry.trace), default: arrays.count]
        if place == arrays.count { arrays.append([]) }
        places[ObjectIdentifier(entry.trace)] = place
        arrays[place].append(entry)
      }
    }
    return arrays.flatMap { entries in
      let entries = entries.sorted { $0.position.lexicographicallyPrecedes($1.position) }
      return entries[0].trace.isInput ? lines(of: entries) : entries.map { .entry($0) }
    }
  }

  /// Entries of one array by rows, or by columns where those are fewer.
  private static func lines(of entries: [TracedEntry]) -> [DerivationNode] {
    let axes = Array(entries[0].position.indices.reversed())
    let ways = axes.map { lines(of: entries, along: $0) }
    let fewest = axes.indices.min { ways[$0].count < ways[$1].count }
    guard let fewest else { return entries.map { .entry($0) } }
    let whole = entries[0].trace.shape[axes[fewest]]
    return ways[fewest].flatMap { line in
      line.count > 1 && line.count == whole ? [.line(line)] : line.map { .entry($0) }
    }
  }

  private static func lines(of entries: [TracedEntry], along axis: Int) -> [[TracedEntry]] {
    var lines: [[TracedEntry]] = []
    var places: [[Int]: Int] = [:]
    for entry in entries {
      var start = entry.position
      start[axis] = 0
      let place = places[start, default: lines.count]
      if place == lines.count { lines.append([]) }
      places[start] = place
      lines[place].append(entry)
    }
    return lines
  }
}

/// An entry that has been met.
private struct Seen: Hashable {
  let trace: ObjectIdentifier
  let offset: Int

  init(_ entry: TracedEntry) {
    trace = ObjectIdentifier(entry.trace)
    offset = entry.trace.value.offset(of: entry.position)
  }
}

extension Explanation<TracedEntry>.Pass {
  /// Whether it is an entry and nothing else.
  fileprivate var isPlain: Bool { if case .entry = arithmetic { true } else { false } }
}
