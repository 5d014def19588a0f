import AttentionEngine
import CellLanguage

/// Which entries of which named results an input has a say in.
///
/// Found from the formulas' structure, so that an entry counts also where its weight happens to be 0.
package struct Reach {
  /// In which way a result is reached.
  package enum Way: Sendable {
    /// Some of its numbers are made of the entry's.
    case numbers
    /// The entry decides which numbers are taken.
    case decision
    /// Its formula takes the name for an index, a length or a setting.
    case mention
  }

  struct Result {
    let name: String
    let shape: [Int]
    /// In row-major order; nil where it isn't known which: it would take too long to say, or the entry is no number of a
    /// sum but an index, a condition or a length.
    let positions: [[Int]]?
    let way: Way
  }

  private(set) var results: [Result] = []
  private var names: Set<String>
  private var entries: Set<NamedEntry>
  /// Names of which it isn't known which entries are reached.
  private var vague: Set<String> = []
  private var work = 0
  private let mostWork: Int

  /// Entries looked at, over all results, before names alone are told: by a line, that changes with each key.
  private static let lineWork = 10_000
  /// The same where one asks for it.
  static let mostWork = 200_000

  /// - Parameters:
  ///   - all: every name of the notebook, in text order.
  ///   - told: those that become results; nil where all do. The others only lead on.
  init(
    of entry: NamedEntry, in all: [NamedResult], telling told: Set<String>? = nil,
    work mostWork: Int = Reach.lineWork
  ) {
    names = [entry.name]
    entries = [entry]
    self.mostWork = mostWork
    var otherwise: Set<String> = []
    for result in all where result.name != entry.name {
      let taken = result.array?.trace.nearestNames ?? []
      if let array = result.array, taken.contains(where: names.contains),
        add(result.name, array.trace, isVague: taken.contains(where: vague.contains))
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
        Result(name: result.name, shape: result.array?.shape ?? [], positions: nil, way: .mention))
    }
    if let told { results.removeAll { !told.contains($0.name) } }
  }

  /// - Returns: whether anything of it is reached.
  private mutating func add(_ name: String, _ trace: Trace, isVague: Bool) -> Bool {
    var positions = isVague ? nil : affectedPositions(of: trace)
    var way = Way.numbers
    if let found = positions {
      let isDecided = trace.isDecided
      if found.isEmpty {
        guard isDecided, trace.decidingSources().contains(where: isReached) else { return false }
        positions = nil
      }
      if isDecided, !found.contains(where: { takesNumber(trace, at: $0) }) { way = .decision }
    }
    names.insert(name)
    if positions == nil { vague.insert(name) }
    for position in positions ?? [] {
      entries.insert(NamedEntry(name: name, position: position))
    }
    results.append(Result(name: name, shape: trace.shape, positions: positions, way: way))
    return true
  }

  private mutating func affectedPositions(of trace: Trace) -> [[Int]]? {
    var positions: [[Int]] = []
    for offset in 0..<trace.value.count {
      if work > mostWork { return nil }
      let position = Shape.position(of: offset, in: trace.shape)
      let sources = trace.sources(at: position, withSilent: true)
      work += 1 + sources.count
      if sources.contains(where: isReached) { positions.append(position) }
    }
    return positions
  }

  private func isReached(_ source: TracedEntry) -> Bool {
    guard let name = source.name, names.contains(name) else { return false }
    return vague.contains(name)
      || entries.contains(NamedEntry(name: name, position: source.position))
  }

  /// Whether one of the numbers that make up an entry is reached.
  private func takesNumber(_ trace: Trace, at position: [Int]) -> Bool {
    trace.sources(at: position, withConditions: false).contains(where: isReached)
  }
}
