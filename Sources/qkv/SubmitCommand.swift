import CellLanguage
import Notebook

extension Command {
  static let submit = Command(
    "submit", operands: "[LESSON…]", "writes your answers as a file to hand in",
    details: [
      "LESSON is a number, an id or a file; without one, all lessons with answers",
      "are taken. -o - writes to standard output. Whether an answer is right isn't",
      "written: qkv check says so, and whoever grades it finds out anew.",
    ],
    options: [SubmitCommand.student, SubmitCommand.file, .lessons]
  ) { (arguments) throws(CommandFailure) in
    guard arguments.has(SubmitCommand.file) else {
      throw .usage(
        "which file shall hold the answers?", advice: "write -o FILE, or -o - for standard output")
    }
    let named = arguments.operands
    let folder = LessonFolder(arguments)
    try ReportOptions.requireApart(
      arguments.value(of: SubmitCommand.file), SubmitCommand.file,
      from: LessonShelf.paths(in: folder) + named.filter(LessonShelf.isFile)
        + ReaderProgress.paths)
    let counted = try CountedLessons(named: named, in: folder)
    var handIn = HandIn(
      try SavedAnswers.lessons(), in: counted.lessons,
      student: arguments.value(of: SubmitCommand.student))
    if named.isEmpty { handIn.lessons.removeAll(where: \.answers.isEmpty) }
    guard handIn.lessons.contains(where: { !$0.answers.isEmpty }) else {
      throw CommandFailure(
        "there is nothing to hand in: no answer is saved", advice: "qkv opens the notebook",
        status: ExitStatus.failed)
    }
    try ReportOptions.write(handIn.text, arguments)
    Output.talk(SubmitCommand.summary(of: handIn, counted.lessons))
    return ExitStatus.success
  }
}

/// The flags of `submit`, and what it says.
enum SubmitCommand {
  static let student = Option("--student", value: "NAME", "writes whose answers they are")
  static let file = Option("-o", value: "FILE", "writes this file, in place of one that is there")

  /// How much is in it, and what isn't.
  static func summary(of handIn: HandIn, _ lessons: [Lesson]) -> String {
    handIn.lessons.map { answers in
      let tasks = lessons.first { $0.id == answers.id }?.tasks ?? []
      let given = Set(answers.answers.map(\.task))
      let open = tasks.map(\.id).filter { !given.contains($0) }
      let rest = open.isEmpty ? "" : "; without \(open.joined(separator: ", "))"
      return "\(answers.id): \(given.count) of \(tasks.count) answered" + rest
    }.joined(separator: "\n")
  }
}
