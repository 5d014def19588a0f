import AttentionEngine

/// Which entries of which named results an input has a say in.
///
/// Found from the formulas' structure, so that an entry counts also where its weight happens to be 0.
struct Reach {
  struct Result {
    let name: String
    let shape: [Int]
    /// In row-major order; nil where it would take too long to say which.
    let positions: [[Int]]?
  }

  private(set) var results: [Result] = []
  private var names: Set<String>
  private var entries: Set<NamedEntry>
  private var work = 0

  /// Entries looked at, over all results, before names alone are told.
  private static let workLimit = 10_000

  /// - Parameters:
  ///   - all: every named array of the notebook, in text order.
  ///   - told: those that become results; nil where all do. The others only lead on.
  init(
    of entry: NamedEntry, in all: [(name: String, trace: Trace)], telling told: Set<String>? = nil
  ) {
    names = [entry.name]
    entries = [entry]
    for (name, trace) in all where name != entry.name {
      if trace.nearestNames.contains(where: names.contains) { add(name, trace) }
    }
    if let told { results.removeAll { !told.contains($0.name) } }
  }

  private mutating func add(_ name: String, _ trace: Trace) {
    let positions = affectedPositions(of: trace)
    if positions?.isEmpty == true { return }
    names.insert(name)
    for position in positions ?? [] {
      entries.insert(NamedEntry(name: name, position: position))
    }
    results.append(Result(name: name, shape: trace.shape, positions: positions))
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

// MARK: - In words

extension Reach {
  /// "reaches S[the, cat], S[cat, cat], both rows of A and O", then shorter ways to say it; none where it reaches nothing.
  func descriptions(_ names: EntryNames) -> [String] {
    guard !results.isEmpty else { return [] }
    let short = "reaches " + Self.joined(results.map(\.name))
    guard results.allSatisfy({ $0.positions != nil }) else { return [short] }
    var parts: [(what: String, of: [String])] = []
    for result in results {
      let (what, of) = result.description(names)
      if let of, parts.last?.what == what, parts.last?.of.isEmpty == false {
        parts[parts.count - 1].of.append(of)
      } else {
        parts.append((what, of.map { [$0] } ?? []))
      }
    }
    let full = parts.map { $0.of.isEmpty ? $0.what : "\($0.what) of \(Self.joined($0.of))" }
    return ["reaches " + full.joined(separator: ", "), short]
  }

  /// "A", "A and O", "S, A and O".
  private static func joined(_ names: [String]) -> String {
    guard names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
  }
}

extension Reach.Result {
  /// "row cat of A", "S[the, cat], S[cat, cat]", "all of O"; by the name alone where it isn't known which.
  func words(_ names: EntryNames) -> String {
    guard positions != nil else { return name }
    let (what, of) = description(names)
    return of.map { "\(what) of \($0)" } ?? what
  }

  /// What of the array is reached, and the array's name where it isn't said in that: ("both rows", "A").
  fileprivate func description(_ names: EntryNames) -> (what: String, of: String?) {
    let positions = positions ?? []
    if shape.isEmpty { return (name, nil) }
    let count = shape.reduce(1, *)
    if positions.count == count, count > 1 || shape.count == 1 { return (everything, name) }
    if let rows = lines(positions, axis: 0, "row", names) { return (rows, name) }
    if positions.count <= 2 { return (listed(positions, names), nil) }
    if let columns = lines(positions, axis: 1, "column", names) { return (columns, name) }
    if positions.count == 3 { return (listed(positions, names), nil) }
    return ("\(positions.count) of \(count) entries", name)
  }

  private var everything: String {
    shape.count < 2 || shape[0] == 1
      ? "all" : shape.count == 2 && shape[0] == 2 ? "both rows" : "all"
  }

  /// "row cat", "columns x, y", where the positions of a matrix fill up to three of them.
  private func lines(
    _ positions: [[Int]], axis: Int, _ word: String, _ names: EntryNames
  ) -> String? {
    guard shape.count == 2 else { return nil }
    let lines = Set(positions.map { $0[axis] }).sorted()
    guard positions.count == lines.count * shape[1 - axis], lines.count <= 3 else { return nil }
    let labels = lines.map { names.index(name, $0, axis: axis, rank: 2) }
    return "\(word)\(lines.count > 1 ? "s" : "") \(labels.joined(separator: ", "))"
  }

  private func listed(_ positions: [[Int]], _ names: EntryNames) -> String {
    positions.map { names.entry(name, $0) }.joined(separator: ", ")
  }
}
