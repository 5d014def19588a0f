import CellLanguage
import Notebook

extension Command {
  static let export = Command(
    "export", operands: "LESSON", "writes a lesson as a Python script or notebook",
    details: [
      "LESSON is a number, an id or a file. What is written runs with Python and",
      "NumPy alone, and ends with the lesson's numbers asserted. What is still to",
      "fill in stands there as a comment. It is the lesson as you have it, with your",
      "numbers, answers and cells.",
    ], options: [ExportCommand.format, ExportCommand.file, .original, .lessons]
  ) { (arguments) throws(CommandFailure) in
    guard let wanted = try arguments.singleOperand(called: "lesson") else {
      throw .usage(
        "which lesson?", advice: "qkv list names them; then for example qkv export 6 --to py")
    }
    let format = try ExportCommand.format(arguments)
    let folder = LessonFolder(arguments)
    try ReportOptions.requireApart(
      arguments.value(of: ExportCommand.file), ExportCommand.file,
      from: LessonShelf.paths(in: folder) + (LessonShelf.isFile(wanted) ? [wanted] : []))
    let lesson = try LessonShelf.lesson(wanted, in: folder).valid(faultsShown: true)
    let text = format.text(
      of: arguments.has(.original) ? Session(lesson: lesson) : ReaderProgress.session(of: lesson))
    guard let file = arguments.value(of: ExportCommand.file), file != "-" else {
      try Output.result(text)
      return ExitStatus.success
    }
    do throws(FileProblem) {
      try WrittenFile.write(text, to: file)
    } catch {
      throw CommandFailure(error)
    }
    return ExitStatus.success
  }
}

/// The flags of `export`.
enum ExportCommand {
  static let format = Option("--to", value: "FORMAT", "py is a script, ipynb a Jupyter notebook")
  static let file = Option("-o", value: "FILE", "writes this file, in place of one that is there")

  enum Format: String, CaseIterable {
    case py, ipynb

    func text(of session: Session) -> String {
      switch self {
      case .py: PythonScript(session).text
      case .ipynb: JupyterNotebook(session).text
      }
    }
  }

  static func format(_ arguments: Arguments) throws(CommandFailure) -> Format {
    let known = Format.allCases.map(\.rawValue)
    guard let word = arguments.value(of: format) else {
      throw .usage("export to what?", advice: "write --to \(known.joined(separator: " or --to "))")
    }
    if let format = Format(rawValue: word) { return format }
    let near = NearNames.nearest(to: word, in: known).first
    throw .usage(
      "--to is \(known.joined(separator: " or ")), not '\(TextFilter.visible(word))'",
      advice: near.map { "did you mean --to \($0)?" })
  }
}
