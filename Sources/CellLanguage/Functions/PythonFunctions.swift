import AttentionEngine

// Python's own functions, and what is refused by name.

extension FunctionTable {
  static let python: [FunctionRow] = [
    FunctionRow("len", "x, /", "how many items a list has, or rows an array", length),
    FunctionRow(
      "range", "start, stop=None, step=1, /", "whole numbers up to, but without, stop", range),
    FunctionRow("int", "x, /", "a whole number, cut off towards 0", wholeNumber),
    FunctionRow("float", "x, /", "a float", float),
    FunctionRow("bool", "x, /", "True or False", boolean),
    FunctionRow(
      "list", "x=(), /", "a list of the items", sharesMemory: true, takesIterators: true
    ) { (arguments, budget) throws(Fault) in
      .list(try items(arguments, "x", &budget))
    },
    FunctionRow(
      "tuple", "x=(), /", "a tuple of the items", sharesMemory: true, takesIterators: true
    ) { (arguments, budget) throws(Fault) in
      .tuple(try items(arguments, "x", &budget))
    },
    FunctionRow(
      "zip", "*items", "the items of several lists side by side", sharesMemory: true,
      makesIterator: true, takesIterators: true, zipped),
    FunctionRow(
      "enumerate", "x, start=0", "the items with their numbers", sharesMemory: true,
      makesIterator: true, takesIterators: true, enumerated),
    FunctionRow(
      "reversed", "x, /", "the items from the last to the first", sharesMemory: true,
      makesIterator: true, reversedItems),
  ]

  /// Names of Python and NumPy that a reader may expect, and what serves instead.
  static func advice(for name: String) -> (message: String, help: String)? {
    if modules.contains(name) {
      return ("\(name) isn't part of cells", "NumPy's names are here: softmax(Q @ K.T), exp(x)")
    }
    guard let help = replacements[name] else { return nil }
    return ("\(name) isn't part of cells", help)
  }

  /// What tutorials begin their lines with.
  private static let modules = [
    "torch", "tf", "tensorflow", "jax", "jnp", "nn", "F", "scipy", "keras",
  ]

  private static let replacements: [String: String] = [
    "print": "a cell shows the value of its last expression",
    "input": "a cell that binds a name to a number is an input",
    "open": "cells read no files",
    "str": "texts are written as they are; numbers show themselves",
    "sorted": "sort(…) sorts an array",
    "map": "[f(x) for x in xs] makes a list",
    "filter": "[x for x in xs if …] makes a list",
    "pow": "a ** b",
    "power": "a ** b",
    "divmod": "a // b and a % b",
    "dict": "a list, or a name for each value",
    "set": "a list or an array",
    "type": "A.shape and A.ndim say what an array is",
    "isinstance": "A.shape and A.ndim say what an array is",
    "asarray": "array(…) makes an array",
    "vstack": "concatenate([A, B], axis=0) puts arrays below one another",
    "hstack": "concatenate([A, B], axis=1) puts matrices side by side",
    "add": "a + b", "subtract": "a - b", "multiply": "a * b", "divide": "a / b",
    "square": "x ** 2", "absolute": "abs(x)", "prod": "a * b * c, or exp(sum(log(x)))",
    "amax": "max(A)", "amin": "min(A)", "average": "mean(A), or w @ A for weights w",
    "isclose": "abs(a - b) < 1e-8, or allclose(a, b) for all entries",
    "identity": "eye(n)", "empty": "zeros(shape)", "logical_not": "~A",
    "logical_and": "A & B", "logical_or": "A | B", "rand": "randn(2, 3, seed=0)",
    "random": "randn(2, 3, seed=0)", "seed": "randn(2, 3, seed=0)",
    "math": "sqrt(x), exp(x) and pi are there without a module",
    "softmax_": "softmax(x)", "e": "exp(x) is e to the power x, and e itself exp(1)",
  ]
}

private func length(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let value = arguments["x"]
  guard let length = value.length else {
    throw .type(
      value.isNumeric ? "a single number has no length" : "\(value.kindWords) has no length")
  }
  return .integer(length, nil)
}

