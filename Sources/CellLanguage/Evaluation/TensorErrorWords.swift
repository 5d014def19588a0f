import AttentionEngine

/// The engine's error data in words: what met, and what to try.
struct TensorErrorWords {
  let code: String
  let message: String
  let help: String?

  private init(code: String = "shape", _ message: String, help: String? = nil) {
    self.code = code
    self.message = message
    self.help = help
  }

  /// For the two sides of an operator.
  init(_ error: TensorError, operation: BinaryOperator, _ operands: [Operand]) {
    switch error {
    case .matmul(let a, let b):
      self = TensorErrorWords.product(a, b, operands)
    case .broadcast where operation == .matmul:
      self = TensorErrorWords(
        "can't multiply these stacks of matrices: the leading axes differ",
        help: TensorErrorWords.shapes(operands))
    case .broadcast:
      self.init(error, verb: operation.verb, symbol: operation.rawValue, operands)
    case .rank where operation == .matmul:
      self = TensorErrorWords(
        "@ multiplies arrays; one side is a single number",
        help: [TensorErrorWords.shapes(operands), "* multiplies by a number"].compactMap { $0 }
          .joined(separator: "; "))
    default:
      self.init(error)
    }
  }

  /// For shapes that don't broadcast.
  init(_ error: TensorError, verb: String, symbol: String?, _ operands: [Operand]) {
    guard case .broadcast(let a, let b) = error else {
      self.init(error)
      return
    }
    let joint = verb == "divide" ? "by" : verb == "compare" ? "with" : "and"
    self.init(
      "can't \(verb) \(words(shape: a)) \(joint) \(words(shape: b)): "
        + TensorErrorWords.clash(a, b),
      help: [
        TensorErrorWords.shapes(operands),
        TensorErrorWords.broadcastAdvice(a, b, symbol, operands),
      ].compactMap { $0 }.joined(separator: "; "))
  }

  /// Without knowing more than the data.
  init(_ error: TensorError) {
    switch error {
    case .broadcast(let a, let b):
      self.init(
        "\(words(shape: a)) and \(words(shape: b)) don't fit: " + TensorErrorWords.clash(a, b))
    case .matmul(let a, let b):
      self = TensorErrorWords.product(a, b, [])
    case .rank(let operation, let shape):
      self.init("\(operation) doesn't take \(TensorErrorWords.article(shape))")
    case .axis(let axis, let rank):
      self.init(
        code: "value",
        "there is no axis \(axis): the array has \(rank) \(rank == 1 ? "axis" : "axes")",
        help: rank == 0
          ? "a single number has no axes"
          : rank == 1
            ? "axis 0, or -1, goes along its entries"
            : "axes are counted 0 to \(rank - 1), or -1 to -\(rank) from the end")
    case .emptyReduction(let operation, let shape):
      self.init(
        code: "value", "\(operation) of no entries has no value",
        help: "the array is \(words(shape: shape))")
    case .reshape(let from, let to):
      self.init(
        "\(words(shape: from)) can't become \(words(shape: to)): \(TensorErrorWords.count(from)) entries"
          + " don't fill \(TensorErrorWords.count(to)) places")
    case .sizes(let what, let a, let b):
      self.init("\(what) differ: \(words(shape: a)) and \(words(shape: b))")
    case .heads(let query, let key):
      self.init(
        "\(query) query heads can't share \(key) key heads",
        help: "the number of key heads must divide that of query heads")
    case .tooLarge(let shape, let limit):
      self.init(
        code: "bound",
        "an array of \(words(shape: shape)) is too large: the bound is \(grouped(limit)) entries")
    case .argument(let name, let problem):
      self.init(code: "value", "\(name) \(problem)")
    }
  }

  // MARK: - Products

  private static func product(_ a: [Int], _ b: [Int], _ operands: [Operand]) -> TensorErrorWords {
    let inner = b.count == 1 ? b[0] : b[b.count - 2]
    return TensorErrorWords(
      "can't multiply \(words(shape: a)) by \(words(shape: b)): the inner sizes,"
        + " \(a[a.count - 1]) and \(inner), differ",
      help: [shapes(operands), productAdvice(a, b, operands)].compactMap { $0 }
        .joined(separator: "; "))
  }

