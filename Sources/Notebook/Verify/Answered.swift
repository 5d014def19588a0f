import CellLanguage

/// A task that a reader has answered, and the lesson as it then stands.
struct Answered {
  /// `which-rows is answered with 2 and 3`.
  let what: String
  let session: Session
}

extension LessonProofs {
  /// A task answered in each way that is met by words of its own: an exercise by each known mistake; a quiz by one option,
  /// and by all that are right; a prediction by the right number.
  func answered(_ task: LessonTask) -> [Answered] {
    switch task {
    case .exercise(let exercise): exercise.wrongAnswers.map { answered(exercise, by: $0) }
    case .quiz(let quiz): quiz.answersWithWords.map { answered(quiz, by: $0) }
    case .predict(let predict): answer(to: predict).map { [answered(predict, by: $0)] } ?? []
    }
  }

  private func answered(_ exercise: Exercise, by wrong: WrongAnswer) -> Answered {
    Answered(
      what: "the wrong answer on line \(wrong.program.line) is given",
      session: SolvedExercise(exercise, by: wrong.program, in: session).session)
  }

  private func answered(_ quiz: Quiz, by choices: [Int]) -> Answered {
    var session = session
    session.attempts[quiz.id, default: Attempt()].choices = Set(choices)
    let numbers = choices.map { String($0 + 1) }
    return Answered(
      what: "\(quiz.id) is answered with \(listed(numbers))", session: session)
  }

  private func answered(_ predict: Predict, by guess: String) -> Answered {
    var session = session
    session.attempts[predict.id, default: Attempt()].guess = guess
    return Answered(what: "\(predict.id) is answered with \(guess)", session: session)
  }

  /// Nil where the answer isn't one number, which is another proof's to report.
  private func answer(to predict: Predict) -> String? {
    let program = Program(parsing: Source(predict.answer, firstLine: predict.line))
    guard program.diagnostics.isEmpty,
      case .expression(let expression)? = program.statements.first?.kind
    else { return nil }
    var interpreter = Interpreter(limits: LessonProofs.limits)
    let value = try? interpreter.evaluate(expression, of: program.source, in: environment)
    return value?.number.map { shortest($0) }
  }

  /// `1`, `1 and 3`, `1, 2 and 3`.
  private func listed(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Quiz {
  fileprivate var answersWithWords: [[Int]] {
    let right = options.indices.filter { options[$0].isRight }
    return options.indices.map { [$0] } + (right.count > 1 ? [right] : [])
  }
}
