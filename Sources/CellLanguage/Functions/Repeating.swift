import AttentionEngine

// Functions that repeat entries, turn them around and move them on.

extension FunctionTable {
  static let repeating: [FunctionRow] = [
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
