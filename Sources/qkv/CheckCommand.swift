import CellLanguage
import Notebook

extension Command {
  static let check = Command(
    "check", operands: "[LESSON…]", "checks your own saved answers",
    details: [
      "LESSON is a number, an id or a file; without one, all lessons are checked.",
      "--answers takes the answers of a hand-in, - is standard input.",
      "",
      "The status is 0 where every check passed, 1 where one didn't or is open.",
    ],
    options: [CheckCommand.answers, ReportOptions.format(CheckCommand.formats), .lessons]
  ) { (arguments) throws(CommandFailure) in
    let format = try ReportOptions.format(arguments, of: CheckCommand.formats)
    let counted = try CountedLessons(named: arguments.operands, in: LessonFolder(arguments))
    let handIn = try CheckCommand.handIn(arguments, counted.lessons)
    var gradebook = Gradebook(lessons: counted.lessons, others: counted.shelf)
    let report = Report(
      tasks: gradebook.tasks, handIns: [gradebook.report(on: handIn, file: nil)])
    try Output.result(format.text(of: report))
    return ReportOptions.status(of: report)
  }
}

/// The flags of `check`, and what they bring.
enum CheckCommand {
  static let formats: [ReportFormat] = [.text, .json, .junit, .tap]
  static let answers = Option("--answers", value: "FILE", "takes the answers of this hand-in")

  static func handIn(
    _ arguments: Arguments, _ lessons: [Lesson]
  ) throws(CommandFailure) -> HandIn {
    guard let file = arguments.value(of: answers) else {
      return HandIn(try SavedAnswers.lessons(), in: lessons)
    }
    do throws(HandInRefusal) {
      return try HandInFile.read(file)
    } catch {
      throw CommandFailure(
        "\(TextFilter.visible(file)): \(TextFilter.visible(error.reason))",
        status: ExitStatus.unreadable)
    }
  }
}
