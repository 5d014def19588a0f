import AttentionEngine

/// A part of an expression that met another: its words in the text, and what it is.
struct Operand {
  let text: String
  let value: Value

  var shape: [Int]? {
    switch value {
    case .array(let array): array.shape
    case .boolean, .integer, .float: []
    default: nil
    }
  }

  /// `Q is 3×2`, `b is of length 2`.
  var shapeWords: String? {
    shape.map { "\(text) is \($0.count == 1 ? "of " : "")\(words(shape: $0))" }
  }
}

// Faults get their place here, and the engine's data their words.

extension Interpreter {
  /// The expression as it stands in the text, where it is short; else the words for its side.
  func operand(_ expression: Expression, _ value: Value, side: String) -> Operand {
    Operand(text: shortText(of: expression.range) ?? side, value: value)
  }

  /// The text of a range, where it is short and on one line.
  func shortText(of range: SourceRange) -> String? {
    guard range.end - range.start <= 32 else { return nil }
    let text = frame.source.text(in: range)
    return text.contains(where: \.isNewline) ? nil : TextFilter.visible(text)
  }

  func diagnostic(_ fault: Fault, at range: SourceRange) -> Diagnostic {
    switch fault {
    case .refused(let code, let message, let help):
      return Diagnostic(code: code, message, at: range, help: help)
    case .tensor(let error):
      let words = TensorErrorWords(error)
      return Diagnostic(code: words.code, words.message, at: range, help: words.help)
    }
  }

  /// For the two sides of an operator.
  func diagnostic(
    _ fault: Fault, at range: SourceRange, operation: BinaryOperator, _ operands: [Operand]
  ) -> Diagnostic {
    guard case .tensor(let error) = fault else { return diagnostic(fault, at: range) }
    let words = TensorErrorWords(error, operation: operation, operands)
    return Diagnostic(code: words.code, words.message, at: range, help: words.help)
  }

  func diagnostic(
    _ fault: Fault, at range: SourceRange, comparing operands: [Operand]
  ) -> Diagnostic {
    guard case .tensor(.broadcast(let a, let b)) = fault else {
      return diagnostic(fault, at: range)
    }
    let words = TensorErrorWords(.broadcast(a, b), verb: "compare", symbol: nil, operands)
    return Diagnostic(code: words.code, words.message, at: range, help: words.help)
  }

  /// For an index; the help names the array and its shape.
  func diagnostic(_ fault: Fault, at range: SourceRange, indexed operand: Operand) -> Diagnostic {
    let plain = diagnostic(fault, at: range)
    guard let shape = operand.shape, !shape.isEmpty, plain.code == "value" || plain.code == "shape"
    else { return plain }
    let named = operand.shapeWords ?? operand.text
    return Diagnostic(
      code: plain.code, plain.message, at: range,
      help: plain.help.map { "\(named); \($0)" } ?? named)
  }
}
