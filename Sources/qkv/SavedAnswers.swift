import CellLanguage
import Notebook

/// What the reader's notebook has kept.
enum SavedAnswers {
  /// By the ids of the lessons; what there is to say about the file is said.
  static func lessons() throws(CommandFailure) -> [String: LessonProgress] {
    do throws(ProgressProblem) {
      let contents = try ReaderProgress.file.load()
      ReaderProgress.tell(contents.notes)
      return contents.document.lessons
    } catch {
      throw CommandFailure(
        "no saved answers can be read: \(TextFilter.visible(error.line))",
        status: ExitStatus.unreadable)
    }
  }
}
