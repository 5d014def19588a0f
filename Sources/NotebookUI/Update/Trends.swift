import AttentionEngine
import CellLanguage
import Notebook

extension Session {
  /// Which entries of which panels went up or down. What is only written otherwise, as 0 that becomes 0.00, hasn't changed; of
  /// another shape all is new.
  func trends(of change: Change, since before: Session) -> [PanelID: [Int: Trend]] {
    change.changed.reduce(into: [:]) { marks, changed in
      let earlier = before.panel(changed.key)
      let now = panel(changed.key)
      let old = earlier?.tableShape == now?.tableShape ? earlier?.entries : nil
      let new = now?.entries
      marks[changed.key] = changed.value.reduce(into: [:]) { trends, offset in
        let trend = Trend(from: old?[safe: offset], to: new?[safe: offset])
        if trend != .same { trends[offset] = trend }
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
    let isSame = old == new || old.isNaN && new.isNaN
    self = old < new ? .up : old > new ? .down : isSame ? .same : .other
  }
}
