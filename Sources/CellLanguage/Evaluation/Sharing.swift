// What the value of an expression shares memory with in NumPy. Where it can't be told, it is said to share.

extension Value {
  /// Whether the value, or anything in it, could be changed through another name.
  var isMutable: Bool {
    switch self {
    case .array, .list: true
    case .tuple(let items): items.contains(where: \.isMutable)
    default: false
    }
  }

  /// A list or tuple of numbers and strings alone.
  var holdsOnlyScalars: Bool {
    switch self {
    case .list(let items), .tuple(let items): !items.contains(where: \.isMutable)
    default: false
    }
  }
}

extension Interpreter {
  func owners(of expression: Expression, value: Value) -> SharedMemory.Owners {
    guard value.isMutable else { return .none }
    switch expression.kind {
    case .integer, .float, .string, .boolean, .none, .ellipsis, .lambda: return .none
    case .name(let name):
      return frame.values[name] != nil ? SharedMemory.Owners(names: [name]) : .outside
    case .list(let items), .tuple(let items): return owners(ofItems: items, value: value)
    case .unary, .not, .comparison: return .none
    case .binary(_, let left, let right, _):
      if case .array = value { return .none }
      return value.holdsOnlyScalars ? .none : owners(ofEither: left, right, value: value)
    case .and(let left, let right), .or(let left, let right),
      .conditional(let left, _, let right):
      return owners(ofEither: left, right, value: value)
    case .attribute(let base, _, _): return owners(of: base, value: value)
    case .index(let base, let items): return owners(ofIndex: base, items, value: value)
    case .call(let callee, let arguments): return owners(ofCall: callee, arguments, value: value)
    case .comprehension: return value.holdsOnlyScalars ? .none : mentioned(in: expression)
    }
  }

  private func owners(ofItems items: [Expression], value: Value) -> SharedMemory.Owners {
    var values: [Value] = []
    if case .list(let items) = value { values = items }
    if case .tuple(let items) = value { values = items }
    var all = SharedMemory.Owners.none
    for (item, value) in zip(items, values) { all.add(owners(of: item, value: value)) }
    return all
  }

  private func owners(
    ofEither left: Expression, _ right: Expression, value: Value
  ) -> SharedMemory.Owners {
    var all = owners(of: left, value: value)
    all.add(owners(of: right, value: value))
    return all
  }

  /// A single entry is a copy; everything else may be a view.
  private func owners(
    ofIndex base: Expression, _ items: [IndexItem], value: Value
  ) -> SharedMemory.Owners {
    let hasEllipsis = items.contains { item in
      if case .expression(let expression) = item, case .ellipsis = expression.kind {
        true
      } else {
        false
      }
    }
    if case .array(let array) = value, array.shape.isEmpty, !hasEllipsis { return .none }
    return owners(of: base, value: value)
  }

  private func owners(
    ofCall callee: Expression, _ arguments: [Argument], value: Value
  ) -> SharedMemory.Owners {
    if case .attribute(let base, let name, _) = callee.kind {
      guard Methods.sharing.contains(name) else { return .none }
      return owners(of: base, value: value)
    }
    if case .name(let name) = callee.kind, frame.values[name] == nil,
      environment.values[name] == nil, let row = FunctionTable.row(named: name)
    {
      guard row.sharesMemory, !value.holdsOnlyScalars else { return .none }
      var all = SharedMemory.Owners.none
      for argument in arguments { all.add(mentioned(in: argument.value)) }
      return all
    }
    return lastReturnWasOwn
      ? .none
      : SharedMemory.Owners(
        names: mentioned(in: Expression(.call(callee, arguments), callee.range)).names,
        outside: true)
  }

  /// Every local name in the text of an expression; others count as outside, functions of the table aside.
  private func mentioned(in expression: Expression) -> SharedMemory.Owners {
    var names: Set<String> = []
    expression.collectMentioned(into: &names)
    var all = SharedMemory.Owners.none
    for name in names {
      if frame.values[name] != nil {
        all.names.insert(name)
      } else if environment.values[name] != nil {
        all.outside = true
      }
    }
    return all
  }
}
