import CellLanguage
package import Notebook

/// The last change, to be made again elsewhere.
package enum LastChange: Hashable, Sendable {
  case entry(String)
  case nudge(Double)
  case turnOver
  case reset
  /// The right side of a definition.
  case formula(String)
  case paste(PastedMatrix)
}

extension State {
  /// Whether `.` does the last change again: where it begins no number.
  var repeatsByPoint: Bool {
    guard let reading, let panel = reading.focusedPanel, reading.lastChange != nil else {
      return false
    }
    return !reading.focusIsEditable || panel.isTruth
  }

  /// Makes the last change again, on the entry under the cursor.
  mutating func again() -> [Effect] {
    guard let reading, let panel = reading.focusedPanel, let last = reading.lastChange else {
      message = .note("There is no change to do again: change a number first.")
      return []
    }
    switch last {
    case .reset: return resetMatrix()
    case .formula(let text): return again(formula: text, on: panel)
    case .paste(let pasted): return put(pasted, on: panel)
    case .entry, .nudge, .turnOver: break
    }
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
    case .reset, .formula, .paste: return []
    }
  }

  private mutating func again(formula text: String, on panel: Panel) -> [Effect] {
    guard !panel.options.locked else {
      refuse(panel)
      return []
    }
    guard !panel.isInput else {
      message = .note("The last change was a formula; here stand numbers.")
      return []
    }
    return change { session throws(Diagnostic) in try session.setFormula(panel.id, to: text) }
  }
}
