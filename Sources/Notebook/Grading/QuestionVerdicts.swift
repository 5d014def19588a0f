import AttentionEngine
import CellLanguage

extension Quiz {
  /// Passed where exactly the right options are chosen.
  func verdict(on choices: Set<Int>) -> Verdict {
    let message = hasSeveralRight ? "all right options and no other" : "the right option"
    if choices.isEmpty {
      return Verdict(
        status: .pending, checks: [CheckResult(message: message, status: .pending)])
    }
    if let other = choices.sorted().first(where: { !options.indices.contains($0) }) {
      return Verdict(
        status: .failed, checks: [CheckResult(message: message, status: .pending)],
        refusal: "there is no option \(AnswerRefusal.number(other)): choose from 1 to"
          + " \(options.count)")
    }
    let right = Set(options.indices.filter { options[$0].isRight })
    guard choices != right else {
      return Verdict(status: .passed, checks: [CheckResult(message: message, status: .passed)])
    }
    return Verdict(
      status: .failed,
      checks: [
        CheckResult(message: message, status: .failed, finding: Finding(found: words(choices)))
      ])
  }

  /// `option 2`, `options 1 and 3`
  private func words(_ choices: Set<Int>) -> String {
    let numbers = choices.sorted().map { String($0 + 1) }
    return (numbers.count == 1 ? "option " : "options ") + AnswerRefusal.joined(numbers, "and")
  }
}

extension AnswerRefusal {
  /// An option as people count it.
  fileprivate static func number(_ index: Int) -> String {
    let (number, overflow) = index.addingReportingOverflow(1)
    return overflow ? String(index) : String(number)
  }
}

extension Predict {
  private var message: String {
    "the guess is within \(ShownNumber.constant(tolerance, digits: 6)) of the answer"
  }

  var pending: Verdict {
    Verdict(status: .pending, checks: [CheckResult(message: message, status: .pending)])
  }

  /// Compares a guess with the answer in the lesson's own numbers.
  func verdict(on guess: String, statements: LessonStatements) -> Verdict {
    do throws(Diagnostic) {
      let guess = try Predict.number(of: guess)
      guard let answer = value(statements), !answer.isNaN else {
        return refused("the lesson's own answer can't be computed: tell its author")
      }
      if guess.isFinite || answer.isInfinite { return verdict(guess, answer) }
      return refused("a guess is finite: write a number, as in 0.5, 1/3 or sqrt(2)")
    } catch {
      return refused("the guess can't be read: \(AnswerRefusal.words(error))")
    }
  }

  private func verdict(_ guess: Double, _ answer: Double) -> Verdict {
    // 0.65 is within 0.05 of 0.60, though not in binary.
    let hair = 1e-12 * max(1, answer.magnitude)
    let isNear =
      guess == answer
      || (answer.isFinite && (guess - answer).magnitude <= tolerance + hair)
    guard !isNear else {
      return Verdict(status: .passed, checks: [CheckResult(message: message, status: .passed)])
    }
    let texts = FindingNumbers.texts(
      answer, .float64, guess, .float64, digits: max(2, FindingNumbers.digits(of: tolerance) + 1))
    let finding = Finding(expected: texts.expected, found: texts.found)
    return Verdict(
      status: .failed,
      checks: [CheckResult(message: message, status: .failed, finding: finding)])
  }

  private func refused(_ words: String) -> Verdict {
    Verdict(
      status: .failed, checks: [CheckResult(message: message, status: .pending)], refusal: words)
  }

  /// - Throws: what keeps a text from being a number.
  private static func number(of text: String) throws(Diagnostic) -> Double {
    let all = SourceRange(0, text.utf8.count)
    guard text.utf8.count <= 200 else {
      throw Diagnostic(
        code: "value", "it is longer than 200 bytes", at: all, help: "write one number")
    }
    let expression = try parseScalarEntry(text)
    var interpreter = Interpreter(limits: AnswerLimits.limits)
    let value = try interpreter.evaluate(
      expression, of: Source(String(text.drop { $0 == " " || $0 == "\t" })), in: Environment())
    guard let number = value.singleNumber, !number.isNaN else {
      throw Diagnostic(
        code: "value", "it is no number", at: all, help: "as in 0.5, 1/3 or sqrt(2)")
    }
    return number
  }

  /// The answer in the lesson's own numbers.
  private func value(_ statements: LessonStatements) -> Double? {
    let program = LiveNumber(expression: answer, format: "", line: line).program
    let slice = statements.slice(for: program.usedNames)
    let sheet = Sheet(programs: slice.map { statements.entries[$0].program } + [program])
    guard case .value(let value) = sheet.units.last?.last?.outcome else { return nil }
    return value.singleNumber
  }
}

extension Value {
  /// The number it is, where it is one.
  var singleNumber: Double? {
    switch self {
    case .integer(let number, _): Double(number)
    case .float(let number, _): number
    case .boolean(let flag, _): flag ? 1 : 0
    case .array(let array) where array.tensor.count == 1: array.tensor.entries[0]
    default: nil
    }
  }
}
