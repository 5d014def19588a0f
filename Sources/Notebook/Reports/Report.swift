/// What became of hand-ins: a row for each, in the order given.
package struct Report: Hashable, Sendable {
  /// The tasks that count, the same for every hand-in.
  package let tasks: [CountedTask]
  package let handIns: [HandInReport]

  package init(tasks: [CountedTask], handIns: [HandInReport]) {
    self.tasks = tasks
    self.handIns = handIns
  }

  /// What all tasks count together.
  package var points: Int { tasks.reduce(0) { $0 + $1.points } }

  /// Whether nothing failed, is open or was refused.
  package var isPassed: Bool { handIns.allSatisfy(\.isPassed) }
}

/// A task that every hand-in is asked for.
package struct CountedTask: Hashable, Sendable {
  package let lesson: String
  package let id: String
  package let points: Int

  package init(lesson: String, id: String, points: Int) {
    self.lesson = lesson
    self.id = id
    self.points = points
  }

  /// `weighted-sums/aim`
  package var name: String { "\(lesson)/\(id)" }
}

/// What became of one hand-in.
package struct HandInReport: Hashable, Sendable {
  /// As it was named when it was given; nil for a reader's own saved answers.
  package let file: String?
  package let student: String?
  /// Why nothing of it was judged; nil where it was.
  package let refusal: String?
  package let notes: [String]
  /// Every lesson that counts; none where it was refused.
  package let lessons: [LessonReport]

  package init(
    file: String?, student: String?, refusal: String? = nil, notes: [String] = [],
    lessons: [LessonReport]
  ) {
    self.file = file
    self.student = student
    self.refusal = refusal
    self.notes = notes
    self.lessons = lessons
  }

  package var earned: Int { lessons.reduce(0) { $0 + $1.earned } }
  package var tasks: [TaskReport] { lessons.flatMap(\.tasks) }
  package var isPassed: Bool { refusal == nil && tasks.allSatisfy(\.isPassed) }

  /// Every note, those of lessons and tasks with their names before them.
  package var allNotes: [String] {
    notes
      + lessons.flatMap { lesson in
        lesson.notes.map { "\(lesson.id): \($0)" }
          + lesson.tasks.flatMap { task in task.notes.map { "\(lesson.id)/\(task.id): \($0)" } }
      }
  }

  /// What was not handed in: `weighted-sums/aim`.
  package var missing: [String] {
    lessons.flatMap { lesson in
      lesson.tasks.filter { $0.status == .missing }.map { "\(lesson.id)/\($0.id)" }
    }
  }
}

/// What became of a lesson's tasks.
package struct LessonReport: Hashable, Sendable {
  package let number: Int?
  package let id: String
  package let title: String
  package let notes: [String]
  /// Every task of the lesson, in text order.
  package let tasks: [TaskReport]

  package init(number: Int?, id: String, title: String, notes: [String] = [], tasks: [TaskReport]) {
    self.number = number
    self.id = id
    self.title = title
    self.notes = notes
    self.tasks = tasks
  }

  package var points: Int { tasks.reduce(0) { $0 + $1.points } }
  package var earned: Int { tasks.reduce(0) { $0 + $1.earned } }
}
