import AttentionEngine

/// The row or column of a named array along which all entries of an arithmetic lie: "row cat of S".
struct EntryLine {
  private let name: String
  private let position: [Int]
  private let axis: Int

  init?(_ arithmetic: Arithmetic<TracedEntry>) {
    var entries: [TracedEntry] = []
    arithmetic.forEachLeaf { entries.append($0) }
    // A number put in for a masked entry has a place of its own.
    if entries.contains(where: { $0.name != nil }) { entries.removeAll { $0.name == nil } }
    guard let first = entries.first, let name = first.name else { return nil }
    guard entries.allSatisfy({ $0.trace === first.trace }) else { return nil }
    let moving = first.position.indices.filter { axis in
      entries.contains { $0.position[axis] != first.position[axis] }
    }
    guard moving.count == 1, first.position.count > 1 else { return nil }
    self.name = name
    position = first.position
    axis = moving[0]
  }

  func text(_ names: EntryNames) -> String {
    let rank = position.count
    guard rank == 2 else { return names.line(name, position, along: axis) }
    let label = names.index(name, position[1 - axis], axis: 1 - axis, rank: rank)
    return "\(axis == 1 ? "row" : "column") \(label) of \(name)"
  }
}
