package import Notebook

/// What the screen knows of a lesson's tasks beside the session: the verdicts, and what of help is open.
package struct TaskBoard: Sendable {
  private var grader: Grader
  private var judged: [String: Judged] = [:]
  /// Options that are marked and not answered yet, by the ids of quizzes.
  package var marked: [String: Set<Int>] = [:]
  /// Options that were answered in this run and are wrong, by the ids of quizzes.
  package var tried: [String: Set<Int>] = [:]
  /// The option of a solved quiz whose reason is looked at.
  package var inspected: [String: Int] = [:]
  /// Which of the hints taken is on the screen, counted from 0.
  package var openHint: [String: Int] = [:]
  /// The tasks whose solution is on the screen.
  package var openSolutions: Set<String> = []

  private var textVersion = 0

  private struct Judged {
    let answer: Answer?
    let verdict: Verdict
  }

  package init(lesson: Lesson) {
    grader = Grader(lesson: lesson)
  }

  /// Judges by the text as it is now, where the tasks themselves are written.
  mutating func renew(for session: Session) {
    guard session.textVersion != textVersion else { return }
    textVersion = session.textVersion
    grader = Grader(lesson: session.original)
    judged = [:]
  }

  package func verdict(on id: String) -> Verdict? { judged[id]?.verdict }
  package func isPassed(_ id: String) -> Bool { judged[id]?.verdict.isPassed ?? false }

  /// Whether a task was judged before, and what it was then answered.
  package func answerJudged(on id: String) -> Answer?? { judged[id].map(\.answer) }

  /// Whether an answer that isn't given would be right.
  func wouldPass(_ answer: Answer, _ task: LessonTask) -> Bool {
    var grader = grader
    return grader.verdict(on: answer, to: task).isPassed
  }

  package mutating func judge(_ answer: Answer?, to task: LessonTask) {
    judged[task.id] = Judged(answer: answer, verdict: grader.verdict(on: answer, to: task))
  }
}
