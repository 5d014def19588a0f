import AttentionEngine

// What NumPy makes an array of: numbers, arrays, and nested lists of them.

extension Value {
  /// Whether NumPy would take this for an array without being asked: an array or a number.
  var isNumeric: Bool {
    switch self {
    case .boolean, .integer, .float, .array: true
    default: false
    }
  }

  var isSequence: Bool {
    switch self {
    case .list, .tuple, .range: true
    default: false
    }
  }

  /// The number or array as an array; nothing for any other value.
  var numericArray: NDArray? {
    switch self {
    case .array(let array): array
    case .boolean(let value, let trace):
      NDArray(dtype: .bool, trace: trace ?? Trace(literal: value ? 1 : 0))
    case .integer(let value, let trace):
      NDArray(dtype: .int64, trace: trace ?? Trace(literal: Double(value)))
    case .float(let value, let trace):
      NDArray(dtype: .float64, trace: trace ?? Trace(literal: value))
    default: nil
    }
  }
}

/// The array that NumPy makes of a value: a number, an array, a range, or nested lists of equal lengths.
func array(of value: Value, _ budget: inout Budget) throws(Fault) -> NDArray {
  if let array = value.numericArray { return array }
  guard value.isSequence else {
    throw .type("\(value.kindWords) is not a number, an array or a list of numbers")
  }
  var assembly = Assembly()
  let shape = try assembly.add(value, depth: 0, &budget)
  _ = try budget.reserve(shape)
  if assembly.operands.isEmpty {
    let entries = assembly.sources.map { source in
      if case .constant(let number) = source { number } else { Double.nan }
    }
    return NDArray(Tensor(shape: shape, entries: entries), dtype: assembly.dtype ?? .float64)
  }
  let trace = try budget.apply(
    Assemble(name: "array", shape: shape, sources: assembly.sources),
    to: Operands(assembly.operands),
    shape: shape)
  return NDArray(dtype: assembly.dtype ?? .float64, trace: trace)
}

/// The entries of nested lists as they are collected.
private struct Assembly {
  var sources: [Assemble.Source] = []
  var operands: [Trace] = []
  var dtype: DType?

  /// Adds the entries of a value and gives its shape.
  mutating func add(_ value: Value, depth: Int, _ budget: inout Budget) throws(Fault) -> [Int] {
    switch value {
    case .boolean(let value, nil):
      add(constant: value ? 1 : 0, .bool)
      return []
    case .integer(let value, nil):
      add(constant: Double(value), .int64)
      return []
    case .float(let value, nil):
      add(constant: value, .float64)
      return []
    case .boolean, .integer, .float, .array:
      guard let array = value.numericArray else { return [] }
      promote(to: array.dtype)
      try budget.spend(array.tensor.count)
      let operand = operands.count
      operands.append(array.trace)
      for offset in 0..<array.tensor.count { sources.append(.operand(operand, offset: offset)) }
      try check(&budget)
      return array.shape
    case .range(let start, let stop, let step):
      let count = rangeCount(start, stop, step)
      _ = try budget.reserve([count])
      for k in 0..<count { add(constant: Double(start + k * step), .int64) }
      if count == 0 { promote(to: .int64) }
      return [count]
    case .list(let items), .tuple(let items):
      return try add(items: items, depth: depth, &budget)
    case .none, .string, .function, .builtin:
      throw .type(
        "\(value.kindWords) can't be an entry of an array",
        help: "an array holds numbers or booleans")
    }
  }

  private mutating func add(
    items: [Value], depth: Int, _ budget: inout Budget
  ) throws(Fault) -> [Int] {
    guard depth < TensorLimit.rank else {
      throw .bound("an array has at most \(TensorLimit.rank) axes; the lists nest deeper")
    }
    try budget.spend(items.count)
    var shape: [Int]?
    for item in items {
      let itemShape = try add(item, depth: depth + 1, &budget)
      guard shape == nil || shape == itemShape else {
        throw .shape(
          "the items of a list must have equal sizes to make an array:"
            + " \(itemWords(shape ?? [])) and \(itemWords(itemShape)) stand side by side")
      }
      shape = itemShape
      try check(&budget)
    }
    return [items.count] + (shape ?? [])
  }

  private func itemWords(_ shape: [Int]) -> String {
    switch shape.count {
    case 0: "a number"
    case 1: "a row of \(shape[0])"
    default: words(shape: shape)
    }
  }

  private mutating func add(constant: Double, _ kind: DType) {
    promote(to: kind)
    sources.append(.constant(constant))
  }

  private mutating func promote(to kind: DType) {
    dtype = dtype.map { DType.promoted($0, kind) } ?? kind
  }

  private func check(_ budget: inout Budget) throws(Fault) {
    guard sources.count <= budget.limits.entries else {
      throw .bound(
        "an array may have \(grouped(budget.limits.entries)) entries, and this would have more")
    }
  }
}

extension DType {
  /// The kind that two kinds meet in: booleans count as whole numbers, whole numbers as floats.
  static func promoted(_ a: DType, _ b: DType) -> DType {
    if a == .float64 || b == .float64 { return .float64 }
    return a == .int64 || b == .int64 ? .int64 : .bool
  }
}

/// The number of steps of a range, which never overflows: its ends are whole numbers below 2⁵³.
func rangeCount(_ start: Int, _ stop: Int, _ step: Int) -> Int {
  if step > 0 { return start < stop ? (stop - start - 1) / step + 1 : 0 }
  return start > stop ? (start - stop - 1) / -step + 1 : 0
}
