/// eˣ / Σ eˣ along an axis, or over all entries where there is none: `scipy.special.softmax`.
package struct Softmax: Operation {
  package let axis: Int?

  package init(axis: Int? = -1) {
    self.axis = axis
  }

  package var name: String { "softmax" }

  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    try softmax(operands[0], axis: axis)
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let place = LanePlace(operands[0], along: axis, at: position)
    let passes = ExponentialPasses(place.lane)
    let own = passes.exponential(place.lane.entry(place.index))
    return Explanation(passes: [
      passes.maximum, passes.sum,
      .init(
        name: "weight", arithmetic: .quotient(own, passes.sum.arithmetic),
        value: result[position]),
    ])
  }
}

/// The softmax of each lane along an axis; over all entries where the axis is nil.
///
/// The maximum is subtracted before the exponentials, which changes no weight and keeps them from overflowing.
/// A lane with a NaN or +inf, or of nothing but -inf, gives NaN, as in SciPy.
package func softmax<Scalar: ElementaryFunctions>(
  _ x: Tensor<Scalar>, axis: Int? = -1
) throws(TensorError) -> Tensor<Scalar> {
  try x.replacingLanes(along: axis) { lane in
    let maximum = lane.dropFirst().reduce(lane[0], larger)
    var sum: Scalar = 0
    for k in lane.indices {
      lane[k] = Scalar.exp(lane[k] - maximum)
      sum += lane[k]
    }
    for k in lane.indices { lane[k] /= sum }
  }
}

/// x − log Σ eˣ along an axis, or over all entries where there is none: `scipy.special.log_softmax`.
package struct LogSoftmax: Operation {
  package let axis: Int?

  package init(axis: Int? = -1) {
    self.axis = axis
  }

  package var name: String { "log_softmax" }

  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    try logSoftmax(operands[0], axis: axis)
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let place = LanePlace(operands[0], along: axis, at: position)
    let passes = ExponentialPasses(place.lane)
    let shifted = Arithmetic.difference(
      place.lane.entry(place.index), .step(0, value: passes.maximum.value))
    return Explanation(passes: [
      passes.maximum, passes.sum,
      .init(
        name: "log of the weight",
        arithmetic: .difference(shifted, .call("log", [passes.sum.arithmetic])),
        value: result[position]),
    ])
  }
}

/// The logarithm of the softmax, exact also where the softmax itself would be 0.
package func logSoftmax<Scalar: ElementaryFunctions>(
  _ x: Tensor<Scalar>, axis: Int? = -1
) throws(TensorError) -> Tensor<Scalar> {
  try x.replacingLanes(along: axis) { lane in
    let maximum = lane.dropFirst().reduce(lane[0], larger)
    let sum = lane.reduce(0) { $0 + Scalar.exp($1 - maximum) }
    let logarithm = Scalar.log(sum)
    for k in lane.indices { lane[k] = lane[k] - maximum - logarithm }
  }
}

extension Tensor {
  /// Each lane that is not empty changed in place; without an axis, all entries as one lane. The shape stays.
  func replacingLanes(
    along axis: Int?, _ change: (UnsafeMutableBufferPointer<Scalar>) -> Void
  ) throws(TensorError) -> Tensor {
    let lanes = try Lanes(of: shape, axes: axis.map { [$0] })
    guard count > 0 else { return self }
    var result = self
    let steps = lanes.steps
    if steps.isContiguous {
      result.entries.withUnsafeMutableBufferPointer { entries in
        for start in lanes.starts {
          change(UnsafeMutableBufferPointer(rebasing: entries[start..<(start + steps.count)]))
        }
      }
    } else {
      for start in lanes.starts {
        var lane = lane(steps, from: start)
        lane.withUnsafeMutableBufferPointer { change($0) }
        for (step, value) in zip(steps, lane) { result.entries[start + step] = value }
      }
    }
    return result
  }
}

/// The passes that softmax and log-softmax begin with.
struct ExponentialPasses {
  let maximum: Explanation<OperandEntry>.Pass
  let sum: Explanation<OperandEntry>.Pass
  /// Which of the explanation's passes the maximum is.
  private let first: Int

  init(_ x: LaneTerms, from first: Int = 0) {
    let largest = ReductionFunction.max(x.values, ddof: 0)
    let terms = x.sum {
      .call("exp", [.difference($0, .step(first, value: largest))])
    } value: {
      Double.exp($0 - largest)
    }
    maximum = .init(
      name: "maximum", arithmetic: .call("maximum", x.list(.max)), value: largest)
    sum = .init(
      name: "sum of exponentials", arithmetic: terms,
      value: x.values.reduce(0) { $0 + Double.exp($1 - largest) })
    self.first = first
  }

  func exponential(_ x: Arithmetic<OperandEntry>) -> Arithmetic<OperandEntry> {
    .call("exp", [.difference(x, .step(first, value: maximum.value))])
  }
}
