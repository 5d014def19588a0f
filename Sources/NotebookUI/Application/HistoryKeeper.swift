import CellLanguage
package import Notebook

/// Keeps what can be undone and what is pinned in the lessons of this run, and takes up what an earlier run left.
package struct HistoryKeeper {
  package typealias Load = (String) throws(ProgressProblem) -> KeptHistory?
  /// Keeps a text of a lesson, waiting for other writers at most so long.
  package typealias Save = (String, String, Duration) throws(ProgressProblem) -> Void

  private let load: Load
  private let write: Save
  /// As it is kept, by the lessons' ids; of a lesson of which nothing is kept what would be.
  private var saved: [String: String] = [:]
  /// Lessons in which something may have been done since the last save.
  private var touched: Set<String> = []
  /// Lessons whose history a newer version keeps.
  private var others: Set<String> = []
  /// What the reader was told.
  private var trouble: ProgressProblem?

  package init(load: @escaping Load, save: @escaping Save) {
    self.load = load
    write = save
  }

  /// A lesson is open, in which anything may be done.
  mutating func note(_ lesson: String) { if !touched.contains(lesson) { touched.insert(lesson) } }

  /// Lets the reading that is open undo what an earlier run did, and compare with what that had pinned.
  mutating func recall(_ lesson: String, in state: inout State) {
    guard var reading = state.reading, reading.lesson.id == lesson else { return }
    do throws(ProgressProblem) {
      if let kept = try load(lesson) {
        reading.pin = reading.session.take(kept) ?? reading.pin
        state.reading = reading
      }
      saved[lesson] = reading.session.historyText(pin: reading.pin)
    } catch {
      others.insert(lesson)
    }
  }

  /// - Returns: why it couldn't be kept.
  mutating func save(_ state: inout State, _ patience: Duration) -> ProgressProblem? {
    for lesson in touched.subtracting(others).sorted() {
      guard let text = state.historyText(of: lesson) else { continue }
      if text == saved[lesson] { continue }
      do throws(ProgressProblem) {
        try write(text, lesson, patience)
      } catch {
        return error
      }
      saved[lesson] = text
    }
    touched = []
    trouble = nil
    return nil
  }

  /// What the reader is told once.
  mutating func message(_ problem: ProgressProblem) -> Message? {
    guard problem.kind != .busy, trouble != problem else { return nil }
    trouble = problem
    return .refusal(
      TextFilter.visible("What can be undone is not being kept. \(problem.line)"))
  }
}

extension State {
  fileprivate mutating func historyText(of lesson: String) -> String? {
    if reading?.lesson.id == lesson {
      let pin = reading?.pin
      return reading?.session.historyText(pin: pin)
    }
    let other = left[lesson]
    var session = other?.session
    return session?.historyText(pin: other?.pin)
  }
}
