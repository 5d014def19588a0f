import AttentionEngine

/// One item between the brackets of `A[…]`, evaluated.
enum IndexValue {
  case value(Value)
  case slice(start: Int?, stop: Int?, step: Int?)
  case ellipsis

  /// Whether a list takes such an index too: a number or a slice.
  var isPython: Bool {
    switch self {
    case .value(let value): value.pythonIndex != nil
    case .slice: true
    case .ellipsis: false
    }
  }
}

/// Which entries an index picks, in the order of the result.
struct Selection {
  /// Of the result.
  let shape: [Int]
  /// The offset in the array of each entry of the result.
  let offsets: [Int]
}

/// The entries that `A[items]` picks, by NumPy's rules of basic and advanced indexing.
func select(
  _ items: [IndexValue], from shape: [Int], _ budget: inout Budget
) throws(Fault) -> Selection {
  let plan = try IndexPlan(items, shape: shape, &budget)
  let resultShape = plan.parts.flatMap(\.shape)
  let count = try budget.reserve(resultShape)
  var offsets = [plan.start]
  offsets.reserveCapacity(count)
  for part in plan.parts {
    switch part {
    case .run(let size, let stride):
      offsets = offsets.flatMap { base in (0..<size).map { base + $0 * stride } }
    case .table(_, let table):
      offsets = offsets.flatMap { base in table.map { base + $0 } }
    }
  }
  return Selection(shape: resultShape, offsets: offsets)
}

/// An index taken apart: where it starts, and what each axis of the result adds to the offset.
private struct IndexPlan {
  enum Part {
    /// A slice, or a new axis of size 1.
    case run(size: Int, stride: Int)
    /// The axes that arrays of indexes make together.
    case table(shape: [Int], [Int])

    var shape: [Int] {
      switch self {
      case .run(let size, _): [size]
      case .table(let shape, _): shape
      }
    }
  }

  /// Indexes along one axis: an array of them, or a single number beside one.
  struct Picker {
    let shape: [Int]
    let indices: [Int]
    let stride: Int
    let isNumber: Bool
  }

  var start = 0
  var parts: [Part] = []

  init(_ items: [IndexValue], shape: [Int], _ budget: inout Budget) throws(Fault) {
    let items = try IndexPlan.expanded(items, rank: shape.count)
    let strides = Shape.strides(shape)
    var pickers: [Picker] = []
    // Where the axes of the arrays go: in place of the first where they stand side by side, else in front.
    var pickersAt: Int?
    var apart = false
    var previousWasPicker = false
    var axis = 0
    for item in items {
      var isPicker = false
      switch item {
      case .ellipsis:
        break
      case .slice(let first, let stop, let step):
        let slice = try SliceBounds(first, stop, step, size: shape[axis])
        start += slice.count > 0 ? slice.start * strides[axis] : 0
        parts.append(.run(size: slice.count, stride: slice.step * strides[axis]))
        axis += 1
      case .value(.none):
        parts.append(.run(size: 1, stride: 0))
      case .value(let value):
        isPicker = true
        let new = try IndexPlan.pickers(of: value, axis: axis, shape: shape, strides, &budget)
        if pickersAt == nil { pickersAt = parts.count } else if !previousWasPicker { apart = true }
        pickers += new
        axis += new.count
      }
      previousWasPicker = isPicker
    }
    try place(pickers, at: apart ? 0 : pickersAt ?? 0)
  }

  /// The items with `...`, or what is left out at the end, written as whole slices; arrays' axes counted.
  private static func expanded(_ items: [IndexValue], rank: Int) throws(Fault) -> [IndexValue] {
    var used = 0
    var ellipses = 0
    for item in items {
      switch item {
      case .ellipsis: ellipses += 1
      case .slice: used += 1
      case .value(.none): break
      case .value(.array(let array)) where array.dtype == .bool: used += array.shape.count
      case .value: used += 1
      }
    }
    guard ellipses <= 1 else { throw .value("an index may hold one `...`, not \(ellipses)") }
    guard used <= rank else {
      throw .shape(
        rank == 0
          ? "a single number has no entries to index"
          : "too many indexes: the array has \(rank) \(rank == 1 ? "axis" : "axes"),"
            + " and \(used) are indexed")
    }
    let whole = [IndexValue](
      repeating: .slice(start: nil, stop: nil, step: nil), count: rank - used)
    guard let position = items.firstIndex(where: { if case .ellipsis = $0 { true } else { false } })
    else { return items + whole }
    // The mark itself stays, because it keeps arrays of indexes on its two sides apart.
    return items[..<position] + [.ellipsis] + whole + items[(position + 1)...]
  }

