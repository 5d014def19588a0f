import Notebook

/// How far the reader is in a lesson, for the list of lessons.
struct LessonStanding: Hashable {
  /// Of its exercises, quizzes and predictions.
  let passed: Int
  let tasks: Int
  /// Where the reader left off, counted from 0.
  let step: Int
  let isBegun: Bool
  /// As many as it has now: a notebook that is written may have more than its file.
  let steps: Int

  /// `3/7 ✓`; nil where there is nothing to pass, or nothing was begun.
  func text(ascii: Bool) -> String? {
    numbers.map { "\($0) \(ascii ? "done" : "✓")" }
  }

  /// `3/7`
  var numbers: String? { tasks > 0 && isBegun ? "\(passed)/\(tasks)" : nil }
}

extension State {
  /// As it is on the screen, as it was left, or as it was kept.
  func standing(in lesson: ShelvedLesson) -> LessonStanding {
    let open = reading?.lesson.id == lesson.id ? reading : left[lesson.id]
    if let open { return open.standing }
    let kept = progress[lesson.id]
    let tasks = lesson.taskIDs
    return LessonStanding(
      passed: tasks.count { kept?.attempts[$0]?.isPassed == true }, tasks: tasks.count,
      step: max(0, min(kept?.step ?? 0, lesson.stepCount - 1)), isBegun: kept != nil,
      steps: lesson.stepCount)
  }
}

extension Reading {
  var standing: LessonStanding {
    LessonStanding(
      passed: passedCount, tasks: lesson.tasks.count, step: step, isBegun: true,
      steps: lesson.steps.count)
  }
}
