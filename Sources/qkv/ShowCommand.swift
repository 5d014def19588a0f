import Notebook

extension Command {
  static let show = Command(
    "show", operands: "LESSON", "prints a lesson as plain text, every value computed",
    details: ["LESSON is a number, an id or a file."], options: [.lessons]
  ) { (arguments) throws(CommandFailure) in
    guard let wanted = try arguments.singleOperand(called: "lesson") else {
      throw .usage("which lesson?", advice: "qkv list names them; then for example qkv show 6")
    }
    let lesson = try LessonShelf.lesson(wanted, in: LessonFolder(arguments)).valid()
    try Output.result(LessonText(Session(lesson: lesson)).text)
    return ExitStatus.success
  }
}