  /// A number or array of indexes along one axis; a mask along as many axes as it has.
  private static func pickers(
    of value: Value, axis: Int, shape: [Int], _ strides: [Int], _ budget: inout Budget
  ) throws(Fault) -> [Picker] {
    let array = try indexArray(value, &budget)
    guard array.dtype == .bool else {
      var indices: [Int] = []
      indices.reserveCapacity(array.tensor.count)
      for index in array.wholeNumbers {
        indices.append(try wrapped(index, size: shape[axis], axis: axis))
      }
      let isNumber: Bool = if case .integer = value { true } else { array.shape.isEmpty }
      return [
        Picker(shape: array.shape, indices: indices, stride: strides[axis], isNumber: isNumber)
      ]
    }
    for (offset, size) in array.shape.enumerated() where size != shape[axis + offset] {
      throw .shape(
        "the mask has \(size) entries along axis \(axis + offset), where the array has"
          + " \(shape[axis + offset])", help: "a mask picks entries of an array of its own shape")
    }
    let chosen = array.tensor.entries.indices.filter { array.tensor.entries[$0] != 0 }
    try budget.spend(chosen.count)
    let positions = chosen.map { Shape.position(of: $0, in: array.shape) }
    return array.shape.indices.map { k in
      Picker(
        shape: [chosen.count], indices: positions.map { $0[k] }, stride: strides[axis + k],
        isNumber: false)
    }
  }

  /// Numbers move the start; arrays, with the numbers beside them, become axes of the result.
  private mutating func place(_ pickers: [Picker], at position: Int) throws(Fault) {
    if pickers.allSatisfy(\.isNumber) {
      for picker in pickers { start += picker.indices[0] * picker.stride }
      return
    }
    var shape: [Int] = []
    for picker in pickers { shape = try broadcastShape(shape, picker.shape) }
    guard let count = try? Shape.count(shape) else {
      throw .bound("the arrays of indexes pick too many entries")
    }
    var table = [Int](repeating: 0, count: count)
    for picker in pickers {
      let strides = Shape.strides(picker.shape, broadcastTo: shape)
      for k in 0..<count {
        let place = zip(Shape.position(of: k, in: shape), strides).reduce(0) { $0 + $1.0 * $1.1 }
        table[k] += picker.indices[place] * picker.stride
      }
    }
    parts.insert(.table(shape: shape, table), at: position)
  }
}

/// An index from the front, for one that may be counted from the end.
func wrapped(_ index: Int, size: Int, axis: Int?) throws(Fault) -> Int {
  guard index >= -size, index < size else {
    let place = axis.map { "axis \($0) has" } ?? "there are"
    throw .value(
      "index \(index) is out of range: \(place) \(size) \(size == 1 ? "entry" : "entries")",
      help: size == 0
        ? nil : "they are counted 0 to \(size - 1) from the front, -1 to -\(size) from the end")
  }
  return index < 0 ? index + size : index
}

/// A value used as an index, as an array of whole numbers or booleans.
private func indexArray(_ value: Value, _ budget: inout Budget) throws(Fault) -> NDArray {
  switch value {
  case .boolean:
    throw .unsupported("True or False alone is not an index", help: "A mask has one for each entry")
  case .float(let number, _):
    throw .type(
      "an index is a whole number, not \(short(number))", help: "int(…) makes one, cutting off")
  case .string, .function, .builtin, .none:
    throw .type("an index is a whole number, a slice or an array of them, not \(value.kindWords)")
  case .integer, .array, .list, .tuple, .range:
    let result = try array(of: value, &budget)
    if result.dtype == .float64, result.tensor.count > 0 || !value.isSequence {
      throw .type(
        "an index is a whole number; these are floats", help: ".astype(int) makes whole numbers")
    }
    if result.dtype == .bool, result.shape.isEmpty {
      throw .unsupported("True or False alone is not an index")
    }
    return result
  }
}

/// A slice laid over an axis of a known size: Python's `slice.indices`.
struct SliceBounds {
  let start: Int
  let step: Int
  let count: Int

  init(_ start: Int?, _ stop: Int?, _ step: Int?, size: Int) throws(Fault) {
    let step = step ?? 1
    guard step != 0 else { throw .value("the step of a slice can't be 0") }
    let lowest = step > 0 ? 0 : -1
    let highest = step > 0 ? size : size - 1
    func place(_ index: Int?, _ missing: Int) -> Int {
      guard let index else { return missing }
      return max(lowest, min(highest, index < 0 ? index + size : index))
    }
    let first = place(start, step > 0 ? lowest : highest)
    let last = place(stop, step > 0 ? highest : lowest)
    self.start = first
    self.step = step
    self.count = rangeCount(first, last, step)
  }
}

/// `A[items]` as an array with its trace.
func indexed(
  _ array: NDArray, by items: [IndexValue], _ budget: inout Budget
) throws(Fault) -> NDArray {
  let selection = try select(items, from: array.shape, &budget)
  let operation = Reindex(name: "getitem", shape: selection.shape, offsets: selection.offsets)
  let trace = try budget.apply(operation, to: Operands(array.trace), shape: selection.shape)
  return NDArray(
    dtype: array.dtype, trace: trace.decided(by: IndexDeciders(items, of: array, selection)))
}
