/// What a reader hands in: answers, and nothing that says whether they are right.
package struct HandIn: Hashable, Sendable {
  /// The version of the format that is read and written.
  package static let version = 1

  /// As the hand-in says; nobody checks it.
  package var student: String?
  /// In the order of the file, each lesson once.
  package var lessons: [LessonAnswers]
  /// What a grader should know of the file: members that were set aside, claims that don't count.
  package var notes: [String]

  package init(student: String? = nil, lessons: [LessonAnswers] = [], notes: [String] = []) {
    self.student = student
    self.lessons = lessons
    self.notes = notes
  }
}

/// The answers to one lesson's tasks.
package struct LessonAnswers: Hashable, Sendable {
  package let id: String
  /// In the order of the file, each task once.
  package var answers: [TaskAnswer]

  package init(id: String, answers: [TaskAnswer] = []) {
    self.id = id
    self.answers = answers
  }
}

/// What was entered for one task.
package struct TaskAnswer: Hashable, Sendable {
  package let task: String
  /// Of the task's text when it was answered; nil where the hand-in doesn't say.
  package let fingerprint: String?
  /// Nil where it can't be read.
  package let answer: Answer?
  /// Why it can't be read.
  package let problem: String?
  /// Whether the solution was asked for before passing; known of one's own answers, and never told by a hand-in.
  package let sawSolution: Bool

  package init(
    task: String, fingerprint: String? = nil, answer: Answer, sawSolution: Bool = false
  ) {
    self.task = task
    self.fingerprint = fingerprint
    self.answer = answer
    self.sawSolution = sawSolution
    problem = nil
  }

  package init(task: String, problem: String) {
    self.task = task
    fingerprint = nil
    answer = nil
    sawSolution = false
    self.problem = problem
  }
}

/// Why a hand-in isn't judged at all.
package struct HandInRefusal: Error, Hashable, Sendable {
  package let reason: String

  package init(_ reason: String) {
    self.reason = reason
  }
}
