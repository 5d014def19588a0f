/// One thing that a reader did since the last save. Changes are applied to the document as it is by then, so that two
/// notebooks lose nothing.
package enum ProgressChange: Hashable, Sendable {
  case last(String)
  /// What isn't saved of a notebook, by its file's whole path; nil where all is.
  case draft(Draft?, path: String)
  /// A notebook of one's own was opened, by its file's whole path.
  case notebook(path: String)
  case step(Int, lesson: String)
  /// What defines a name; nil where the reader has given it the lesson's text again.
  case edit(String?, name: String, lesson: String)
  /// A cell or prose of the reader's, by the name under which it is kept; nil where it was deleted.
  case own(KeptBlock?, name: String, lesson: String)
  case attempt(AttemptChange, task: String, lesson: String)
}

/// What a reader did about one task.
package struct AttemptChange: Hashable, Sendable {
  package let before: Attempt
  /// Nil where it was forgotten on purpose.
  package let after: Attempt?
  /// Of an exercise whose answer was changed: all of it, by name, nil for the lesson's own. A verdict is on this and no other.
  package let answer: [String: String?]?

  package init(before: Attempt, after: Attempt?, answer: [String: String?]? = nil) {
    self.before = before
    self.after = after
    self.answer = answer
  }
}

extension ProgressChange {
  /// What leads from one state of a lesson to another, in an order of its own.
  package static func between(
    _ old: LessonProgress, _ new: LessonProgress, of lesson: Lesson
  ) -> [ProgressChange] {
    let id = lesson.id
    var changes: [ProgressChange] = []
    if old.step != new.step { changes.append(.step(new.step, lesson: id)) }
    let names = Set(old.edits.keys).union(new.edits.keys)
      .filter { old.edits[$0] != new.edits[$0] }
    changes += names.sorted().map { .edit(new.edits[$0], name: $0, lesson: id) }
    let own = Set(old.own.keys).union(new.own.keys).filter { old.own[$0] != new.own[$0] }
    changes += own.sorted().map { .own(new.own[$0], name: $0, lesson: id) }
    let answers = Dictionary(
      lesson.exercises.filter { !names.isDisjoint(with: $0.edits) }.map { exercise in
        (exercise.id, exercise.edits.reduce(into: [:]) { $0[$1] = .some(new.edits[$1]) })
      }
    ) { first, _ in first }
    let tasks = Set(old.attempts.keys).union(new.attempts.keys).union(answers.keys)
      .filter { old.attempts[$0] != new.attempts[$0] || answers[$0] != nil }
    changes += tasks.sorted().map { task in
      let change = AttemptChange(
        before: old.attempts[task] ?? Attempt(), after: new.attempts[task], answer: answers[task])
      return .attempt(change, task: task, lesson: id)
    }
    return changes
  }
}
