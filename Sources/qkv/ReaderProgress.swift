import CellLanguage
import Notebook

extension ProgressFile {
  /// Where this user's progress is kept.
  static var ofThisUser: ProgressFile {
    get throws(ProgressProblem) {
      try ProgressFile(
        dataHome: environmentValue("XDG_DATA_HOME"), home: environmentValue("HOME"))
    }
  }
}

extension CommandFailure {
  init(_ problem: ProgressProblem) {
    let path = problem.path.isEmpty ? "" : TextFilter.visible(problem.path) + ": "
    self.init(path + problem.message, advice: problem.advice, status: ExitStatus.unreadable)
  }
}
