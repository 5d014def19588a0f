import CellLanguage
import Notebook

/// A lesson's file, read.
struct ShelvedLesson {
  let path: String
  let lesson: Lesson?
  let problems: [LessonProblem]
}

/// The lessons of a folder, and one of them by number, id or file.
enum LessonShelf {
  /// The most that is read of a lesson.
  static let fileLimit = 1 << 20

  static func all(in folder: LessonFolder) throws(CommandFailure) -> [ShelvedLesson] {
    let path = folder.path ?? ""
    var lessons: [ShelvedLesson] = []
    for name in try folder.files() { lessons.append(try read(path + "/" + name)) }
    return lessons
  }

  /// The lesson that a reader calls `6`, `06`, `weighted-sums` or `notes/mine.md`.
  static func lesson(
    _ wanted: String, in folder: LessonFolder
  ) throws(CommandFailure) -> ShelvedLesson {
    if isFile(wanted) { return try read(wanted) }
    let lessons = try all(in: folder)
    if let number = Int(wanted), let found = lessons.first(where: { $0.lesson?.number == number }) {
      return found
    }
    if let found = lessons.first(where: { $0.lesson?.id == wanted }) { return found }
    throw unknown(wanted, lessons)
  }

  /// A file is told from a number or an id by its path or its ending.
  static func isFile(_ wanted: String) -> Bool {
    wanted.contains("/") || wanted.hasSuffix(".md")
  }

  private static func read(_ path: String) throws(CommandFailure) -> ShelvedLesson {
    do throws(FileProblem) {
      let text = try BoundedFile.readText(path, limit: fileLimit)
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let (lesson, problems) = LessonReader.read(text: text, name: name)
      return ShelvedLesson(path: path, lesson: lesson, problems: problems)
    } catch {
      throw CommandFailure(error)
    }
  }

  private static func unknown(_ wanted: String, _ lessons: [ShelvedLesson]) -> CommandFailure {
    let ids = lessons.compactMap(\.lesson?.id)
    let near = NearNames.nearest(to: wanted, in: ids).first
    return .usage(
      "there is no lesson '\(TextFilter.visible(wanted))'",
      advice: near.map { "did you mean \($0)?" } ?? "qkv list names the lessons")
  }
}

extension ShelvedLesson {
  /// The lesson, where nothing is wrong with it; else the problems are told.
  func valid() throws(CommandFailure) -> Lesson {
    for problem in problems { Output.talk(TextFilter.visible(problem.description)) }
    guard let lesson, problems.isEmpty else {
      throw CommandFailure(
        "\(TextFilter.visible(path)) is no valid lesson", status: ExitStatus.invalidLesson)
    }
    return lesson
  }
}

extension CommandFailure {
  init(_ problem: FileProblem) {
    self.init(
      "\(TextFilter.visible(problem.path)): \(problem.message)", status: ExitStatus.unreadable)
  }
}
