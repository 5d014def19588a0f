import AttentionEngine

// Functions that move entries. All are one operation of the engine, so that explanations see through them.

extension FunctionTable {
  static let shapes: [FunctionRow] = [
    FunctionRow(
      "reshape", "a, /, shape", "the same entries in another shape; -1 is counted out",
      sharesMemory: true, reshape),
    FunctionRow(
      "transpose", "a, axes=None", "the axes turned around, or in the given order",
      sharesMemory: true, transpose),
    FunctionRow(
      "swapaxes", "a, axis1, axis2", "two axes exchanged", sharesMemory: true, swapAxes),
    FunctionRow("concatenate", "arrays, /, axis=0", "arrays one behind the other", concatenate),
    FunctionRow("stack", "arrays, axis=0", "arrays of one shape along a new axis", stack),
    FunctionRow(
      "split", "ary, indices_or_sections, axis=0",
      "a list of equal parts, or of parts cut at places",
      sharesMemory: true, split),
    FunctionRow(
      "expand_dims", "a, axis", "a new axis of size 1", sharesMemory: true, expandDims),
    FunctionRow(
      "squeeze", "a, axis=None", "the axes of size 1 left out", sharesMemory: true, squeeze),
    FunctionRow("repeat", "a, repeats, axis=None", "each entry several times", repeatEntries),
    FunctionRow("tile", "A, reps", "the whole array several times", tile),
    FunctionRow(
      "flip", "m, axis=None", "the entries in the opposite order", sharesMemory: true, flip),
    FunctionRow(
      "roll", "a, shift, axis=None", "the entries moved on, those at the end to the front", roll),
    FunctionRow(
      "broadcast_to", "array, shape", "an array repeated to a larger shape", sharesMemory: true,
      broadcastTo),
  ]
}

/// The entries of an array, moved: for each of the result, the offset that it comes from.
func reindexed(
  _ array: NDArray, _ name: String, _ shape: [Int], _ offsets: [Int], _ budget: inout Budget
) throws(Fault) -> NDArray {
  let trace = try budget.apply(
    Reindex(name: name, shape: shape, offsets: offsets), to: [array.trace], shape: shape)
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

// MARK: - Joining

/// Arrays one behind the other along an axis.
func concatenated(
  _ name: String, _ arrays: [NDArray], axis: Int, _ budget: inout Budget
) throws(Fault) -> NDArray {
  let first = arrays[0].shape
  let axis = try CellLanguage.axis(axis, rank: first.count)
  var shape = first
  shape[axis] = 0
  var dtype = arrays[0].dtype
  for array in arrays {
    var others = array.shape
    guard others.count == first.count else {
      throw .shape(
        "the arrays have different numbers of axes: \(words(shape: first)) and"
          + " \(words(shape: others))")
    }
    shape[axis] += others[axis]
    others[axis] = first[axis]
    guard others == first else {
      throw .shape(
        "\(words(shape: first)) and \(words(shape: array.shape)) differ along more than axis \(axis)"
      )
    }
    dtype = DType.promoted(dtype, array.dtype)
  }
  _ = try budget.reserve(shape)
  let outer = shape[..<axis].reduce(1, *)
  var sources: [Assemble.Source] = []
  for block in 0..<outer {
    for (operand, array) in arrays.enumerated() {
      let size = outer == 0 ? 0 : array.tensor.count / outer
      sources += (0..<size).map { .operand(operand, offset: block * size + $0) }
    }
  }
  let trace = try budget.apply(
    Assemble(name: name, shape: shape, sources: sources), to: arrays.map(\.trace), shape: shape)
  return NDArray(dtype: dtype, trace: trace)
}

private func concatenate(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  var arrays = try arguments.arrays("arrays", &budget)
  guard let axis = try arguments.axis(default: 0) else {
    var flat: [NDArray] = []
    for array in arrays { flat.append(try reshaped(array, to: [array.tensor.count], &budget)) }
    return .array(try concatenated("concatenate", flat, axis: 0, &budget))
  }
  guard arrays.allSatisfy({ !$0.shape.isEmpty }) else {
    throw .shape("single numbers can't be joined along an axis", help: "array([…]) holds them")
  }
  if arrays.count == 1 { arrays = [arrays[0]] }
  return .array(try concatenated("concatenate", arrays, axis: axis, &budget))
}

private func stack(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let arrays = try arguments.arrays("arrays", &budget)
  let shape = arrays[0].shape
  for array in arrays where array.shape != shape {
    throw .shape(
      "the arrays have different shapes: \(words(shape: shape)) and \(words(shape: array.shape))")
  }
  let place = try axis(try arguments.integer("axis", default: 0), rank: shape.count + 1)
  var single = shape
  single.insert(1, at: place)
  guard single.count <= TensorLimit.rank else {
    throw .bound("an array has at most \(TensorLimit.rank) axes, not \(single.count)")
  }
  var whole = shape
  whole.insert(arrays.count, at: place)
  _ = try budget.reserve(whole)
  var parts: [NDArray] = []
  for array in arrays { parts.append(try reshaped(array, to: single, &budget)) }
  return .array(try concatenated("stack", parts, axis: place, &budget))
}

// MARK: - Splitting

private func split(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let a = try arguments.array("ary", &budget)
  let along = try axis(try arguments.integer("axis", default: 0), rank: a.shape.count)
  let size = a.shape[along]
  let places: [(Int, Int)]
  if let sections = arguments["indices_or_sections"].pythonIndex {
    guard sections > 0, size.isMultiple(of: sections) else {
      throw .value(
        "split: \(sections) equal parts don't come out of \(size) entries along axis \(along)")
    }
    let step = size / sections
    places = (0..<sections).map { ($0 * step, $0 * step + step) }
  } else {
    let cuts = try arguments.shape("indices_or_sections")
    places = zip([0] + cuts, cuts + [size]).map { ($0, $1) }
  }
  var parts: [Value] = []
  for (start, stop) in places {
    let whole = [IndexValue](repeating: .slice(start: nil, stop: nil, step: nil), count: along)
    let part = try indexed(a, by: whole + [.slice(start: start, stop: stop, step: nil)], &budget)
    parts.append(.array(part))
  }
  return .list(parts)
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
      dropped.insert(place)
    }
  }
  let shape = a.shape.indices.filter { !dropped.contains($0) }.map { a.shape[$0] }
  return .array(try reindexed(a, "squeeze", shape, Array(0..<a.tensor.count), &budget))
}

