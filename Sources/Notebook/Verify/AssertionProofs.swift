import CellLanguage

/// Which assertions of an exercise have failed on anything that was tried.
struct AssertionTrials {
  /// The line of each assertion, in text order.
  let lines: [Int]
  let messages: [String]
  /// Whether each looks at the answer's form alone: `S.shape == (4, 4)`. Only these can be tried on other forms.
  let looksAtForm: [Bool]
  private(set) var hasFailed: [Bool]
  /// Whether each was computed for any answer but the solutions.
  private(set) var wasTried: [Bool]

  init(_ exercise: Exercise) {
    lines = exercise.checks.flatMap { check in
      check.program.statements.compactMap { statement in
        guard case .assert = statement.kind else { return nil }
        return check.program.source.position(at: statement.range.start).line
      }
    }
    messages = exercise.checks.flatMap(\.messages)
    looksAtForm = exercise.checks.flatMap { check in
      check.program.statements.compactMap { statement in
        guard case .assert(let condition, _) = statement.kind else { return nil }
        return condition.looksAtFormAlone
      }
    }
    hasFailed = Array(repeating: false, count: lines.count)
    wasTried = hasFailed
  }

  /// - Parameter hasRightForm: whether the answer has the form of the right one; where it hasn't, it says nothing of
  ///   checks of numbers.
  mutating func add(_ verdict: Verdict, hasRightForm: Bool = true) {
    guard verdict.refusal == nil, verdict.checks.count == lines.count else { return }
    for (index, check) in verdict.checks.enumerated()
    where check.status != .pending && (hasRightForm || looksAtForm[index]) {
      wasTried[index] = true
      if check.status == .failed { hasFailed[index] = true }
    }
  }

  var allHaveFailed: Bool { hasFailed.allSatisfy { $0 } }
}

extension LessonProofs {
  /// Each assertion fails on something, the checks together on anything of the right form, and on numbers typed in for
  /// a formula.
  mutating func proveChecks(
    _ solved: SolvedExercise, _ grader: inout Grader, _ trials: inout AssertionTrials
  ) {
    let exercise = solved.exercise
    let acceptsAll = tryOut(solved, exercise, &grader, &trials)
    guard !reportIdle(trials) else { return }
    if acceptsAll {
      report(
        .check, trials.lines.first ?? exercise.line,
        "the checks accept any numbers of the right shape",
        advice: "compare with the numbers that are right: allclose(…)")
    } else {
      proveNumbersFail(solved, &grader, trials)
    }
  }

  /// Tries answers that nobody means, until every assertion has failed and so has a form of the right answer.
  ///
  /// - Returns: whether all that have the form of the right answer passed.
  mutating func tryOut(
    _ solved: SolvedExercise, _ exercise: Exercise, _ grader: inout Grader,
    _ trials: inout AssertionTrials
  ) -> Bool {
    var acceptsAll = true
    for arbitrary in ArbitraryAnswers(solved, session).all {
      guard hasTime(at: exercise.line) else { return false }
      let verdict = grader.verdict(on: arbitrary.program, to: exercise)
      trials.add(verdict, hasRightForm: arbitrary.hasRightForm)
      if arbitrary.hasRightForm, !verdict.hasOnlyPassed { acceptsAll = false }
      if trials.allHaveFailed, !acceptsAll { break }
    }
    return acceptsAll
  }

  /// Whether an assertion never failed.
  @discardableResult
  mutating func reportIdle(_ trials: AssertionTrials) -> Bool {
    let idle = trials.lines.indices.filter { trials.wasTried[$0] && !trials.hasFailed[$0] }
    for index in idle {
      report(
        .check, trials.lines[index],
        "the check \(quotedGoal(trials.messages[index])) passes whatever is entered",
        advice: "assert something that a wrong answer fails, or delete the line")
    }
    return !idle.isEmpty
  }

  /// The numbers that a formula gives are no answer where a formula is asked for.
  private mutating func proveNumbersFail(
    _ solved: SolvedExercise, _ grader: inout Grader, _ trials: AssertionTrials
  ) {
    let inputs = solved.inputs(in: session)
    guard !inputs.isEmpty, let numbers = ArbitraryAnswers(solved, session).typedIn,
      grader.verdict(on: numbers, to: solved.exercise).isPassed
    else { return }
    let varied = Set(solved.exercise.checks.flatMap(\.vary))
    let fixed = inputs.filter { !varied.contains($0) }.prefix(4)
    report(
      .check, trials.lines.first ?? solved.exercise.line,
      "the numbers of the solution pass when they are typed in",
      advice: varied.isEmpty
        ? "try the answer on other inputs: #| vary: \(fixed.joined(separator: ", "))"
        : "compare each entry, and more closely: allclose(…, atol=1e-6)"
    )
  }
}

extension SolvedExercise {
  /// The inputs that the solution's formulas rest on, in text order; none where it is written in numbers.
  fileprivate func inputs(in session: Session) -> [String] {
    let formulas = solution.statements.filter { LiteralInput($0) == nil }
    var queue = formulas.flatMap(\.usedNames).map(\.0)
    var seen = Set(queue)
    while let name = queue.popLast() {
      guard !exercise.edits.contains(name), let unit = session.sheet.unit(defining: name) else {
        continue
      }
      queue += unit.usedNames.map(\.name).filter { seen.insert($0).inserted }
    }
    return session.sheet.inputNames.filter { seen.contains($0) && !exercise.edits.contains($0) }
  }
}

extension Expression {
  /// Whether it asks for the answer's shape, size or type, and for no number of it.
  fileprivate var looksAtFormAlone: Bool {
    switch kind {
    case .comparison(let operands, _): return operands.allSatisfy(\.isOfForm)
    case .and(let left, let right), .or(let left, let right):
      return left.looksAtFormAlone && right.looksAtFormAlone
    case .not(let inner): return inner.looksAtFormAlone
    default: return false
    }
  }

  private var isOfForm: Bool {
    switch kind {
    case .attribute(_, let name, _): return ["shape", "ndim", "size", "dtype"].contains(name)
    case .index(let base, _): return base.isOfForm
    case .binary(_, let left, let right, _): return left.isOfForm && right.isOfForm
    case .tuple(let items), .list(let items): return items.allSatisfy(\.isOfForm)
    default: break
    }
    if call(of: "len") != nil || call(of: "shape") != nil { return true }
    return usedNames.allSatisfy { Sheet.isBuiltin($0.0) }
  }
}
