/// How an array falls apart along some of its axes into lanes of equal length, one for each entry that remains.
struct Lanes {
  /// Of what remains: the axes of a lane left out, or of size 1 where they are kept.
  let shape: [Int]
  private let keepDims: Bool
  private let kept: [Axis]
  private let inside: [Axis]

  private struct Axis {
    let number: Int
    let size: Int
    let stride: Int
  }

  /// - Parameter axes: the axes of a lane, nil for all; they may be counted from the end.
  /// - Throws: `TensorError.axis` outside the rank, `.argument` for an axis named twice.
  init(of shape: [Int], axes: [Int]?, keepDims: Bool = false) throws(TensorError) {
    var chosen = [Bool](repeating: axes == nil, count: shape.count)
    for axis in axes ?? [] {
      let axis = try Shape.axis(axis, rank: shape.count)
      guard !chosen[axis] else { throw .argument(name: "axis", problem: "names an axis twice") }
      chosen[axis] = true
    }
    let strides = Shape.strides(shape)
    let all = shape.indices.map { Axis(number: $0, size: shape[$0], stride: strides[$0]) }
    kept = all.filter { !chosen[$0.number] }
    inside = all.filter { chosen[$0.number] }
    self.keepDims = keepDims
    self.shape = keepDims ? all.map { chosen[$0.number] ? 1 : $0.size } : kept.map(\.size)
  }

  /// The offset at which each lane begins, in the order of the result.
  var starts: [Int] { Lanes.offsets(kept) }

  /// The offsets of a lane's entries from its beginning, in row-major order.
  var steps: [Int] { Lanes.offsets(inside) }

  /// The offset at which the lane begins that gave the entry at a position of the result.
  func start(of position: [Int]) -> Int {
    zip(kept, keepDims ? kept.map { position[$0.number] } : position)
      .reduce(0) { $0 + $1.0.stride * $1.1 }
  }

  private static func offsets(_ axes: [Axis]) -> [Int] {
    var offsets: [Int] = []
    offsets.reserveCapacity(axes.reduce(1) { $0 * $1.size })
    let step = axes.last?.stride ?? 0
    forEachRun(axes.map(\.size), [axes.map(\.stride)]) { _, starts in
      for k in 0..<(axes.last?.size ?? 1) { offsets.append(starts[0] + k * step) }
    }
    return offsets
  }
}

extension Tensor {
  /// The entries of the lane that begins at an offset.
  func lane(_ steps: [Int], from start: Int) -> [Scalar] {
    if steps.isEmpty { return [] }
    return steps.isContiguous
      ? Array(entries[start..<(start + steps.count)])
      : steps.map { entries[start + $0] }
  }
}

extension [Int] {
  /// Whether the entries of a lane with these steps lie one behind the other.
  var isContiguous: Bool { count < 2 || self[count - 1] == count - 1 }
}