// MARK: - Repeating

/// The array with each axis's indexes replaced by a list of them.
private func picked(
  _ array: NDArray, _ name: String, axis: Int, _ indices: [Int], _ budget: inout Budget
) throws(Fault) -> NDArray {
  var shape = array.shape
  shape[axis] = indices.count
  _ = try budget.reserve(shape)
  let strides = Shape.strides(array.shape)
  var result = [0]
  for (place, size) in array.shape.enumerated() {
    let steps =
      place == axis ? indices.map { $0 * strides[place] } : (0..<size).map { $0 * strides[place] }
    result = result.flatMap { base in steps.map { base + $0 } }
  }
  return try reindexed(array, name, shape, result, &budget)
}

private func repeatEntries(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  var a = try arguments.array("a", &budget)
  let given = try arguments.axis()
  if given == nil { a = try reshaped(a, to: [a.tensor.count], &budget) }
  let along = try axis(given ?? 0, rank: a.shape.count)
  let size = a.shape[along]
  var repeats = try arguments.shape("repeats")
  if repeats.count == 1 { repeats = [Int](repeating: repeats[0], count: size) }
  guard repeats.count == size else {
    throw .shape("repeat: \(repeats.count) numbers of times stand against \(size) entries")
  }
  guard repeats.allSatisfy({ $0 >= 0 }) else {
    throw .value("repeat: an entry can't be repeated a negative number of times")
  }
  var total = 0
  for count in repeats {
    total = total.addingReportingOverflow(count).partialValue
    var shape = a.shape
    shape[along] = total
    guard count <= budget.limits.entries, total <= budget.limits.entries else {
      throw .bound("repeat would make more than \(grouped(budget.limits.entries)) entries")
    }
  }
  let indices = repeats.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
  return .array(try picked(a, "repeat", axis: along, indices, &budget))
}

private func tile(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  var a = try arguments.array("A", &budget)
  var times = try arguments.shape("reps")
  guard times.allSatisfy({ $0 >= 0 }) else { throw .value("tile: reps can't be negative") }
  let rank = max(a.shape.count, times.count)
  guard rank <= TensorLimit.rank else {
    throw .bound("an array has at most \(TensorLimit.rank) axes, not \(rank)")
  }
  times = [Int](repeating: 1, count: rank - times.count) + times
  let shape = [Int](repeating: 1, count: rank - a.shape.count) + a.shape
  if shape != a.shape { a = try reshaped(a, to: shape, &budget) }
  for (place, count) in times.enumerated() where count != 1 {
    let (length, overflow) = a.shape[place].multipliedReportingOverflow(by: count)
    guard !overflow, length <= budget.limits.entries else {
      throw .bound("tile would make more than \(grouped(budget.limits.entries)) entries")
    }
    let indices = (0..<length).map { $0 % a.shape[place] }
    a = try picked(a, "tile", axis: place, indices, &budget)
  }
  return .array(a)
}

// MARK: - Turning and moving

private func flip(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let m = try arguments.array("m", &budget)
  var flipped = Set(m.shape.indices)
  if let axes = try arguments.axes() {
    flipped = []
    for place in axes { flipped.insert(try axis(place, rank: m.shape.count)) }
    guard flipped.count == axes.count else { throw .value("flip: an axis stands there twice") }
  }
  let strides = Shape.strides(m.shape)
  guard m.tensor.count > 0 else { return .array(m) }
  let start = flipped.reduce(0) { $0 + (m.shape[$1] - 1) * strides[$1] }
  let signed = strides.indices.map { flipped.contains($0) ? -strides[$0] : strides[$0] }
  return .array(
    try reindexed(m, "flip", m.shape, offsets(m.shape, signed, from: start), &budget))
}

private func roll(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let a = try arguments.array("a", &budget)
  let shift = try arguments.integer("shift")
  guard a.tensor.count > 0 else { return .array(a) }
  func moved(_ size: Int) -> [Int] {
    (0..<size).map { (($0 - shift % size) + size) % size }
  }
  guard let given = try arguments.axis() else {
    return .array(try reindexed(a, "roll", a.shape, moved(a.tensor.count), &budget))
  }
  let along = try axis(given, rank: a.shape.count)
  return .array(try picked(a, "roll", axis: along, moved(a.shape[along]), &budget))
}

private func broadcastTo(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let a = try arguments.array("array", &budget)
  let shape = try arguments.shape("shape")
  guard shape.count >= a.shape.count, (try? Shape.broadcast(a.shape, shape)) == shape else {
    throw .shape("\(words(shape: a.shape)) can't be broadcast to \(tuple(shape: shape))")
  }
  _ = try budget.reserve(shape)
  return .array(
    try reindexed(
      a, "broadcast_to", shape, offsets(shape, Shape.strides(a.shape, broadcastTo: shape)), &budget)
  )
}
