import CellLanguage
import Notebook

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The lessons as commands see them: what can't be found is a failure of the command.
enum LessonShelf {
  static func all(in folder: LessonFolder) throws(CommandFailure) -> [LessonFile] {
    do throws(LessonLookupFailure) {
      return try LessonCatalogue(folder).all()
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The lesson that a reader calls `6`, `06`, `weighted-sums` or `notes/mine.md`.
  static func lesson(
    _ wanted: String, in folder: LessonFolder
  ) throws(CommandFailure) -> LessonFile {
    do throws(LessonLookupFailure) {
      return try LessonCatalogue(folder).lesson(wanted)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The lessons' files, as far as there are any.
  static func paths(in folder: LessonFolder) -> [String] {
    (try? LessonCatalogue(folder).paths()) ?? []
  }

  /// A file is told from a number or an id by its path or its ending.
  static func isFile(_ wanted: String) -> Bool { LessonCatalogue.isFile(wanted) }
}

extension LessonFolder {
  init(_ arguments: Arguments) {
    self.init(
      chosen: arguments.value(of: .lessons), variable: environmentValue("QKV_LESSONS"),
      executable: executablePath())
  }
}

extension LessonFile {
  /// The lesson, where nothing is wrong with it; else the problems are told.
  ///
  /// - Parameter shown: whether the cells that can't be read say themselves what is wrong with them.
  func valid(faultsShown shown: Bool = false) throws(CommandFailure) -> Lesson {
    let problems = shown && problems.allSatisfy(\.isBearable) ? [] : problems
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

  init(_ failure: LessonLookupFailure) {
    switch failure {
    case .file(let problem) where problem.isMissing && problem.path.hasSuffix(".md"):
      let path = TextFilter.visible(problem.path)
      self.init(
        "\(path): \(problem.message)", advice: "qkv new \(path) begins a notebook there",
        status: ExitStatus.unreadable)
    case .file(let problem): self.init(problem)
    case .noFolder(let tried):
      let places = tried.map { "  " + TextFilter.visible($0) }.joined(separator: "\n")
      self.init(
        "no lessons were found",
        advice: (tried.isEmpty ? "" : "looked in:\n\(places)\n")
          + "name their folder with --lessons DIR or QKV_LESSONS",
        status: ExitStatus.unreadable)
    case .unknown(let wanted, let near):
      self = .usage(
        "there is no lesson '\(TextFilter.visible(wanted))'",
        advice: near.map { "did you mean \($0)?" } ?? "qkv list names the lessons")
    }
  }
}

/// A variable of the environment, where it is set.
func environmentValue(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}
