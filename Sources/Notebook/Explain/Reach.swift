import AttentionEngine
import CellLanguage

/// Which entries of which named results an input has a say in.
///
/// Found from the formulas' structure, so that an entry counts also where its weight happens to be 0.
struct Reach {
  struct Result {
    let name: String
    let shape: [Int]
    /// In row-major order; nil where it isn't known which: it would take too long to say, or the entry is no number of a
    /// sum but an index, a condition or a length.
    let positions: [[Int]]?
  }

  private(set) var results: [Result] = []
  private var names: Set<String>
  private var entries: Set<NamedEntry>
  private var work = 0

  /// Entries looked at, over all results, before names alone are told.
  private static let workLimit = 10_000

  /// - Parameters:
  ///   - all: every name of the notebook, in text order.
  ///   - told: those that become results; nil where all do. The others only lead on.
  init(of entry: NamedEntry, in all: [NamedResult], telling told: Set<String>? = nil) {
    names = [entry.name]
    entries = [entry]
    var otherwise: Set<String> = []
    for result in all where result.name != entry.name {
      let taken = result.array?.trace.nearestNames ?? []
      if let array = result.array, taken.contains(where: names.contains),
        add(result.name, array.trace)
      {
        continue
      }
      // Numbers of it that don't come into the sums are taken in another way.
      let isMentioned = result.mentions.contains { name in
        otherwise.contains(name) || names.contains(name) && !taken.contains(name)
      }
      guard isMentioned else { continue }
      otherwise.insert(result.name)
      results.append(
        Result(name: result.name, shape: result.array?.shape ?? [], positions: nil))
    }
    if let told { results.removeAll { !told.contains($0.name) } }
  }

  /// - Returns: whether anything of it is reached.
  private mutating func add(_ name: String, _ trace: Trace) -> Bool {
    let positions = affectedPositions(of: trace)
    if positions?.isEmpty == true { return false }
    names.insert(name)
    for position in positions ?? [] {
      entries.insert(NamedEntry(name: name, position: position))
    }
    results.append(Result(name: name, shape: trace.shape, positions: positions))
    return true
  }

  private mutating func affectedPositions(of trace: Trace) -> [[Int]]? {
    var positions: [[Int]] = []
    for offset in 0..<trace.value.count {
      if work > Reach.workLimit { return nil }
      let position = Shape.position(of: offset, in: trace.shape)
      let sources = trace.sources(at: position)
      work += 1 + sources.count
      let takesPart = sources.contains { source in
        guard let name = source.name, names.contains(name) else { return false }
        return entries.contains(NamedEntry(name: name, position: source.position))
      }
      if takesPart { positions.append(position) }
    }
    return positions
  }
}
