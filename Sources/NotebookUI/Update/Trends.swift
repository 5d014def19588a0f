import AttentionEngine
import CellLanguage
import Notebook

extension Session {
  /// Which entries of which panels went up or down.
  func trends(of change: Change, since before: Session) -> [PanelID: [Int: Trend]] {
    change.changed.reduce(into: [:]) { marks, changed in
      let old = before.panel(changed.key)?.entries
      let new = panel(changed.key)?.entries
      marks[changed.key] = changed.value.reduce(into: [:]) { trends, offset in
        trends[offset] = Trend(from: old?[safe: offset], to: new?[safe: offset])
      }
    }
  }
}

extension Panel {
  var entries: [Double]? {
    guard case .array(let array) = content else { return nil }
    return array.tensor.entries
  }
}

extension Trend {
  init(from old: Double?, to new: Double?) {
    guard let old, let new else {
      self = .new
      return
    }
    self = old < new ? .up : old > new ? .down : old == new ? .new : .other
  }
}
