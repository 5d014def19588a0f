extension LessonTask {
  /// What a reader entered for the task, among all that they did in the lesson.
  func answer(edits: [String: String], attempts: [String: Attempt]) -> Answer? {
    switch self {
    case .exercise(let exercise):
      let edits = edits.filter { exercise.edits.contains($0.key) }
      return edits.isEmpty ? nil : .edits(edits)
    case .quiz(let quiz): return attempts[quiz.id]?.choices.map { .choices($0) }
    case .predict(let predict): return attempts[predict.id]?.guess.map { .guess($0) }
    }
  }
}

extension LessonTask {
  /// What last solved an exercise; nil of a question, whose right answer nothing replaces.
  package func solvingAnswer(_ attempt: Attempt?) -> Answer? {
    guard case .exercise = self, let attempt, let solved = attempt.solved else { return nil }
    return answer(edits: solved, attempts: [:])
  }
}

extension LessonProgress {
  /// What the reader entered for a task of the lesson; nil where nothing was.
  package func answer(to task: LessonTask) -> Answer? {
    task.answer(edits: edits, attempts: attempts)
  }

  /// What counts: what solved the task as its text is now, else what stands there.
  package func countedAnswer(to task: LessonTask, in lesson: Lesson) -> Answer? {
    let attempt = attempts[task.id]
    guard let solving = task.solvingAnswer(attempt),
      attempt?.fingerprint == Fingerprint.of(task, in: lesson)
    else { return answer(to: task) }
    return solving
  }

  /// The same with each task passed or not as the lesson's checks say now; what was kept about that is not believed.
  package func reviewed(in lesson: Lesson) -> LessonProgress {
    var reviewed = self
    var grader = Grader(lesson: lesson)
    for task in lesson.tasks {
      let answers = [answer(to: task), task.solvingAnswer(attempts[task.id])]
      let isPassed = answers.compactMap(\.self).contains {
        grader.verdict(on: $0, to: task).isPassed
      }
      guard isPassed || attempts[task.id] != nil else { continue }
      reviewed.attempts[task.id, default: Attempt()].isPassed = isPassed
    }
    return reviewed
  }

  /// Whether every pass that was kept is one of the lesson as it is now, with an answer to it.
  package func isCurrent(in lesson: Lesson) -> Bool {
    lesson.tasks.allSatisfy { task in
      guard let attempt = attempts[task.id], attempt.isPassed else { return true }
      return (answer(to: task) != nil || task.solvingAnswer(attempt) != nil)
        && attempt.fingerprint == Fingerprint.of(task, in: lesson)
    }
  }
}

extension ProgressDocument {
  /// Judges anew what was kept of lessons whose text, or whose part of the file, isn't as it was written.
  package mutating func review(in lessons: [Lesson]) {
    for lesson in lessons {
      guard let kept = self.lessons[lesson.id],
        unverified.contains(lesson.id) || !kept.isCurrent(in: lesson)
      else { continue }
      self.lessons[lesson.id] = kept.reviewed(in: lesson)
      unverified.remove(lesson.id)
    }
  }
}
