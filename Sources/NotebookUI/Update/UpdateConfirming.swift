import Notebook

// What is asked for twice before it is done, because it can't be seen from here or is much at once.

extension Action {
  /// Whether Enter says yes where this was asked about: where it means nothing else that could be wanted.
  var isConfirmedByEnter: Bool { [.solution, .resetLesson, .undo, .redo].contains(self) }
}

extension State {
  /// Whether an action was warned of and is asked for again. It counts once: the next time is warned of anew.
  mutating func isConfirmed(_ action: Action) -> Bool {
    defer { confirming = nil }
    return confirming == action
  }

  /// Undoing and redoing what isn't on this page.
  ///
  /// - Returns: whether the reader has to ask again; the message says what for.
  mutating func asksAboutElsewhere(
    _ action: Action, _ effect: String, _ make: (inout Session) -> Change?
  ) -> Bool {
    guard !isConfirmed(action), let reading else { return false }
    var trial = reading
    guard let change = make(&trial.session) else { return false }
    // A step that comes or goes is the page itself.
    let isHere =
      reading.panels.contains { $0.id == change.panel }
      || trial.lesson.steps.count != reading.lesson.steps.count
    guard !isHere, let step = change.step ?? reading.lesson.step(of: change.panel.cell),
      step != reading.step
    else { return false }
    let name = reading.session.panel(change.panel).flatMap { panel in
      change.position.map { panel.entryName($0) } ?? panel.name
    }
    confirming = action
    message = .refusal(
      "The change is \(name.map { "of \($0) " } ?? "")in step \(step + 1): \(keyName(action)) again \(effect)."
    )
    return true
  }

  /// A reset of the whole lesson, which is much at once.
  mutating func asksAboutReset() -> Bool {
    guard !isConfirmed(.resetLesson), let reading else { return false }
    var trial = reading.session
    guard trial.resetLesson() != nil else { return false }
    confirming = .resetLesson
    message = .refusal(
      "Set every cell of the lesson back? \(keyName(.resetLesson)) again does it; \(keyName(.undo)) undoes."
    )
    return true
  }
}
