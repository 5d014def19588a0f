import AttentionEngine

/// A sum of products that is the product of two vectors, whole rows or columns of named arrays: `q_cat · k_the`.
struct VectorProduct {
  private struct Line {
    let name: String
    let trace: Trace
    let position: [Int]
    let axis: Int
  }

  private let left: Line
  private let right: Line

  init?(_ terms: [Arithmetic<TracedEntry>]) {
    var pairs: [(TracedEntry, TracedEntry)] = []
    var rest = 0
    for term in terms {
      switch term {
      case .product(let factors):
        guard factors.count == 2, case .entry(let a) = factors[0], case .entry(let b) = factors[1]
        else { return nil }
        pairs.append((a, b))
      case .rest(let count, _): rest += count
      default: return nil
      }
    }
    guard let left = Self.line(pairs.map(\.0), rest), let right = Self.line(pairs.map(\.1), rest)
    else { return nil }
    self.left = left
    self.right = right
  }

  /// The line that the entries run along, if it is one and they fill it.
  private static func line(_ entries: [TracedEntry], _ rest: Int) -> Line? {
    guard entries.count > 1, let name = entries[0].name else { return nil }
    let (first, second) = (entries[0].position, entries[1].position)
    let moved = first.indices.filter { first[$0] != second[$0] }
    guard moved.count == 1, let axis = moved.first,
      entries[0].trace.shape[axis] == entries.count + rest
    else { return nil }
    for (k, entry) in entries.enumerated() {
      var expected = first
      expected[axis] = k
      guard entry.trace === entries[0].trace, entry.position == expected else { return nil }
    }
    return Line(name: name, trace: entries[0].trace, position: first, axis: axis)
  }

  func text(_ names: EntryNames, _ notation: Notation) -> String {
    names.line(left.name, left.position, along: left.axis) + notation.dot
      + names.line(right.name, right.position, along: right.axis)
  }
}
