import AttentionEngine
import CellLanguage

// What the forms of a check say where they don't hold.

extension CheckInspector {
  /// `a == b`, `a < b <= c`, `abs(a - b) < tolerance`.
  mutating func comparison(
    _ operands: [Expression], _ operations: [ComparisonOperator]
  ) -> Finding? {
    for (index, operation) in operations.enumerated() {
      guard let left = side(operands[index]), let right = side(operands[index + 1]) else {
        return nil
      }
      if holds(operation, left, right) { continue }
      return distance(left, operation, right) ?? comparison(left, operation, right)
    }
    return nil
  }

  /// Whether a comparison of single values holds. Of arrays nothing is known: they have no truth of their own.
  private func holds(
    _ operation: ComparisonOperator, _ left: SideOfCheck, _ right: SideOfCheck
  ) -> Bool {
    guard let function = operation.predicate, let a = left.value.singleNumber,
      let b = right.value.singleNumber
    else { return false }
    return function(a, b)
  }

  /// The answer's side is what was found, turned so that it stands on the left.
  private func turned(
    _ left: SideOfCheck, _ operation: ComparisonOperator, _ right: SideOfCheck
  ) -> (found: SideOfCheck, operation: ComparisonOperator, expected: SideOfCheck) {
    let isTurned = !isAnswered(left.expression) && isAnswered(right.expression)
    return isTurned ? (right, operation.turned, left) : (left, operation, right)
  }

  private mutating func comparison(
    _ left: SideOfCheck, _ operation: ComparisonOperator, _ right: SideOfCheck
  ) -> Finding? {
    let (found, operation, expected) = turned(left, operation, right)
    if let a = found.array, let b = expected.array {
      guard let predicate = operation.predicate else { return nil }
      return entries(
        (found.expression, a), (expected.expression, b), words: operation.words,
        fails: { !predicate($0, $1) })
    }
    return Finding(
      expected: operation.words + shown(expected.value), found: shown(found.value),
      place: place(found.expression, []))
  }

  /// `abs(a - b) < tolerance`
  private mutating func distance(
    _ left: SideOfCheck, _ operation: ComparisonOperator, _ right: SideOfCheck
  ) -> Finding? {
    guard operation == .less || operation == .lessOrEqual,
      let arguments = left.expression.call(of: "abs"), arguments.count == 1,
      case .binary(.subtract, let a, let b, _) = arguments[0].value.kind,
      let tolerance = right.value.singleNumber,
      let first = side(a), let second = side(b)
    else { return nil }
    let (found, _, expected) = turned(first, .equal, second)
    guard let foundArray = found.array, let expectedArray = expected.array else { return nil }
    let finding = entries(
      (found.expression, foundArray), (expected.expression, expectedArray), words: "",
      digits: FindingNumbers.digits(of: tolerance),
      fails: {
        let distance = ($0 - $1).magnitude
        return !(operation == .less ? distance < tolerance : distance <= tolerance)
      })
    return finding.map {
      $0.expecting("\($0.expected ?? ""), within \(ShownNumber.constant(tolerance, digits: 12))")
    }
  }

  /// `allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False)`
  mutating func closeness(_ arguments: [Argument]) -> Finding? {
    guard let left = side(arguments[0].value), let right = side(arguments[1].value) else {
      return nil
    }
    let relative = number("rtol", at: 2, of: arguments) ?? 1e-5
    let absolute = number("atol", at: 3, of: arguments) ?? 1e-8
    let equalsNaN = (number("equal_nan", at: 4, of: arguments) ?? 0) != 0
    let isTurned = !isAnswered(left.expression) && isAnswered(right.expression)
    let (found, expected) = isTurned ? (right, left) : (left, right)
    guard let a = found.array, let b = expected.array else {
      return Finding(
        expected: shown(expected.value), found: shown(found.value),
        place: place(found.expression, []))
    }
    return entries((found.expression, a), (expected.expression, b), words: "") { x, y in
      let (x, y) = isTurned ? (y, x) : (x, y)
      if equalsNaN && x.isNaN && y.isNaN { return false }
      return !(x == y || ((x - y).magnitude <= absolute + relative * y.magnitude && y.isFinite))
    }
  }

  private mutating func number(_ name: String, at index: Int, of arguments: [Argument]) -> Double? {
    let named = arguments.first { $0.name == name }
    let placed = arguments.count > index && arguments[index].name == nil ? arguments[index] : nil
    return (named ?? placed).flatMap { value($0.value)?.singleNumber }
  }

  /// `all(a < b)`, `all(isfinite(a))`
  mutating func everyEntry(_ inner: Expression) -> Finding? {
    if case .comparison(let operands, let operations) = inner.kind, operations.count == 1,
      let left = side(operands[0]), let right = side(operands[1])
    {
      return distance(left, operations[0], right) ?? comparison(left, operations[0], right)
    }
    if inner.call(of: "isfinite") != nil {
      return singleOut(inner, where: 0, expected: "a finite number")
    }
    return singleOut(inner, where: 0, expected: nil)
  }

