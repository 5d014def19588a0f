import Notebook

extension Command {
  static let show = Command(
    "show", operands: "LESSON", "prints a lesson as plain text, every value computed",
    details: [
      "LESSON is a number, an id or a file. It is shown as you have it, with your",
      "numbers, answers and cells. The status is 1 where a cell has an error.",
    ], options: [.original, .lessons]
  ) { (arguments) throws(CommandFailure) in
    guard let wanted = try arguments.singleOperand(called: "lesson") else {
      throw .usage("which lesson?", advice: "qkv list names them; then for example qkv show 6")
    }
    let lesson = try LessonShelf.lesson(wanted, in: LessonFolder(arguments)).valid()
    let session =
      arguments.has(.original) ? Session(lesson: lesson) : ReaderProgress.session(of: lesson)
    try Output.result(LessonText(session).text)
    return hasFailure(session) ? ExitStatus.failed : ExitStatus.success
  }

  private static func hasFailure(_ session: Session) -> Bool {
    session.cellOrder.flatMap { session.panels(of: $0) }.contains { panel in
      if case .failure = panel.content { true } else { false }
    }
  }
}
