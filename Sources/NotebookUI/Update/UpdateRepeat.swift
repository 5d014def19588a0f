import CellLanguage
import Notebook

/// The last change of an entry, to be made again elsewhere.
package enum LastChange: Hashable, Sendable {
  case entry(String)
  case nudge(Double)
  case turnOver
  case reset
}

extension State {
  /// Makes the last change again, on the entry under the cursor.
  mutating func again() -> [Effect] {
    guard let reading, let panel = reading.focusedPanel, let last = reading.lastChange else {
      message = .note("There is no change to do again: change a number first.")
      return []
    }
    if case .reset = last { return resetMatrix() }
    guard reading.focusIsEditable, let position = reading.focus?.position else {
      refuse(panel)
      return []
    }
    switch last {
    case .turnOver where panel.isTruth: return beginEdit()
    case .turnOver:
      message = .note("The last change turned ✓ and · over; here stands a number.")
      return []
    case .nudge(let step):
      return change { session throws(Diagnostic) in
        try session.nudge(panel.id, at: position, by: step)
      }
    case .entry(let text):
      return change { session throws(Diagnostic) in
        try session.setEntry(panel.id, at: position, to: text)
      }
    case .reset: return []
    }
  }
}
