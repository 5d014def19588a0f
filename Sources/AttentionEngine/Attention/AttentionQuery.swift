/// One query of an attention, with the entries that its scores are made of.
struct AttentionQuery {
  let q: Tensor<Double>
  let k: Tensor<Double>
  let mask: Tensor<Double>?
  /// Which operand the mask is.
  let maskOperand: Int
  let options: AttentionOptions
  let sizes: AttentionSizes
  /// Batch and head of the query.
  let lead: [Int]
  /// Which of the head's queries.
  let index: Int

  /// - Parameter position: of an entry of scores, weights or output; its last index is not read.
  init(
    _ operands: [Tensor<Double>], mask: Int, _ options: AttentionOptions, operation: String,
    at position: [Int]
  ) throws(TensorError) {
    (q, k) = (operands[0], operands[1])
    maskOperand = mask
    self.mask = options.mask == .none ? nil : operands[mask]
    self.options = options
    sizes = try AttentionSizes.meeting(query: q.shape, key: k.shape, operation: operation)
    let padded = [Int](repeating: 0, count: 4 - position.count) + position
    lead = Array(padded[..<2])
    index = padded[2]
  }

  /// The keys that causality and window let it see.
  var seen: Range<Int> { options.visibleKeys(query: index, keys: sizes.keys) }
}

extension AttentionQuery {
  /// The query's product with a key, scaled, bent and with an additive mask added.
  func scoreArithmetic(_ key: Int) -> Arithmetic<OperandEntry> {
    let products = OperandLine.product(queryLine, keyLine(key), count: sizes.depth)
    var score =
      options.scale.map { $0 == 1 ? products : .product([products, .number($0)]) }
      ?? Arithmetic.quotient(products, .call("sqrt", [.number(Double(sizes.depth))]))
    if let cap = options.softcap {
      score = .product([.number(cap), .call("tanh", [.quotient(score, .number(cap))])])
    }
    if options.mask == .additive { score = .sum([score, .entry(maskEntry(key))]) }
    return score
  }

  func score(_ number: Int) -> Double {
    let (query, key) = (queryLine, keyLine(number))
    var product = 0.0
    for c in 0..<sizes.depth { product += query.value(c) * key.value(c) }
    var score = options.scale.map { product * $0 } ?? product / Double(sizes.depth).squareRoot()
    if let cap = options.softcap { score = cap * Double.tanh(score / cap) }
    return options.mask == .additive ? score + maskValue(number) : score
  }

  /// Batch and head of the keys and values that the query uses.
  var keyLead: [Int] {
    [lead[0], sizes.keyHead(lead[1])]
  }

  private var queryLine: OperandLine {
    let first = Array((lead + [index, 0]).suffix(q.rank))
    return OperandLine([q, k], 0, from: first, along: q.rank - 1)
  }

  private func keyLine(_ key: Int) -> OperandLine {
    let first = Array((keyLead + [key, 0]).suffix(k.rank))
    return OperandLine([q, k], 1, from: first, along: k.rank - 1)
  }

  var queryEntry: OperandEntry { queryLine.entry(0) }

  func keyEntry(_ key: Int) -> OperandEntry { keyLine(key).entry(0) }

  /// What belongs to this query and a key: `weight[cat, the]`, with the head before them where there are several.
  func name(of what: String, _ key: Int) -> PassName<OperandEntry> {
    "\(what)[\(leadText)\(row: queryEntry), \(row: keyEntry(key))]"
  }

  /// Batch and head, as indices before others.
  private var leadText: String {
    lead.suffix(max(0, sizes.rank - 2)).map { "\($0), " }.joined()
  }

  /// What an entry of the output is called: of one head of several it is only a part.
  func outputName(_ column: Int) -> PassName<OperandEntry> {
    switch sizes.rank {
    case 2: return "attention[\(row: queryEntry), \(column)]"
    case 3: return "head \(lead[1]), row \(row: queryEntry), column \(column)"
    default: return "batch \(lead[0]), head \(lead[1]), row \(row: queryEntry), column \(column)"
    }
  }

  func maskEntry(_ key: Int) -> OperandEntry {
    let position = Array((lead + [index, key]).suffix(sizes.rank))
    return OperandEntry(
      operand: maskOperand, position: Shape.position(position, broadcastFrom: mask?.shape ?? []))
  }

  func maskValue(_ key: Int) -> Double {
    mask.map { $0[maskEntry(key).position] } ?? 0
  }
}
