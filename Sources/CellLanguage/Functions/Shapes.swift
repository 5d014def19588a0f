import AttentionEngine

// Functions that give an array another shape. All move entries, which is one operation of the engine, so that
// explanations see through them.

extension FunctionTable {
  static let shapes = reshaping + joining + repeating

  private static let reshaping: [FunctionRow] = [
    FunctionRow(
      "reshape", "a, /, shape", "the same entries in another shape; -1 is counted out",
      sharesMemory: true, reshape),
    FunctionRow(
      "transpose", "a, axes=None", "the axes turned around, or in the given order",
      sharesMemory: true, transpose),
    FunctionRow(
      "swapaxes", "a, axis1, axis2", "two axes exchanged", sharesMemory: true, swapAxes),
    FunctionRow(
      "expand_dims", "a, axis", "a new axis of size 1", sharesMemory: true, expandDims),
    FunctionRow(
      "squeeze", "a, axis=None", "the axes of size 1 left out", sharesMemory: true, squeeze),
  ]
}

/// The entries of an array, moved: for each of the result, the offset that it comes from.
func reindexed(
  _ array: NDArray, _ name: String, _ shape: [Int], _ offsets: [Int], _ budget: inout Budget
) throws(Fault) -> NDArray {
  let trace = try budget.apply(
    Reindex(name: name, shape: shape, offsets: offsets), to: Operands(array.trace), shape: shape)
  return NDArray(dtype: array.dtype, trace: trace)
}

func axis(_ axis: Int, rank: Int) throws(Fault) -> Int {
  do { return try Shape.axis(axis, rank: rank) } catch { throw .tensor(error) }
}

// MARK: - Reshape

func reshaped(
  _ array: NDArray, to shape: [Int], _ budget: inout Budget
) throws(Fault) -> NDArray {
  let count = array.tensor.count
  var target = shape
  if let open = shape.firstIndex(of: -1) {
    var known = 1
    for size in shape where size != -1 {
      let (product, overflow) = known.multipliedReportingOverflow(by: max(size, 0))
      known = overflow ? Int.max : product
    }
    guard known > 0, count.isMultiple(of: known), shape.filter({ $0 == -1 }).count == 1 else {
      throw .shape(
        "\(words(shape: array.shape)) can't become \(tuple(shape: shape)): its \(grouped(count))"
          + " entries don't fill it evenly")
    }
    target[open] = count / known
  }
  guard target.allSatisfy({ $0 >= 0 }) else {
    throw .value("a shape holds sizes, and -1 at most once, not \(tuple(shape: shape))")
  }
  let filled = target.reduce(into: (count: 1, overflow: false)) { result, size in
    let (product, overflow) = result.count.multipliedReportingOverflow(by: size)
    result = (product, result.overflow || overflow)
  }
  guard !filled.overflow, filled.count == count else {
    throw .shape(
      "\(words(shape: array.shape)) can't become \(tuple(shape: shape)): \(grouped(count))"
        + " entries don't fill \(filled.overflow ? "so many" : grouped(filled.count)) places")
  }
  return try reindexed(array, "reshape", target, Array(0..<count), &budget)
}

private func reshape(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  .array(
    try reshaped(
      try arguments.array("a", &budget), to: try arguments.shape("shape"), &budget))
}

// MARK: - Order of axes

/// The axes in another order; turned around where none is given.
func transposed(
  _ array: NDArray, axes: [Int]?, _ budget: inout Budget
) throws(Fault) -> NDArray {
  let rank = array.shape.count
  if axes == nil, rank == 2 {
    let (rows, columns) = (array.shape[0], array.shape[1])
    var offsets = [Int].filled(with: 0, count: rows * columns)
    var k = 0
    for column in 0..<columns {
      for row in 0..<rows {
        offsets[k] = row * columns + column
        k += 1
      }
    }
    return try reindexed(array, "transpose", [columns, rows], offsets, &budget)
  }
  var order: [Int] = []
  for axis in axes ?? Array((0..<rank).reversed()) {
    order.append(try CellLanguage.axis(axis, rank: rank))
  }
  guard Set(order).count == rank, order.count == rank else {
    throw .value("the axes name each of the \(rank) axes once")
  }
  // A vector is its own transpose, and explanations needn't go through it.
  if order == Array(0..<rank) { return array.asArray }
  let shape = order.map { array.shape[$0] }
  let strides = Shape.strides(array.shape)
  return try reindexed(
    array, "transpose", shape, offsets(shape, order.map { strides[$0] }), &budget)
}

/// The offsets of all positions of a shape, row by row, for strides of one's own.
func offsets(_ shape: [Int], _ strides: [Int], from start: Int = 0) -> [Int] {
  var offsets = [start]
  for (size, stride) in zip(shape, strides) {
    offsets = offsets.flatMap { base in (0..<size).map { base + $0 * stride } }
  }
  return offsets
}

private func transpose(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let a = try arguments.array("a", &budget)
  let axes = arguments.optional("axes") == nil ? nil : try arguments.shape("axes")
  return .array(try transposed(a, axes: axes, &budget))
}

private func swapAxes(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let a = try arguments.array("a", &budget)
  let first = try axis(try arguments.integer("axis1"), rank: a.shape.count)
  let second = try axis(try arguments.integer("axis2"), rank: a.shape.count)
  var order = Array(a.shape.indices)
  order.swapAt(first, second)
  return .array(try transposed(a, axes: order, &budget))
}

// MARK: - Axes of size 1

private func expandDims(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let a = try arguments.array("a", &budget)
  let axes = try arguments.axes() ?? []
  let rank = a.shape.count + axes.count
  var places: Set<Int> = []
  for place in axes { places.insert(try axis(place, rank: rank)) }
  guard places.count == axes.count else { throw .value("expand_dims: an axis stands there twice") }
  var rest = a.shape[...]
  let shape = (0..<rank).map { places.contains($0) ? 1 : rest.removeFirst() }
  guard rank <= TensorLimit.rank else {
    throw .bound("an array has at most \(TensorLimit.rank) axes, not \(rank)")
  }
  return .array(try reindexed(a, "expand_dims", shape, Array(0..<a.tensor.count), &budget))
}

private func squeeze(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let a = try arguments.array("a", &budget)
  var dropped = Set(a.shape.indices.filter { a.shape[$0] == 1 })
  if let axes = try arguments.axes() {
    dropped = []
    for place in axes {
      let place = try axis(place, rank: a.shape.count)
      guard a.shape[place] == 1 else {
        throw .shape("squeeze: axis \(place) has \(a.shape[place]) entries, not 1")
      }
      guard dropped.insert(place).inserted else {
        throw .value("squeeze: an axis stands there twice")
      }
    }
  }
  let shape = a.shape.indices.filter { !dropped.contains($0) }.map { a.shape[$0] }
  return .array(try reindexed(a, "squeeze", shape, Array(0..<a.tensor.count), &budget))
}
