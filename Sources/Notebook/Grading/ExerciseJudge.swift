import CellLanguage

/// An exercise ready to be judged: what its checks rest on is computed from the lesson's own inputs, once.
struct ExerciseJudge: Sendable {
  let exercise: Exercise
  let lesson: Lesson
  let statements: LessonStatements
  /// The lesson's statements that checks and answers rest on.
  private var slice: [Int]
  private var base: ExerciseSheet
  private var variations: [Variations]
  private let solutions: [AnswerText]
  private var mistakes: KnownMistakes

  init(_ exercise: Exercise, in lesson: Lesson, _ statements: LessonStatements) {
    let exercise = exercise.withChecksApart(from: statements)
    self.exercise = exercise
    self.lesson = lesson
    self.statements = statements
    slice = statements.slice(for: exercise.restingNames(statements))
    base = ExerciseSheet(exercise, slice, statements)
    variations = Variations.all(of: exercise)
    solutions = exercise.solutions.map { AnswerText($0, to: exercise, statements) }
    mistakes = KnownMistakes(exercise, statements)
    setLimits()
  }

  private mutating func setLimits() {
    guard let solution = solutions.first else { return }
    base.limits.steps = AnswerLimits.mostSteps
    let steps = base.answered(by: solution).sheet.steps
    base.limits = AnswerLimits.limits(solutionSteps: steps)
  }

  mutating func verdict(on answer: AnswerText) -> Verdict {
    if let refusal = answer.refusal {
      return Verdict(status: .failed, checks: exercise.pendingChecks, refusal: refusal)
    }
    cover(answer)
    let answered = base.answered(by: answer)
    var checks = exercise.checks.indices.map { answered.results(ofCheck: $0) }
    if checks.joined().allSatisfy({ $0.status == .passed }), !answer.isOpen {
      vary(answer, steps: answered.sheet.steps, &checks)
    }
    let results = naming(Array(checks.joined()), answered).withShapesFirst
    let status = status(of: results, answer)
    let because = status == .failed ? because(answer, answered) : nil
    return Verdict(status: status, checks: results, because: because)
  }

  /// An answer of another kind than is asked for: the errors that the checks run into say less.
  private func naming(_ checks: [CheckResult], _ answered: ExerciseSheet) -> [CheckResult] {
    guard checks.contains(where: { $0.finding?.problem != nil }), let solution = solutions.first
    else { return checks }
    let solved = base.answered(by: solution).sheet
    let mismatch = exercise.edits.lazy.compactMap { name -> String? in
      guard let given = answered.sheet.value(of: name), let asked = solved.value(of: name) else {
        return nil
      }
      return KindOfAnswer.mismatch(name, given: given, asked: asked)
    }.first
    guard let mismatch else { return checks }
    return checks.map { check in
      guard check.status == .failed, check.finding?.problem != nil else { return check }
      return CheckResult(
        message: check.message, status: .failed, finding: Finding(problem: mismatch))
    }
  }

  private func status(of checks: [CheckResult], _ answer: AnswerText) -> Verdict.Status {
    if answer.isOpen { return .pending }
    if checks.contains(where: { $0.status == .failed }) { return .failed }
    return checks.contains { $0.status == .pending } || checks.isEmpty ? .pending : .passed
  }

  /// An answer may use any name of the lesson.
  private mutating func cover(_ answer: AnswerText) {
    var names = answer.usedNames
    let unknown = names.filter { statements.definers[$0] == nil && !Sheet.isBuiltin($0) }
    // What a misspelt name may have meant can then be said.
    for unknown in unknown.sorted().prefix(10) {
      names.formUnion(NearNames.nearest(to: unknown, in: statements.names))
    }
    let wider = Set(slice).union(statements.slice(for: names)).sorted()
    guard wider != slice else { return }
    slice = wider
    let limits = base.limits
    base = ExerciseSheet(exercise, slice, statements)
    base.limits = limits
    variations = Variations.all(of: exercise)
    mistakes.forget()
  }
}

// MARK: - Variations

extension ExerciseJudge {
  /// Judges the answer on random inputs, up to the first on which an assertion fails that a solution fulfils.
  private mutating func vary(_ answer: AnswerText, steps: Int, _ checks: inout [[CheckResult]]) {
    var steps = steps
    for index in variations.indices {
      for trial in 1...RandomInputs.trials {
        if trial > AnswerLimits.sureTrials, steps > 2 * base.limits.steps { break }
        let varied = variations[index].sheet(trial, of: base, lesson: lesson.id)
        let answered = varied.answered(by: answer)
        steps += answered.sheet.steps
        if take(answered, index, trial, &checks) { break }
      }
    }
  }

