/// Running sums along an axis, or along the flattened array: `np.cumsum`.
package struct CumulativeSum: Operation {
  package let axis: Int?

  package init(axis: Int? = nil) {
    self.axis = axis
  }

  package var name: String { "cumsum" }

  package func forward(_ operands: [Tensor<Double>]) throws(TensorError) -> Tensor<Double> {
    try operands[0].mapLanes(along: axis) { lane in
      var sum = -0.0
      return lane.map { term in
        sum += term
        return sum
      }
    }
  }
}

/// The entries along an axis, or of the flattened array, from the smallest up, NaN last: `np.sort`.
package struct Sort: Operation {
  package let axis: Int?

  package init(axis: Int? = -1) {
    self.axis = axis
  }

  package var name: String { "sort" }

  package func forward(_ operands: [Tensor<Double>]) throws(TensorError) -> Tensor<Double> {
    try operands[0].mapLanes(along: axis) { lane in
      sortedIndices(of: lane).map { lane[$0] }
    }
  }
}

/// Where each entry of the sorted lane stood: `np.argsort(…, kind="stable")`.
package struct ArgSort: Operation {
  package let axis: Int?

  package init(axis: Int? = -1) {
    self.axis = axis
  }

  package var name: String { "argsort" }

  package func forward(_ operands: [Tensor<Double>]) throws(TensorError) -> Tensor<Double> {
    try operands[0].mapLanes(along: axis) { lane in
      sortedIndices(of: lane).map(Double.init)
    }
  }
}

/// The indices in the order of their entries; equal ones, and NaNs, in the order in which they stood.
func sortedIndices(of lane: [Double]) -> [Int] {
  lane.indices.sorted { a, b in
    if lane[a] < lane[b] { return true }
    if lane[b] < lane[a] { return false }
    if lane[a].isNaN != lane[b].isNaN { return lane[b].isNaN }
    return a < b
  }
}

extension Tensor {
  /// Each lane along an axis replaced by what the function makes of it; without an axis, the flattened array as one lane.
  func mapLanes(
    along axis: Int?, _ function: ([Scalar]) -> [Scalar]
  ) throws(TensorError) -> Tensor {
    guard let axis else {
      return Tensor(shape: [count], entries: function(entries))
    }
    let lanes = try Lanes(of: shape, axes: [axis], keepDims: false)
    var result = self
    for start in lanes.starts {
      for (step, value) in zip(lanes.steps, function(lane(lanes, from: start))) {
        result.entries[start + step] = value
      }
    }
    return result
  }
}
