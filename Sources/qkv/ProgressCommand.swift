import CellLanguage
import Notebook

extension Command {
  static let progress = Command(
    "progress", "shows, writes, takes in or forgets your progress",
    details: [
      "Without a flag: what was passed and changed in each lesson, judged anew.",
      "",
      "--export writes all of it to FILE, --import takes such a file in (- is standard",
      "output or input). What only one of the two has is kept; of the same answer the",
      "file's is taken.",
      "--reset forgets one LESSON, given by number or id behind it, or else all.",
    ],
    options: [ProgressCommand.export, ProgressCommand.take, ProgressCommand.reset, .lessons]
  ) { (arguments) throws(CommandFailure) in
    let acts = [ProgressCommand.export, ProgressCommand.take, ProgressCommand.reset]
    let chosen = acts.filter { arguments.has($0) }
    if chosen.count > 1 {
      throw .usage("\(chosen[0].name) and \(chosen[1].name) exclude each other")
    }
    if chosen.first != ProgressCommand.reset { try arguments.requireNoOperands() }
    switch chosen.first {
    case ProgressCommand.export: try ProgressCommand.write(arguments)
    case ProgressCommand.take: try ProgressCommand.takeIn(arguments)
    case ProgressCommand.reset: try ProgressCommand.forget(arguments)
    default: try ProgressCommand.show(arguments)
    }
    return ExitStatus.success
  }
}

/// What `progress` does.
enum ProgressCommand {
  static let export = Option("--export", value: "FILE", "writes all of it to a file")
  static let take = Option("--import", value: "FILE", "takes in what --export wrote")
  static let reset = Option("--reset", "forgets a lesson, or all of them")

  static func show(_ arguments: Arguments) throws(CommandFailure) {
    let lessons = try LessonShelf.all(in: LessonFolder(arguments)).compactMap(\.lesson)
    let document = try ReaderProgress.load()
    try Output.result(ProgressText.table(of: document, lessons: lessons))
  }

  static func write(_ arguments: Arguments) throws(CommandFailure) {
    try ReportOptions.requireApart(
      arguments.value(of: export), export, from: ReaderProgress.paths)
    var document = try ReaderProgress.load()
    // What isn't saved of notebooks belongs to files of this machine.
    document.drafts = [:]
    document.notebooks = []
    let text = document.text
    let file = arguments.value(of: export) ?? "-"
    if file == "-" { return try Output.result(text) }
    do throws(FileProblem) {
      try WrittenFile.write(text, to: file)
    } catch {
      throw CommandFailure(error)
    }
  }

  static func takeIn(_ arguments: Arguments) throws(CommandFailure) {
    let other = try document(in: arguments.value(of: take) ?? "-")
    let lessons = (try? LessonCatalogue(LessonFolder(arguments)).all())?.compactMap(\.lesson) ?? []
    try ReaderProgress.update { document in
      document.merge(other)
      document.review(in: lessons)
    }
    // It led to what was there before.
    ReaderProgress.forgetHistory(other.lessons.keys)
    let count = other.lessons.count
    Output.talk("took in \(count) lesson\(count == 1 ? "" : "s")")
  }

  private static func document(in file: String) throws(CommandFailure) -> ProgressDocument {
    let bytes: [UInt8]
    do throws(FileProblem) {
      let limit = ProgressDocument.byteLimit
      bytes =
        file == "-"
        ? try BoundedFile.readStandardInput(limit: limit)
        : try BoundedFile.read(file, limit: limit)
    } catch {
      throw CommandFailure(error)
    }
    do throws(ProgressReadingProblem) {
      let (document, notes) = try ProgressDocument.read(bytes)
      ReaderProgress.tell(notes)
      return document
    } catch {
      let name = file == "-" ? "standard input" : TextFilter.visible(file)
      throw CommandFailure(
        "\(name): \(TextFilter.visible(error.message))",
        advice: "--import takes what qkv progress --export wrote", status: ExitStatus.unreadable)
    }
  }

  static func forget(_ arguments: Arguments) throws(CommandFailure) {
    guard let wanted = try arguments.singleOperand(called: "lesson") else {
      let lessons = try ReaderProgress.load().lessons.keys
      try ReaderProgress.update { $0.resetAll() }
      ReaderProgress.forgetHistory(lessons)
      return Output.talk("forgot all progress")
    }
    let document = try ReaderProgress.load()
    // A lesson that is gone can still be forgotten.
    let id = document.lessons[wanted] == nil ? try lessonID(wanted, arguments) : wanted
    guard document.lessons[id] != nil else {
      return Output.talk("nothing is kept of \(TextFilter.visible(id))")
    }
    try ReaderProgress.update { $0.reset(id) }
    ReaderProgress.forgetHistory([id])
    Output.talk("forgot the progress in \(TextFilter.visible(id))")
  }

  private static func lessonID(
    _ wanted: String, _ arguments: Arguments
  ) throws(CommandFailure) -> String {
    try LessonShelf.lesson(wanted, in: LessonFolder(arguments)).lesson?.id ?? wanted
  }
}
