/// Running sums along an axis, or along the flattened array: `np.cumsum`.
package struct CumulativeSum: Operation {
  package let axis: Int?

  package init(axis: Int? = nil) {
    self.axis = axis
  }

  package var name: String { "cumsum" }

  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    try operands[0].mapLanes(along: axis) { lane in
      var sum = -0.0
      return lane.map { term in
        sum += term
        return sum
      }
    }
  }

  /// The sum of the entries up to this one.
  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let place = LanePlace(operands[0], along: axis, at: position)
    let x = place.lane
    let terms = Arithmetic.list(of: place.index + 1, x.entry) {
      ReductionFunction.sum(Array(x.values[$0]), ddof: 0)
    }
    return Explanation("sum so far", .sum(terms), result[position])
  }
}

/// The entries along an axis, or of the flattened array, from the smallest up, NaN last: `np.sort`.
package struct Sort: Operation {
  package let axis: Int?

  package init(axis: Int? = -1) {
    self.axis = axis
  }

  package var name: String { "sort" }

  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    try operands[0].mapLanes(along: axis) { lane in
      sortedIndices(of: lane).map { lane[$0] }
    }
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let place = LanePlace(operands[0], along: axis, at: position)
    let x = place.lane
    let chosen = x.entry(sortedIndices(of: x.values)[place.index])
    return Explanation(
      passes: [
        x.comparison("sort", place.index, result[position], kind: .real),
        .init(name: "the entry that stands here", arithmetic: chosen, value: result[position]),
      ], remark: "number \(place.index) of \(x.count) in order, counted from 0")
  }
}

/// Where each entry of the sorted lane stood: `np.argsort(…, kind="stable")`.
package struct ArgSort: Operation {
  package let axis: Int?

  package init(axis: Int? = -1) {
    self.axis = axis
  }

  package var name: String { "argsort" }

  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    try operands[0].mapLanes(along: axis) { lane in
      sortedIndices(of: lane).map(Double.init)
    }
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let place = LanePlace(operands[0], along: axis, at: position)
    let x = place.lane
    return Explanation(passes: [
      x.comparison("argsort", place.index, result[position], kind: .whole)
    ])
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
    let lanes = try Lanes(of: shape, axes: [axis])
    var result = self
    let steps = lanes.steps
    for start in lanes.starts {
      for (step, value) in zip(steps, function(lane(steps, from: start))) {
        result.entries[start + step] = value
      }
    }
    return result
  }
}

extension LaneTerms {
  /// Entry `place` of the sorted lane, or where it stood: every entry takes part.
  ///
  /// A lane too long to spell out stands as its number of entries and the result.
  fileprivate func comparison(
    _ name: String, _ place: Int, _ value: Double, kind: NumberKind
  ) -> Explanation<OperandEntry>.Pass {
    let arithmetic: Arithmetic<OperandEntry> =
      count <= ExplanationLimit.terms
      ? .call(name, [.number(Double(place))] + (0..<count).map(entry))
      : .rest(count: count, value: value)
    let words: PassName<OperandEntry> =
      kind == .whole ? "where number \(place) in order stands" : "number \(place) in order"
    return .init(name: words, arithmetic: arithmetic, value: value, kind: kind)
  }
}
