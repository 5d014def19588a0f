import AttentionEngine

extension DerivationNode {
  /// A sum of more terms has a branch for them.
  static let shortSum = 4

  var hasBranches: Bool {
    switch self {
    case .entry(let entry): !entry.trace.isInput && !branches.isEmpty
    case .line, .more: true
    case .pass, .term, .terms, .source: !branches.isEmpty
    case .reached(_, let positions): positions?.isEmpty == false
    }
  }

  /// What the line is made of, at most `firstBranches` spelt out.
  package var branches: [DerivationNode] {
    let all: [DerivationNode] =
      switch self {
      case .entry(let entry): Self.branches(of: entry)
      case .line(let entries): entries.map { .entry($0) }
      case .pass(let pass, _): Self.parts(of: pass.arithmetic)
      case .term(let arithmetic): Self.leaves(of: [arithmetic])
      case .terms(let terms): terms.map { Self.node(of: $0) }
      case .more(let nodes): nodes
      case .source(_, let reached): reached
      case .reached(let entry, let positions):
        (positions ?? []).map { .entry(TracedEntry(trace: entry.trace, position: $0)) }
      }
    return Self.limited(all, to: Self.firstBranches)
  }

  /// The passes before the last, which the entry's own line shows, and what the last is made of.
  private static func branches(of entry: TracedEntry) -> [DerivationNode] {
    guard !entry.trace.isInput else { return [] }
    let passes = entry.trace.explanation(at: entry.position).passes
    guard let last = passes.last else { return [] }
    guard passes.count > 1 else { return parts(of: last.arithmetic) }
    let (before, plain) = (passes.dropLast(), passes.dropLast().filter(\.isPlain))
    return before.filter { !$0.isPlain }.map { .pass($0, of: entry) }
      + products(of: last.arithmetic)
      + leaves(of: plain.map(\.arithmetic) + [last.arithmetic])
  }

  /// Terms that are more than numbers and their products one by one; else the entries that took part.
  private static func parts(of arithmetic: Arithmetic<TracedEntry>) -> [DerivationNode] {
    let list = arithmetic.longestList
    if list.count > 1, list.contains(where: \.isFunction) {
      return list.filter { !$0.isConstant }.map { node(of: $0) }
    }
    return products(of: arithmetic) + leaves(of: [arithmetic])
  }

  /// A long sum of products, as one branch.
  private static func products(of arithmetic: Arithmetic<TracedEntry>) -> [DerivationNode] {
    let list = arithmetic.longestList
    guard list.count > shortSum, list.contains(where: \.isProduct) else { return [] }
    return [.terms(list)]
  }

  private static func node(of term: Arithmetic<TracedEntry>) -> DerivationNode {
    if case .entry(let entry) = term { .entry(entry) } else { .term(term) }
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

extension Arithmetic<TracedEntry> {
  /// The longest sum or list of arguments in it.
  fileprivate var longestList: [Arithmetic] {
    switch self {
    case .number, .entry, .rest: []
    case .sum(let terms): terms
    case .call(_, let arguments) where arguments.count > 1: arguments
    case .call(_, let parts), .product(let parts):
      parts.map(\.longestList).reduce([]) { $0.count < $1.count ? $1 : $0 }
    case .negate(let x): x.longestList
    case .difference(let a, let b), .quotient(let a, let b), .power(let a, let b):
      [a.longestList, b.longestList].reduce([]) { $0.count < $1.count ? $1 : $0 }
    }
  }

  /// Whether it is more than a number or a product of numbers.
  fileprivate var isFunction: Bool {
    switch self {
    case .number, .entry, .rest: false
    case .product(let factors): factors.contains(where: \.isFunction)
    case .negate(let x): x.isFunction
    case .sum, .difference, .quotient, .power, .call: true
    }
  }

  /// A number of the formula, which says all by itself.
  fileprivate var isConstant: Bool {
    switch self {
    case .number: true
    case .entry(let entry): entry.isNumberOfFormula
    default: false
    }
  }

  fileprivate var isProduct: Bool { if case .product = self { true } else { false } }
}
