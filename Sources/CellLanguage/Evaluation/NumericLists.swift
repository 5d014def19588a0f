import AttentionEngine

// Lists of numbers that go by a name are kept as arrays, so that what is computed of them can be explained.

extension NDArray {
  /// The array of a list of numbers or of nested lists of equal lengths; nothing for any other list.
  init?(items: [Value]) {
    guard !items.isEmpty, let list = NumericList(items, depth: 1) else { return nil }
    let trace: Trace
    if list.operands.isEmpty {
      trace = Trace(Tensor(shape: list.shape, entries: list.constants), origin: .literal)
    } else {
      let operation = Assemble(name: "array", shape: list.shape, sources: list.sources)
      guard let applied = try? operation.applied(to: Operands(list.operands)) else { return nil }
      trace = applied
    }
    self.init(dtype: list.dtype, trace: trace, list: list.kind)
  }

  /// The array that `array(…)` would make of a list that is none by itself, as one of arrays; nothing where it makes none.
  package init?(listed value: Value, limits: Limits = .standard) {
    var budget = Budget(limits: limits)
    guard case .list(let items) = value, !items.isEmpty,
      let made = try? CellLanguage.array(of: value, &budget)
    else { return nil }
    self = made
  }

  /// An array proper with the same entries, as `array(x)` makes it.
  var asArray: NDArray { NDArray(dtype: dtype, trace: trace) }

  /// What indexing gave, as Python sees it: a number of a list, or a list inside a list.
  func item(of parent: NDArray) -> Value {
    guard let kind = parent.list else { return .array(self) }
    guard shape.isEmpty else { return .array(NDArray(dtype: dtype, trace: trace, list: kind)) }
    return kind == .numpy ? .array(self) : pythonNumber
  }

  /// The one entry as a Python number.
  var pythonNumber: Value {
    let entry = tensor.entries[0]
    switch dtype {
    case .bool: return .boolean(entry != 0, trace)
    case .int64: return .integer(Int(exactly: entry) ?? 0, trace)
    case .float64: return .float(entry, trace)
    }
  }
}

private struct NumericList {
  var shape: [Int]
  var dtype: DType
  var kind = ListKind.python
  var sources: [Assemble.Source] = []
  var constants: [Double] = []
  var operands: [Trace] = []

  init?(_ items: [Value], depth: Int) {
    shape = [items.count]
    dtype = .bool
    guard depth <= TensorLimit.rank else { return nil }
    var inner: [Int]?
    for item in items {
      guard let size = add(item, depth: depth), inner == nil || inner == size else { return nil }
      inner = size
    }
    shape += inner ?? []
  }

  private mutating func add(_ item: Value, depth: Int) -> [Int]? {
    switch item {
    case .boolean(let value, let trace): add(.bool, value ? 1 : 0, trace)
    case .integer(let value, let trace): add(.int64, Double(value), trace)
    case .float(let value, let trace): add(.float64, value, trace)
    case .array(let array) where array.shape.isEmpty:
      kind = .numpy
      add(array.dtype, array.tensor.entries[0], array.trace)
    case .array(let array) where array.list != nil && depth + array.shape.count <= TensorLimit.rank:
      add(array)
      return array.shape
    case .list(let items):
      guard let list = NumericList(items, depth: depth + 1) else { return nil }
      add(list)
      return list.shape
    default: return nil
    }
    return []
  }

  private mutating func add(_ kind: DType, _ value: Double, _ trace: Trace?) {
    dtype = DType.promoted(dtype, kind)
    constants.append(value)
    if let trace {
      sources.append(.operand(operands.count, offset: 0))
      operands.append(trace)
    } else {
      sources.append(.constant(value))
    }
  }

  private mutating func add(_ array: NDArray) {
    dtype = DType.promoted(dtype, array.dtype)
    if array.list == .numpy { kind = .numpy }
    for (offset, entry) in array.tensor.entries.enumerated() {
      sources.append(.operand(operands.count, offset: offset))
      constants.append(entry)
    }
    operands.append(array.trace)
  }

  private mutating func add(_ list: NumericList) {
    dtype = DType.promoted(dtype, list.dtype)
    if list.kind == .numpy { kind = .numpy }
    for source in list.sources {
      if case .operand(let operand, let offset) = source {
        sources.append(.operand(operands.count + operand, offset: offset))
      } else {
        sources.append(source)
      }
    }
    constants += list.constants
    operands += list.operands
  }
}

/// Where Python has an answer of its own for two lists, or for a list and a number.
func checkLists(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws(Fault) {
  switch operation {
  case .add where left.isList && right.isList:
    throw .type(
      "+ of two lists joins them end to end in Python, and is not taken for a sum",
      help: "array([…]) makes arrays, whose entries are added")
  case .multiply where left.isList && right.isCount || left.isCount && right.isList:
    throw .type(
      "* of a list and a whole number repeats the list in Python, and is not taken for a product",
      help: "array([…]) makes an array, whose entries are multiplied")
  default: break
  }
}

extension Value {
  /// A list to Python, as an array or not.
  var isList: Bool {
    switch self {
    case .list: true
    case .array(let array): array.list != nil
    default: false
    }
  }

  /// What Python repeats a list by.
  fileprivate var isCount: Bool { pythonIndex != nil }
}

/// Python's `==` of two lists of numbers.
func listsAreEqual(_ a: NDArray, _ b: NDArray) throws(Fault) -> Bool {
  guard a.shape == b.shape else { return false }
  for (x, y) in zip(a.tensor.entries, b.tensor.entries) {
    guard !x.isNaN, !y.isNaN else {
      throw .unsupported("lists that hold nan can't be compared", help: "isnan(…) asks for nan")
    }
    if x != y { return false }
  }
  return true
}
