/// All that is kept of what a reader did: what the progress file holds.
///
/// As JSON: `{"qkv": 1, "kind": "progress", "last": LESSON, "lessons": {LESSON: {"step": 0, "edits": {NAME: TEXT},
/// "own": {NAME: {"kind": "code", "text": …, "step": …, "above": …, "after": …, "before": …, "heading": …, "rank": …}},
/// "tasks": {TASK: {"fingerprint": …, "passed": …, "hints": …, "gave_up": …, "choices": […], "guess": …}}, "sum": …}}}`.
/// `"notebooks"`, where there are any, holds the whole paths of the notebooks written last, the last first.
/// `"drafts"`, where there are any, holds `{FILE: {"text": …, "base": …}}`.
/// Members that this version doesn't know stay where they are.
package struct ProgressDocument: Hashable, Sendable {
  /// The form of JSON that is written; a newer one is not touched.
  package static let version = 1
  /// More is neither read nor written.
  package static let byteLimit = 4 << 20

  /// The id of the lesson that was read last.
  package var last: String?
  /// By the lessons' ids.
  package var lessons: [String: LessonProgress] = [:]
  /// Notebooks that aren't saved, by the whole paths of their files.
  package var drafts: [String: Draft] = [:]
  /// The whole paths of the notebooks of one's own that were opened last, the last first.
  package var notebooks: [String] = []
  /// So many are kept.
  package static let notebookLimit = 5
  /// Lessons whose text doesn't agree with its sum: someone else wrote it, or it was damaged. None of their tasks counts
  /// as passed before it is judged again.
  package var unverified: Set<String> = []
  /// Members with names that aren't known here, by the object they stand in: the ids of a lesson and of a task.
  var unknown: [[String]: [JSONValue.Member]] = [:]

  package init() {}

  package var isEmpty: Bool { lessons.isEmpty && last == nil && drafts.isEmpty }

  /// Forgets one lesson.
  package mutating func reset(_ lesson: String) {
    lessons[lesson] = nil
    unverified.remove(lesson)
    unknown = unknown.filter { $0.key.first != lesson }
    if last == lesson { last = nil }
  }

  /// Forgets every lesson. Notebooks that aren't saved are no progress, and stay.
  package mutating func resetAll() {
    let (drafts, notebooks) = (drafts, notebooks)
    self = ProgressDocument()
    self.drafts = drafts
    self.notebooks = notebooks
  }
}
