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
        let trend = Trend(
          from: old?[safe: offset], to: new?[safe: offset], within: now?.noise ?? 0)
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

  /// How far entries may differ and still be the same: what is computed in another order differs in its last bits. Of what
  /// a reader types every bit counts.
  var noise: Double {
    guard !isInput, let entries else { return 0 }
    return 1e-12 * (entries.lazy.map(\.magnitude).filter(\.isFinite).max() ?? 0)
  }
}

extension Trend {
  init(from old: Double?, to new: Double?, within noise: Double = 0) {
    guard let old, let new else {
      self = .new
      return
    }
    if old == new || old.isNaN && new.isNaN || (old - new).magnitude <= noise {
      self = .same
    } else {
      self = old < new ? .up : old > new ? .down : .other
    }
  }
}
