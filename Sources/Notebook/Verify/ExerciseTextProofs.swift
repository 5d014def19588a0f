import CellLanguage

extension LessonProofs {
  /// What an exercise must have, whatever its cells give.
  mutating func proveExerciseTexts() {
    for exercise in lesson.exercises {
      if exercise.hints.isEmpty {
        report(
          .hint, exercise.line, "the exercise has no hint",
          advice: "write <!-- hint: … --> before its end, a nudge first, then more")
      }
      for (index, hint) in exercise.hints.enumerated() where hint.isEmpty {
        report(
          .hint,
          exercise.hintLines.indices.contains(index) ? exercise.hintLines[index] : exercise.line,
          "hint \(index + 1) of the exercise says nothing",
          advice: "write it behind <!-- hint: or delete it")
      }
      if exercise.solutions.isEmpty {
        report(
          .solution, exercise.line, "the exercise has no solution",
          advice: "add a fence ```python {.qkv .solution}")
      }
      for wrong in exercise.wrongAnswers where wrong.program.hasEmptyReason {
        report(
          .wrong, wrong.program.line, "the wrong answer gives no reason",
          advice: "write #| because: and what the mistake is")
      }
    }
  }

  /// `edits` and `vary` name what they are meant for.
  ///
  /// - Returns: the ids of the exercises of which that is so.
  mutating func proveExerciseNames() -> Set<String> {
    var owners: [String: String] = [:]
    var sound: Set<String> = []
    for exercise in lesson.exercises {
      let count = problems.count
      for name in exercise.edits {
        if let owner = owners.updateValue(exercise.id, forKey: name) {
          report(
            .edits, exercise.line,
            owner == exercise.id
              ? "edits has \(name) twice" : "\(name) is edited in the exercise \(owner) already",
            advice: owner == exercise.id
              ? "keep one" : "take another name: solving one would spoil the other")
        }
        proveEdit(name, exercise)
      }
      for check in exercise.checks { proveVary(check, exercise) }
      if problems.count == count { sound.insert(exercise.id) }
    }
    return sound
  }

  private mutating func proveEdit(_ name: String, _ exercise: Exercise) {
    let own = Set(exercise.blocks.flatMap(\.cellIDs))
    guard let cell = session.sheet.definers[name]?.cell, lesson.cells.indices.contains(cell) else {
      let names = own.sorted().flatMap { session.sheet.units[$0].flatMap(\.definedNames) }
      return report(
        .edits, exercise.line, "edits names \(quoted(name)), which no cell of the lesson defines",
        advice: NearNames.nearest(to: name, in: names).first.map { "did you mean \($0)?" }
          ?? "write a cell to start from: \(isName(name) ? name : "S") = ...")
    }
    if !own.contains(cell) {
      report(
        .edits, exercise.line, "edits names \(name), which stands outside of the exercise",
        advice: "give the exercise a cell of its own to start from")
    }
    if lesson.cells[cell].options.locked {
      report(
        .edits, exercise.line, "edits names \(name), which is locked",
        advice: "take #| locked away, or \(name) out of edits")
    }
  }

  private mutating func proveVary(_ check: Check, _ exercise: Exercise) {
    let option = check.program.options.last { $0.name == "vary" }
    let line = check.program.source.position(at: option?.range.start ?? 0).line
    for name in check.vary {
      if exercise.edits.contains(name) {
        report(
          .vary, line, "vary names \(name), which is the reader's answer",
          advice: "vary what the answer is computed from")
      } else if let unit = session.sheet.unit(defining: name) {
        // Numbers, or what is made of none of the lesson's names: randn(4, 2, seed=1).
        guard unit.usedNames.contains(where: { !Sheet.isBuiltin($0.name) }) || !unit.isOfNumbers
        else { continue }
        report(
          .vary, line, "vary names \(name), which is no input of numbers",
          advice: "vary the inputs that it is computed from")
      } else {
        let inputs = session.sheet.inputNames
        report(
          .vary, line, "vary names \(quoted(name)), which no cell of the lesson defines",
          advice: advice(name, inputs))
      }
    }
  }
}

extension Sheet {
  /// The names that are written as numbers, in text order.
  var inputNames: [String] {
    var seen: Set<String> = []
    return units.joined().filter { LiteralInput($0.statement) != nil }.flatMap(\.definedNames)
      .filter { seen.insert($0).inserted }
  }
}

extension SheetUnit {
  fileprivate var isOfNumbers: Bool {
    if LiteralInput(statement) != nil { return true }
    guard case .value(let value) = outcome else { return false }
    return value.number != nil || value.asArray != nil
  }
}

extension Program {
  /// The line of its first statement.
  var line: Int {
    source.position(at: statements.first?.range.start ?? 0).line
  }

  fileprivate var hasEmptyReason: Bool {
    options.contains { $0.name == "because" && $0.value.isEmpty }
  }
}
