import CellLanguage

/// The random inputs that one set of names is filled with, and the exercise computed on each, as far as it was needed.
struct Variations: Sendable {
  /// The names, in the order of the checks that have them.
  let names: [String]
  /// The checks that are run again.
  let checks: [Int]
  private var sheets: [Int: ExerciseSheet] = [:]
  private var inputs: [Int: RandomInputs] = [:]
  /// Whether a solution passes a trial.
  private var solved: [Int: Bool] = [:]

  /// The sets of names that the checks of an exercise vary.
  static func all(of exercise: Exercise) -> [Variations] {
    var all: [Variations] = []
    for (index, check) in exercise.checks.enumerated() where !check.vary.isEmpty {
      if let known = all.firstIndex(where: { $0.names == check.vary }) {
        all[known] = Variations(names: check.vary, checks: all[known].checks + [index])
      } else {
        all.append(Variations(names: check.vary, checks: [index]))
      }
    }
    return all
  }

  private init(names: [String], checks: [Int]) {
    self.names = names
    self.checks = checks
  }

  /// The exercise on the inputs of a trial.
  mutating func sheet(_ trial: Int, of base: ExerciseSheet, lesson: String) -> ExerciseSheet {
    if let known = sheets[trial] { return known }
    let sheet = base.varied(by: randomInputs(trial, of: base, lesson: lesson))
    sheets[trial] = sheet
    return sheet
  }

  /// The inputs of a trial.
  mutating func randomInputs(
    _ trial: Int, of base: ExerciseSheet, lesson: String
  ) -> RandomInputs {
    if let known = inputs[trial] { return known }
    let old = names.compactMap { name in
      base.statements.entry(defining: name).flatMap { entry in
        base.sheet.value(of: name).map { (entry: entry, value: $0) }
      }
    }
    let seed = FNV1a.hash(lesson, base.exercise.id, "\(trial)")
    let new = RandomInputs(old, trial: trial, seed: seed)
    inputs[trial] = new
    return new
  }

  /// Whether the checks hold on a trial for a solution of the lesson; without any, they are believed to.
  mutating func isSolved(
    _ trial: Int, by solutions: [AnswerText], of base: ExerciseSheet, lesson: String
  ) -> Bool {
    if solutions.isEmpty { return true }
    if let known = solved[trial] { return known }
    let sheet = sheet(trial, of: base, lesson: lesson)
    let isSolved = solutions.contains { solution in
      let answered = sheet.answered(by: solution)
      return checks.allSatisfy { check in
        answered.results(ofCheck: check).allSatisfy { $0.status == .passed }
      }
    }
    solved[trial] = isSolved
    return isSolved
  }
}
