extension HandIn {
  /// What a reader answered in these lessons, in their order and the order of their tasks.
  ///
  /// - Parameter progress: by the ids of the lessons.
  package init(
    _ progress: [String: LessonProgress], in lessons: [Lesson], student: String? = nil
  ) {
    self.init(
      student: student,
      lessons: lessons.map { lesson in
        let kept = progress[lesson.id] ?? LessonProgress()
        return LessonAnswers(
          id: lesson.id, answers: lesson.tasks.compactMap { kept.taskAnswer(to: $0, in: lesson) })
      })
  }
}

extension LessonProgress {
  fileprivate func taskAnswer(to task: LessonTask, in lesson: Lesson) -> TaskAnswer? {
    guard let answer = enteredAnswer(to: task) else { return nil }
    let known = attempts[task.id]?.fingerprint ?? ""
    return TaskAnswer(
      task: task.id, fingerprint: known.isEmpty ? Fingerprint.of(task, in: lesson) : known,
      answer: answer)
  }

  /// Nil where nothing was entered.
  private func enteredAnswer(to task: LessonTask) -> Answer? {
    switch task {
    case .exercise(let exercise):
      let edits = edits.filter { exercise.edits.contains($0.key) }
      return edits.isEmpty ? nil : .edits(edits)
    case .quiz(let quiz): return attempts[quiz.id]?.choices.map { .choices($0) }
    case .predict(let predict): return attempts[predict.id]?.guess.map { .guess($0) }
    }
  }
}
