package import Notebook

/// The entry, or the panel without entries, that the cursor is on.
package struct Focus: Hashable, Sendable {
  package var panel: PanelID
  /// One index for each axis; nil in a panel that has no entries.
  package var position: [Int]?

  package init(panel: PanelID, position: [Int]?) {
    self.panel = panel
    self.position = position
  }
}
