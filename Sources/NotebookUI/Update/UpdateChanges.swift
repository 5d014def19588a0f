import CellLanguage
import Notebook

extension State {
  mutating func nudge(up: Bool, after nudging: Nudging?, times: Int = 1) -> [Effect] {
    guard let reading, let focus = reading.focus, let panel = reading.focusedPanel else {
      return []
    }
    guard reading.focusIsEditable, let position = focus.position else {
      refuse(panel)
      return []
    }
    if panel.isTruth {
      refuseNumber(on: panel)
      return []
    }
    if let words = reading.wordsAtEnd(of: panel, at: position, up: up) {
      message = .note(words)
      return []
    }
    let step = Double(up ? times : -times) * reading.effectiveNudge
    let effects = change { session throws(Diagnostic) in
      try session.nudge(panel.id, at: position, by: step)
    }
    if !effects.isEmpty { self.reading?.lastChange = .nudge(step) }
    if nudging == nil && !up && !effects.isEmpty {
      self.reading?.nudging = .maybeSign(before: reading.session)
    } else {
      self.reading?.nudging = .plain
    }
    return effects
  }

  mutating func resetMatrix() -> [Effect] {
    guard let panel = reading?.focusedPanel else { return [] }
    let name = panel.called(or: "This value")
    reading?.lastChange = .reset
    return takeBack("\(name) is as at first", isNamed: true, "\(name) is as at first already.") {
      $0.resetPanel(panel.id)
    }
  }

  /// Undo, redo and resets: says what was done, and goes there where it can be seen.
  mutating func takeBack(
    _ done: String, isNamed: Bool = false, _ nothing: String, _ make: (inout Session) -> Change?
  ) -> [Effect] {
    guard var reading else { return [] }
    let before = reading.session
    guard let change = make(&reading.session) else {
      message = .note(nothing)
      return []
    }
    reading.repairStep()
    self.reading = reading
    if reading.panels.contains(where: { $0.id == change.panel }), let position = change.position {
      self.reading?.focus = Focus(panel: change.panel, position: position)
    } else if let block = change.block, let focus = reading.focus(on: block) {
      if reading.focusedBlock != block { self.reading?.focus = focus }
    }
    let words = words(for: change, done, isNamed: isNamed)
    let isUndo = !isNamed && done == "Undone" && reading.session.canRedo
    let way = isUndo ? " \(keyName(.redo)) redoes it." : ""
    message = .note(fitsOnRule(words + way) ? words + way : words)
    mark(change, before: before)
    return [.save]
  }

  /// `Undone: K[cat, y].`, `Moved back: B.`
  private func words(for change: Change, _ done: String, isNamed: Bool) -> String {
    switch change.deed {
    case .reset where !isNamed: return "\(done): the reset of the lesson."
    case .returnToPin where !isNamed: return "\(done): the return to the pinned state."
    case .move where !isNamed:
      let moved = done == "Undone" ? "Moved back" : "Moved again"
      return moved + place(of: change, isNamed: false) + "."
    default: return done + place(of: change, isNamed: isNamed) + "."
    }
  }

  /// `: K[cat, y]`, and in which step where it isn't this one; a reset names what it did already.
  private func place(of change: Change, isNamed: Bool) -> String {
    guard !isNamed, let reading else { return "" }
    let step = change.step ?? reading.lesson.step(of: change.panel.cell)
    let elsewhere = step.map { $0 == reading.step ? "" : ", in step \($0 + 1)" } ?? ""
    guard let panel = reading.session.panel(change.panel) else { return elsewhere }
    guard let name = change.position.map({ panel.entryName($0) }) ?? panel.name else {
      return elsewhere
    }
    return ": \(name)\(elsewhere)"
  }
}

extension Reading {
  /// `place goes from 1 to 7.`, where a number is at that end of its slider.
  fileprivate func wordsAtEnd(of panel: Panel, at position: [Int], up: Bool) -> String? {
    guard let slider = panel.options.slider, let shape = shape(of: panel),
      let place = shape.place(of: position),
      let value = panel.entries?[safe: shape.offset(of: place)],
      up ? value >= slider.high : value <= slider.low
    else { return nil }
    let ends = [slider.low, slider.high].map { Reading.text(ofStep: $0) }
    return "\(panel.entryName(position)) goes from \(ends[0]) to \(ends[1])."
  }
}
