import AttentionEngine
import CellLanguage

// How the numbers of a derivation are written.

extension DerivationWriter {
  /// Of many the first and the last ones, as NumPy shows them.
  ///
  /// - Parameter edge: how many of these at each end.
  func list(_ entries: [TracedEntry], edge: Int = 3) -> String {
    guard entries.count > 2 * edge + 1 else {
      return "(\(entries.map(show).joined(separator: ", ")))"
    }
    let shown =
      entries.prefix(edge).map(show) + [notation.ellipsis] + entries.suffix(edge).map(show)
    return "(\(shown.joined(separator: ", ")))"
  }

  func show(_ entry: TracedEntry) -> String {
    let finer = finer[ObjectIdentifier(entry.trace)] ?? 0
    guard let name = entry.name, isShown(name) else {
      return show(entry.value, unnamed: entry, digits: max(digits, finer))
    }
    return ShownNumber.entries(
      of: entry.trace, digits: max(digits(of: name), finer), dtype: dtype(of: name))(entry.value)
  }

  /// Whether a panel writes its numbers as they are: a hidden one's may be as short as they come.
  func isShown(_ name: String) -> Bool {
    names.results[name]?.isHidden != true || dtype(of: name) != .float64
  }

  func show(_ value: Double, unnamed entry: TracedEntry, digits: Int) -> String {
    switch entry.trace.dtype(names) {
    case .bool: value == 0 ? "False" : "True"
    case .int64: ShownNumber.constant(value, digits: digits)
    case .float64: ShownNumber.computed(value, digits: digits)
    }
  }

  /// One entry, or few on one row or column; of others their branch says it.
  func value(of trace: Trace, _ positions: [[Int]], isListed: Bool, edge: Int = 3) -> String? {
    let entries = positions.map { TracedEntry(trace: trace, position: $0) }
    if entries.count == 1 { return show(entries[0]) }
    // Those that are named one by one stand so.
    if entries.count < 4, isListed { return entries.map(show).joined(separator: ", ") }
    let isLine = trace.shape.count == 1 || EntryLine(.sum(entries.map { .entry($0) })) != nil
    return isLine && entries.count > 1 ? list(entries, edge: edge) : nil
  }

  /// What an entry rests on that is no number of its arithmetic: a number, a few numbers, or a shape.
  func value(of trace: Trace, as role: NameRole) -> String {
    let sizes = trace.shape.map(String.init)
    if role == .size { return "(\(sizes.joined(separator: ", "))\(sizes.count == 1 ? "," : ""))" }
    let positions = (0..<trace.value.count).map { Shape.position(of: $0, in: trace.shape) }
    guard trace.shape.count < 2, let first = positions.first else {
      return sizes.joined(separator: "×")
    }
    let entries = positions.map { TracedEntry(trace: trace, position: $0) }
    return trace.shape.isEmpty
      ? show(TracedEntry(trace: trace, position: first)) : list(entries)
  }

  static func words(_ role: NameRole) -> String {
    switch role {
    case .value: "taken as a length or a setting"
    case .size: "only its shape is taken"
    case .index: "says which entries are taken"
    case .condition: "says which of two is taken"
    case .side: "on one side of the condition"
    }
  }
}
