import CellLanguage
import Notebook

/// What the reader's notebook has kept.
enum SavedAnswers {
  /// By the ids of the lessons; what there is to say about the file is said.
  static func lessons() throws(CommandFailure) -> [String: LessonProgress] {
    do throws(ProgressProblem) {
      let file = try ProgressFile(
        dataHome: environmentValue("XDG_DATA_HOME"), home: environmentValue("HOME"))
      let contents = try file.load()
      for note in contents.notes { Output.talk("qkv: " + TextFilter.visible(note)) }
      return contents.document.lessons
    } catch {
      throw CommandFailure(
        "no saved answers can be read: \(TextFilter.visible(error.line))",
        status: ExitStatus.unreadable)
    }
  }
}
