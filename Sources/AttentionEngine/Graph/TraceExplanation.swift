extension Trace {
  /// How an entry was computed, down to the nearest named arrays and the numbers written in the text.
  ///
  /// Steps that have no name are spelt out in place as far as that reads well: changes of shape, arithmetic entry by
  /// entry, a product of matrices or a short sum within it; so `S = Q @ K.T / sqrt(d)` gives `(Q[1,0]×K[0,0] + Q[1,1]×K[0,1]) / sqrt(d)`.
  /// Any other step without a name, such as what a softmax is taken of, stands as one entry of a trace without a name.
  ///
  /// The name that the trace itself has is passed over: it is what is being explained.
  package func explanation(at position: [Int]) -> Explanation<TracedEntry> {
    let node = computation
    guard case .operation(let operation) = node.origin else {
      return leafExplanation(at: position)
    }
    var inlining = Inlining()
    let context = InliningContext(operation)
    let own = operation.explain(
      position, operands: Array(node.operands.values), result: node.value)
    let passes = own.passes.map { pass in
      Explanation<TracedEntry>.Pass(
        name: pass.name,
        arithmetic: pass.arithmetic.replacingLeaves {
          inlining.arithmetic(of: node, $0, within: context)
        },
        value: pass.value)
    }
    return Explanation(passes: passes, remark: own.remark)
  }

  /// The node itself or, where it is a name, what the name stands for.
  package var computation: Trace {
    if case .name = origin, let inner = operands.first { inner } else { self }
  }

  /// Whether it is a number or list as written in the text, with or without a name.
  package var isInput: Bool {
    switch origin {
    case .literal, .truths: true
    case .name: operands.first?.origin.isLiteral ?? true
    case .operation, .opaque: false
    }
  }

  /// The explanation of an entry that no operation computed.
  private func leafExplanation(at position: [Int]) -> Explanation<TracedEntry> {
    let (node, value) = (computation, value[position])
    if isInput { return Explanation("input", .number(value), value, remark: "an input") }
    if case .name(let name) = node.origin {
      return Explanation(name, .entry(TracedEntry(trace: node, position: position)), value)
    }
    return Explanation(
      "value", .number(value), value, remark: "too many steps to say how it came about")
  }
}

/// What may be spelt out in the place of an operand without a name.
private enum InliningContext {
  /// Arithmetic entry by entry, one product of matrices, a short sum.
  case entry
  /// A term of a sum: arithmetic entry by entry.
  case term
  /// An entry among others of its lane: nothing but changes of shape.
  case lane

  init(_ operation: any Operation) {
    switch operation {
    case is BinaryOperation, is UnaryOperation, is Round, is Clip, is Where: self = .entry
    case is Reindex, is Assemble: self = .entry
    case is MatMul: self = .term
    case let reduction as Reduction
    where reduction.function == .sum || reduction.function == .mean: self = .term
    default: self = .lane
    }
  }

  /// What may be spelt out inside an operation that is spelt out here itself; nil where it may not.
  func inside(_ operation: any Operation, of trace: Trace) -> InliningContext? {
    switch operation {
    case is BinaryOperation, is UnaryOperation, is Round, is Clip: self == .lane ? nil : self
    case is MatMul: self == .entry ? .term : nil
    case let reduction as Reduction
    where reduction.function == .sum || reduction.function == .mean:
      self == .entry && trace.lengthOfLanes <= InliningContext.shortLane ? .term : nil
    default: nil
    }
  }

  private static let shortLane = 8
}

/// Spells out operands, until there is enough to read.
private struct Inlining {
  private var leaves = 0
  private let limit = 4 * ExplanationLimit.terms

  mutating func arithmetic(
    of node: Trace, _ leaf: OperandEntry, within context: InliningContext
  ) -> Arithmetic<TracedEntry> {
    leaves += 1
    let trace = node.operands[leaf.operand]
    let whole = Arithmetic.entry(TracedEntry(trace: trace, position: leaf.position))
    guard leaves <= limit, case .operation(let operation) = trace.origin else { return whole }
    let passedThrough = operation is Reindex || operation is Assemble || operation is Where
    guard let inside = passedThrough ? context : context.inside(operation, of: trace) else {
      return whole
    }
    let explanation = operation.explain(
      leaf.position, operands: Array(trace.operands.values), result: trace.value)
    return explanation.result.arithmetic.replacingLeaves {
      arithmetic(of: trace, $0, within: inside)
    }
  }
}

extension Trace {
  /// How many entries of its one operand a reduction made each entry of.
  fileprivate var lengthOfLanes: Int {
    operands[0].value.count / max(1, value.count)
  }
}
