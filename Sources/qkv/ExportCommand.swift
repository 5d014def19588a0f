import CellLanguage
import Notebook

extension Command {
  static let export = Command(
    "export", operands: "LESSON", "writes a lesson as a script or notebook, or to read",
    details: [
      "LESSON is a number, an id or a file. It is written as you have it, with your",
      "numbers, answers and cells. A script or notebook runs with Python and NumPy",
      "alone, and ends with the lesson's numbers asserted; what is still to fill in",
      "stands there as a comment. Markdown and HTML are to read and to print: every",
      "number is computed, every matrix a table.",
    ], options: [ExportCommand.format, ReportOptions.file, .original, .lessons]
  ) { (arguments) throws(CommandFailure) in
    guard let wanted = try arguments.singleOperand(called: "lesson") else {
      throw .usage(
        "which lesson?", advice: "qkv list names them; then for example qkv export 6 --to py")
    }
    let format = try ExportCommand.format(arguments)
    let folder = LessonFolder(arguments)
    try ReportOptions.requireApart(
      arguments.value(of: ReportOptions.file), ReportOptions.file,
      from: LessonShelf.paths(in: folder) + (LessonShelf.isFile(wanted) ? [wanted] : []))
    let lesson = try LessonShelf.lesson(wanted, in: folder).valid(faultsShown: true)
    let text = format.text(
      of: arguments.has(.original) ? Session(lesson: lesson) : ReaderProgress.session(of: lesson))
    try ReportOptions.write(text, arguments)
    return ExitStatus.success
  }
}

/// The flags of `export`.
enum ExportCommand {
  static let format = Option(
    "--to", value: "FORMAT", "py, ipynb: script or Jupyter notebook; md, html: to read")

  enum Format: String, CaseIterable {
    case py, ipynb, md, html

    func text(of session: Session) -> String {
      switch self {
      case .py: PythonScript(session).text
      case .ipynb: JupyterNotebook(session).text
      case .md: MarkdownLesson(session).text
      case .html: HTMLLesson(session).text
      }
    }
  }

  static func format(_ arguments: Arguments) throws(CommandFailure) -> Format {
    let known = Format.allCases.map(\.rawValue)
    guard let word = arguments.value(of: format) else {
      throw .usage("export to what?", advice: "write --to \(ReportOptions.words(known))")
    }
    if let format = Format(rawValue: word) { return format }
    let near = NearNames.nearest(to: word, in: known).first
    throw .usage(
      "--to is \(ReportOptions.words(known)), not '\(TextFilter.visible(word))'",
      advice: near.map { "did you mean --to \($0)?" })
  }
}
