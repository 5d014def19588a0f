package import Notebook

/// What the screen knows of a lesson's tasks beside the session: the verdicts, and what of help is open.
package struct TaskBoard: Sendable {
  private var grader: Grader
  private var judged: [String: Judged] = [:]
  /// The exercises that an earlier answer solves, which is kept, whatever stands there now.
  private var solvedBefore: Set<String> = []
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
    solvedBefore = []
  }

  package func verdict(on id: String) -> Verdict? { judged[id]?.verdict }
  /// Whether it is solved, if need be by an earlier answer.
  package func isPassed(_ id: String) -> Bool { isPassedNow(id) || solvedBefore.contains(id) }
  /// Whether what stands there solves it.
  package func isPassedNow(_ id: String) -> Bool { judged[id]?.verdict.isPassed ?? false }

  /// Whether a task was judged before, and what it was then answered.
  package func answerJudged(on id: String) -> Answer?? { judged[id].map(\.answer) }

  /// Whether an answer that isn't given would be right.
  func wouldPass(_ answer: Answer, _ task: LessonTask) -> Bool {
    var grader = grader
    return grader.verdict(on: answer, to: task).isPassed
  }

  /// - Parameter solving: what solved it before. It is looked at once: nothing that was kept is believed.
  package mutating func judge(_ answer: Answer?, to task: LessonTask, solving: Answer? = nil) {
    let isFirst = judged[task.id] == nil
    judged[task.id] = Judged(answer: answer, verdict: grader.verdict(on: answer, to: task))
    guard case .exercise = task else { return }
    let isSolvedBefore = isFirst && solving.map { wouldPass($0, task) } == true
    if isPassedNow(task.id) || isSolvedBefore { solvedBefore.insert(task.id) }
  }
}
