import CellLanguage

/// An exercise ready to be judged: what its checks rest on is computed from the lesson's own inputs, once.
struct ExerciseJudge: Sendable {
  let exercise: Exercise
  let lesson: Lesson
  let statements: LessonStatements
  /// The lesson's statements that checks and answers rest on.
  private var slice: [Int]
  private var base: ExerciseSheet

  init(_ exercise: Exercise, in lesson: Lesson, _ statements: LessonStatements) {
    self.exercise = exercise
    self.lesson = lesson
    self.statements = statements
    slice = statements.slice(for: exercise.restingNames(in: lesson))
    base = ExerciseSheet(exercise, slice, statements)
  }

  mutating func verdict(on answer: AnswerText) -> Verdict {
    if let refusal = answer.refusal {
      return Verdict(status: .failed, checks: exercise.pendingChecks, refusal: refusal)
    }
    cover(answer)
    let checks = base.answered(by: answer).results(statements, lesson)
    return Verdict(status: status(of: checks, answer), checks: checks)
  }

  private func status(of checks: [CheckResult], _ answer: AnswerText) -> Verdict.Status {
    if answer.isOpen { return .pending }
    if checks.contains(where: { $0.status == .failed }) { return .failed }
    return checks.contains { $0.status == .pending } || checks.isEmpty ? .pending : .passed
  }

  /// An answer may use any name of the lesson.
  private mutating func cover(_ answer: AnswerText) {
    let names = answer.usedNames
    let isUnknown = names.contains {
      statements.definers[$0] == nil && !Sheet.isBuiltin($0)
    }
    let needed =
      isUnknown ? Array(statements.entries.indices) : statements.slice(for: names)
    let wider = Set(slice).union(needed).sorted()
    guard wider != slice else { return }
    slice = wider
    base = ExerciseSheet(exercise, slice, statements)
  }
}

extension Exercise {
  /// All names that judging it may need.
  fileprivate func restingNames(in lesson: Lesson) -> Set<String> {
    let programs = checks.map(\.program) + solutions + wrongAnswers.map(\.program)
    return Set(edits).union(programs.flatMap(\.usedNames)).union(checks.flatMap(\.vary))
  }

  var pendingChecks: [CheckResult] {
    checks.flatMap(\.messages).map { CheckResult(message: $0, status: .pending) }
  }

  /// The same with other checks.
  func checked(by checks: [Check]) -> Exercise {
    Exercise(
      id: id, points: points, edits: edits, blocks: blocks, checks: checks, hints: hints,
      solutions: solutions, wrongAnswers: wrongAnswers, hiddenChecks: hiddenChecks,
      line: line)
  }
}
