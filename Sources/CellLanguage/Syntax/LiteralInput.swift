/// A statement that gives a name a literal, whose entries can be edited one by one: `K = [[1, 0], [0, 1/sqrt(2)]]`.
package struct LiteralInput: Hashable, Sendable {
  package let name: String
  /// `[]` for a single number.
  package let shape: [Int]
  /// The text of each entry, in row-major order.
  package let entries: [SourceRange]
  /// The text of the value: `array([[1, 0], [0, 1]])`.
  package let value: SourceRange
  /// Whether it stands in `array(…)`.
  package let isArray: Bool

  /// Nothing for statements of another form: entries that use names, lists of unequal length, texts, empty lists.
  package init?(_ statement: Statement) {
    guard case .assign(.name(let name, _), let value) = statement.kind,
      let entries = Entries(LiteralInput.withoutArrayCall(value))
    else { return nil }
    self.name = name
    self.shape = entries.shape
    self.entries = entries.ranges
    self.value = value.range
    isArray = LiteralInput.withoutArrayCall(value).range != value.range
  }

  /// `array([…])` is `[…]`.
  private static func withoutArrayCall(_ value: Expression) -> Expression {
    guard case .call(let function, let arguments) = value.kind, arguments.count == 1,
      arguments[0].name == nil, case .name("array") = function.kind
    else { return value }
    return arguments[0].value
  }
}

/// The entries of nested lists of equal length.
private struct Entries {
  let shape: [Int]
  let ranges: [SourceRange]

  init?(_ expression: Expression) {
    guard case .list(let elements) = expression.kind else {
      guard ClosedScalar.problem(in: expression) == nil else { return nil }
      shape = []
      ranges = [expression.range]
      return
    }
    let parts = elements.compactMap { Entries($0) }
    guard let first = parts.first, parts.count == elements.count, first.shape.count < 4,
      parts.allSatisfy({ $0.shape == first.shape })
    else { return nil }
    shape = [elements.count] + first.shape
    ranges = parts.flatMap(\.ranges)
  }
}

/// Reads what a reader types into one entry: a number, or arithmetic on numbers such as `1/sqrt(2)` or `-inf`.
///
/// Ranges are those of the text without the blanks before it.
package func parseScalarEntry(_ text: String) throws(Diagnostic) -> Expression {
  let text = String(text.drop { $0 == " " || $0 == "\t" })
  let program = Program(parsing: Source(text))
  let all = SourceRange(0, text.utf8.count)
  if let number = withPoint(text) {
    throw Diagnostic(
      code: "value", "decimals are written with a point", at: all, help: "write \(number)")
  }
  let missing = Diagnostic(
    code: "syntax", "a number is missing", at: all, help: "as in 0.5, -inf or 1/sqrt(2)")
  if let problem = program.diagnostics.first {
    if !text.contains(where: { $0.isLetter || $0.isNumber }) { throw missing }
    // What it could be in a program is of no interest here.
    if problem.code == "unsupported",
      text.contains(where: { ":@;{}[]".contains($0) })
        || text.first == "@"
    {
      throw Diagnostic(
        code: "value", "an entry is a number, or arithmetic on numbers", at: problem.primary.range,
        help: missing.help)
    }
    throw problem
  }
  guard let statement = program.statements.first else { throw missing }
  guard program.statements.count == 1 else {
    throw Diagnostic(
      code: "value", "an entry is one number, and these are \(program.statements.count)", at: all)
  }
  guard program.statements.count == 1, case .expression(let expression) = statement.kind else {
    throw Diagnostic(code: "value", "an entry is one number, without a name", at: all)
  }
  if let problem = ClosedScalar.problem(in: expression) { throw problem }
  return expression
}

/// `1,5`, which is two numbers in Python and one to many readers, with its point; nil for any other text.
private func withPoint(_ text: String) -> String? {
  let parts = text.split(separator: ",", omittingEmptySubsequences: false)
  guard parts.count == 2, let last = parts[1].utf8.first, (0x30...0x39).contains(last) else {
    return nil
  }
  let number = parts[0] + "." + parts[1]
  return Double(number) == nil ? nil : String(number)
}

/// Arithmetic on numbers alone, which means the same wherever it stands.
package enum ClosedScalar {
  static let constants = ["pi", "inf", "nan"]
  static let functions = ["sqrt", "exp", "log", "log2", "sin", "cos", "tanh", "abs"]

  /// Whether one of its names begins with a letter.
  package static func begins(with letter: Character) -> Bool {
    (constants + functions).contains { $0.first == letter }
  }

  /// What keeps an expression from being one.
  static func problem(in expression: Expression) -> Diagnostic? {
    switch expression.kind {
    case .integer, .float, .boolean: return nil
    case .name(let name): return constants.contains(name) ? nil : refusal(of: name, expression)
    case .unary(.invert, _): return notANumber(expression)
    case .unary(_, let operand): return problem(in: operand)
    case .binary(let operation, let left, let right, _):
      guard ![.matmul, .and, .or].contains(operation) else { return notANumber(expression) }
      return problem(in: left) ?? problem(in: right)
    case .call(let function, let arguments):
      guard case .name(let name) = function.kind, functions.contains(name) else {
        return refusal(ofCalling: function, expression)
      }
      return arguments.lazy.compactMap { problem(in: $0.value) }.first
    default: return notANumber(expression)
    }
  }

  private static func refusal(of name: String, _ expression: Expression) -> Diagnostic {
    let near = NearNames.nearest(to: name, in: constants + ["True", "False"])
    return Diagnostic(
      code: "value", "an entry is a number; '\(TextFilter.visible(name.shortened))' is a name",
      at: expression.range, help: near.first.map { "did you mean \($0)?" })
  }

  private static func refusal(
    ofCalling function: Expression, _ expression: Expression
  ) -> Diagnostic {
    let name: String
    switch function.kind {
    case .name(let called), .attribute(_, name: let called, nameRange: _): name = called
    default: return notANumber(expression)
    }
    let help =
      name == "ln"
      ? "the natural logarithm is log"
      : functions.contains(name)
        ? "write \(name) alone"
        : "there can stand \(functions.dropLast().joined(separator: ", ")) and \(functions.last ?? "")"
    return Diagnostic(
      code: "value", "\(TextFilter.visible(name.shortened)) can't stand in an entry",
      at: function.range, help: help)
  }

  private static func notANumber(_ expression: Expression) -> Diagnostic {
    Diagnostic(
      code: "value", "an entry is a number, or arithmetic on numbers", at: expression.range,
      help: "as in 0.5, -inf or 1/sqrt(2)")
  }
}
