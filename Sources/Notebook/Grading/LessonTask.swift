/// What a reader answers in a lesson: an exercise, a quiz or a prediction. All of a lesson have ids of their own.
package enum LessonTask: Sendable {
  case exercise(Exercise)
  case quiz(Quiz)
  case predict(Predict)

  package var id: String {
    switch self {
    case .exercise(let exercise): exercise.id
    case .quiz(let quiz): quiz.id
    case .predict(let predict): predict.id
    }
  }

  /// What it counts when it is passed: 1 unless its directive says `points=N`.
  package var points: Int {
    switch self {
    case .exercise(let exercise): exercise.points
    case .quiz(let quiz): quiz.points
    case .predict(let predict): predict.points
    }
  }

  /// The line of its directive in the lesson's file, counted from 1.
  package var line: Int {
    switch self {
    case .exercise(let exercise): exercise.line
    case .quiz(let quiz): quiz.line
    case .predict(let predict): predict.line
    }
  }

  /// `exercise`, `quiz` or `prediction`, as messages and reports say it.
  package var kind: String {
    switch self {
    case .exercise: "exercise"
    case .quiz: "quiz"
    case .predict: "prediction"
    }
  }
}

extension Lesson {
  /// Every exercise, quiz and prediction, in text order.
  package var tasks: [LessonTask] { steps.flatMap { $0.blocks.compactMap(\.task) } }

  package var exercises: [Exercise] {
    tasks.compactMap { if case .exercise(let exercise) = $0 { exercise } else { nil } }
  }

  package func task(_ id: String) -> LessonTask? { tasks.first { $0.id == id } }
}

extension Block {
  package var task: LessonTask? {
    switch self {
    case .exercise(let exercise): .exercise(exercise)
    case .quiz(let quiz): .quiz(quiz)
    case .predict(let predict): .predict(predict)
    default: nil
    }
  }
}
