/// `attention_scores(Q, K)`. Operands: queries, keys.
package struct AttentionScores: Operation {
  package let scale: Double?

  package init(scale: Double? = nil) {
    self.scale = scale
  }

  package var name: String { "attention_scores" }

  package func forward(_ operands: [Tensor<Double>]) throws(TensorError) -> Tensor<Double> {
    try attentionScores(operands[0], operands[1], scale: scale)
  }
}

/// `attention_weights(Q, K, …)`. Operands: queries, keys and, where the options say so, a mask.
package struct AttentionWeights: Operation {
  package let options: AttentionOptions

  package init(_ options: AttentionOptions = AttentionOptions()) {
    self.options = options
  }

  package var name: String { "attention_weights" }

  package func forward(_ operands: [Tensor<Double>]) throws(TensorError) -> Tensor<Double> {
    let mask = options.mask == .none ? nil : operands[2]
    return try attentionWeights(operands[0], operands[1], mask: mask, options)
  }
}

/// `attention(Q, K, V, …)`. Operands: queries, keys, values and, where the options say so, a mask.
package struct Attention: Operation {
  package let options: AttentionOptions

  package init(_ options: AttentionOptions = AttentionOptions()) {
    self.options = options
  }

  package var name: String { "attention" }

  package func forward(_ operands: [Tensor<Double>]) throws(TensorError) -> Tensor<Double> {
    let mask = options.mask == .none ? nil : operands[3]
    return try attention(operands[0], operands[1], operands[2], mask: mask, options)
  }
}
