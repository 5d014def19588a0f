/// `attention_scores(Q, K)`. Operands: queries, keys.
package struct AttentionScores: Operation {
  package let scale: Double?

  package init(scale: Double? = nil) {
    self.scale = scale
  }

  package var name: String { "attention_scores" }

  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    try attentionScores(operands[0], operands[1], scale: scale)
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let options = AttentionOptions(scale: scale)
    guard
      let query = try? AttentionQuery(operands, mask: 2, options, operation: name, at: position)
    else { return Explanation(PassName(name), .number(result[position]), result[position]) }
    let key = position[position.count - 1]
    return Explanation(query.name(of: "score", key), query.scoreArithmetic(key), result[position])
  }
}

/// `attention_weights(Q, K, …)`. Operands: queries, keys and, where the options say so, a mask.
package struct AttentionWeights: Operation {
  package let options: AttentionOptions

  package init(_ options: AttentionOptions = AttentionOptions()) {
    self.options = options
  }

  package var name: String { "attention_weights" }

  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    let mask = options.mask == .none ? nil : operands[2]
    return try attentionWeights(operands[0], operands[1], mask: mask, options)
  }

  /// What a masked key has is not looked at: its entries take no part, and its score is told aside.
  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let (key, value) = (position[position.count - 1], result[position])
    guard
      let query = try? AttentionQuery(operands, mask: 2, options, operation: name, at: position)
    else { return Explanation(PassName(name), .number(value), value) }
    let row = AttentionRow(query)
    guard row.keys.contains(key) || row.sum.isNaN && !row.isEmpty else {
      let last = row.weightPass(key, from: 0, value: value)
      return Explanation(
        passes: row.maskPass(key) + [last], asides: [row.scorePass(key, query.score(key))],
        remark: row.remark(key))
    }
    let allowed = row.allowedPass
    let last = row.weightPass(key, from: allowed.count, value: value)
    return Explanation(
      passes: allowed + row.commonPasses(from: allowed.count) + row.scorePasses + [last],
      remark: row.remark(key))
  }
}

/// `attention(Q, K, V, …)`. Operands: queries, keys, values and, where the options say so, a mask.
package struct Attention: Operation {
  package let options: AttentionOptions

  package init(_ options: AttentionOptions = AttentionOptions()) {
    self.options = options
  }

  package var name: String { "attention" }

  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    let mask = options.mask == .none ? nil : operands[3]
    return try attention(operands[0], operands[1], operands[2], mask: mask, options)
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let (column, value) = (position[position.count - 1], result[position])
    guard
      let query = try? AttentionQuery(operands, mask: 3, options, operation: name, at: position)
    else { return Explanation(PassName(name), .number(value), value) }
    let row = AttentionRow(query)
    let used = row.isEmpty ? [] : row.keys
    let passes = row.passesToWeights
    let rank = operands[2].rank
    let first = Array((query.keyLead + [0, column]).suffix(rank))
    let values = OperandLine(operands, 2, from: first, along: rank - 2)
    let sum = Arithmetic<OperandEntry>.sum(
      Arithmetic.list(of: used.count) { index in
        let weight = row.weight(index)
        let step = passes.firstWeight + index
        return .product([
          step < passes.all.count ? .step(step, value: weight) : .number(weight),
          .entry(values.entry(used[index])),
        ])
      } rest: { others in
        others.reduce(0) { $0 + row.weight($1) * values.value(used[$1]) }
      })
    return Explanation(
      passes: passes.all + [.init(name: query.outputName(column), arithmetic: sum, value: value)],
      asides: row.maskedPasses,
      remark: row.isEmpty ? "every key is masked" : nil)
  }
}
