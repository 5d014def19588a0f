import CellLanguage
import Notebook

extension Command {
  static let grade = Command(
    "grade", operands: "FILE…", "grades what was handed in, a row for each",
    details: [
      "Each FILE is what qkv submit wrote, or - for standard input. Every",
      "task of every lesson of the folder counts, or of those named with --lesson:",
      "what isn't answered counts 0 and is named. Nothing that a hand-in says about",
      "passing is believed. One that can't be read has its row with the reason.",
      "",
      "The status is 0 where every check passed, 1 where one didn't or a hand-in is",
      "refused, 2 where a lesson or the hidden checks are invalid.",
    ],
    options: [
      GradeCommand.lesson, .lessons, GradeCommand.hidden,
      ReportOptions.format(ReportFormat.allCases), ReportOptions.file,
    ]
  ) { (arguments) throws(CommandFailure) in
    let format = try ReportOptions.format(arguments, of: ReportFormat.allCases)
    let files = try GradeCommand.files(arguments, format)
    let folder = LessonFolder(arguments)
    try ReportOptions.requireApart(
      arguments.value(of: ReportOptions.file), ReportOptions.file,
      from: files + arguments.values(of: GradeCommand.hidden) + LessonShelf.paths(in: folder)
        + arguments.values(of: GradeCommand.lesson).filter(LessonShelf.isFile))
    let counted = try CountedLessons(
      named: arguments.values(of: GradeCommand.lesson), in: folder)
    var gradebook = Gradebook(
      lessons: counted.lessons, others: counted.shelf,
      hidden: try GradeCommand.hiddenChecks(arguments, counted))
    let report = Report(
      tasks: gradebook.tasks, handIns: files.map { GradeCommand.report(on: $0, &gradebook) })
    try ReportOptions.write(format.text(of: report), arguments)
    if format == .text, arguments.value(of: GradeCommand.lesson) == nil,
      let lesson = GradeCommand.onlyLesson(of: report)
    {
      Output.talk("qkv: only lesson \(lesson) was handed in; --lesson \(lesson) grades it alone")
    }
    return ReportOptions.status(of: report)
  }
}

/// The flags of `grade`, and what they bring.
enum GradeCommand {
  static let lesson = Option(
    "--lesson", value: "LESSON", isRepeatable: true, "counts this lesson; several may be named")
  static let hidden = Option(
    "--hidden", value: "FILE", "runs the checks of this file too, and tells none")

  static func files(
    _ arguments: Arguments, _ format: ReportFormat
  ) throws(CommandFailure) -> [String] {
    let files = arguments.operands
    guard !files.isEmpty else {
      throw .usage("which hand-ins?", advice: "name their files: qkv grade hand-ins/*.json")
    }
    guard format != .gradescope || files.count == 1 else {
      throw .usage(
        "--format gradescope is of one hand-in, not of \(files.count)",
        advice: "Gradescope runs qkv grade once for each")
    }
    guard files.count(where: { $0 == "-" }) <= 1 else {
      throw .usage("standard input can be read once", advice: "keep one -")
    }
    return files
  }

  static func hiddenChecks(
    _ arguments: Arguments, _ counted: CountedLessons
  ) throws(CommandFailure) -> HiddenChecks {
    guard let path = arguments.value(of: hidden) else { return HiddenChecks() }
    let text: String
    do throws(FileProblem) {
      text = try BoundedFile.readText(path, limit: LessonReader.byteLimit)
    } catch {
      throw CommandFailure(error)
    }
    let (checks, problems) = HiddenChecksReader.read(
      text: text, name: path, lessons: counted.lessons, others: counted.shelf)
    // What graders run stands in logs that students may see.
    for problem in problems { Output.talk(TextFilter.visible(problem.withoutText)) }
    guard problems.isEmpty else {
      throw CommandFailure(
        "the hidden checks of \(TextFilter.visible(path)) can't be used",
        advice: "qkv verify --hidden FILE says what is wrong, to whoever wrote them",
        status: ExitStatus.invalidLesson)
    }
    for warning in checks.disagreements(with: counted.lessons) { Output.talk("qkv: " + warning) }
    return checks
  }

  /// The one lesson of several that has answers, by its number or its id; nil where more have some.
  static func onlyLesson(of report: Report) -> String? {
    guard let lessons = report.handIns.first?.lessons, lessons.count > 1 else { return nil }
    let answered = lessons.indices.filter { index in
      report.handIns.contains { handIn in
        handIn.lessons.indices.contains(index)
          && handIn.lessons[index].tasks.contains { $0.status != .missing }
      }
    }
    guard answered.count == 1 else { return nil }
    let lesson = lessons[answered[0]]
    return lesson.number.map(String.init) ?? TextFilter.visible(lesson.id)
  }

  static func report(on file: String, _ gradebook: inout Gradebook) -> HandInReport {
    do throws(HandInRefusal) {
      return gradebook.report(on: try HandInFile.read(file), file: file)
    } catch {
      return gradebook.report(on: error, file: file)
    }
  }
}
