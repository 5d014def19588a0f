import AttentionEngine

/// The arguments of a function of the table, by the names of its parameters.
struct Arguments {
  private let row: FunctionRow
  /// One for each parameter; nothing where none is given. A handful, which is looked through faster than it is hashed.
  private let values: [Value?]
  /// What stands for `*rest`.
  let rest: [Value]

  init(of row: FunctionRow, values: [Value?], rest: [Value] = []) {
    self.row = row
    self.values = values
    self.rest = rest
  }

  /// The name of the function.
  var function: String { row.name }

  /// The argument where it is given; None counts as given.
  func given(_ name: String) -> Value? {
    let parameters = row.parameters
    for index in parameters.indices where parameters[index].name == name { return values[index] }
    return nil
  }

  /// The argument where it is given and not None.
  func optional(_ name: String) -> Value? {
    guard let value = given(name), !value.isNone else { return nil }
    return value
  }

  /// The argument for a parameter that has no default.
  subscript(_ name: String) -> Value { given(name) ?? .none }

  // MARK: - Arrays

  func array(_ name: String, _ budget: inout Budget) throws(Fault) -> NDArray {
    try wrapping(name) { () throws(Fault) in
      try CellLanguage.array(of: self[name], &budget).asArray
    }
  }

  func optionalArray(_ name: String, _ budget: inout Budget) throws(Fault) -> NDArray? {
    optional(name) == nil ? nil : try array(name, &budget)
  }

  /// An array of numbers, not of booleans.
  func numbers(_ name: String, _ budget: inout Budget) throws(Fault) -> NDArray {
    let result = try array(name, &budget)
    guard result.dtype != .bool else {
      throw .type(
        "\(function) takes numbers; \(name) holds booleans",
        help: ".astype(float) makes numbers of them")
    }
    return result
  }

  /// The items of a list or tuple of arrays, or the rows of an array.
  func arrays(_ name: String, _ budget: inout Budget) throws(Fault) -> [NDArray] {
    let value = self[name]
    var result: [NDArray] = []
    switch value {
    case .list(let items), .tuple(let items):
      for item in items { result.append(try CellLanguage.array(of: item, &budget).asArray) }
    case .array(let array) where !array.shape.isEmpty:
      for index in 0..<array.shape[0] {
        let row = try indexed(array, by: [.value(.integer(index, nil))], &budget)
        result.append(row)
      }
    default:
      throw problem(name, "is a list of arrays", value)
    }
    guard !result.isEmpty else { throw .value("\(function) needs at least one array") }
    return result
  }

  private func wrapping<Result>(
    _ name: String, _ body: () throws(Fault) -> Result
  ) throws(Fault) -> Result {
    do { return try body() } catch {
      guard case .refused(code: "type", let message, let help) = error else { throw error }
      throw .type("\(function): \(name) is no array: \(message)", help: help)
    }
  }

  // MARK: - Numbers

  func integer(_ name: String) throws(Fault) -> Int {
    let value = self[name]
    guard let result = value.pythonIndex else {
      throw problem(name, "is a whole number", value)
    }
    return result
  }

  func integer(_ name: String, default missing: Int) throws(Fault) -> Int {
    given(name) == nil ? missing : try integer(name)
  }

  func optionalInteger(_ name: String) throws(Fault) -> Int? {
    optional(name) == nil ? nil : try integer(name)
  }

  func number(_ name: String) throws(Fault) -> Double {
    let value = self[name]
    if let number = PythonNumber(value) { return number.double }
    if case .array(let array) = value, array.shape.isEmpty { return array.tensor.entries[0] }
    throw problem(name, "is a number", value)
  }

  func number(_ name: String, default missing: Double) throws(Fault) -> Double {
    given(name) == nil ? missing : try number(name)
  }

  func optionalNumber(_ name: String) throws(Fault) -> Double? {
    optional(name) == nil ? nil : try number(name)
  }

  func boolean(_ name: String, default missing: Bool) throws(Fault) -> Bool {
    guard let value = given(name) else { return missing }
    if case .boolean(let result, _) = value { return result }
    if case .array(let array) = value, array.shape.isEmpty, array.dtype == .bool {
      return array.tensor.entries[0] != 0
    }
    throw problem(name, "is True or False", value)
  }

  /// One of several words.
  func word(_ name: String, among words: [String], default missing: String) throws(Fault) -> String
  {
    guard let value = given(name) else { return missing }
    guard case .string(let word) = value, words.contains(word) else {
      let choice = words.map { "\"\($0)\"" }.joined(separator: " or ")
      throw problem(name, "is \(choice)", value)
    }
    return word
  }

  // MARK: - Axes and shapes

  /// One axis; nothing for None.
  func axis(_ name: String = "axis", default missing: Int? = nil) throws(Fault) -> Int? {
    guard let value = given(name) else { return missing }
    return value.isNone ? nil : try integer(name)
  }

  /// Several axes, or one; nothing for None.
  func axes(_ name: String = "axis") throws(Fault) -> [Int]? {
    guard let value = optional(name) else { return nil }
    if case .tuple(let items) = value { return try integers(items, name) }
    return [try integer(name)]
  }

  /// A shape: a whole number or a tuple of them.
  func shape(_ name: String) throws(Fault) -> [Int] {
    let value = self[name]
    switch value {
    case .tuple(let items), .list(let items): return try integers(items, name)
    case .array(let array) where array.shape.count == 1 && array.dtype == .int64:
      return array.wholeNumbers
    default: return [try integer(name)]
    }
  }

  func integers(_ values: [Value], _ name: String) throws(Fault) -> [Int] {
    var result: [Int] = []
    for value in values {
      guard let number = value.pythonIndex else {
        throw problem(name, "holds whole numbers", value)
      }
      result.append(number)
    }
    return result
  }

  /// A kind of number as `dtype=int` names it.
  func dtype(default missing: DType) throws(Fault) -> DType {
    guard let value = optional("dtype") else { return missing }
    if case .builtin(let name) = value, let dtype = DType(pythonName: name) { return dtype }
    if value.pythonIndex != nil, given("shape") != nil {
      throw .type(
        "\(function): the shape is one argument, and here stand two numbers",
        help: "\(function)((2, 3)) is 2×3: the sizes stand in brackets of their own")
    }
    throw problem("dtype", "is float, int or bool", value)
  }

  func problem(_ name: String, _ expectation: String, _ value: Value) -> Fault {
    .type("\(function): \(name) \(expectation), not \(value.kindWords)")
  }
}
