extension Session {
  /// What the reader entered for a task; nil where nothing was.
  package func answer(to task: LessonTask) -> Answer? {
    task.answer(edits: edits, attempts: attempts)
  }
}
