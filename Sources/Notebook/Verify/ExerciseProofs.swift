import CellLanguage

extension LessonProofs {
  /// The starter fails, solutions pass, wrong answers are known as such, checks can fail.
  ///
  /// - Parameter ids: the exercises to prove; of others the names must be mended first.
  /// - Returns: for each exercise with a solution that passes, the lesson with it in place.
  mutating func proveExercises(_ ids: Set<String>) -> [SolvedExercise] {
    var grader = Grader(lesson: lesson)
    var solved: [SolvedExercise] = []
    // Of two with the same id, which is told elsewhere, the second would be judged as the first.
    var seen: Set<String> = []
    for exercise in lesson.exercises where ids.contains(exercise.id) && !exercise.checks.isEmpty {
      guard seen.insert(exercise.id).inserted else { continue }
      guard hasTime(at: exercise.line) else { return solved }
      if let passed = prove(exercise, &grader) { solved.append(passed) }
    }
    return solved
  }

  private mutating func prove(_ exercise: Exercise, _ grader: inout Grader) -> SolvedExercise? {
    var trials = AssertionTrials(exercise)
    proveStarter(exercise, &grader, &trials)
    let solution = proveSolutions(exercise, &grader)
    for wrong in exercise.wrongAnswers {
      guard hasTime(at: wrong.program.line) else { return nil }
      prove(wrong, exercise, &grader, &trials)
    }
    // Without a right answer nobody knows which form answers have.
    guard let solution else { return nil }
    let solved = SolvedExercise(exercise, by: solution, in: session)
    proveChecks(solved, &grader, &trials)
    return solved
  }

  private mutating func proveStarter(
    _ exercise: Exercise, _ grader: inout Grader, _ trials: inout AssertionTrials
  ) {
    let statements = exercise.edits.compactMap { session.sheet.unit(defining: $0) }
    let starter = Program(parsing: Source(statements.map(\.text).joined(separator: "\n")))
    let verdict = grader.verdict(on: starter, to: exercise)
    trials.add(verdict)
    guard verdict.hasOnlyPassed else { return }
    report(
      .starter, exercise.line, "the exercise is solved before the reader does anything",
      advice: "let it start from something that fails a check")
  }

  /// The first solution that passes.
  private mutating func proveSolutions(_ exercise: Exercise, _ grader: inout Grader) -> Program? {
    var passed: Program?
    for solution in exercise.solutions {
      guard hasTime(at: solution.line) else { return passed }
      let verdict = grader.verdict(on: solution, to: exercise)
      if verdict.isPassed {
        // A reader is tried only on inputs on which a solution passes; here all of them count.
        let failed = grader.failedTrials(of: solution, to: exercise)
        reportFailure(of: solution, failed.first?.checks ?? [])
        if failed.isEmpty { passed = passed ?? solution }
      } else if let refusal = verdict.refusal {
        report(
          .solution, solution.line, "the solution is refused: \(refusal)",
          advice: "define the names of edits, and helpers with names of their own")
      } else {
        reportFailure(of: solution, verdict.checks)
      }
    }
    return passed
  }

  private mutating func reportFailure(of solution: Program, _ checks: [CheckResult]) {
    guard let check = checks.first(where: { $0.status != .passed }) else { return }
    let goal = quotedGoal(check.message)
    guard check.status == .failed else {
      return report(
        .solution, solution.line, "the solution leaves \(goal) open",
        advice: "let it define every name of edits that is a hole")
    }
    let found = check.finding.map { ": " + $0.words } ?? ""
    report(
      .solution, solution.line, "the solution fails \(goal)\(found)",
      advice: "mend the solution, or what the check asks")
  }

  private mutating func prove(
    _ wrong: WrongAnswer, _ exercise: Exercise, _ grader: inout Grader,
    _ trials: inout AssertionTrials
  ) {
    let verdict = grader.verdict(on: wrong.program, to: exercise)
    trials.add(verdict)
    let line = wrong.program.line
    if let refusal = verdict.refusal {
      report(
        .wrong, line, "the wrong answer is refused: \(refusal)",
        advice: "define the names of edits, as a reader would")
    } else if verdict.isPassed {
      report(
        .wrong, line, "the wrong answer passes every check",
        advice: "check what is wrong with it, or delete it")
    } else if !verdict.checks.contains(where: { $0.status == .failed }) {
      report(
        .wrong, line, "the wrong answer leaves the checks open",
        advice: "let it define every name of edits that is a hole")
    } else if !wrong.because.isEmpty, verdict.because != wrong.because {
      reportUnknown(wrong, exercise, verdict.because)
    }
  }

  private mutating func reportUnknown(
    _ wrong: WrongAnswer, _ exercise: Exercise, _ because: String?
  ) {
    let other = exercise.wrongAnswers.first { $0.because == because }
    report(
      .wrong, wrong.program.line,
      other.map { "the wrong answer is taken for the one on line \($0.program.line)" }
        ?? "the wrong answer isn't recognised",
      advice: other == nil
        ? "write it so that it gives numbers" : "keep the one that readers come to more often")
  }

  /// What a check says, as a message shows it.
  func quotedGoal(_ message: String) -> String { "“\(TextFilter.visible(message))”" }
}

extension Verdict {
  /// Whether nothing is left to do.
  var hasOnlyPassed: Bool {
    refusal == nil && !checks.isEmpty && checks.allSatisfy { $0.status == .passed }
  }
}

extension Finding {
  /// `out[cat, f] is 0.50, expected 0.23, with K = …`
  var words: String {
    var parts: [String] = []
    if let problem { parts.append(problem) }
    if let found { parts.append("\(place ?? "it") is \(found)") }
    if let expected { parts.append("\(expected) is expected") }
    if let input { parts.append("with \(input)") }
    return parts.joined(separator: ", ")
  }
}
