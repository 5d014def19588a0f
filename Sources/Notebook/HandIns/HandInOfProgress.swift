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
    guard let answer = countedAnswer(to: task, in: lesson) else { return nil }
    let known = attempts[task.id]?.fingerprint ?? ""
    return TaskAnswer(
      task: task.id, fingerprint: known.isEmpty ? Fingerprint.of(task, in: lesson) : known,
      answer: answer, sawSolution: attempts[task.id]?.gaveUp == true)
  }
}
