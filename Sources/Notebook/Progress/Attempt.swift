/// What a reader did about one task, beside the edits of its cells.
package struct Attempt: Hashable, Sendable {
  /// Of the task's text when it was last answered.
  package var fingerprint = ""
  /// As the checks said last; whoever reads it from a file checks again.
  package var isPassed = false
  /// Of an exercise: what last solved it, by the names that it edits. It is the answer whatever was tried since.
  package var solved: [String: String]?
  /// Hints shown.
  package var hints = 0
  /// The solution was asked for before passing.
  package var gaveUp = false
  /// Of a quiz: the options chosen when it was answered, counted from 0.
  package var choices: Set<Int>?
  /// Of a prediction: the number as typed.
  package var guess: String?

  package init() {}
}
