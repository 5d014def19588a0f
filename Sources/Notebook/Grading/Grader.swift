package import CellLanguage

/// Judges answers to a lesson's tasks, from the lesson's own inputs and what the answer may change; nothing else that a
/// reader did comes in, so that the notebook and a grader without a terminal say the same.
///
/// It keeps what doesn't depend on the answer: the second verdict on an exercise takes far less than the first.
package struct Grader: Sendable {
  package let lesson: Lesson
  private let statements: LessonStatements
  private var judges: [String: ExerciseJudge] = [:]
  private var hiddenJudges: [String: ExerciseJudge] = [:]
  private var known: [String: [Answer?: Verdict]] = [:]
  /// Verdicts kept for one task.
  private static let knownLimit = 32

  package init(lesson: Lesson) {
    self.lesson = lesson
    statements = LessonStatements(lesson)
  }

  /// - Parameter answer: nil where nothing was entered.
  package mutating func verdict(on answer: Answer?, to task: LessonTask) -> Verdict {
    if let known = known[task.id]?[answer] { return known }
    let verdict = newVerdict(on: answer, to: task)
    if known[task.id, default: [:]].count >= Grader.knownLimit { known[task.id] = [:] }
    known[task.id, default: [:]][answer] = verdict
    return verdict
  }

  /// Computes ahead what verdicts on exercises rest on, for a grader that is copied or used often.
  ///
  /// - Parameter hidden: further checks of an exercise.
  package mutating func prepare(hidden: (Exercise) -> [Check]? = { _ in nil }) {
    for case .exercise(let exercise) in lesson.tasks {
      guard let solution = exercise.solutions.first else { continue }
      _ = verdict(on: solution, to: exercise)
      guard let checks = hidden(exercise) else { continue }
      var judge = judge(exercise, hidden: checks)
      _ = judge.verdict(on: AnswerText(solution, to: judge.exercise, statements))
      hiddenJudges[Grader.key(exercise, checks)] = judge
    }
  }

  private mutating func newVerdict(on answer: Answer?, to task: LessonTask) -> Verdict {
    switch (task, answer) {
    case (.exercise(let exercise), nil): verdict(on: [:], to: exercise)
    case (.exercise(let exercise), .edits(let edits)): verdict(on: edits, to: exercise)
    case (.quiz(let quiz), nil): quiz.verdict(on: [])
    case (.quiz(let quiz), .choices(let choices)): quiz.verdict(on: choices)
    case (.predict(let predict), nil): predict.pending
    case (.predict(let predict), .guess(let guess)):
      predict.verdict(on: guess, statements: statements)
    default:
      Verdict(status: .failed, checks: [], refusal: "this is no answer to \(task.kindWithArticle)")
    }
  }

  private mutating func verdict(on edits: [String: String], to exercise: Exercise) -> Verdict {
    var judge = judges[exercise.id] ?? ExerciseJudge(exercise, in: lesson, statements)
    defer { judges[exercise.id] = judge }
    return judge.verdict(on: AnswerText(edits, to: exercise, statements))
  }
}

// MARK: - Hidden checks and programs of the lesson

/// How many assertions of hidden checks hold. Nothing else of them is told.
package struct HiddenVerdict: Hashable, Sendable {
  package let passed: Int
  package let failed: Int

  package init(passed: Int, failed: Int) {
    self.passed = passed
    self.failed = failed
  }
}

extension Grader {
  /// Judges an answer by checks that the reader doesn't see.
  package mutating func verdict(
    on answer: Answer?, to exercise: Exercise, hidden checks: [Check]
  ) -> HiddenVerdict {
    let count = checks.reduce(0) { $0 + $1.messages.count }
    guard case .edits(let edits) = answer else { return HiddenVerdict(passed: 0, failed: count) }
    let helpers = AnswerText(edits, to: exercise, statements).helpers(in: exercise)
    let checks = checks.map { $0.avoiding(helpers) }
    var judge = judge(exercise, hidden: checks)
    let verdict = judge.verdict(on: AnswerText(edits, to: judge.exercise, statements))
    hiddenJudges[Grader.key(exercise, checks)] = judge
    let passed = verdict.refusal == nil ? verdict.checks.count { $0.status == .passed } : 0
    return HiddenVerdict(passed: passed, failed: count - passed)
  }

  private func judge(_ exercise: Exercise, hidden checks: [Check]) -> ExerciseJudge {
    hiddenJudges[Grader.key(exercise, checks)]
      ?? ExerciseJudge(exercise.checked(by: checks), in: lesson, statements)
  }

  private static func key(_ exercise: Exercise, _ checks: [Check]) -> String {
    ([exercise.id] + checks.map { $0.program.source.text }).joined(separator: "\0")
  }

  /// Judges a program as if it were a reader's answer: a solution, a wrong answer, another starter.
  package mutating func verdict(on program: Program, to exercise: Exercise) -> Verdict {
    var judge = judges[exercise.id] ?? ExerciseJudge(exercise, in: lesson, statements)
    defer { judges[exercise.id] = judge }
    return judge.verdict(on: AnswerText(program, to: exercise, statements))
  }

  /// The random inputs on which a program fails, all of them tried; none where it isn't judged at all.
  package mutating func failedTrials(of program: Program, to exercise: Exercise) -> [FailedTrial] {
    var judge = judges[exercise.id] ?? ExerciseJudge(exercise, in: lesson, statements)
    defer { judges[exercise.id] = judge }
    return judge.failedTrials(of: AnswerText(program, to: exercise, statements))
  }
}

extension LessonTask {
  fileprivate var kindWithArticle: String {
    switch self {
    case .exercise: "an exercise"
    case .quiz: "a quiz"
    case .predict: "a prediction"
    }
  }
}
