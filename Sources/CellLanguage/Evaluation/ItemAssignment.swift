import AttentionEngine

// `A[i, j] = x` and `x += y`, on local names that nothing else can see.

extension Interpreter {
  /// Sets entries of a local array, or an item of a local list.
  mutating func setItem(
    _ name: String, _ items: [IndexItem], _ value: Value, _ range: SourceRange,
    from expression: Expression
  ) throws(Diagnostic) {
    let current = try localValue(name, at: range)
    let indices = try self.indices(items, range)
    try checkOwn(name, at: range)
    do {
      let changed = try replacing(indices, of: current, with: value, &budget)
      frame.values[name] = changed
    } catch {
      throw diagnostic(error, at: range)
    }
    if current.isList, value.isMutable {
      var owners = owners(of: expression, value: value)
      owners.add(frame.sharing.others(than: name))
      frame.sharing.bind(name, owners)
    }
  }

  /// `x += y`: Python changes an array in place, which must not be seen through another name.
  mutating func augment(
    _ target: Target, _ operation: BinaryOperator, _ expression: Expression, at range: SourceRange
  ) throws(Diagnostic) {
    switch target {
    case .tuple:
      throw Diagnostic(code: "unsupported", "several names can't be changed at once", at: range)
    case .name(let name, let nameRange):
      let current = try localValue(name, at: nameRange)
      let value = try evaluate(expression)
      if current.isMutable { try checkOwn(name, at: range) }
      let result = try updated(current, operation, value, name, expression, at: range)
      try set(name, result, at: nameRange)
      if current.isList, value.isMutable { frame.sharing.bind(name, .outside) }
      if !current.isMutable { frame.sharing.bind(name, .none) }
    case .item(let name, let items, let itemRange):
      let current = try localValue(name, at: itemRange)
      let indices = try self.indices(items, itemRange)
      try checkOwn(name, at: itemRange)
      let part = try entry(indices, of: current, at: itemRange)
      let value = try evaluate(expression)
      if current.isList, part.isMutable {
        throw Diagnostic(
          code: "unsupported", "an array inside a list can't be changed in place", at: range,
          help: "write \(name)[…] = \(name)[…] \(operation.rawValue) …")
      }
      let result = try updated(part, operation, value, name, expression, at: range)
      do { frame.values[name] = try replacing(indices, of: current, with: result, &budget) } catch {
        throw diagnostic(error, at: range)
      }
    }
  }

  /// `xs.append(x)` as a statement of its own; false for any other expression.
  mutating func append(_ expression: Expression) throws(Diagnostic) -> Bool {
    guard case .call(let callee, let arguments) = expression.kind, arguments.count == 1,
      arguments[0].name == nil, case .attribute(let base, name: "append", _) = callee.kind,
      case .name(let name) = base.kind, case .list(let items)? = frame.values[name]
    else { return false }
    let value = try evaluate(arguments[0].value)
    try checkOwn(name, at: expression.range)
    do { frame.values[name] = .list(try budget.checked(items + [value])) } catch {
      throw diagnostic(error, at: expression.range)
    }
    if value.isMutable {
      var owners = owners(of: arguments[0].value, value: value)
      owners.add(frame.sharing.others(than: name))
      frame.sharing.bind(name, owners)
    }
    return true
  }

  private mutating func entry(
    _ indices: [IndexValue], of value: Value, at range: SourceRange
  ) throws(Diagnostic) -> Value {
    do throws(Fault) {
      if case .array(let array) = value { return .array(try indexed(array, by: indices, &budget)) }
      guard indices.count == 1 else { throw Fault.type("\(value.kindWords) has one axis") }
      return try CellLanguage.item(of: value, at: indices[0], &budget)
    } catch {
      throw diagnostic(error, at: range)
    }
  }

