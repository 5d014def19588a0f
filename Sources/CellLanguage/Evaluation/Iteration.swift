import AttentionEngine

/// What a loop goes over: its length is known, its items are made one at a time.
struct Items {
  let value: Value
  let count: Int
}

extension Interpreter {
  /// The value of an expression that is gone through: `zip`, `enumerate` and `reversed` may stand here.
  mutating func iterable(_ expression: Expression) throws(Diagnostic) -> Value {
    if case .call(let callee, let arguments) = expression.kind, case .name(let name) = callee.kind,
      case .builtin(let function) = try lookUp(name, at: callee.range),
      let row = FunctionTable.row(named: function), row.makesIterator
    {
      try enter(expression.range)
      defer { depth -= 1 }
      let values = try evaluate(arguments, iterating: true)
      return try call(row, values, at: expression.range)
    }
    return try evaluate(expression)
  }

  func items(of value: Value, at range: SourceRange) throws(Diagnostic) -> Items {
    guard let count = value.length else {
      throw Diagnostic(
        code: "type",
        value.isNumeric
          ? "a single number can't be gone through" : "\(value.kindWords) can't be gone through",
        at: range, help: value.isNumeric ? "range(n) counts from 0 to n - 1" : nil)
    }
    return Items(value: value, count: count)
  }

  /// An item of a list, a row of an array.
  mutating func item(
    _ index: Int, of items: Items, at range: SourceRange
  ) throws(Diagnostic) -> Value {
    do {
      if case .array(let array) = items.value {
        return try indexed(array, by: [.value(.integer(index, nil))], &budget).item(of: array)
      }
      return try CellLanguage.item(
        of: items.value, at: .value(.integer(index, nil)), &budget)
    } catch {
      throw diagnostic(error, at: range)
    }
  }

  // MARK: - Comprehensions

  mutating func comprehension(
    _ element: Expression, _ clauses: [ComprehensionClause], at range: SourceRange
  ) throws(Diagnostic) -> Value {
    // The variables are the comprehension's own; what stood under their names comes back afterwards.
    var names: Set<String> = []
    for clause in clauses { names.formUnion(clause.target.names.map(\.0)) }
    let first = try iterable(clauses[0].iterable)
    let before = frame
    frame.localNames.formUnion(names)
    frame.captured.subtract(names)
    for name in names { frame.values[name] = nil }
    defer { leaveComprehension(names, before) }
    var collected = Collected()
    try collect(element, clauses[...], over: first, into: &collected, at: range)
    return .list(collected.decided)
  }

  private struct Collected {
    var values: [Value] = []
    var weight = Value.Weight()
    /// The conditions that were asked, of all items, and how many before each value and with it.
    var asked: [Trace] = []
    var told: [Range<Int>] = []

    /// Each value with the conditions that let it through.
    var decided: [Value] {
      guard !asked.isEmpty, asked.count <= Trace.mostFiltered else { return values }
      let sources = asked.indices.map { Assemble.Source.operand($0, offset: 0) }
      let filter = Assemble(name: "array", shape: [asked.count], sources: sources)
      guard let filter = try? filter.applied(to: Operands(asked)) else { return values }
      return zip(values, told).map { value, told in
        value.decided(by: filter, .all(told: told, silent: 0..<told.lowerBound))
      }
    }
  }

  private mutating func leaveComprehension(_ names: Set<String>, _ before: Frame) {
    let captured = frame.captured.subtracting(names).union(before.captured)
    frame.values = before.values
    frame.localNames = before.localNames
    frame.sharing = before.sharing
    frame.captured = captured
  }

  /// - Parameter start: where the conditions of the clauses around begin.
  private mutating func collect(
    _ element: Expression, _ clauses: ArraySlice<ComprehensionClause>, over value: Value,
    into result: inout Collected, from start: Int? = nil, at range: SourceRange
  ) throws(Diagnostic) {
    guard let clause = clauses.first else { return }
    let items = try self.items(of: value, at: clause.iterable.range)
    for index in 0..<items.count {
      try enter(clause.iterable.range)
      defer { depth -= 1 }
      let item = try self.item(index, of: items, at: clause.iterable.range)
      try bind(clause.target, item, owners: .outside, at: clause.iterable.range)
      let start = min(start ?? Int.max, result.asked.count)
      guard try holds(clause.conditions, &result.asked) else { continue }
      let rest = clauses.dropFirst()
      if let next = rest.first {
        try collect(
          element, rest, over: try iterable(next.iterable), into: &result, from: start, at: range)
      } else {
        let value = try evaluate(element)
        try add(value, to: &result.weight, at: range)
        result.values.append(value)
        result.told.append(start..<result.asked.count)
      }
    }
  }

  private mutating func holds(
    _ conditions: [Expression], _ asked: inout [Trace]
  ) throws(Diagnostic) -> Bool {
    for condition in conditions {
      let decider = try evaluate(condition)
      if asked.count <= Trace.mostFiltered { asked += decider.asked }
      if !(try isTrue(decider, at: condition.range)) { return false }
    }
    return true
  }
}
