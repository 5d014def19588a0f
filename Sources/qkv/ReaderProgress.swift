import CellLanguage
import Notebook

/// What this user's notebook has kept.
enum ReaderProgress {
  static var file: ProgressFile {
    get throws(ProgressProblem) {
      try ProgressFile(
        dataHome: environmentValue("XDG_DATA_HOME"), home: environmentValue("HOME"))
    }
  }

  /// Where it is kept; nothing where there is no place for it.
  static var paths: [String] { (try? file).map { [$0.path] } ?? [] }

  /// All of it; what there is to say about the file is said.
  static func load() throws(CommandFailure) -> ProgressDocument {
    do throws(ProgressProblem) {
      let contents = try file.load()
      tell(contents.notes)
      return contents.document
    } catch {
      throw CommandFailure(error)
    }
  }

  static func update(_ change: (inout ProgressDocument) -> Void) throws(CommandFailure) {
    do throws(ProgressProblem) {
      tell(try file.update(change).notes)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Forgets what could be undone in lessons.
  static func forgetHistory(_ lessons: some Sequence<String>) {
    if let file = try? file { HistoryFile(file).remove(lessons) }
  }

  /// How far the reader is in the lessons that were begun, by their ids. What can't be read is told, and no reason to fail.
  static func summaries(of lessons: [Lesson]) -> [String: ProgressSummary] {
    do throws(ProgressProblem) {
      let contents = try file.load()
      tell(contents.notes)
      return lessons.reduce(into: [:]) { summaries, lesson in
        summaries[lesson.id] = contents.document.lessons[lesson.id].map {
          ProgressSummary($0, of: lesson)
        }
      }
    } catch {
      if error.kind != .noPlace {
        Output.talk("qkv: no progress can be read: \(TextFilter.visible(error.line))")
      }
      return [:]
    }
  }

  /// A lesson as the reader has it, with what they changed and added; what can't be read is told, and no reason to fail.
  static func session(of lesson: Lesson) -> Session {
    do throws(ProgressProblem) {
      let contents = try file.load()
      tell(contents.notes)
      guard let kept = contents.document.lessons[lesson.id] else { return Session(lesson: lesson) }
      return Session(lesson: lesson, progress: kept)
    } catch {
      if error.kind != .noPlace {
        Output.talk("qkv: no progress can be read: \(TextFilter.visible(error.line))")
      }
      return Session(lesson: lesson)
    }
  }

  static func tell(_ notes: [String]) {
    for note in notes { Output.talk("qkv: " + TextFilter.visible(note)) }
  }

  /// Where it is kept, and what is there.
  static var state: String {
    do throws(ProgressProblem) {
      let file = try file
      return "\(file.path): \(file.state)"
    } catch {
      return "none: \(error.message)"
    }
  }
}

extension CommandFailure {
  init(_ problem: ProgressProblem) {
    let path = problem.path.isEmpty ? "" : TextFilter.visible(problem.path) + ": "
    self.init(
      path + TextFilter.visible(problem.message), advice: problem.advice,
      status: ExitStatus.unreadable)
  }
}
