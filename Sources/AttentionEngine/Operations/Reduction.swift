/// A sum, mean, extreme and the like over some axes, or over all.
package struct Reduction: Operation {
  package let function: ReductionFunction
  /// Counted from the end where negative; nil for all.
  package let axes: [Int]?
  package let keepDims: Bool
  /// What `var` and `std` take off the number of entries they divide by.
  package let ddof: Double

  package init(
    _ function: ReductionFunction, axes: [Int]? = nil, keepDims: Bool = false, ddof: Double = 0
  ) {
    self.function = function
    self.axes = axes
    self.keepDims = keepDims
    self.ddof = ddof
  }

  package var name: String { function.rawValue }

  /// - Throws: `TensorError.axis`, and `.emptyReduction` for an extreme of no entries.
  package func forward(_ operands: [Tensor<Double>]) throws(TensorError) -> Tensor<Double> {
    let x = operands[0]
    let lanes = try Lanes(of: x.shape, axes: axes, keepDims: keepDims)
    guard function.hasIdentity || !lanes.steps.isEmpty || lanes.starts.isEmpty else {
      throw .emptyReduction(operation: name, shape: x.shape)
    }
    return Tensor(
      shape: lanes.shape,
      entries: lanes.starts.map { function(x.lane(lanes, from: $0), ddof: ddof) })
  }
}

extension Tensor {
  /// The entries of the lane that begins at an offset.
  func lane(_ lanes: Lanes, from start: Int) -> [Scalar] {
    lanes.isContiguous
      ? Array(entries[start..<(start + lanes.steps.count)])
      : lanes.steps.map { entries[start + $0] }
  }
}
