import CellLanguage

/// The lesson's statements that an exercise rests on, with a place for each name of `edits` and the checks behind them.
struct ExerciseSheet: Sendable {
  let exercise: Exercise
  var sheet: Sheet
  /// Which cells of the sheet hold what defines each name of `edits`.
  let places: [String: Int]
  /// The cells of the checks.
  let checks: Range<Int>
  /// The entry of the lesson's statements in each cell before the checks; nil for a place that the lesson leaves empty.
  let entries: [Int?]

  init(_ exercise: Exercise, _ slice: [Int], _ statements: LessonStatements) {
    self.exercise = exercise
    let edits = Set(exercise.edits)
    var places: [String: Int] = [:]
    var entries: [Int?] = []
    for index in slice {
      entries.append(index)
      let names = statements.entries[index].definedNames.filter(edits.contains)
      for (offset, name) in names.enumerated() {
        if offset > 0 { entries.append(nil) }
        places[name] = entries.count - 1
      }
    }
    for name in exercise.edits where places[name] == nil {
      places[name] = entries.count
      entries.append(nil)
    }
    self.places = places
    self.entries = entries
    checks = entries.count..<(entries.count + exercise.checks.count)
    let programs = entries.map { $0.map { statements.entries[$0].program } ?? .empty }
    sheet = Sheet(programs: programs + exercise.checks.map(\.program))
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
    answered.sheet.limits = AnswerLimits.limits
    answered.sheet.replace(changed)
    return answered
  }

  /// What each assertion found, in text order.
  func results(_ statements: LessonStatements, _ lesson: Lesson) -> [CheckResult] {
    checks.enumerated().flatMap { index, cell in
      let assertions = sheet.units[cell].filter {
        if case .assert = $0.statement.kind { true } else { false }
      }
      return zip(exercise.checks[index].messages, assertions).map { message, unit in
        result(message, unit)
      }
    }
  }

  private func result(_ message: String, _ unit: SheetUnit) -> CheckResult {
    switch unit.outcome {
    case .value: return CheckResult(message: message, status: .passed)
    case .waiting(_, .hole): return CheckResult(message: message, status: .pending)
    case .waiting(let name, .failure):
      return CheckResult(
        message: message, status: .failed, finding: Finding(problem: problem(of: name)))
    case .failure(let diagnostic):
      return CheckResult(
        message: message, status: .failed,
        finding: Finding(problem: diagnostic.help ?? AnswerRefusal.words(diagnostic)))
    }
  }

  private func problem(of name: String) -> String {
    guard case .failure(let diagnostic) = sheet.unit(defining: name)?.outcome else {
      return "\(AnswerRefusal.shown(name)) has no value"
    }
    return "\(AnswerRefusal.shown(name)) can't be computed: \(AnswerRefusal.words(diagnostic))"
  }
}
