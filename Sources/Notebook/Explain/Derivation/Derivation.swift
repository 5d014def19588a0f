import AttentionEngine

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

  /// Deeper branches stay closed: one goes to their number and asks there.
  package static let deepest = 24
  /// More rows than these aren't opened at once.
  package static let mostRows = 4096

  package init(_ root: DerivationNode) {
    rows = [Row(node: root, depth: 0, guides: [], isLast: true, opens: root.hasBranches)]
    open(0)
  }

  /// Opens levels from the top as long as all of the next one fits on so many rows.
  package mutating func openLevels(upTo height: Int) {
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
        with: Self.rows(branches, depth: row.depth, guides: row.guides))
      return
    }
    let guides = row.depth == 0 ? [] : row.guides + [!row.isLast]
    rows[index].isOpen = true
    rows.insert(
      contentsOf: Self.rows(row.node.branches, depth: row.depth + 1, guides: guides), at: index + 1)
  }

  private static func rows(_ nodes: [DerivationNode], depth: Int, guides: [Bool]) -> [Row] {
    nodes.enumerated().map { index, node in
      Row(
        node: node, depth: depth, guides: guides, isLast: index == nodes.count - 1,
        opens: node.isMore || (depth < deepest && node.hasBranches))
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
