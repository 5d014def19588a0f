/// Each row shifted to mean 0 and scaled to variance 1: `torch.nn.functional.layer_norm` before gain and bias.
///
///     (x − mean) / √(variance + eps), over the last axis
///
/// Source: Ba, Kiros, Hinton, "Layer normalization" (2016), equation 3.
package struct LayerNorm: Operation {
  package let eps: Double

  package init(eps: Double = 1e-5) {
    self.eps = eps
  }

  package var name: String { "layer_norm" }

  /// - Parameter operands: one array of rank 1 at least.
  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    try operands[0].replacingLanes(along: -1) { row in
      let lane = UnsafeBufferPointer(row)
      let mean = ReductionFunction.mean(lane, ddof: 0)
      let root = (ReductionFunction.variance(lane, ddof: 0) + eps).squareRoot()
      for k in row.indices { row[k] = (row[k] - mean) / root }
    }
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let place = LanePlace(operands[0], along: -1, at: position)
    let x = place.lane
    let spread = Reduction(.variance).explain(x, ReductionFunction.variance(x.values, ddof: 0))
    let (mean, variance) = (spread.passes[0], spread.passes[1])
    let centred = Arithmetic.difference(x.entry(place.index), .step(0, value: mean.value))
    let root = Arithmetic<OperandEntry>.call(
      "sqrt", [.sum([.step(1, value: variance.value), .step(2, value: eps)])])
    return Explanation(passes: [
      mean, variance, .eps(eps),
      .init(name: "normed", arithmetic: .quotient(centred, root), value: result[position]),
    ])
  }
}

/// Each row divided by the root of its mean square: `torch.nn.functional.rms_norm` before the gain.
///
///     x / √(mean of squares + eps), over the last axis
///
/// Source: Zhang, Sennrich, "Root mean square layer normalization" (2019), equation 4.
package struct RMSNorm: Operation {
  package let eps: Double

  package init(eps: Double = 1e-5) {
    self.eps = eps
  }

  package var name: String { "rms_norm" }

  /// - Parameter operands: one array of rank 1 at least.
  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    try operands[0].replacingLanes(along: -1) { row in
      let root = (meanOfSquares(UnsafeBufferPointer(row)) + eps).squareRoot()
      for k in row.indices { row[k] /= root }
    }
  }

  private func meanOfSquares(_ row: UnsafeBufferPointer<Double>) -> Double {
    pairwiseSum(row.map { $0 * $0 }) / Double(row.count)
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let place = LanePlace(operands[0], along: -1, at: position)
    let x = place.lane
    let squares = x.sum {
      .power($0, .number(2))
    } value: {
      $0 * $0
    }
    let mean = x.values.withUnsafeBufferPointer { meanOfSquares($0) }
    let root = Arithmetic<OperandEntry>.call(
      "sqrt", [.sum([.step(0, value: mean), .step(1, value: eps)])])
    return Explanation(passes: [
      .init(
        name: "mean of squares", arithmetic: .quotient(squares, .number(Double(x.count))),
        value: mean), .eps(eps),
      .init(
        name: "normed", arithmetic: .quotient(x.entry(place.index), root),
        value: result[position]),
    ])
  }
}

extension Explanation<OperandEntry>.Pass {
  /// What keeps the root from 0.
  fileprivate static func eps(_ eps: Double) -> Self {
    .init(name: "eps", arithmetic: .number(eps), value: eps)
  }
}
