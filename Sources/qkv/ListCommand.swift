import CellLanguage
import Notebook

extension Command {
  static let list = Command(
    "list", "lists the lessons, with your progress", options: [.json, .lessons]
  ) { (arguments) throws(CommandFailure) in
    try arguments.requireNoOperands()
    let shelved = try LessonShelf.all(in: LessonFolder(arguments))
    let lessons = shelved.compactMap { file in file.lesson.map { (file.path, $0) } }
    let progress = ReaderProgress.summaries(of: lessons.map(\.1))
    if arguments.has(.json) {
      let value = JSONValue.array(
        lessons.map { LessonList.json(of: $0.1, path: $0.0, progress: progress[$0.1.id]) })
      try Output.result(value.text + "\n")
    } else {
      try Output.result(LessonList.table(of: lessons.map(\.1), progress: progress))
    }
    let problems = shelved.flatMap(\.problems)
    for problem in problems { Output.talk(TextFilter.visible(problem.description)) }
    return problems.isEmpty ? ExitStatus.success : ExitStatus.invalidLesson
  }
}
