import AttentionEngine
import CellLanguage

extension [Explanation<TracedEntry>.Pass] {
  /// Those that are reckoned in whole numbers and come to one: by hand nobody would write decimals then.
  func whole(_ names: EntryNames) -> Set<Int> {
    var search = WholeSearch(names: names, passes: self)
    return Set(indices.filter { search.isWhole($0) })
  }
}

extension Arithmetic<TracedEntry> {
  /// Whether it is reckoned in whole numbers and comes to one: `4² = 16`.
  ///
  /// - Parameter steps: the passes that do.
  func isWhole(_ names: EntryNames, steps: Set<Int>) -> Bool {
    var search = WholeSearch(names: names, passes: [], known: steps)
    return search.isWhole(self)
  }
}

private struct WholeSearch {
  let names: EntryNames
  let passes: [Explanation<TracedEntry>.Pass]
  var known: Set<Int> = []
  private var asked: Set<Int> = []
  private var leaves = 0
  /// Of more leaves it isn't found out.
  private static let most = 256

  init(
    names: EntryNames, passes: [Explanation<TracedEntry>.Pass], known: Set<Int> = []
  ) {
    (self.names, self.passes, self.known) = (names, passes, known)
  }

  mutating func isWhole(_ index: Int) -> Bool {
    guard passes.indices.contains(index), asked.insert(index).inserted else {
      return known.contains(index)
    }
    leaves = 0
    if passes[index].kind != .truth, isWhole(passes[index].arithmetic) { known.insert(index) }
    return known.contains(index)
  }

  mutating func isWhole(_ arithmetic: Arithmetic<TracedEntry>) -> Bool {
    let value = arithmetic.evaluated(leaf: \.value)
    return value == value.rounded() && value.magnitude < 1e6 && keepsWhole(arithmetic)
  }

  private mutating func keepsWhole(_ arithmetic: Arithmetic<TracedEntry>) -> Bool {
    switch arithmetic {
    case .number(let number): return number == number.rounded()
    case .rest: return false
    case .step(let index, _): return isWhole(index)
    case .entry(let entry):
      leaves += 1
      return leaves <= Self.most && entry.trace.dtype(names) == .int64
    case .negate(let x): return keepsWhole(x)
    case .sum(let parts), .product(let parts): return all(parts)
    case .difference(let a, let b), .quotient(let a, let b), .power(let a, let b):
      return all([a, b])
    case .call("maximum", let parts), .call("minimum", let parts), .call("abs", let parts),
      .call("sign", let parts):
      return all(parts)
    case .call: return false
    }
  }

  private mutating func all(_ parts: [Arithmetic<TracedEntry>]) -> Bool {
    for part in parts where !keepsWhole(part) { return false }
    return true
  }
}
