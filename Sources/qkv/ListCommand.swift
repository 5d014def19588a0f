import CellLanguage
import Notebook

extension Command {
  static let list = Command(
    "list", "lists the lessons", options: [.json, .lessons]
  ) { (arguments) throws(CommandFailure) in
    try arguments.requireNoOperands()
    let shelved = try LessonShelf.all(in: LessonFolder(arguments))
    let lessons = shelved.compactMap { file in file.lesson.map { (file.path, $0) } }
    if arguments.has(.json) {
      let value = JSONValue.array(lessons.map { LessonList.json(of: $0.1, path: $0.0) })
      try Output.result(value.text + "\n")
    } else {
      try Output.result(LessonList.table(of: lessons.map(\.1)))
    }
    let problems = shelved.flatMap(\.problems)
    for problem in problems { Output.talk(TextFilter.visible(problem.description)) }
    return problems.isEmpty ? ExitStatus.success : ExitStatus.invalidLesson
  }
}

/// Lessons in lines, or as JSON.
enum LessonList {
  /// Number, id, minutes and title in columns, the summary below.
  static func table(of lessons: [Lesson]) -> String {
    let width = lessons.map { DisplayWidth.of(TextFilter.visible($0.id)) }.max() ?? 0
    return lessons.map { lesson in
      let number = lesson.number.map(String.init) ?? ""
      let id = TextFilter.visible(lesson.id)
      let gap = String(repeating: " ", count: width - DisplayWidth.of(id))
      let margin = String(repeating: " ", count: max(0, 3 - number.count))
      return "\(margin)\(number)  \(id)\(gap)  \(TextFilter.visible(lesson.title))"
        + (lesson.minutes > 0 ? " (\(lesson.minutes) min)" : "") + "\n"
        + String(repeating: " ", count: width + 7) + TextFilter.visible(lesson.summary) + "\n"
    }.joined()
  }

  static func json(of lesson: Lesson, path: String) -> JSONValue {
    .object([
      JSONValue.Member("number", lesson.number.map(JSONValue.integer) ?? .null),
      JSONValue.Member("id", .string(lesson.id)),
      JSONValue.Member("title", .string(lesson.title)),
      JSONValue.Member("summary", .string(lesson.summary)),
      JSONValue.Member("minutes", .integer(lesson.minutes)),
      JSONValue.Member("needs", .array(lesson.needs.map(JSONValue.string))),
      JSONValue.Member("steps", .integer(lesson.steps.count)),
      JSONValue.Member("file", .string(path)),
    ])
  }
}
