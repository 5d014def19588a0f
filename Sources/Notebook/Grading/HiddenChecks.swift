/// Checks that stand apart from the lessons, so that no reader sees them: run when work is graded.
package struct HiddenChecks: Sendable {
  private var checks: [String: [Check]] = [:]

  package init() {}

  package mutating func add(_ check: Check, to exercise: String, in lesson: String) {
    checks["\(lesson)/\(exercise)", default: []].append(check)
  }

  /// Nil where there are none.
  package func checks(for exercise: Exercise, in lesson: Lesson) -> [Check]? {
    checks["\(lesson.id)/\(exercise.id)"]
  }
}

extension [Check] {
  package var assertionCount: Int { reduce(0) { $0 + $1.messages.count } }
}

extension HiddenChecks {
  /// Where a lesson promises its readers another number of hidden checks than there are.
  package func disagreements(with lessons: [Lesson]) -> [String] {
    lessons.flatMap { lesson in
      lesson.tasks.compactMap { task in
        guard case .exercise(let exercise) = task else { return nil }
        let count = checks(for: exercise, in: lesson)?.assertionCount ?? 0
        guard count != exercise.hiddenChecks else { return nil }
        return "\(lesson.id)/\(exercise.id) says hidden=\(exercise.hiddenChecks), and the file has"
          + " \(count): readers are told the first"
      }
    }
  }
}
