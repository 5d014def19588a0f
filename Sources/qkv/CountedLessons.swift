import CellLanguage
import Notebook

/// The lessons whose tasks count: those that are named, or else every lesson of the folder that has some.
struct CountedLessons {
  let lessons: [Lesson]
  /// The ids of all lessons of the folder.
  let shelf: [String]

  /// - Throws: status 2 where one of them is invalid, so that nobody is judged by half a lesson.
  init(named: [String], in folder: LessonFolder) throws(CommandFailure) {
    let files = try CountedLessons.files(named, folder)
    lessons = try CountedLessons.valid(files).filter { !$0.tasks.isEmpty }
    shelf = (try? LessonCatalogue(folder).ids()) ?? []
    guard !lessons.isEmpty else {
      throw .usage(
        named.isEmpty ? "no lesson has anything to check" : "there is nothing to check in it",
        advice: "an exercise, a quiz or a prediction is something to check")
    }
  }

  private static func files(
    _ named: [String], _ folder: LessonFolder
  ) throws(CommandFailure) -> [LessonFile] {
    guard !named.isEmpty else { return try LessonShelf.all(in: folder) }
    var files: [LessonFile] = []
    for name in named {
      let file = try LessonShelf.lesson(name, in: folder)
      if !files.contains(where: { $0.path == file.path }) { files.append(file) }
    }
    return files
  }

  private static func valid(_ files: [LessonFile]) throws(CommandFailure) -> [Lesson] {
    for problem in files.flatMap(\.problems) {
      Output.talk(TextFilter.visible(problem.description))
    }
    if let bad = files.first(where: { $0.lesson == nil || !$0.problems.isEmpty }) {
      throw CommandFailure(
        "\(TextFilter.visible(bad.path)) is no valid lesson", status: ExitStatus.invalidLesson)
    }
    return files.compactMap(\.lesson)
  }
}
