package import Notebook

/// A derivation open on the screen, or what an entry reaches: which branches are open, and where the reader is in it.
package struct Walk: Sendable {
  package enum Direction: Hashable, Sendable {
    /// From an entry down to the inputs.
    case origins
    /// From an entry on to the results.
    case results
  }

  package let direction: Direction
  package internal(set) var tree: Derivation
  package internal(set) var selected = 0
  /// Rows out of view above.
  package internal(set) var scroll = 0

  init(_ direction: Direction, _ tree: Derivation) {
    self.direction = direction
    self.tree = tree
  }

  var root: DerivationNode { tree.rows[0].node }
  var row: Derivation.Row { tree.rows[selected] }

  /// The row of a number that is out of view comes into it.
  mutating func keepInSight(height: Int) {
    selected = max(0, min(selected, tree.rows.count - 1))
    scroll = max(min(scroll, selected), selected - height + 1)
    scroll = max(0, min(scroll, tree.rows.count - height))
  }
}
