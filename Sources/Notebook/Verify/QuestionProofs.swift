import AttentionEngine
import CellLanguage

extension LessonProofs {
  mutating func proveQuestionTexts() {
    for task in lesson.tasks {
      switch task {
      case .exercise: break
      case .quiz(let quiz): prove(quiz)
      case .predict(let predict): proveText(of: predict)
      }
    }
  }

  mutating func provePredictions() {
    for task in lesson.tasks {
      guard case .predict(let predict) = task else { continue }
      guard hasTime(at: predict.line) else { return }
      proveAnswer(of: predict)
    }
  }

  private mutating func prove(_ quiz: Quiz) {
    if quiz.question.isEmpty {
      report(
        .quiz, quiz.line, "the quiz asks nothing", advice: "write the question above its options")
    }
    // That two are there and one is right is the reader's to see to.
    if quiz.options.count > 1, quiz.options.allSatisfy(\.isRight) {
      report(
        .quiz, quiz.line, "no option of the quiz is wrong",
        advice: "add one with - [ ], best a mistake that readers make")
    }
    var seen: [[Inline]: Int] = [:]
    for option in quiz.options {
      if option.text.isEmpty {
        report(
          .quiz, option.line, "the option says nothing",
          advice: "write - [ ] text — reason")
      } else if let first = seen.updateValue(option.line, forKey: option.text) {
        report(
          .quiz, option.line, "the option is the same as the one on line \(first)",
          advice: "delete one of them")
      }
      if option.reason.isEmpty {
        report(
          .quiz, option.line, "the option has no reason",
          advice:
            "write why it is \(option.isRight ? "right" : "wrong") behind a dash: text — reason")
      }
    }
  }

  private mutating func proveText(of predict: Predict) {
    if predict.question.isEmpty {
      report(
        .prediction, predict.line, "the prediction asks nothing",
        advice: "write the question below the directive")
    }
    if predict.reason.isEmpty {
      report(
        .prediction, predict.line, "the prediction has no reason",
        advice: "end it with a paragraph that begins with a dash and a blank: — …")
    }
  }

  private mutating func proveAnswer(of predict: Predict) {
    guard let answer = value(of: predict.answer, at: predict.line) else { return }
    guard let number = answer.number, number.isFinite else {
      return report(
        .prediction, predict.line,
        "the answer \(quoted(predict.answer)) is \(answer.words), not one finite number",
        advice: "write an expression that gives one number: answer=\"A[1, 0]\"")
    }
    if predict.tolerance == 0, number != number.rounded() {
      report(
        .prediction, predict.line,
        "a guess of \(shortest(number)) can only be right to the last digit",
        advice: "write how near it must come: within=0.05")
    }
  }

  /// What an expression over the lesson's names gives; nil where it gives nothing, which is reported.
  private mutating func value(of expression: String, at line: Int) -> Value? {
    let program = Program(parsing: Source(expression, firstLine: line))
    guard program.diagnostics.isEmpty,
      case .expression(let parsed)? = program.statements.first?.kind
    else { return nil }
    if let hole = parsed.usedNames.map(\.0).first(where: { session.sheet.isWaiting($0) }) {
      report(
        .prediction, line, "the answer needs \(hole), which has no value before the reader acts",
        advice: "predict what the lesson's own cells give")
      return nil
    }
    var interpreter = Interpreter(limits: LessonProofs.limits)
    do throws(Diagnostic) {
      return try interpreter.evaluate(parsed, of: program.source, in: environment)
    } catch {
      report(
        .prediction, line, "the answer \(quoted(expression)) can't be computed: \(error.message)",
        advice: error.help ?? "write an expression over the names of the lesson")
      return nil
    }
  }
}

extension Sheet {
  /// Every name with its value.
  var environment: Environment {
    Environment(
      values: Dictionary(
        definitions.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }))
  }

  /// Whether a name is defined, and has no value.
  func isWaiting(_ name: String) -> Bool {
    unit(defining: name) != nil && value(of: name) == nil
  }
}

extension Value {
  /// The value where it is one number.
  var number: Double? {
    switch self {
    case .integer(let number, _): Double(number)
    case .float(let number, _): number
    case .array(let array) where array.shape.isEmpty: array.tensor.entries[0]
    default: nil
    }
  }

  /// What it is, for a message.
  fileprivate var words: String {
    if let number { return shortest(number) }
    if case .array(let array) = self {
      return "an array of \(ValueText.words(shape: array.shape))"
    }
    return ValueText.text(of: self)
  }
}
