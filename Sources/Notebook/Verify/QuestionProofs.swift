import AttentionEngine
import CellLanguage

extension LessonProofs {
  mutating func proveQuestionTexts() {
    for found in lesson.tasks.flatMap({ QuestionTexts($0).problems }) {
      report(found.rule, found.line, found.message, advice: found.advice)
    }
  }

  mutating func provePredictions() {
    for task in lesson.tasks {
      guard case .predict(let predict) = task else { continue }
      guard hasTime(at: predict.line) else { return }
      proveAnswer(of: predict)
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
