/// What is kept of one lesson.
package struct LessonProgress: Hashable, Sendable {
  /// The step the reader was at, counted from 0.
  package var step = 0
  /// What defines each name that the reader changed, by name: `K = [[1, 0], [0, 2]]`.
  package var edits: [String: String] = [:]
  /// Cells and prose that the reader added, by names that no two notebooks give.
  package var own: [String: KeptBlock] = [:]
  /// By the ids of the tasks.
  package var attempts: [String: Attempt] = [:]

  package init() {}
}
