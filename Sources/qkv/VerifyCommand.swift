import CellLanguage
import Notebook
import NotebookUI

extension Command {
  static let verify = Command(
    "verify", operands: "[LESSON…]", "proves that lessons are sound, for their authors",
    details: [
      "LESSON is a number, an id or a file; without one, all lessons of the folder.",
      "Each problem is named with its file, its line and what to do. The status is 2",
      "where there is one. Lessons/README.md lists what is proved.",
    ], options: [VerifyCommand.format, .lessons, VerifyCommand.hidden]
  ) { (arguments) throws(CommandFailure) in
    let format = try VerifyCommand.format(arguments)
    let report = try VerifyCommand.report(
      arguments.operands, LessonFolder(arguments), hidden: arguments.value(of: VerifyCommand.hidden)
    )
    try Output.result(format == .json ? report.json.text + "\n" : report.text)
    return report.isWell ? ExitStatus.success : ExitStatus.invalidLesson
  }
}

enum VerifyCommand {
  static let format = Option("--format", value: "FORMAT", "text or json")

  static let hidden = Option("--hidden", value: "FILE", "proves this file of hidden checks too")

  enum Format: String { case text, json }

  static func format(_ arguments: Arguments) throws(CommandFailure) -> Format {
    let word = arguments.value(of: format) ?? "text"
    guard let format = Format(rawValue: word) else {
      throw .usage("--format is text or json, not '\(TextFilter.visible(word))'")
    }
    return format
  }

  /// - Parameter wanted: the lessons named; all of the folder where there are none.
  static func report(
    _ wanted: [String], _ folder: LessonFolder, hidden: String?
  ) throws(CommandFailure) -> VerifyReport {
    let catalogue = LessonCatalogue(folder)
    let paths: [String]
    do throws(LessonLookupFailure) {
      paths =
        wanted.isEmpty
        ? try catalogue.paths()
        : try wanted.map { (name) throws(LessonLookupFailure) in try catalogue.path(of: name) }
    } catch {
      throw CommandFailure(error)
    }
    let verifier = State.verifier(LessonIndex(of: catalogue))
    var lessons: [VerifiedLesson] = []
    for path in paths {
      do throws(LessonLookupFailure) {
        lessons.append(verifier.verify(path: path, text: try LessonCatalogue.text(of: path)))
      } catch {
        // A file that isn't there is an error of who named it; what is no text is a lesson that isn't well.
        guard case .file(let problem) = error, wanted.isEmpty || problem.isOfContents else {
          throw CommandFailure(error)
        }
        lessons.append(VerifiedLesson(unreadable: problem))
      }
    }
    let known = ((try? catalogue.all()) ?? []).compactMap(\.lesson) + lessons.compactMap(\.lesson)
    return VerifyReport(
      lessons,
      hidden: try hidden.map { (path) throws(CommandFailure) in
        try VerifyCommand.hiddenChecks(path, unique(known), verifier)
      })
  }

  private static func hiddenChecks(
    _ path: String, _ lessons: [Lesson], _ verifier: LessonVerifier
  ) throws(CommandFailure) -> VerifiedLesson {
    do throws(FileProblem) {
      let text = try BoundedFile.readText(path, limit: LessonReader.byteLimit)
      return verifier.verify(hiddenChecks: text, path: path, lessons: lessons)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Each lesson once: one that is named stands in the folder too.
  private static func unique(_ lessons: [Lesson]) -> [Lesson] {
    var seen: Set<String> = []
    return lessons.filter { seen.insert($0.id).inserted }
  }
}
