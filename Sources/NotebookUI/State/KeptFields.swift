import Notebook
import Terminal

/// The columns that the numbers of a panel have had since the step was opened, so that nothing moves when only numbers change.
struct KeptField: Hashable, Sendable {
  /// What was computed; nil for an input.
  let formula: String?
  let digits: Int
  let width: Int
}

extension Reading {
  /// For how many decimals the whole numbers of a panel have room.
  func reserves(of panel: Panel) -> Int {
    panel.isInput && panel.options.locked ? 0 : min(reservedDecimals, panel.options.digits)
  }

  /// The columns that a panel's numbers had so far; nil where they would take no others now, or where the reader asked for others.
  func keptField(of panel: Panel) -> Int? {
    guard let kept = keptFields[panel.id], kept.formula == panel.formula,
      kept.digits == panel.options.digits, digits[panel.id] == nil,
      kept.width != fieldWidth(of: panel)
    else { return nil }
    return kept.width
  }

  private func fieldWidth(of panel: Panel) -> Int? {
    guard case .array(let array) = panel.content else { return nil }
    return EntryFormat(
      array, digits: digits(of: panel), widest: widestDigits(of: panel),
      reserves: reserves(of: panel)
    ).width
  }

  /// The columns of what has none kept yet, or is another formula now.
  var newFields: [PanelID: KeptField] {
    var fields: [PanelID: KeptField] = [:]
    for panel in session.panels(inStep: step) {
      let kept = keptFields[panel.id]
      guard kept == nil || kept?.formula != panel.formula, digits[panel.id] == nil,
        let width = fieldWidth(of: panel)
      else { continue }
      fields[panel.id] = KeptField(
        formula: panel.formula, digits: panel.options.digits, width: width)
    }
    return fields
  }

  /// Whether a panel can come to differ from the pinned state: where something that it is computed from can be edited.
  func canDiffer(_ panel: Panel) -> Bool {
    guard pin != nil, let formula = panel.formula else { return false }
    return session.names(behind: formula).contains { name in
      guard let input = session.panelID(forName: name).flatMap({ session.panel($0) }) else {
        return false
      }
      return input.isInput ? !input.options.locked && !input.options.hidden : isAsked(name)
    }
  }

  /// Whether a task of the step asks for this formula.
  private func isAsked(_ name: String) -> Bool {
    tasksOfStep.contains { task in
      if case .exercise(let exercise) = task { exercise.edits.contains(name) } else { false }
    }
  }
}
