import AttentionEngine

// What conditions led to: a value keeps what decided that it is this one.

extension Trace {
  /// More conditions than these aren't kept of one call.
  static let mostAsked = 64
  /// Nor of one comprehension.
  static let mostFiltered = 1024

  /// `not x`.
  var negated: Trace {
    let not = UnaryOperation(.logicalNot)
    return (try? not.applied(to: Operands(self))) ?? self
  }
}

extension Value {
  /// A boolean with the way it came about, where that of an operand is known.
  static func traced(_ flag: Bool, _ function: BinaryFunction, _ operands: [Value]) -> Value {
    .boolean(flag, tracedNumber(function, flag ? 1 : 0, operands))
  }

  /// How a number or a single entry came about, where that is more than being written down.
  var truthTrace: Trace? {
    let trace: Trace? = if case .array(let array) = self { array.trace } else { numberTrace }
    guard let trace, trace.value.count == 1, !trace.origin.isLiteral else { return nil }
    return trace
  }

  /// What a condition asked: itself, and what decided that it was asked.
  var asked: [Trace] {
    guard let trace = truthTrace else { return [] }
    guard case .operation(let operation) = trace.origin, operation is Decided else {
      return [trace]
    }
    return Array(trace.operands.dropFirst()) + [trace.operands[0]].filter { !$0.origin.isLiteral }
  }

  /// What `and` and `or` give where the first didn't settle it: of two truth values both together, else the second, which
  /// the first led to.
  func after(_ first: Value, _ function: BinaryFunction) -> Value {
    guard case .boolean(let flag, _) = self, case .boolean = first else {
      return decided(by: first.asked)
    }
    return .traced(flag, function, [first, self])
  }

  /// The value with the conditions that led to it.
  func decided(by conditions: [Trace]) -> Value {
    conditions.isEmpty
      ? self
      : decided(
        by: conditions,
        conditions.map { .all(told: 0..<$0.value.count, silent: 0..<0) })
  }

  /// The value as one that a filter lets through.
  func decided(by filter: Trace, _ decider: Decided.Decider) -> Value {
    decided(by: [filter], [decider])
  }

  private func decided(by operands: [Trace], _ deciders: [Decided.Decider]) -> Value {
    func decided(_ trace: Trace) -> Trace {
      Trace(
        trace.value, origin: .operation(Decided(deciders)), operands: Operands([trace] + operands))
    }
    switch self {
    case .boolean(let flag, let trace):
      return .boolean(flag, decided(trace ?? Trace(truth: flag)))
    case .integer(let number, let trace):
      return .integer(number, decided(trace ?? Trace(literal: Double(number))))
    case .float(let number, let trace):
      return .float(number, decided(trace ?? Trace(literal: number)))
    case .array(let array):
      return .array(NDArray(dtype: array.dtype, trace: decided(array.trace), list: array.list))
    case .list(let items): return .list(items.map { $0.decided(by: operands, deciders) })
    case .tuple(let items): return .tuple(items.map { $0.decided(by: operands, deciders) })
    case .none, .string, .range, .function, .builtin: return self
    }
  }
}

extension Trace {
  /// True or False as written.
  convenience init(truth flag: Bool) {
    self.init(Tensor(scalar: flag ? 1 : 0), origin: .truths)
  }
}