  /// Whether an assertion failed on a trial that counts.
  private mutating func take(
    _ answered: ExerciseSheet, _ index: Int, _ trial: Int, _ checks: inout [[CheckResult]]
  ) -> Bool {
    let failing = variations[index].checks.filter { check in
      answered.results(ofCheck: check).contains { $0.status != .passed }
    }
    guard !failing.isEmpty,
      variations[index].isSolved(trial, by: solutions, of: base, lesson: lesson.id)
    else { return false }
    let words = variations[index].randomInputs(trial, of: base, lesson: lesson.id).words
    for check in failing {
      checks[check] = answered.results(ofCheck: check).map { $0.with(input: words) }
    }
    return true
  }

  /// The trials on which a program fails, each with what failed.
  mutating func failedTrials(of answer: AnswerText) -> [FailedTrial] {
    guard answer.refusal == nil else { return [] }
    cover(answer)
    var failed: [FailedTrial] = []
    for index in variations.indices {
      for trial in 1...RandomInputs.trials {
        let answered = variations[index].sheet(trial, of: base, lesson: lesson.id)
          .answered(by: answer)
        let words = variations[index].randomInputs(trial, of: base, lesson: lesson.id).words
        let checks = variations[index].checks.flatMap { answered.results(ofCheck: $0) }
          .filter { $0.status != .passed }.map { $0.with(input: words) }
        if !checks.isEmpty { failed.append(FailedTrial(trial: trial, checks: checks)) }
      }
    }
    return failed
  }
}

/// A random input on which a program fails.
package struct FailedTrial: Hashable, Sendable {
  /// Counted from 1, of 20.
  package let trial: Int
  /// The assertions that fail, each with its input.
  package let checks: [CheckResult]
}

extension CheckResult {
  fileprivate func with(input: String) -> CheckResult {
    guard status != .passed else { return self }
    return CheckResult(
      message: message, status: .failed,
      finding: (finding ?? Finding(problem: "it waits for something that isn't filled in"))
        .with(input: input))
  }
}

// MARK: - Known mistakes

extension ExerciseJudge {
  private mutating func because(_ answer: AnswerText, _ answered: ExerciseSheet) -> String? {
    var known = mistakes
    defer { mistakes = known }
    var candidates = known.matching(answered, on: 0, of: Array(exercise.wrongAnswers.indices)) {
      base.answered(by: $0)
    }
    guard !variations.isEmpty else {
      return candidates.first.map { exercise.wrongAnswers[$0].because }
    }
    for trial in 1...KnownMistakes.trials where !candidates.isEmpty {
      let varied = variations[0].sheet(trial, of: base, lesson: lesson.id)
      candidates = known.matching(varied.answered(by: answer), on: trial, of: candidates) {
        varied.answered(by: $0)
      }
    }
    return candidates.first.map { exercise.wrongAnswers[$0].because }
  }
}

extension Exercise {
  /// All names that judging it may need, with those that hold labels.
  fileprivate func restingNames(_ statements: LessonStatements) -> Set<String> {
    let programs = checks.map(\.program) + solutions + wrongAnswers.map(\.program)
    let names = Set(edits).union(programs.flatMap(\.usedNames)).union(checks.flatMap(\.vary))
    let labels = statements.slice(for: names).flatMap { index -> [String] in
      let options = statements.entries[index].options
      return [options.rows, options.columns].compactMap {
        if case .name(let name) = $0 { name } else { nil }
      }
    }
    return names.union(labels)
  }

  var pendingChecks: [CheckResult] {
    checks.flatMap(\.messages).map { CheckResult(message: $0, status: .pending) }
  }

  /// The same with each check's own names kept from those of the lesson and of the checks before it.
  fileprivate func withChecksApart(from statements: LessonStatements) -> Exercise {
    var taken = Set(statements.names).subtracting(edits)
    var apart: [Check] = []
    for check in checks {
      let other = check.avoiding(taken)
      apart.append(other)
      taken.formUnion(other.program.definedNames)
    }
    return replacing(checks: apart, wrongAnswers: wrongAnswers)
  }

  /// The same with other checks; what is wrong with an answer isn't looked for.
  func checked(by checks: [Check]) -> Exercise {
    replacing(checks: checks, wrongAnswers: [])
  }

  private func replacing(checks: [Check], wrongAnswers: [WrongAnswer]) -> Exercise {
    Exercise(
      id: id, points: points, edits: edits, blocks: blocks, checks: checks, hints: hints,
      solutions: solutions, wrongAnswers: wrongAnswers, hiddenChecks: hiddenChecks, line: line)
  }
}
