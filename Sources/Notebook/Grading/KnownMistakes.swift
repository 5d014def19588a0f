import AttentionEngine
import CellLanguage

/// Recognises the lesson's wrong answers in whatever form they come: by what they give, on the lesson's numbers and
/// on random ones.
struct KnownMistakes: Sendable {
  /// Random inputs on which values are compared.
  static let trials = 3

  private let exercise: Exercise
  private let answers: [AnswerText]
  /// What wrong answers give on each input, as far as it was needed.
  private var known: [Int: [Int: Traits]] = [:]

  init(_ exercise: Exercise, _ statements: LessonStatements) {
    self.exercise = exercise
    answers = exercise.wrongAnswers.map { AnswerText($0.program, to: exercise, statements) }
  }

  mutating func forget() { known = [:] }

  /// Those of some wrong answers that give what an answer gives.
  ///
  /// - Parameters:
  ///   - input: 0 for the lesson's own numbers, else the trial.
  ///   - sheet: the exercise on that input with a wrong answer.
  mutating func matching(
    _ answered: ExerciseSheet, on input: Int, of candidates: [Int],
    sheet: (AnswerText) -> ExerciseSheet
  ) -> [Int] {
    guard !candidates.isEmpty else { return [] }
    let given = Traits(answered)
    var matching: [Int] = []
    for index in candidates where answers[index].refusal == nil {
      let traits = known[index]?[input] ?? Traits(sheet(answers[index]))
      known[index, default: [:]][input] = traits
      if traits.agrees(with: given) { matching.append(index) }
    }
    return matching
  }
}

/// What can be seen of an answer: the values of its names; of functions what the checks make of them.
private struct Traits {
  private enum Trait {
    case value(Value)
    case failure(String)
    case open
  }

  private let names: [Trait]
  private let sides: [Trait]

  init(_ sheet: ExerciseSheet) {
    names = sheet.exercise.edits.map { Traits.trait(of: $0, in: sheet) }
    let isFunction = names.contains {
      if case .value(let value) = $0 { value.holdsFunction } else { false }
    }
    sides = isFunction ? Traits.sides(of: sheet) : []
  }

  private static func trait(of name: String, in sheet: ExerciseSheet) -> Trait {
    if let value = sheet.sheet.value(of: name) { return .value(value) }
    guard case .failure(let diagnostic) = sheet.sheet.unit(defining: name)?.outcome else {
      return .open
    }
    return .failure(diagnostic.message)
  }

  private static func sides(of sheet: ExerciseSheet) -> [Trait] {
    var traits: [Trait] = []
    var interpreter = Interpreter(limits: sheet.limits)
    for check in sheet.exercise.checks.indices {
      for (_, unit) in sheet.assertions(ofCheck: check) {
        guard case .assert(let condition, _) = unit.statement.kind else { continue }
        var inspector = sheet.inspector(unit.source)
        swap(&inspector.interpreter, &interpreter)
        traits += condition.sides.filter(inspector.isAnswered).map { side in
          inspector.value(side).map { .value($0) } ?? .failure("")
        }
        swap(&inspector.interpreter, &interpreter)
      }
    }
    return traits
  }

  func agrees(with other: Traits) -> Bool {
    names.count == other.names.count && sides.count == other.sides.count
      && zip(names + sides, other.names + other.sides).allSatisfy { agrees($0, $1) }
  }

  private func agrees(_ a: Trait, _ b: Trait) -> Bool {
    switch (a, b) {
    case (.value(let a), .value(let b)): a.isClose(to: b)
    case (.failure(let a), .failure(let b)): a == b
    case (.open, .open): true
    default: false
    }
  }
}

extension Expression {
  /// What a condition compares.
  fileprivate var sides: [Expression] {
    switch kind {
    case .comparison(let operands, _): return operands.flatMap(\.sides)
    case .and(let left, let right), .or(let left, let right): return left.sides + right.sides
    case .not(let inner): return inner.sides
    case .binary(.subtract, let left, let right, _): return left.sides + right.sides
    default: break
    }
    if let arguments = call(of: "allclose") { return arguments.prefix(2).map(\.value) }
    for function in ["all", "any", "abs"] {
      if let arguments = call(of: function), arguments.count == 1 {
        return arguments[0].value.sides
      }
    }
    return [self]
  }
}

extension Value {
  /// Whether two values are the same but for rounding. Functions are taken to be.
  func isClose(to other: Value) -> Bool {
    switch (self, other) {
    case (.function, .function), (.builtin, .builtin), (.function, .builtin), (.builtin, .function),
      (.none, .none):
      return true
    case (.string(let a), .string(let b)): return a == b
    case (.tuple(let a), .tuple(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { $0.isClose(to: $1) }
    default: break
    }
    let range = SourceRange(0, 0)
    guard let a = SideOfCheck(Expression(.none, range), self).array,
      let b = SideOfCheck(Expression(.none, range), other).array, a.shape == b.shape
    else { return false }
    return zip(a.tensor.entries, b.tensor.entries).allSatisfy { x, y in
      if x == y || (x.isNaN && y.isNaN) { return true }
      // No number is near to infinity, though each distance to it is within a share of it.
      guard x.isFinite, y.isFinite else { return false }
      return (x - y).magnitude <= 1e-9 + 1e-6 * max(x.magnitude, y.magnitude)
    }
  }
}
