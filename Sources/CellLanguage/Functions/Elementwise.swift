import AttentionEngine

// Functions that go entry by entry.

extension FunctionTable {
  static let elementwise: [FunctionRow] =
    [
      number("exp", "e to the power x", .exp),
      number("log", "the natural logarithm", .log),
      number("log2", "the logarithm to base 2", .log2),
      number("sqrt", "the square root", .sqrt),
      number("tanh", "the hyperbolic tangent", .tanh),
      number("sin", "the sine of x in radians", .sin),
      number("cos", "the cosine of x in radians", .cos),
      FunctionRow("abs", "x, /", "the distance from 0", absolute),
      whole("sign", "-1, 0 or 1", .sign),
      pair("minimum", "the smaller of two, entry by entry", .minimum),
      pair("maximum", "the larger of two, entry by entry", .maximum),
      FunctionRow(
        "where", "condition, x, y, /", "x where the condition is true, else y", choose),
      FunctionRow("clip", "a, a_min, a_max", "the entries held between two bounds", clip),
      FunctionRow(
        "round", "a, decimals=0", "the entries rounded, halves to the even neighbour", round),
      whole("floor", "the entries rounded down", .floor),
      whole("ceil", "the entries rounded up", .ceil),
      test("isnan", "where an entry is nan", .isnan),
      test("isinf", "where an entry is inf or -inf", .isinf),
      test("isfinite", "where an entry is neither nan nor infinite", .isfinite),
      number("sigmoid", "1 / (1 + exp(-x))", .sigmoid, parameter: "x"),
      whole("relu", "x where it is positive, else 0", .relu, parameter: "x"),
      FunctionRow(
        "gelu", "x, approximate=\"none\"", "x Φ(x); approximate=\"tanh\" is the form of GPT-2", gelu
      ),
      number("silu", "x * sigmoid(x)", .silu, parameter: "x"),
    ]

  /// A function whose results are floats.
  private static func number(
    _ name: String, _ documentation: String, _ function: UnaryFunction, parameter: String = "x, /"
  ) -> FunctionRow {
    FunctionRow(name, parameter, documentation) { (arguments, budget) throws(Fault) in
      let x = try arguments.numbers("x", &budget)
      return .array(try apply(function, to: x, dtype: .float64, &budget))
    }
  }

  /// A function that leaves whole numbers whole.
  private static func whole(
    _ name: String, _ documentation: String, _ function: UnaryFunction, parameter: String = "x, /"
  ) -> FunctionRow {
    FunctionRow(name, parameter, documentation) { (arguments, budget) throws(Fault) in
      let x = try arguments.numbers("x", &budget)
      return .array(try apply(function, to: x, dtype: x.dtype, &budget))
    }
  }

  private static func test(
    _ name: String, _ documentation: String, _ function: UnaryFunction
  ) -> FunctionRow {
    FunctionRow(name, "x, /", documentation) { (arguments, budget) throws(Fault) in
      let x = try arguments.array("x", &budget)
      return .array(try apply(function, to: x, dtype: .bool, &budget))
    }
  }

  private static func pair(
    _ name: String, _ documentation: String, _ function: BinaryFunction
  ) -> FunctionRow {
    FunctionRow(name, "x1, x2, /", documentation) { (arguments, budget) throws(Fault) in
      let a = try arguments.array("x1", &budget)
      let b = try arguments.array("x2", &budget)
      return .array(try combine(function, a, b, &budget))
    }
  }
}

/// A function of one number over an array.
func apply(
  _ function: UnaryFunction, to x: NDArray, dtype: DType, _ budget: inout Budget
) throws(Fault) -> NDArray {
  let trace = try budget.apply(UnaryOperation(function), to: Operands(x.trace), shape: x.shape)
  return NDArray(dtype: dtype, trace: trace)
}

/// Python's numbers stay Python's.
private func absolute(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let value = arguments["x"]
  let trace = value.numberTrace
  func traced(_ result: Double) -> Trace? {
    trace.map {
      Trace(
        Tensor(scalar: result), origin: .operation(UnaryOperation(.abs)), operands: Operands($0))
    }
  }
  switch value {
  case .boolean(let value, let trace): return .integer(value ? 1 : 0, trace)
  case .integer(let value, _): return .integer(abs(value), traced(Double(abs(value))))
  case .float(let value, _): return .float(value.magnitude, traced(value.magnitude))
  default:
    let x = try arguments.array("x", &budget)
    return .array(try apply(.abs, to: x, dtype: x.dtype, &budget))
  }
}

private func choose(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let condition = try arguments.array("condition", &budget)
  let x = try arguments.array("x", &budget)
  let y = try arguments.array("y", &budget)
  let shape = try broadcastShape(try broadcastShape(condition.shape, x.shape), y.shape)
  let trace = try budget.apply(
    Where(), to: Operands([condition.trace, x.trace, y.trace]), shape: shape)
  return .array(NDArray(dtype: DType.promoted(x.dtype, y.dtype), trace: trace))
}

private func clip(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let a = try arguments.numbers("a", &budget)
  let lower = try arguments.optionalArray("a_min", &budget)
  let upper = try arguments.optionalArray("a_max", &budget)
  var dtype = a.dtype
  var shape = a.shape
  for bound in [lower, upper].compactMap({ $0 }) {
    dtype = DType.promoted(dtype, bound.dtype)
    shape = try broadcastShape(shape, bound.shape)
  }
  let trace = try budget.apply(
    Clip(hasLower: lower != nil, hasUpper: upper != nil),
    to: Operands([a.trace] + [lower, upper].compactMap { $0?.trace }), shape: shape)
  return .array(NDArray(dtype: dtype, trace: trace))
}

private func round(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let a = try arguments.numbers("a", &budget)
  let decimals = try arguments.integer("decimals", default: 0)
  if a.dtype == .int64 {
    guard decimals >= 0 else {
      throw .unsupported("whole numbers are not rounded to tens or hundreds here")
    }
    return .array(a)
  }
  guard decimals.magnitude <= 300 else { throw .value("round: decimals goes from -300 to 300") }
  let trace = try budget.apply(Round(decimals: decimals), to: Operands(a.trace), shape: a.shape)
  return .array(NDArray(dtype: .float64, trace: trace))
}

private func gelu(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let x = try arguments.numbers("x", &budget)
  let form = try arguments.word("approximate", among: ["none", "tanh"], default: "none")
  return .array(try apply(form == "tanh" ? .geluTanh : .gelu, to: x, dtype: .float64, &budget))
}
