/// How far a reader is in a lesson.
package struct ProgressSummary: Hashable, Sendable {
  /// Of its exercises, quizzes and predictions.
  package let passed: Int
  package let tasks: Int
  package let points: Int
  package let possiblePoints: Int
  /// Tasks whose solution was asked for before they were passed.
  package let solutionsSeen: Int
  /// How many definitions were changed.
  package let edits: Int
  /// How many cells and pieces of prose were added.
  package let own: Int
  /// The step the reader was at, counted from 0.
  package let step: Int
  package let steps: Int

  /// Of what was kept, judged by the lesson as it is now.
  package init(_ kept: LessonProgress, of lesson: Lesson) {
    let reviewed = kept.reviewed(in: lesson)
    let tasks = lesson.tasks
    let passed = tasks.filter { reviewed.attempts[$0.id]?.isPassed == true }
    self.passed = passed.count
    self.tasks = tasks.count
    points = passed.reduce(0) { $0 + $1.points }
    possiblePoints = tasks.reduce(0) { $0 + $1.points }
    solutionsSeen = tasks.count { kept.attempts[$0.id]?.gaveUp == true }
    edits = kept.edits.count
    own = kept.own.count
    steps = lesson.steps.count
    step = max(0, min(kept.step, steps - 1))
  }
}

// MARK: - As JSON

extension ProgressSummary {
  package var json: JSONValue {
    .object([
      JSONValue.Member("step", .integer(step)), JSONValue.Member("edits", .integer(edits)),
      JSONValue.Member("passed", .integer(passed)), JSONValue.Member("tasks", .integer(tasks)),
      JSONValue.Member("points", .integer(points)),
      JSONValue.Member("possible_points", .integer(possiblePoints)),
    ])
  }
}