  /// The side to transpose, where that fits.
  private static func productAdvice(_ a: [Int], _ b: [Int], _ operands: [Operand]) -> String? {
    guard operands.count == 2 else { return nil }
    let (left, right) = (bracketed(operands[0].text), bracketed(operands[1].text))
    if b.count == 2, a[a.count - 1] == b[1] {
      let shape = Array(a.dropLast()) + [b[0]]
      return "\(right).T is \(words(shape: [b[1], b[0]])), so \(left) @ \(right).T is"
        + " \(shape.count == 1 ? "of " : "")\(words(shape: shape))"
    }
    if a.count == 2, a[0] == (b.count == 1 ? b[0] : b[b.count - 2]), b.count <= 2 {
      let shape = [a[1]] + b.dropFirst()
      return "\(left).T is \(words(shape: [a[1], a[0]])), so \(left).T @ \(right) is"
        + " \(shape.count == 1 ? "of " : "")\(words(shape: shape))"
    }
    if b.count > 2, a[a.count - 1] == b[b.count - 1] {
      return "\(right).swapaxes(-1, -2) turns its last two axes around"
    }
    return nil
  }

  // MARK: - Broadcasting

  /// The last axis at which two shapes meet with different sizes.
  private static func clash(_ a: [Int], _ b: [Int]) -> String {
    for back in 1...max(1, min(a.count, b.count)) where back <= min(a.count, b.count) {
      let (left, right) = (a[a.count - back], b[b.count - back])
      guard left != right, left != 1, right != 1 else { continue }
      let place = back == 1 ? "along the last axis" : "\(back) axes from the end"
      return "\(place), \(left) and \(right) differ"
    }
    return "their sizes differ"
  }

  /// A vector meant as a column, where that fits.
  private static func broadcastAdvice(
    _ a: [Int], _ b: [Int], _ symbol: String?, _ operands: [Operand]
  ) -> String? {
    let rule = "sizes fit where they are equal or one of them is 1"
    guard operands.count == 2, let symbol else { return rule }
    let (left, right) = (bracketed(operands[0].text), bracketed(operands[1].text))
    if b.count == 1, a.count == 2, a[0] == b[0] {
      return "\(right)[:, None] is \(words(shape: [b[0], 1])), so \(left) \(symbol)"
        + " \(right)[:, None] is \(words(shape: a))"
    }
    if a.count == 1, b.count == 2, b[0] == a[0] {
      return "\(left)[:, None] is \(words(shape: [a[0], 1])), so \(left)[:, None] \(symbol)"
        + " \(right) is \(words(shape: b))"
    }
    if a.count == 2, b.count == 2, a[0] == b[1], a[1] == b[0] {
      return "\(right).T is \(words(shape: a)), so \(left) \(symbol) \(right).T is"
        + " \(words(shape: a))"
    }
    return rule
  }

  // MARK: - Parts

  /// `Q is 3×2, K is 3×2`; once where both are the same.
  private static func shapes(_ operands: [Operand]) -> String? {
    var known: [String] = []
    for words in operands.compactMap(\.shapeWords) where !known.contains(words) {
      known.append(words)
    }
    return known.isEmpty ? nil : known.joined(separator: ", ")
  }

  private static func article(_ shape: [Int]) -> String {
    shape.isEmpty ? "a single number" : "an array of \(words(shape: shape))"
  }

  private static func count(_ shape: [Int]) -> String { grouped(shape.reduce(1, *)) }

  /// In brackets where `.T` behind it would not mean the whole.
  private static func bracketed(_ text: String) -> String {
    let isSimple = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0 == "_" || $0 == "." || ("0"..."9").contains($0)
    }
    let isClosed = text.hasSuffix(")") || text.hasSuffix("]")
    return isSimple || (isClosed && !text.contains(" ")) ? text : "(\(text))"
  }
}
