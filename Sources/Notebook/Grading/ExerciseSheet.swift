import CellLanguage

/// The lesson's statements that an exercise rests on, with a place for each name of `edits` and the checks behind them.
struct ExerciseSheet: Sendable {
  let exercise: Exercise
  let statements: LessonStatements
  var sheet: Sheet
  /// Within which answers are computed.
  var limits = AnswerLimits.limits
  /// Which cells of the sheet hold what defines each name of `edits`.
  private let places: [String: Int]
  /// The cells of the checks.
  private let checks: Range<Int>
  /// The places that hold an answer.
  private var answeredPlaces: [Int] = []

  init(_ exercise: Exercise, _ slice: [Int], _ statements: LessonStatements) {
    self.exercise = exercise
    self.statements = statements
    let edits = Set(exercise.edits)
    var places: [String: Int] = [:]
    var programs: [Program] = []
    for index in slice {
      let entry = statements.entries[index]
      programs.append(entry.program)
      for (offset, name) in entry.definedNames.filter(edits.contains).enumerated() {
        if offset > 0 { programs.append(.empty) }
        places[name] = programs.count - 1
      }
    }
    for name in exercise.edits where places[name] == nil {
      places[name] = programs.count
      programs.append(Program(parsing: Source("\(name) = ...")))
    }
    self.places = places
    checks = programs.count..<(programs.count + exercise.checks.count)
    sheet = Sheet(programs: programs + exercise.checks.map(\.program))
  }

  /// The same with random numbers in the place of inputs.
  func varied(by inputs: RandomInputs) -> ExerciseSheet {
    var varied = self
    varied.sheet.limits = limits
    varied.sheet.replace(
      inputs.definitions.compactMap { name, program in
        guard let location = sheet.definers[name], places[name] == nil else { return nil }
        return (cell: location.cell, program: program)
      })
    return varied
  }

  /// The same with the answer in the places of the lesson's definitions.
  func answered(by answer: AnswerText) -> ExerciseSheet {
    guard !answer.parts.isEmpty else { return self }
    var changed: [(cell: Int, program: Program)] = []
    let defined = Set(answer.parts.values.flatMap(\.definedNames))
    for name in exercise.edits {
      guard let place = places[name] else { continue }
      if let part = answer.parts[name] {
        changed.append((place, part))
      } else if defined.contains(name) {
        changed.append((place, .empty))
      }
    }
    var answered = self
    answered.sheet.limits = limits
    answered.sheet.replace(changed)
    answered.answeredPlaces = changed.map(\.cell)
    return answered
  }

  /// The assertions of a check.
  func assertions(ofCheck index: Int) -> [(message: String, unit: SheetUnit)] {
    let units = sheet.units[checks.lowerBound + index].filter {
      if case .assert = $0.statement.kind { true } else { false }
    }
    return zip(exercise.checks[index].messages, units).map { ($0, $1) }
  }

  /// What keeps the answer from being run to its end, where nothing that is checked rests on it.
  var failureOfAnswer: SheetUnit? {
    for place in answeredPlaces {
      for unit in sheet.units[place] {
        if case .failure = unit.outcome { return unit }
      }
    }
    return nil
  }
}

// MARK: - Results

extension ExerciseSheet {
  /// What each assertion of a check found, in text order.
  func results(ofCheck index: Int) -> [CheckResult] {
    let failure = failureOfAnswer
    return assertions(ofCheck: index).map { message, unit in
      switch unit.outcome {
      case .value:
        return failure.map { failed(message, Finding(problem: problem(of: $0))) }
          ?? CheckResult(message: message, status: .passed)
      case .waiting(_, .hole): return CheckResult(message: message, status: .pending)
      case .waiting(let name, .failure):
        let cause = sheet.unit(defining: name).map(problem) ?? "\(name) has no value"
        return failed(message, Finding(problem: cause))
      case .failure(let diagnostic): return failed(message, finding(unit, diagnostic))
      }
    }
  }

  private func failed(_ message: String, _ finding: Finding) -> CheckResult {
    CheckResult(message: message, status: .failed, finding: finding)
  }

  /// `out can't be computed: can't multiply 2×2 by 3×2: …`
  private func problem(of unit: SheetUnit) -> String {
    guard case .failure(let diagnostic) = unit.outcome else { return "it can't be computed" }
    let words = AnswerRefusal.brief(diagnostic)
    if case .assert = unit.statement.kind { return "the answer's own assertion fails: \(words)" }
    let name =
      unit.definedNames.first.map(AnswerRefusal.shown) ?? AnswerRefusal.excerpt(of: unit.text)
    return "\(name) can't be computed: \(words)"
  }

  /// What is wrong with a condition that has no truth: `S.shape == (2, 3): a string has no .shape`.
  private func problem(_ diagnostic: Diagnostic, of condition: String?) -> String {
    [condition, AnswerRefusal.brief(diagnostic)].compactMap { $0 }.joined(separator: ": ")
  }

  private func finding(_ unit: SheetUnit, _ diagnostic: Diagnostic) -> Finding {
    guard case .assert(let condition, _) = unit.statement.kind else {
      return Finding(problem: AnswerRefusal.brief(diagnostic))
    }
    var inspector = inspector(unit.source)
    if diagnostic.code == "assert" || diagnostic.code == "shape",
      let finding = inspector.finding(condition)
    {
      return withoutNamesOfChecks(finding)
    }
    guard diagnostic.code == "assert" else {
      return Finding(
        problem: problem(diagnostic, of: inspector.place(ofErrorIn: condition)))
    }
    let value = inspector.value(condition).map { ValueText.text(of: $0) } ?? "False"
    return Finding(found: AnswerRefusal.shown(value), place: inspector.wholeText(condition))
  }

  /// A name that a check alone has stands nowhere that a reader can see.
  private func withoutNamesOfChecks(_ finding: Finding) -> Finding {
    let name = finding.place?.prefix { $0.isLetter || $0.isNumber || $0 == "_" } ?? ""
    let own = exercise.checks.flatMap(\.program.statements).flatMap { $0.definedNames.map(\.0) }
    return own.contains(String(name)) ? finding.nowhere : finding
  }

  /// The names whose values rest on the answer, those of the checks included.
  private var answeredNames: Set<String> {
    var names = statements.names(restingOn: exercise.edits)
    for statement in exercise.checks.flatMap(\.program.statements)
    where statement.usedNames.contains(where: { names.contains($0.0) }) {
      names.formUnion(statement.definedNames.map(\.0))
    }
    return names
  }

  func inspector(_ source: Source) -> CheckInspector {
    let values = Dictionary(sheet.definitions.map { ($0.name, $0.value) }) { first, _ in first }
    return CheckInspector(
      source: source, environment: Environment(values: values),
      answered: answeredNames,
      names: EntryNames(labels: labels),
      digits: { statements.entry(defining: $0)?.options.digits ?? 2 },
      interpreter: Interpreter(limits: limits))
  }

  /// The labels that the lesson gives a name, where their number is that of its entries.
  private func labels(of name: String) -> (rows: [String], columns: [String]) {
    guard let options = statements.entry(defining: name)?.options,
      case .array(let array) = sheet.value(of: name)
    else { return ([], []) }
    return sheet.labels(options, shape: array.shape)
  }
}
