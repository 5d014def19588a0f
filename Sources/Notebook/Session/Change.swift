import AttentionEngine
import CellLanguage

/// What an edit did, so that a screen can mark the entries that moved.
package struct Change: Hashable, Sendable {
  /// The panel that was edited; for the reset of a lesson the first that changed, for prose none: `nowhere`.
  package let panel: PanelID
  /// The entry that was edited; nil where a whole statement or lesson was.
  package let position: [Int]?
  /// For each panel whose value changed, the offsets in row-major order of the entries that did.
  /// A panel whose shape or kind changed is listed with all its offsets, of a large one the first `offsetLimit`.
  package let changed: [PanelID: Set<Int>]
  /// The block that was added, written as a whole or moved; of one that was deleted what stands in its place.
  package let block: BlockID?
  /// The step that this block stands in, counted from 0.
  package let step: Int?

  /// What was done, where it is more than a change of an entry or a text.
  package var deed: Deed?

  /// What undoing has a name for.
  package enum Deed: String, Hashable, Sendable { case reset, move, returnToPin = "pin" }

  package static let offsetLimit = 10_000

  package init(
    panel: PanelID, position: [Int]?, changed: [PanelID: Set<Int>], block: BlockID? = nil,
    step: Int? = nil
  ) {
    self.panel = panel
    self.position = position
    self.changed = changed
    self.block = block
    self.step = step
  }
}

extension Change {
  /// What differs between the panels of cells before and after.
  static func differences(
    _ before: [[Panel]], _ after: [[Panel]], in cells: [CellID]
  ) -> [PanelID: Set<Int>] {
    var changed: [PanelID: Set<Int>] = [:]
    for cell in cells where before.indices.contains(cell) {
      let (old, new) = (before[cell], after[cell])
      let oldContents = Dictionary(old.map { ($0.id, $0.content) }) { first, _ in first }
      for panel in new {
        guard let content = oldContents[panel.id] else { continue }
        if let offsets = panel.content.differences(from: content) { changed[panel.id] = offsets }
      }
    }
    return changed
  }
}

extension Panel.Content {
  /// The offsets of the entries that differ; nil where nothing does.
  fileprivate func differences(from old: Panel.Content) -> Set<Int>? {
    switch (old, self) {
    case (.array(let old), .array(let new)):
      if old.trace === new.trace { return nil }
      guard old.shape == new.shape, old.dtype == new.dtype else {
        return Set(0..<min(new.tensor.count, Change.offsetLimit))
      }
      let a = old.tensor.entries
      let b = new.tensor.entries
      let offsets = a.indices.lazy.filter { !Panel.Content.isSame(a[$0], b[$0]) }
        .prefix(Change.offsetLimit)
      return offsets.isEmpty ? nil : Set(offsets)
    case (.text(let old), .text(let new)): return old == new ? nil : [0]
    case (.failure(let old), .failure(let new)): return old == new ? nil : []
    case (.waiting(let old, let oldReason), .waiting(let new, let newReason)):
      return old == new && oldReason == newReason ? nil : []
    case (.hole, .hole): return nil
    case (_, .array(let new)): return Set(0..<min(new.tensor.count, Change.offsetLimit))
    case (_, .text): return [0]
    default: return []
    }
  }

  /// A zero's sign is seen; one NaN is as good as another.
  private static func isSame(_ a: Double, _ b: Double) -> Bool {
    a.bitPattern == b.bitPattern || (a.isNaN && b.isNaN)
  }
}
