import CellLanguage
import Notebook
import Terminal

/// Definitions edited as text.
extension State {
  mutating func beginFormula() {
    guard let reading, let panel = reading.focusedPanel else { return }
    if let block = reading.focusedCell { return edit(block) }
    if panel.options.locked || reading.session.shownAgain(by: panel) != nil {
      return refuse(panel)
    }
    let text = reading.begunFormulas[panel.id] ?? reading.formulaToEdit(panel)
    begin(Editing(.formula(panel.id), field: TextField(text, multiline: true)))
  }

  /// Whether the cursor is on what has no numbers yet and is the reader's to write: letters may begin it.
  var isOnHole: Bool {
    guard context == .lesson, case .hole? = reading?.focusedPanel?.content else { return false }
    return true
  }

  /// Whether a letter begins the formula of a hole although it is a command: where that has nothing to be done to.
  func beginsHole(insteadOf action: Action) -> Bool {
    guard isOnHole else { return false }
    if case .formula = reading?.lastChange { return [.explain, .reach].contains(action) }
    return [.explain, .reach, .again].contains(action)
  }

  /// Begins the formula of a hole with what was typed.
  mutating func beginHole(with text: String) {
    beginFormula()
    reading?.editing?.field.insert(text)
  }

  /// Text pasted on a result takes the place of its formula, on a hole what is to be filled in. It isn't accepted yet.
  ///
  /// - Returns: whether there is a formula to be edited.
  mutating func pasteFormula(_ text: String) -> Bool {
    guard context == .lesson, let reading, let panel = reading.focusedPanel, !panel.isInput,
      reading.focusedCell == nil
    else { return false }
    let text = text.trimmed()
    guard text.utf8.count <= Self.longestFormula else {
      message = .refusal("What was pasted has \(text.count) characters: that is no formula.")
      return true
    }
    let wasOnHole = isOnHole
    beginFormula()
    guard self.reading?.editing != nil else { return true }
    let behindNames = text.drop { $0.isLetter || $0.isNumber || "_, ".contains($0) }
    let isDefinition = behindNames.first == "=" && !behindNames.hasPrefix("==")
    let isWhole = isDefinition || text.contains { $0 == "\n" }
    if !wasOnHole || isWhole {
      self.reading?.editing?.field = TextField("", multiline: true)
    }
    self.reading?.editing?.field.insert(text)
    message = nil
    return true
  }

  /// Bytes: more than anybody writes into one.
  private static let longestFormula = 3_000

  /// A formula that can't be read, or that was to fill a hole, isn't lost by looking elsewhere.
  mutating func keepBegunFormula() {
    guard let reading, let editing = reading.editing, case .formula(let id) = editing.target,
      let panel = reading.session.panel(id)
    else { return }
    let text = editing.field.text
    let isNew = ![reading.formulaToEdit(panel), reading.session.formulaText(id), ""]
      .map { $0.trimmed() }.contains(text.trimmed())
    guard isNew else {
      self.reading?.begunFormulas[id] = nil
      return
    }
    var isHole = false
    if case .hole = panel.content { isHole = true }
    guard isHole || editing.problem != nil || reading.begunFormulas[id] != nil else { return }
    self.reading?.begunFormulas[id] = text
    message = .note("What you began is kept; \(keyName(.edit)) there goes on with it.")
  }
}

extension Reading {
  /// A definition as it is edited; in the place of a hole what is to be filled in begins.
  fileprivate func formulaToEdit(_ panel: Panel) -> String {
    let text = session.formulaText(panel.id)
    guard case .hole = panel.content, text.hasSuffix("...") else { return text }
    return beginning(of: panel) ?? String(text.dropLast(3))
  }

  /// What the function begins with that an exercise asks for in place of a hole.
  fileprivate func beginning(of hole: Panel) -> String? {
    guard let name = hole.name else { return nil }
    let asked = tasksOfStep.lazy.compactMap { task in
      if case .exercise(let exercise) = task, exercise.edits.contains(name) {
        exercise
      } else {
        nil
      }
    }
    return asked.first.flatMap { TypedFunction.beginning(of: name, in: $0) }
  }
}
