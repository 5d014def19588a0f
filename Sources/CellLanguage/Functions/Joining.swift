import AttentionEngine

// Functions that put arrays together and take them apart.

extension FunctionTable {
  static let joining: [FunctionRow] = [
    FunctionRow("concatenate", "arrays, /, axis=0", "arrays one behind the other", concatenate),
    FunctionRow("stack", "arrays, axis=0", "arrays of one shape along a new axis", stack),
    FunctionRow(
      "split", "ary, indices_or_sections, axis=0",
      "a list of equal parts, or of parts cut at places",
      sharesMemory: true, split),
  ]
}

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
    Assemble(name: name, shape: shape, sources: sources), to: Operands(arrays.map(\.trace)),
    shape: shape)
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
