import CellLanguage

/// An exercise with a solution in the place of what it starts from, and what the lesson then computes.
struct SolvedExercise {
  let exercise: Exercise
  let solution: Program
  let session: Session

  /// - Parameter session: the lesson as a reader opens it.
  init(_ exercise: Exercise, by solution: Program, in session: Session) {
    self.exercise = exercise
    self.solution = SolvedExercise.named(solution, exercise)
    var session = session
    _ = session.adopt([self.solution])
    self.session = session
  }

  /// An expression alone stands for the value of the only name.
  private static func named(_ solution: Program, _ exercise: Exercise) -> Program {
    guard exercise.edits.count == 1, let last = solution.statements.last,
      case .expression = last.kind
    else { return solution }
    let text = "\(exercise.edits[0]) = " + solution.source.text(in: last.range)
    return Program(parsing: solution.source.replacing(last.range, with: text))
  }

  /// The definition of a name in the solution.
  func statement(defining name: String) -> Statement? {
    solution.statements.first { $0.definedNames.contains { $0.0 == name } }
  }

  func value(of name: String) -> Value? { session.sheet.value(of: name) }
}
