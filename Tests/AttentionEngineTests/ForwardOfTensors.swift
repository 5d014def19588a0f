import AttentionEngine

extension AttentionEngine.Operation {
  /// The result for arrays of which nothing is known but their entries.
  func forward(_ operands: [Tensor<Double>]) throws(TensorError) -> Tensor<Double> {
    try forward(OperandValues(operands))
  }
}
