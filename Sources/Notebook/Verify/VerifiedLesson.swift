/// What was found out about one lesson.
package struct VerifiedLesson: Sendable {
  package let path: String
  /// Nil where the file is no lesson at all.
  package let lesson: Lesson?
  /// In the order of the lines.
  package let problems: [VerifyProblem]

  package init(path: String, lesson: Lesson?, problems: [VerifyProblem]) {
    self.path = path
    self.lesson = lesson
    self.problems = problems
  }

  /// A file that can't be read as text.
  package init(unreadable problem: FileProblem) {
    self.init(
      path: problem.path, lesson: nil,
      problems: [VerifyProblem(.format, LessonProblem(unreadable: problem))])
  }

  package var counts: TaskCounts { TaskCounts(lesson?.tasks ?? []) }
}

/// One problem and the rule it belongs to. All of it is plain text.
package struct VerifyProblem: Hashable, Sendable {
  package let rule: VerifyRule
  package let problem: LessonProblem

  package init(_ rule: VerifyRule, _ problem: LessonProblem) {
    self.rule = rule
    self.problem = problem
  }
}

/// How many tasks of each kind there are.
package struct TaskCounts: Hashable, Sendable {
  package private(set) var exercises = 0
  package private(set) var quizzes = 0
  package private(set) var predictions = 0

  init() {}

  init(_ tasks: [LessonTask]) {
    for task in tasks {
      switch task {
      case .exercise: exercises += 1
      case .quiz: quizzes += 1
      case .predict: predictions += 1
      }
    }
  }

  static func + (left: TaskCounts, right: TaskCounts) -> TaskCounts {
    var sum = left
    sum.exercises += right.exercises
    sum.quizzes += right.quizzes
    sum.predictions += right.predictions
    return sum
  }
}
