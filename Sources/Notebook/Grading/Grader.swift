/// Judges answers to a lesson's tasks, from the lesson's own inputs and what the answer may change; nothing else that a
/// reader did comes in, so that the notebook and a grader without a terminal say the same.
package struct Grader: Sendable {
  package let lesson: Lesson

  package init(lesson: Lesson) {
    self.lesson = lesson
  }

  /// - Parameter answer: nil where nothing was entered.
  package mutating func verdict(on answer: Answer?, to task: LessonTask) -> Verdict {
    Verdict(status: .pending, checks: [])
  }
}
