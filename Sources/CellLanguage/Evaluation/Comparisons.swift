import AttentionEngine

// Comparisons: one boolean for Python's values, an array of them for NumPy's.

extension ComparisonOperator {
  var function: BinaryFunction? {
    switch self {
    case .less: .less
    case .lessOrEqual: .lessEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterEqual
    case .equal: .equal
    case .notEqual: .notEqual
    case .isSame, .isNotSame: nil
    }
  }
}

func compare(
  _ operation: ComparisonOperator, _ left: Value, _ right: Value, _ budget: inout Budget
) throws(Fault) -> Value {
  guard let function = operation.function else {
    return try compareIdentity(operation, left, right)
  }
  if let a = PythonNumber(left), let b = PythonNumber(right) {
    return .traced(function(a.double, b.double) != 0, function, [left, right])
  }
  if left.isArrayOrNumber(with: right) {
    let a = try array(of: left, &budget)
    let b = try array(of: right, &budget)
    if left.isList, right.isList {
      guard operation == .equal || operation == .notEqual else {
        throw .type(
          "\(operation.rawValue) of two lists looks at the first entries that differ in Python, and is not supported",
          help: "array(…) compares entry by entry")
      }
      try budget.spend(a.tensor.count * Budget.stepsPerItem)
      return .boolean(try listsAreEqual(a, b) == (operation == .equal))
    }
    for (list, other) in left.isList || right.isList ? [(left, right), (right, left)] : []
    where list.isList {
      guard case .array = other else {
        guard operation == .equal || operation == .notEqual else { continue }
        throw .type(
          "a list is never equal to \(other.kindWords) in Python, and is not compared entry by entry",
          help: "array(…) makes an array of the list")
      }
    }
    return .array(try combine(function, a, b, dtype: .bool, &budget))
  }
  // `[1, 2] > 1` is an error in Python, so that the list serves as an array.
  if operation != .equal, operation != .notEqual, left.isList != right.isList,
    let a = left.listOrNumber, let b = right.listOrNumber
  {
    return .array(try combine(function, a, b, dtype: .bool, &budget))
  }
  for (one, other) in [(left, right), (right, left)] {
    guard case .array = one else { continue }
    throw .unsupported(
      "an array is not compared with \(other.kindWords)",
      help: other.isNone ? "`is None` asks whether something is None" : nil)
  }
  switch operation {
  case .equal: return .boolean(try isEqual(left, right, &budget))
  case .notEqual: return .boolean(!(try isEqual(left, right, &budget)))
  default:
    if case .string(let a) = left, case .string(let b) = right {
      return .boolean(orderedByCodePoints(operation, a, b))
    }
    throw .type(
      "\(left.kindWords) and \(right.kindWords) have no order",
      help: left.isSequence && right.isSequence ? "array(…) compares entry by entry" : nil)
  }
}

/// Python orders strings by code points, Swift by canonical equivalence.
private func orderedByCodePoints(_ operation: ComparisonOperator, _ a: String, _ b: String) -> Bool
{
  let less = a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
  let greater = b.unicodeScalars.lexicographicallyPrecedes(a.unicodeScalars)
  return switch operation {
  case .less: less
  case .lessOrEqual: !greater
  case .greater: greater
  default: !less
  }
}

extension Value {
  /// Whether NumPy compares or combines the two entry by entry: at least one is an array, the other numeric or a list.
  func isArrayOrNumber(with other: Value) -> Bool {
    if case .array = self { return other.isNumeric || other.isSequence }
    if case .array = other { return isNumeric || isSequence }
    return false
  }
}

/// `x is None`: nothing else has an identity that a program should ask for.
private func compareIdentity(
  _ operation: ComparisonOperator, _ left: Value, _ right: Value
) throws(Fault) -> Value {
  guard left.isNone || right.isNone else {
    throw .unsupported(
      "`\(operation.rawValue)` asks whether two things are one and the same; only None is asked for so",
      help: "== compares values")
  }
  let same = left.isNone && right.isNone
  return .boolean(operation == .isSame ? same : !same)
}

extension Value {
  var isNone: Bool {
    if case .none = self { true } else { false }
  }
}

/// Python's `==` of values that are no arrays, whose items may be.
private func isEqual(_ left: Value, _ right: Value, _ budget: inout Budget) throws(Fault) -> Bool {
  try budget.spend(1)
  switch (left, right) {
  case (.none, .none): return true
  case (.string(let a), .string(let b)):
    return a.unicodeScalars.elementsEqual(b.unicodeScalars)
  case (.list(let a), .list(let b)), (.tuple(let a), .tuple(let b)):
    guard a.count == b.count else { return false }
    for (x, y) in zip(a, b) {
      // Python finds one and the same NaN equal to itself inside a list; ours has lost which one it was.
      if case .float(let number, _) = x, number.isNaN {
        throw .unsupported("lists that hold nan can't be compared", help: "isnan(…) asks for nan")
      }
      let equal = try compare(.equal, x, y, &budget)
      guard try truth(of: equal) else { return false }
    }
    return true
  case (.range(let a, let b, let c), .range(let d, let e, let f)):
    let count = rangeCount(a, b, c)
    guard count == rangeCount(d, e, f) else { return false }
    return count == 0 || (a == d && (count == 1 || c == f))
  case (.function, .function), (.builtin, .builtin):
    throw .unsupported("functions can't be compared", help: "compare what they give")
  default:
    return false
  }
}

/// What `if`, `and` and `assert` make of a value.
func truth(of value: Value) throws(Fault) -> Bool {
  switch value {
  case .none: return false
  case .boolean(let value, _): return value
  case .integer(let value, _): return value != 0
  case .float(let value, _): return value != 0
  case .string(let text): return !text.isEmpty
  case .list(let items), .tuple(let items): return !items.isEmpty
  case .range(let start, let stop, let step): return rangeCount(start, stop, step) > 0
  case .function, .builtin: return true
  case .array(let array):
    guard array.tensor.count == 1 else {
      throw .value(
        array.tensor.count == 0
          ? "an empty array is neither true nor false"
          : "\(grouped(array.tensor.count)) values are neither true nor false as one",
        help:
          "all(…) asks whether every one is true, any(…) whether one is; &, | and ~ join them entry by entry"
      )
    }
    return array.tensor.entries[0] != 0
  }
}
