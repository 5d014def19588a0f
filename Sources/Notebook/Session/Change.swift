/// What an edit did, so that a screen can mark the entries that moved.
package struct Change: Hashable, Sendable {
  /// The panel that was edited; for the reset of a lesson the first that changed.
  package let panel: PanelID
  /// The entry that was edited; nil where a whole statement or lesson was.
  package let position: [Int]?
  /// For each panel whose value changed, the offsets in row-major order of the entries that did.
  /// A panel whose shape or kind changed is listed with all its offsets.
  package let changed: [PanelID: Set<Int>]

  package init(panel: PanelID, position: [Int]?, changed: [PanelID: Set<Int>]) {
    self.panel = panel
    self.position = position
    self.changed = changed
  }
}
