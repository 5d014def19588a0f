import AttentionEngine

// `assert condition, "message"`: where it fails, what was found.

extension Interpreter {
  /// Passes, or throws the message with what was found.
  mutating func check(
    _ condition: Expression, message: Expression?, at range: SourceRange
  ) throws(Diagnostic) {
    let holds: Bool
    var found: String?
    switch condition.kind {
    case .comparison(let operands, let operations) where operations.count == 1:
      (holds, found) = try checkComparison(operands[0], operations[0], operands[1], condition.range)
    case .call(let callee, let arguments) where isAllClose(callee, arguments):
      holds = try self.condition(condition)
      if !holds { found = try largestDifference(arguments) }
    case .call(let callee, let arguments) where isAll(callee, arguments):
      holds = try self.condition(condition)
      if !holds { found = try firstFailure(arguments[0].value) }
    default:
      holds = try self.condition(condition)
    }
    guard !holds else { return }
    throw Diagnostic(
      code: "assert", try words(for: message, condition), at: condition.range, help: found)
  }

  private mutating func words(
    for message: Expression?, _ condition: Expression
  ) throws(Diagnostic) -> String {
    guard let message else {
      return shortText(of: condition.range).map { "\($0) is false" } ?? "the condition is false"
    }
    let value = try evaluate(message)
    guard case .string(let text) = value else {
      throw Diagnostic(
        code: "type", "the message of an assert is a text, not \(value.kindWords)",
        at: message.range)
    }
    return text
  }

  private mutating func checkComparison(
    _ left: Expression, _ operation: ComparisonOperator, _ right: Expression, _ range: SourceRange
  ) throws(Diagnostic) -> (Bool, String?) {
    let a = try evaluate(left)
    let b = try evaluate(right)
    let result = try compare(operation, (left, a), (right, b), at: range)
    let holds = try isTrue(result, at: range)
    return (holds, holds ? nil : found(left, a))
  }

  private func found(_ expression: Expression, _ value: Value) -> String? {
    if case .integer = expression.kind { return nil }
    if case .float = expression.kind { return nil }
    guard let words = value.shortWords else { return nil }
    return "\(shortText(of: expression.range) ?? "the left side") is \(words)"
  }

  private func isAllClose(_ callee: Expression, _ arguments: [Argument]) -> Bool {
    guard case .name("allclose") = callee.kind, arguments.count >= 2 else { return false }
    return arguments[0].name == nil && arguments[1].name == nil
  }

  private func isAll(_ callee: Expression, _ arguments: [Argument]) -> Bool {
    guard case .name("all") = callee.kind, arguments.count == 1 else { return false }
    return arguments[0].name == nil
  }

  /// The first entry of which a comparison isn't true.
  private mutating func firstFailure(_ expression: Expression) throws(Diagnostic) -> String? {
    guard case .comparison(let operands, let operations) = expression.kind, operations.count == 1,
      case .array(let left) = try evaluate(operands[0]).asNumericArray,
      case .array(let result) = try evaluate(expression), result.shape == left.shape,
      let offset = result.tensor.entries.firstIndex(of: 0),
      let text = shortText(of: operands[0].range)
    else { return nil }
    let entry = NDArray(Tensor(scalar: left.tensor.entries[offset]), dtype: left.dtype)
    let words = Value.array(entry).shortWords ?? ""
    return "\(text)\(place(offset, in: left.shape)) is \(words)"
  }

  private func place(_ offset: Int, in shape: [Int]) -> String {
    let position = Shape.position(of: offset, in: shape)
    return position.isEmpty ? "" : "[" + position.map(String.init).joined(separator: ", ") + "]"
  }

  /// Where two arrays that should agree differ most.
  private mutating func largestDifference(_ arguments: [Argument]) throws(Diagnostic) -> String? {
    let left = try evaluate(arguments[0].value)
    let right = try evaluate(arguments[1].value)
    guard let a = try? array(of: left, &budget), let b = try? array(of: right, &budget) else {
      return nil
    }
    let text = shortText(of: arguments[0].range) ?? "the value"
    guard a.shape == b.shape else {
      return "\(text) is \(tuple(shape: a.shape)), where \(tuple(shape: b.shape)) is expected"
    }
    var worst: (offset: Int, distance: Double)?
    for (offset, (x, y)) in zip(a.tensor.entries, b.tensor.entries).enumerated() where x != y {
      let distance = (x - y).isNaN ? Double.infinity : (x - y).magnitude
      if distance > worst?.distance ?? -1 { worst = (offset, distance) }
    }
    guard let worst else { return nil }
    return "\(text)\(place(worst.offset, in: a.shape)) is"
      + " \(short(a.tensor.entries[worst.offset])), where"
      + " \(short(b.tensor.entries[worst.offset])) is expected"
  }
}

extension Value {
  /// The value itself in a few characters; nothing where it takes more.
  var shortWords: String? {
    switch self {
    case .none: return "None"
    case .boolean(let value, _): return value ? "True" : "False"
    case .integer(let value, _): return String(value)
    case .float(let value, _): return short(value)
    case .string(let text): return text.count <= 40 ? "\"\(text)\"" : nil
    case .array(let array) where array.shape.isEmpty:
      if array.dtype == .bool { return array.tensor.entries[0] != 0 ? "True" : "False" }
      if array.dtype == .int64 { return String(array.wholeNumbers[0]) }
      return short(array.tensor.entries[0])
    case .array(let array): return array.kindWords
    case .tuple(let items):
      let words = items.map(\.shortWords)
      guard items.count <= 6, !words.contains(where: { $0 == nil }) else { return nil }
      let inner = words.compactMap { $0 }.joined(separator: ", ")
      return "(\(inner)\(items.count == 1 ? "," : ""))"
    default: return kindWords
    }
  }
}
