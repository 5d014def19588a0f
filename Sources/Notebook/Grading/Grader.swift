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
  private var latest: [String: (answer: Answer?, verdict: Verdict)] = [:]

  package init(lesson: Lesson) {
    self.lesson = lesson
    statements = LessonStatements(lesson)
  }

  /// - Parameter answer: nil where nothing was entered.
  package mutating func verdict(on answer: Answer?, to task: LessonTask) -> Verdict {
    if let known = latest[task.id], known.answer == answer { return known.verdict }
    let verdict = newVerdict(on: answer, to: task)
    latest[task.id] = (answer, verdict)
    return verdict
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
    let key = ([exercise.id] + checks.map { $0.program.source.text }).joined(separator: "\0")
    let hidden = exercise.checked(by: checks)
    var judge = hiddenJudges[key] ?? ExerciseJudge(hidden, in: lesson, statements)
    let verdict = judge.verdict(on: AnswerText(edits, to: hidden, statements))
    hiddenJudges[key] = judge
    let passed = verdict.refusal == nil ? verdict.checks.count { $0.status == .passed } : 0
    return HiddenVerdict(passed: passed, failed: count - passed)
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
