/// How an array falls apart along some of its axes into lanes of equal length, one for each entry that remains.
struct Lanes {
  /// Of what remains: the axes of a lane left out, or of size 1 where they are kept.
  let shape: [Int]
  /// The offset at which each lane begins, in the order of the result.
  let starts: [Int]
  /// The offsets of a lane's entries from its beginning, in row-major order.
  let steps: [Int]

  /// - Parameter axes: the axes of a lane, nil for all; they may be counted from the end.
  /// - Throws: `TensorError.axis` outside the rank, `.argument` for an axis named twice.
  init(of shape: [Int], axes: [Int]?, keepDims: Bool) throws(TensorError) {
    var chosen = [Bool](repeating: axes == nil, count: shape.count)
    for axis in axes ?? [] {
      let axis = try Shape.axis(axis, rank: shape.count)
      guard !chosen[axis] else { throw .argument(name: "axis", problem: "names an axis twice") }
      chosen[axis] = true
    }
    let strides = Shape.strides(shape)
    let kept = shape.indices.filter { !chosen[$0] }
    let lane = shape.indices.filter { chosen[$0] }
    self.shape =
      keepDims ? shape.indices.map { chosen[$0] ? 1 : shape[$0] } : kept.map { shape[$0] }
    starts = Lanes.offsets(kept.map { shape[$0] }, kept.map { strides[$0] })
    steps = Lanes.offsets(lane.map { shape[$0] }, lane.map { strides[$0] })
  }

  /// Whether the entries of a lane lie one behind the other.
  var isContiguous: Bool { steps.count < 2 || steps[steps.count - 1] == steps.count - 1 }

  private static func offsets(_ shape: [Int], _ strides: [Int]) -> [Int] {
    var offsets: [Int] = []
    offsets.reserveCapacity(shape.reduce(1, *))
    forEachRun(shape, [strides]) { _, starts in
      let step = strides.last ?? 0
      for k in 0..<(shape.last ?? 1) { offsets.append(starts[0] + k * step) }
    }
    return offsets
  }
}
