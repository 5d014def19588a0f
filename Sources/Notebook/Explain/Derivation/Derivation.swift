package import AttentionEngine
import CellLanguage

/// How an entry came about, as a tree down to the inputs of which a reader opens the branches they want to see.
///
/// Only what is open is held: the rows on the screen, from the top. What a branch holds is found when it is opened.
/// The tree has numbers and no words; `DerivationWriter` has those.
package struct Derivation: Sendable {
  /// A line of the tree.
  package struct Row: Sendable {
    package let node: DerivationNode
    /// 0 for the entry that is explained.
    package let depth: Int
    /// For each level above, whether it goes on below this row.
    package let guides: [Bool]
    /// Whether nothing follows on its own level.
    package let isLast: Bool
    /// Whether there is something in it.
    package let opens: Bool
    package var isOpen = false
  }

  package private(set) var rows: [Row]
  /// What a named entry rests on besides the numbers of its arithmetic.
  private let others: @Sendable (TracedEntry) -> [DerivationNode]

  /// Deeper branches stay closed: one goes to their number and asks there.
  package static let deepest = 24
  /// More rows than these aren't opened at once.
  package static let mostRows = 4096

  package init(
    _ root: DerivationNode,
    others: @escaping @Sendable (TracedEntry) -> [DerivationNode] = { _ in [] }
  ) {
    self.others = others
    rows = [Row(node: root, depth: 0, guides: [], isLast: true, opens: true)]
    rows = [
      Row(
        node: root, depth: 0, guides: [], isLast: true,
        opens: root.hasBranches || !rest(of: root).isEmpty)
    ]
    open(0)
  }

  private func rest(of node: DerivationNode) -> [DerivationNode] {
    switch node {
    case .entry(let entry), .otherwise(let entry, .index), .otherwise(let entry, .condition),
      .otherwise(let entry, .value):
      entry.name == nil ? [] : others(entry)
    default: []
    }
  }

  /// Opens levels from the top as long as all of the next one fits on so many rows.
  ///
  /// How a softmax was computed comes first: its maximum and its sum say what the numbers above them are.
  package mutating func openLevels(upTo height: Int) {
    for index in rows.indices.reversed() where rows[index].node.isShifted {
      var next = self
      next.open(index)
      if next.rows.count <= height { self = next }
    }
    for depth in 1..<4 {
      var next = self
      for index in rows.indices.reversed()
      where rows[index].depth == depth && rows[index].node.isWorthOpening {
        next.open(index)
      }
      guard next.rows.count <= height, next.rows.count > rows.count else { return }
      self = next
    }
  }

  /// Opens a row: its branches stand below it. What is only counted so far takes the place of its row.
  package mutating func open(_ index: Int) {
    guard rows.indices.contains(index), rows[index].opens, !rows[index].isOpen,
      rows.count < Derivation.mostRows
    else { return }
    let row = rows[index]
    if case .more(let nodes) = row.node {
      let branches = DerivationNode.limited(nodes, to: DerivationNode.laterBranches)
      rows.replaceSubrange(
        index...index,
        with: self.rows(branches, depth: row.depth, guides: row.guides))
      return
    }
    let guides = row.depth == 0 ? [] : row.guides + [!row.isLast]
    rows[index].isOpen = true
    rows.insert(
      contentsOf: self.rows(
        row.node.branches + rest(of: row.node), depth: row.depth + 1, guides: guides), at: index + 1
    )
  }

  private func rows(_ nodes: [DerivationNode], depth: Int, guides: [Bool]) -> [Row] {
    nodes.enumerated().map { index, node in
      Row(
        node: node, depth: depth, guides: guides, isLast: index == nodes.count - 1,
        opens: node.isMore
          || (depth < Self.deepest && (node.hasBranches || !rest(of: node).isEmpty)))
    }
  }

  package mutating func close(_ index: Int) {
    guard rows.indices.contains(index), rows[index].isOpen else { return }
    let end = rows[(index + 1)...].firstIndex { $0.depth <= rows[index].depth } ?? rows.count
    rows.removeSubrange((index + 1)..<end)
    rows[index].isOpen = false
  }

  /// The row that a row stands in; nil for the first.
  package func parent(of index: Int) -> Int? {
    guard rows.indices.contains(index) else { return nil }
    return rows[..<index].lastIndex { $0.depth < rows[index].depth }
  }
}
