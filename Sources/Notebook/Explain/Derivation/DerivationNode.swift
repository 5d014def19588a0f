package import AttentionEngine
package import CellLanguage

/// What a line of a derivation stands for.
package indirect enum DerivationNode: Sendable {
  /// An entry of an array, with or without a name.
  case entry(TracedEntry)
  /// A number without a name that a softmax is taken of, by the place of the entry that it is a score of.
  case score(TracedEntry, of: TracedEntry)
  /// What an entry rests on though it is no number of its arithmetic: an index, a condition, a size.
  case otherwise(TracedEntry, NameRole)
  /// Neighbours in a row or column of an input: `q_cat = (0, 1)`.
  case line([TracedEntry])
  /// A step on the way to an entry: the maximum taken off, the sum of the exponentials.
  case pass(Explanation<TracedEntry>.Pass, among: Passes)
  /// An entry of a softmax as it was computed, with the maximum taken off.
  case shifted(TracedEntry)
  /// The score of a masked key: computed, but without a say.
  case aside(Explanation<TracedEntry>.Pass)
  /// One term of a sum, or argument of a function: `e^(S[cat, the] - 0.71)`.
  case term(Arithmetic<TracedEntry>, among: Passes)
  /// All terms of a long sum.
  ///
  /// - Parameter isAll: whether there is nothing but the sum: its numbers stand one line above then.
  case terms([Arithmetic<TracedEntry>], among: Passes, isAll: Bool)
  /// Branches that are counted until they are asked for.
  case more([DerivationNode])
  /// An entry, and below it what it has a say in.
  case source(TracedEntry, reaches: [DerivationNode])
  /// A result that an entry has a say in: in which of its entries, or nil where that would take too long to say.
  ///
  case reached(TracedEntry, positions: [[Int]]?, by: Reach.Way)

  /// The passes of the explanation that a line is part of: what a step of its arithmetic is.
  package typealias Passes = [Explanation<TracedEntry>.Pass]
}

extension DerivationNode {
  /// So many branches are shown at first, and so many more each time the rest is asked for.
  static let firstBranches = 12
  static let laterBranches = 64

  var isPass: Bool { if case .pass = self { true } else { false } }
  var isShifted: Bool { if case .shifted = self { true } else { false } }
  var isMore: Bool { if case .more = self { true } else { false } }

  /// How many rows it stands for.
  package var countOfRows: Int { if case .more(let nodes) = self { nodes.count } else { 1 } }

  /// The entry of a name that the line stands for: where one comes to from it.
  package var goal: NamedEntry? {
    switch self {
    case .entry(let entry), .source(let entry, _), .otherwise(let entry, _): entry.named
    case .line(let entries): entries.first?.named
    case .reached(let entry, let positions, _):
      entry.name.map {
        NamedEntry(name: $0, position: positions?.first ?? entry.position)
      }
    case .score, .pass, .shifted, .aside, .term, .terms, .more: nil
    }
  }

  /// So many nodes, and the others counted; one alone isn't worth counting.
  static func limited(_ nodes: [DerivationNode], to count: Int) -> [DerivationNode] {
    guard nodes.count > count + 1 else { return nodes }
    return Array(nodes.prefix(count)) + [.more(Array(nodes.dropFirst(count)))]
  }

  /// Whether the first look shows what is in it: the numbers of an input say all by themselves.
  var isWorthOpening: Bool {
    switch self {
    case .entry, .score, .shifted: true
    case .otherwise, .line, .pass, .aside, .term, .terms, .more, .source, .reached: false
    }
  }
}

extension TracedEntry {
  var named: NamedEntry? { name.map { NamedEntry(name: $0, position: position) } }

  /// A number of the formula, which has no place of its own.
  var isNumberOfFormula: Bool { name == nil && trace.isInput }
}