private func range(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let first = try arguments.integer("start")
  guard arguments.given("stop") != nil else { return .range(start: 0, stop: first, step: 1) }
  let step = try arguments.integer("step", default: 1)
  guard step != 0 else { throw .value("range: the step can't be 0") }
  return .range(start: first, stop: try arguments.integer("stop"), step: step)
}

// MARK: - Single numbers

/// The one number of a value that Python converts: its own numbers, and arrays of rank 0.
private func single(_ arguments: Arguments) throws(Fault) -> Double {
  let value = arguments["x"]
  if let number = PythonNumber(value) { return number.double }
  if case .array(let array) = value {
    guard array.shape.isEmpty else {
      throw .type(
        "\(arguments.function) takes a single number, not \(value.kindWords)",
        help: "A.astype(\(arguments.function)) converts every entry")
    }
    return array.tensor.entries[0]
  }
  if case .string = value {
    throw .unsupported("\(arguments.function) of a text is not supported", help: "write the number")
  }
  throw .type("\(arguments.function) takes a number, not \(value.kindWords)")
}

/// The trace of a converted number, where the value stays what it was.
private func trace(_ value: Value, equal number: Double) -> Trace? {
  let trace: Trace? =
    if case .array(let array) = value { array.trace } else { value.numberTrace }
  guard let trace, trace.value.entries[0] == number else { return nil }
  return trace
}

private func wholeNumber(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let number = try single(arguments)
  guard number.isFinite else { throw .value("int of \(short(number)) has no value") }
  guard number.magnitude < Double(WholeNumbers.bound),
    let whole = Int(exactly: number.rounded(.towardZero))
  else { throw WholeNumbers.tooLarge }
  return .integer(whole, trace(arguments["x"], equal: Double(whole)))
}

private func float(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let number = try single(arguments)
  return .float(number, trace(arguments["x"], equal: number))
}

private func boolean(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let value = arguments["x"]
  return .boolean(try truth(of: value), value.truthTrace)
}

// MARK: - Items

/// The items of a list, the rows of an array.
private func items(
  _ arguments: Arguments, _ name: String, _ budget: inout Budget
) throws(Fault) -> [Value] {
  guard let value = arguments.given(name) else { return [] }
  return try items(of: value, arguments.function, &budget)
}

private func items(
  of value: Value, _ function: String, _ budget: inout Budget
) throws(Fault) -> [Value] {
  guard let count = value.length else {
    throw .type("\(function) goes through a list or an array, not \(value.kindWords)")
  }
  try budget.reserveItems(count)
  var items: [Value] = []
  for index in 0..<count {
    if case .array(let array) = value {
      items.append(
        try indexed(array, by: [.value(.integer(index, nil))], &budget).item(of: array))
    } else {
      items.append(try item(of: value, at: .value(.integer(index, nil)), &budget))
    }
  }
  return try budget.checked(items)
}

private func zipped(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  // A long range beside a short list is gone through only as far as the list.
  var shortest = Int.max
  for value in arguments.rest { shortest = min(shortest, value.length ?? Int.max) }
  var columns: [[Value]] = []
  for value in arguments.rest {
    var value = value
    if case .range(let start, let stop, let step) = value,
      rangeCount(start, stop, step) > shortest
    {
      value = .range(start: start, stop: start + shortest * step, step: step)
    }
    columns.append(try items(of: value, "zip", &budget))
  }
  let count = columns.map(\.count).min() ?? 0
  return .list(
    try budget.checked((0..<count).map { row in .tuple(columns.map { $0[row] }) }))
}

private func enumerated(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let start = try arguments.integer("start", default: 0)
  let items = try items(arguments, "x", &budget)
  return .list(
    try budget.checked(
      items.enumerated().map { .tuple([.integer(start + $0.offset, nil), $0.element]) }))
}

private func reversedItems(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  .list(Array(try items(arguments, "x", &budget).reversed()))
}
