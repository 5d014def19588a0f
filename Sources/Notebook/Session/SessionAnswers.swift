extension Session {
  /// What the reader entered for a task; nil where nothing was.
  package func answer(to task: LessonTask) -> Answer? {
    switch task {
    case .exercise(let exercise):
      let edits = edits.filter { exercise.edits.contains($0.key) }
      return edits.isEmpty ? nil : .edits(edits)
    case .quiz(let quiz): return attempts[quiz.id]?.choices.map { .choices($0) }
    case .predict(let predict): return attempts[predict.id]?.guess.map { .guess($0) }
    }
  }
}
