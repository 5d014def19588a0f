import AttentionEngine

// Functions along axes.

extension FunctionTable {
  static let reductions: [FunctionRow] = [
    row("sum", "the sum along an axis, or of all entries", sum),
    row("mean", "the mean along an axis, or of all entries") { (arguments, budget) throws(Fault) in
      .array(try reduce(.mean, arguments, .float64, &budget))
    },
    FunctionRow(
      "var", "a, axis=None, *, ddof=0, keepdims=False", "the mean squared distance from the mean"
    ) { (arguments, budget) throws(Fault) in
      .array(try reduce(.variance, arguments, .float64, &budget))
    },
    FunctionRow(
      "std", "a, axis=None, *, ddof=0, keepdims=False", "the square root of the variance"
    ) { (arguments, budget) throws(Fault) in
      .array(try reduce(.standardDeviation, arguments, .float64, &budget))
    },
    FunctionRow(
      "max", "a, axis=None, *rest, keepdims=False",
      "the largest along an axis, or of all entries"
    ) { (arguments, budget) throws(Fault) in try extreme(.max, arguments, &budget) },
    FunctionRow(
      "min", "a, axis=None, *rest, keepdims=False",
      "the smallest along an axis, or of all entries"
    ) { (arguments, budget) throws(Fault) in try extreme(.min, arguments, &budget) },
    row("argmax", "where the largest stands along an axis, or in the flattened array") {
      (arguments, budget) throws(Fault) in try position(.argmax, arguments, &budget)
    },
    row("argmin", "where the smallest stands along an axis, or in the flattened array") {
      (arguments, budget) throws(Fault) in try position(.argmin, arguments, &budget)
    },
    row("any", "whether one of the entries is true") { (arguments, budget) throws(Fault) in
      .array(try reduce(.any, arguments, .bool, &budget))
    },
    row("all", "whether every entry is true") { (arguments, budget) throws(Fault) in
      .array(try reduce(.all, arguments, .bool, &budget))
    },
    FunctionRow("cumsum", "a, axis=None", "the running sums along an axis", cumulativeSum),
    FunctionRow("sort", "a, axis=-1", "the entries in order, the smallest first", sort),
    FunctionRow("argsort", "a, axis=-1", "where each entry of the sorted array stood", argsort),
    FunctionRow(
      "norm", "x, ord=None, axis=None, keepdims=False", "the length of a vector: √(Σ x²)", norm),
  ]

  private static func row(
    _ name: String, _ documentation: String, _ body: @escaping FunctionRow.Body
  ) -> FunctionRow {
    FunctionRow(name, "a, axis=None, *, keepdims=False", documentation, body)
  }
}

/// A reduction over the axes of the arguments.
private func reduce(
  _ function: ReductionFunction, _ arguments: Arguments, _ dtype: DType?, _ budget: inout Budget
) throws(Fault) -> NDArray {
  let a = try arguments.array("a", &budget)
  let operation = Reduction(
    function, axes: try axes(arguments, rank: a.shape.count, function),
    keepDims: try arguments.boolean("keepdims", default: false),
    ddof: try arguments.number("ddof", default: 0))
  let trace = try budget.apply(operation, to: Operands(a.trace))
  return NDArray(dtype: dtype ?? a.dtype, trace: trace)
}

/// NumPy lets a single number be reduced along axis 0 or -1, though not to a mean or what is built on one.
private func axes(
  _ arguments: Arguments, rank: Int, _ function: ReductionFunction
) throws(Fault) -> [Int]? {
  let axes = try arguments.axes()
  guard rank == 0, axes == [0] || axes == [-1] else { return axes }
  if case .tuple = arguments["axis"] { return axes }
  return [.mean, .variance, .standardDeviation].contains(function) ? axes : []
}

private func sum(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  switch arguments["a"] {
  case .list(let items) where arguments.optional("axis") == nil && items.contains(where: \.hasAxes),
    .tuple(let items) where arguments.optional("axis") == nil && items.contains(where: \.hasAxes):
    throw .unsupported(
      "sum of a list of arrays is one number for NumPy, and an array for Python alone",
      help: "sum(xs, axis=0) adds the arrays entry by entry")
  default: break
  }
  let a = try arguments.array("a", &budget)
  if a.dtype != .float64 { try checkSum(a.largest, count: a.tensor.count) }
  return .array(
    try reduce(.sum, arguments, a.dtype == .float64 ? .float64 : .int64, &budget)
      .checkingWholeNumbers())
}

extension Value {
  fileprivate var hasAxes: Bool {
    if case .array(let array) = self { !array.shape.isEmpty && array.list == nil } else { false }
  }
}

/// `max(A, axis=0)` is NumPy's. Of `max(a, b)` Python's own makes the larger and NumPy's an error, so it is neither.
private func extreme(
  _ function: ReductionFunction, _ arguments: Arguments, _ budget: inout Budget
) throws(Fault) -> Value {
  let isPair = arguments.optional("axis") != nil && arguments["a"].isSingleNumber
  guard arguments.rest.isEmpty, !isPair else {
    let name = arguments.function
    throw .unsupported(
      "\(name) of several numbers is one thing in Python and another in NumPy",
      help: "\(name)imum(a, b) takes the \(name == "max" ? "larger" : "smaller") entry by entry")
  }
  return .array(try reduce(function, arguments, nil, &budget))
}

extension Value {
  fileprivate var isSingleNumber: Bool {
    switch self {
    case .boolean, .integer, .float: true
    case .array(let array): array.shape.isEmpty
    default: false
    }
  }
}

private func position(
  _ function: ReductionFunction, _ arguments: Arguments, _ budget: inout Budget
) throws(Fault) -> Value {
  if case .tuple? = arguments.optional("axis") {
    throw .type("\(arguments.function) goes along one axis")
  }
  return .array(try reduce(function, arguments, .int64, &budget))
}

private func cumulativeSum(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let a = try arguments.array("a", &budget)
  if a.dtype != .float64 { try checkSum(a.largest, count: a.tensor.count) }
  let trace = try budget.apply(CumulativeSum(axis: try arguments.axis()), to: Operands(a.trace))
  return .array(NDArray(dtype: a.dtype == .float64 ? .float64 : .int64, trace: trace))
}

private func sort(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let a = try arguments.array("a", &budget)
  try budget.spend(20 * a.tensor.count)
  let trace = try budget.apply(Sort(axis: try arguments.axis(default: -1)), to: Operands(a.trace))
  return .array(NDArray(dtype: a.dtype, trace: trace))
}

private func argsort(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let a = try arguments.array("a", &budget)
  try budget.spend(20 * a.tensor.count)
  let trace = try budget.apply(
    ArgSort(axis: try arguments.axis(default: -1)), to: Operands(a.trace))
  return .array(NDArray(dtype: .int64, trace: trace))
}

private func norm(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  guard arguments.optional("ord") == nil else {
    throw .unsupported("norm: only the Euclidean norm is supported", help: "leave out ord")
  }
  let x = try arguments.array("x", &budget)
  let axes = try arguments.axes()
  if let axes, axes.count > 2 { throw .value("norm goes along one axis or two") }
  let operation = Reduction(
    .norm, axes: axes, keepDims: try arguments.boolean("keepdims", default: false))
  return .array(NDArray(dtype: .float64, trace: try budget.apply(operation, to: Operands(x.trace))))
}