  private mutating func updated(
    _ current: Value, _ operation: BinaryOperator, _ value: Value, _ name: String,
    _ expression: Expression, at range: SourceRange
  ) throws(Diagnostic) -> Value {
    do throws(Fault) {
      let result = try CellLanguage.binary(operation, current, value, &budget)
      guard case .array(let before) = current, case .array(let after) = result else {
        return result
      }
      guard before.shape == after.shape else {
        throw Fault.shape(
          "\(operation.rawValue)= keeps the shape, and \(words(shape: before.shape)) would become"
            + " \(words(shape: after.shape))", help: "\(name) = \(name) \(operation.rawValue) …")
      }
      guard before.dtype == after.dtype else {
        throw Fault.type(
          "\(operation.rawValue)= keeps the kind of number: \(before.dtype.words) would become"
            + " \(after.dtype == .float64 ? "floats" : after.dtype.words)",
          help: "\(name) = \(name) \(operation.rawValue) …")
      }
      return result
    } catch {
      let operands = [
        Operand(text: name, value: current), operand(expression, value, side: "the right side"),
      ]
      throw diagnostic(error, at: range, operation: operation, operands)
    }
  }

  private func localValue(_ name: String, at range: SourceRange) throws(Diagnostic) -> Value {
    if let value = frame.values[name] { return value }
    throw Diagnostic(
      code: "name", "\(name) has no value yet", at: range,
      help: "\(name) = … gives it one; a name of the top level is copied first: \(name) = …copy()")
  }

  /// Refuses a change that NumPy would show under another name as well.
  private func checkOwn(_ name: String, at range: SourceRange) throws(Diagnostic) {
    let others = frame.sharing.others(than: name)
    guard !others.names.isEmpty || others.outside || frame.captured.contains(name) else { return }
    let whom =
      others.names.isEmpty
      ? "outside of the function" : "under the name \(others.names.sorted()[0]) too"
    throw Diagnostic(
      code: "unsupported", "\(name) may be seen \(whom), where NumPy would change it as well",
      at: range,
      help: "\(name) = \(name).copy() before makes it the function's own")
  }
}

/// A value with the entries that an index picks replaced.
private func replacing(
  _ indices: [IndexValue], of value: Value, with new: Value, _ budget: inout Budget
) throws(Fault) -> Value {
  switch value {
  case .array(let array): return .array(try replacing(indices, of: array, with: new, &budget))
  case .list(var items):
    guard indices.count == 1, case .value(let index) = indices[0], let index = index.pythonIndex
    else {
      throw .unsupported(
        "an item of a list is set by its whole number", help: "array(…) takes more kinds of index")
    }
    let place = try wrapped(index, size: items.count, axis: nil)
    items[place] = new
    try budget.spend(items.count)
    return .list(try budget.checked(items))
  case .tuple: throw .type("the items of a tuple can't be set", help: "list(…) makes a list of it")
  default: throw .type("\(value.kindWords) has no items to set")
  }
}

private func replacing(
  _ indices: [IndexValue], of array: NDArray, with value: Value, _ budget: inout Budget
) throws(Fault) -> NDArray {
  let new = try CellLanguage.array(of: value, &budget)
  guard DType.promoted(array.dtype, new.dtype) == array.dtype else {
    let kept = array.dtype == .bool ? "booleans" : "whole numbers"
    throw .type(
      "the array holds \(kept); NumPy would change \(new.dtype == .float64 ? "a float" : "a number")"
        + " to fit", help: ".astype(float) before makes it hold floats")
  }
  let selection = try select(indices, from: array.shape, &budget)
  // NumPy lets the value have leading axes of size 1 beyond those of the place.
  var shape = new.shape
  while shape.count > selection.shape.count, shape.first == 1 { shape.removeFirst() }
  guard (try? Shape.broadcast(shape, selection.shape)) == selection.shape else {
    throw .shape(
      "\(words(shape: new.shape)) doesn't fit the place, which is \(words(shape: selection.shape))")
  }
  let strides = Shape.strides(shape, broadcastTo: selection.shape)
  var sources = (0..<array.tensor.count).map { Assemble.Source.operand(0, offset: $0) }
  for (k, offset) in selection.offsets.enumerated() {
    let place = zip(Shape.position(of: k, in: selection.shape), strides)
      .reduce(0) { $0 + $1.0 * $1.1 }
    sources[offset] = .operand(1, offset: place)
  }
  let operation = Assemble(name: "setitem", shape: array.shape, sources: sources)
  let trace = try budget.apply(operation, to: Operands(array.trace, new.trace), shape: array.shape)
  return NDArray(dtype: array.dtype, trace: trace)
}
