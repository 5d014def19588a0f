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
    let own = operation.explain(
      position, operands: Array(node.operands.values), result: node.value)
    var inlining = Inlining(after: own.passes.count - 1)
    let context = InliningContext(operation)
    let passes = own.passes.map { pass in
      pass.lifted(
        from: node,
        arithmetic: pass.arithmetic.replacingLeaves {
          inlining.arithmetic(of: node, $0, within: context)
        })
    }
    for condition in own.conditions { inlining.addCondition(node.operandEntry(condition)) }
    let asides = own.asides.map { $0.lifted(from: node) }
    return Explanation(
      passes: inlining.ordered(passes), asides: asides,
      remark: own.remark?.mapLeaves { node.operandEntry($0) }, conditions: inlining.conditions)
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

  /// Whether it was made of nothing that has a name: an input, or a mask of so many rows.
  package var isConstant: Bool {
    guard case .operation(let operation) = computation.origin else { return isInput }
    return computation.operands.isEmpty
      || operation is PaddingMask && computation.operands[0].origin.isLiteral
  }

  /// The explanation of an entry that no operation computed.
  private func leafExplanation(at position: [Int]) -> Explanation<TracedEntry> {
    let (node, value) = (computation, value[position])
    if isInput { return Explanation("input", .number(value), value, remark: "an input") }
    if case .name(let name) = node.origin {
      return Explanation(
        PassName(name), .entry(TracedEntry(trace: node, position: position)), value)
    }
    return Explanation(
      "value", .number(value), value, remark: "too many steps to say how it came about")
  }
}

extension Trace {
  /// The entry that an operation speaks of.
  fileprivate func operandEntry(_ leaf: OperandEntry) -> TracedEntry {
    TracedEntry(trace: operands[leaf.operand], position: leaf.position)
  }
}

extension Explanation<OperandEntry>.Pass {
  /// The pass as one of the graph, with other arithmetic where operands are spelt out.
  fileprivate func lifted(
    from node: Trace, arithmetic: Arithmetic<TracedEntry>? = nil
  ) -> Explanation<TracedEntry>.Pass {
    .init(
      name: name.mapLeaves { node.operandEntry($0) },
      arithmetic: arithmetic
        ?? self.arithmetic.replacingLeaves { .entry(node.operandEntry($0)) },
      value: value, kind: kind, remark: remark?.mapLeaves { node.operandEntry($0) })
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
    case is LayerNorm, is RMSNorm: self = .lane
    case is Reindex, is Assemble, is Decided: self = .entry
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
    case is LayerNorm, is RMSNorm: self == .entry ? self : nil
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
  /// How many passes the operation itself has before the last.
  private let own: Int
  /// The passes on the way to what is spelt out; their numbers go on from those of the operation.
  private var added: [Explanation<TracedEntry>.Pass] = []
  /// Where the passes of an entry begin that was met before.
  private var known: [Met: Int] = [:]
  /// What decided which entries of a lane are spelt out, each once.
  private(set) var conditions: [TracedEntry] = []
  private var metConditions: Set<Met> = []

  private struct Met: Hashable {
    let trace: ObjectIdentifier
    let position: [Int]
  }

  init(after own: Int) {
    self.own = own
  }

  mutating func arithmetic(
    of node: Trace, _ leaf: OperandEntry, within context: InliningContext
  ) -> Arithmetic<TracedEntry> {
    leaves += 1
    let trace = node.operands[leaf.operand]
    let whole = Arithmetic.entry(TracedEntry(trace: trace, position: leaf.position))
    guard leaves <= limit, case .operation(let operation) = trace.origin else { return whole }
    let passedThrough =
      operation is Reindex || operation is Assemble || operation is Where || operation is Decided
    guard let inside = passedThrough ? context : context.inside(operation, of: trace) else {
      return whole
    }
    let explanation = operation.explain(
      leaf.position, operands: Array(trace.operands.values), result: trace.value)
    if operation is Where, context != .entry { addCondition(explanation, of: trace) }
    for condition in explanation.conditions { addCondition(trace.operandEntry(condition)) }
    // A number written in the formula doesn't say why it stands here: the choice does.
    if operation is Where, context != .entry, trace.choosesNumber(explanation.result) {
      return whole
    }
    let first = context == .entry ? add(explanation, of: trace, at: leaf.position) : 0
    return explanation.result.arithmetic.movingSteps(by: first).replacingLeaves {
      arithmetic(of: trace, $0, within: inside)
    }
  }

  /// Adds the passes before the last, which are told of one entry, not of each of a lane.
  ///
  /// - Returns: the number of the first of them.
  private mutating func add(
    _ explanation: Explanation<OperandEntry>, of trace: Trace, at position: [Int]
  ) -> Int {
    guard explanation.passes.count > 1 else { return 0 }
    let met = Met(trace: ObjectIdentifier(trace), position: position)
    if let first = known[met] { return first }
    let first = own + added.count
    known[met] = first
    for pass in explanation.passes.dropLast() {
      let lifted = pass.lifted(from: trace)
      added.append(
        .init(
          name: lifted.name, arithmetic: lifted.arithmetic.movingSteps(by: first),
          value: lifted.value, kind: lifted.kind))
    }
    return first
  }

  /// Adds what a `where` chose by: the entry of the mask itself, however that was broadcast.
  private mutating func addCondition(_ explanation: Explanation<OperandEntry>, of trace: Trace) {
    guard case .entry(let leaf)? = explanation.passes.first?.arithmetic else { return }
    addCondition(TracedEntry(trace: trace.operands[leaf.operand], position: leaf.position))
  }

  /// Adds what decided; of what was decided itself what decided that, too.
  mutating func addCondition(_ entry: TracedEntry) {
    var entry = entry
    while case .operation(let operation) = entry.trace.origin,
      operation is Reindex || operation is Assemble || operation is Decided
    {
      let explanation = operation.explain(
        entry.position, operands: Array(entry.trace.operands.values), result: entry.trace.value)
      for condition in explanation.conditions { addCondition(entry.trace.operandEntry(condition)) }
      guard case .entry(let next) = explanation.result.arithmetic else { break }
      entry = TracedEntry(trace: entry.trace.operands[next.operand], position: next.position)
    }
    // What stands so in the text decides the same always.
    guard !entry.trace.origin.isLiteral, conditions.count < ExplanationLimit.terms else { return }
    let met = Met(trace: ObjectIdentifier(entry.trace), position: entry.position)
    if metConditions.insert(met).inserted { conditions.append(entry) }
  }

  /// The passes of the operation and those added, its last one at the end.
  func ordered(
    _ passes: [Explanation<TracedEntry>.Pass]
  ) -> [Explanation<TracedEntry>.Pass] {
    guard let last = passes.last, !added.isEmpty else { return passes }
    return passes.dropLast() + added + [last]
  }
}

extension Trace {
  /// Whether a `where` took a number that stands in the formula.
  fileprivate func choosesNumber(_ pass: Explanation<OperandEntry>.Pass) -> Bool {
    guard case .entry(let chosen) = pass.arithmetic else { return false }
    return operands[chosen.operand].origin.isLiteral
  }
}

extension Trace {
  /// How many entries of its one operand a reduction made each entry of.
  fileprivate var lengthOfLanes: Int {
    operands[0].value.count / max(1, value.count)
  }
}
