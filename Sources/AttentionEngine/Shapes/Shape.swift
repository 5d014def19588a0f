/// How large an array may be.
package enum TensorLimit {
  /// Entries in one array.
  package static let entries = 10_000_000
  /// Axes of one array.
  package static let rank = 4
}

/// What can be said of a shape before any memory is taken for it.
package enum Shape {
  /// The number of entries that fill a shape.
  ///
  /// - Throws: `TensorError.tooLarge` beyond the limit, `.rank` beyond four axes, `.argument` for a negative size.
  package static func count(
    _ shape: [Int], limit: Int = TensorLimit.entries, operation: String = "array"
  ) throws(TensorError) -> Int {
    guard shape.count <= TensorLimit.rank else {
      throw .rank(operation: operation, shape: shape)
    }
    guard !shape.contains(where: { $0 < 0 }) else {
      throw .argument(name: "shape", problem: "has a negative size")
    }
    // A size of 0 makes the array empty however large the others are, but no size is believed.
    var count = 1
    for size in shape where size != 0 {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow, product <= limit else { throw .tooLarge(shape: shape, limit: limit) }
      count = product
    }
    return shape.contains(0) ? 0 : count
  }

  /// For each axis, how far apart in row-major order two neighbours along it lie.
  package static func strides(_ shape: [Int]) -> [Int] {
    var strides = [Int](repeating: 1, count: shape.count)
    for axis in shape.indices.dropLast().reversed() {
      strides[axis] = strides[axis + 1] * shape[axis + 1]
    }
    return strides
  }

  /// The position of the entry that lies at an offset in row-major order.
  package static func position(of offset: Int, in shape: [Int]) -> [Int] {
    var position = [Int](repeating: 0, count: shape.count)
    var rest = offset
    for axis in shape.indices.reversed() {
      position[axis] = rest % shape[axis]
      rest /= shape[axis]
    }
    return position
  }

  /// The axis counted from 0 for one that may be counted from the end, -1 being the last.
  package static func axis(_ axis: Int, rank: Int) throws(TensorError) -> Int {
    guard axis >= -rank, axis < rank else { throw .axis(axis, rank: rank) }
    return axis < 0 ? axis + rank : axis
  }
}
