import CellLanguage

/// Lessons in lines, or as JSON.
package enum LessonList {
  /// Number, id, title, minutes and progress in columns, the summary below.
  ///
  /// - Parameter progress: by the lessons' ids; those that were begun.
  package static func table(
    of lessons: [Lesson], progress: [String: ProgressSummary] = [:]
  ) -> String {
    let width = lessons.map { DisplayWidth.of(TextFilter.visible($0.id)) }.max() ?? 0
    return lessons.map { lesson in
      let number = lesson.number.map(String.init) ?? ""
      let id = TextFilter.visible(lesson.id)
      let gap = String(repeating: " ", count: width - DisplayWidth.of(id))
      let margin = String(repeating: " ", count: max(0, 3 - number.count))
      return "\(margin)\(number)  \(id)\(gap)  \(TextFilter.visible(lesson.title))"
        + (lesson.minutes > 0 ? " (\(lesson.minutes) min)" : "")
        + (progress[lesson.id].map { ", \($0.passed)/\($0.tasks) passed" } ?? "") + "\n"
        + String(repeating: " ", count: width + 7) + TextFilter.visible(lesson.summary) + "\n"
    }.joined()
  }

  /// - Parameter progress: nil where the lesson wasn't begun.
  package static func json(
    of lesson: Lesson, path: String, progress: ProgressSummary? = nil
  ) -> JSONValue {
    .object([
      JSONValue.Member("number", lesson.number.map(JSONValue.integer) ?? .null),
      JSONValue.Member("id", .string(lesson.id)),
      JSONValue.Member("title", .string(lesson.title)),
      JSONValue.Member("summary", .string(lesson.summary)),
      JSONValue.Member("minutes", .integer(lesson.minutes)),
      JSONValue.Member("needs", .array(lesson.needs.map(JSONValue.string))),
      JSONValue.Member("steps", .integer(lesson.steps.count)),
      JSONValue.Member("file", .string(path)),
      JSONValue.Member("progress", progress?.json ?? .null),
    ])
  }
}