  /// `not any(isnan(a))`
  mutating func negation(_ inner: Expression) -> Finding? {
    guard let arguments = inner.call(of: "any"), arguments.count == 1 else { return nil }
    let test = arguments[0].value
    if test.call(of: "isnan") != nil { return singleOut(test, where: 1, expected: "no nan") }
    if test.call(of: "isinf") != nil { return singleOut(test, where: 1, expected: "no inf") }
    if case .comparison(let operands, let operations) = test.kind, operations.count == 1,
      let opposite = operations[0].opposite, let left = side(operands[0]),
      let right = side(operands[1])
    {
      return comparison(left, opposite, right)
    }
    return singleOut(test, where: 1, expected: nil)
  }

  /// The first entry of which a test gives what it should not; of `isnan(a)` the entry of `a`.
  private mutating func singleOut(
    _ test: Expression, where result: Double, expected: String?
  ) -> Finding? {
    guard let results = side(test)?.array,
      let offset = results.tensor.entries.firstIndex(of: result)
    else { return nil }
    let count = results.tensor.entries.count { $0 == result }
    var shown = (expression: test, array: results)
    if case .call(_, let arguments) = test.kind, arguments.count == 1,
      let inner = side(arguments[0].value), let array = inner.array, array.shape == results.shape
    {
      shown = (inner.expression, array)
    }
    return Finding(
      expected: expected,
      found: FindingNumbers.text(
        shown.array.tensor.entries[offset], shown.array.dtype, digits(shown.expression)),
      place: place(shown.expression, Shape.position(of: offset, in: results.shape)),
      extent: extent(count, of: results.tensor.count))
  }

  // MARK: - Entry by entry

  /// The entry that is farthest off, of two arrays that are compared entry by entry.
  private func entries(
    _ found: (expression: Expression, array: NDArray),
    _ expected: (expression: Expression, array: NDArray), words: String, digits: Int? = nil,
    fails: (Double, Double) -> Bool
  ) -> Finding? {
    let a = found.array
    let b = expected.array
    // A row or a number may stand for many; where a matrix is expected, several of them are another mistake.
    let stretches = a.shape != b.shape && b.shape.count > 1
    guard let shape = try? Shape.broadcast(a.shape, b.shape), shape == a.shape, !stretches else {
      return shapes(found, expected)
    }
    let total = shape.reduce(1, *)
    guard total <= AnswerLimits.limits.entries else { return nil }
    var farthest = FarthestEntry()
    var count = 0
    for offset in 0..<total {
      let x = a.tensor.entries[CheckInspector.offset(offset, in: shape, of: a.shape)]
      let y = b.tensor.entries[CheckInspector.offset(offset, in: shape, of: b.shape)]
      guard fails(x, y) else { continue }
      count += 1
      farthest.meet(offset, found: x, expected: y)
    }
    guard let entry = farthest.entry else { return nil }
    let position = Shape.position(
      Shape.position(of: entry.offset, in: shape), broadcastFrom: a.shape)
    let texts = FindingNumbers.texts(
      entry.expected, b.dtype, entry.found, a.dtype,
      digits: max(digits ?? 0, self.digits(found.expression)))
    return Finding(
      expected: words + texts.expected, found: texts.found,
      place: place(found.expression, position), extent: extent(count, of: total))
  }

  /// What was found is repeated, or can't be, to be compared with what was expected.
  private func shapes(
    _ found: (expression: Expression, array: NDArray),
    _ expected: (expression: Expression, array: NDArray)
  ) -> Finding {
    if found.array.shape.isEmpty {
      return Finding(
        expected: Value.array(expected.array).kindWords,
        found: shown(.array(found.array)), place: text(found.expression))
    }
    return Finding(
      expected: tuple(shape: expected.array.shape), found: tuple(shape: found.array.shape),
      place: attribute("shape", of: found.expression))
  }

  /// Where the entry lies in an array that is read in a larger shape.
  private static func offset(_ offset: Int, in shape: [Int], of own: [Int]) -> Int {
    if own == shape { return offset }
    if own.isEmpty { return 0 }
    let position = Shape.position(
      Shape.position(of: offset, in: shape), broadcastFrom: own)
    return zip(position, Shape.strides(own)).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private func extent(_ count: Int, of total: Int) -> String? {
    total > 1 ? "\(count) of \(total) entries" : nil
  }

  /// A value on a line.
  private func shown(_ value: Value) -> String {
    var text = TextFilter.visible(ValueText.text(of: value))
    if case .array(let array) = value, !array.shape.isEmpty { text = value.kindWords }
    return text.count <= 60 ? text : text.prefix(59) + "…"
  }
}

extension ComparisonOperator {
  fileprivate var predicate: ((Double, Double) -> Bool)? {
    switch self {
    case .less: (<)
    case .lessOrEqual: (<=)
    case .greater: (>)
    case .greaterOrEqual: (>=)
    case .equal: (==)
    case .notEqual: (!=)
    case .isSame, .isNotSame: nil
    }
  }

  /// The same with the sides exchanged.
  fileprivate var turned: ComparisonOperator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: self
    }
  }

  /// What holds where this doesn't.
  fileprivate var opposite: ComparisonOperator? {
    switch self {
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    case .equal: .notEqual
    case .notEqual: .equal
    case .isSame, .isNotSame: nil
    }
  }

  /// In front of what is expected.
  fileprivate var words: String {
    switch self {
    case .less: "less than "
    case .lessOrEqual: "at most "
    case .greater: "more than "
    case .greaterOrEqual: "at least "
    case .equal, .isSame: ""
    case .notEqual, .isNotSame: "anything but "
    }
  }
}
