import AttentionEngine

/// The item or slice of a list, tuple, range or string, as Python has it.
func item(of sequence: Value, at index: IndexValue, _ budget: inout Budget) throws(Fault) -> Value {
  switch index {
  case .ellipsis, .value(.none):
    throw .type("\(sequence.kindWords) has one axis; its index is a whole number or a slice")
  case .value(let value):
    guard let index = value.pythonIndex else {
      throw .type(
        "an index of \(sequence.kindWords) is a whole number or a slice, not \(value.kindWords)",
        help: sequence.isSequence ? "array(…) makes an array, which takes more kinds" : nil)
    }
    return try item(of: sequence, at: index)
  case .slice(let start, let stop, let step):
    let bounds = try SliceBounds(start, stop, step, size: sequence.length ?? 0)
    try budget.reserveItems(bounds.count)
    let places = (0..<bounds.count).map { bounds.start + $0 * bounds.step }
    switch sequence {
    case .list(let items): return .list(places.map { items[$0] })
    case .tuple(let items): return .tuple(places.map { items[$0] })
    case .string(let text):
      let scalars = Array(text.unicodeScalars)
      var result = String.UnicodeScalarView()
      result.append(contentsOf: places.map { scalars[$0] })
      return .string(String(result))
    case .range(let first, _, let stride):
      let step = stride * bounds.step
      let start = first + bounds.start * stride
      return .range(start: start, stop: start + bounds.count * step, step: step)
    default: throw .type("\(sequence.kindWords) has no items")
    }
  }
}

private func item(of sequence: Value, at index: Int) throws(Fault) -> Value {
  let place = try wrapped(index, size: sequence.length ?? 0, axis: nil)
  switch sequence {
  case .list(let items), .tuple(let items): return items[place]
  case .string(let text):
    let scalars = text.unicodeScalars
    return .string(String(scalars[scalars.index(scalars.startIndex, offsetBy: place)]))
  case .range(let start, _, let step): return .integer(start + place * step, nil)
  default: throw .type("\(sequence.kindWords) has no items")
  }
}

extension Value {
  /// What Python's `len` gives; nothing where it is an error.
  var length: Int? {
    switch self {
    case .list(let items), .tuple(let items): items.count
    case .string(let text): text.unicodeScalars.count
    case .range(let start, let stop, let step): rangeCount(start, stop, step)
    case .array(let array): array.shape.first
    default: nil
    }
  }

  /// The whole number that Python takes for an index: an int, a bool, or a NumPy whole number.
  var pythonIndex: Int? {
    switch self {
    case .boolean(let value, _): value ? 1 : 0
    case .integer(let value, _): value
    case .array(let array) where array.shape.isEmpty && array.dtype == .int64:
      Int(exactly: array.tensor.entries[0])
    default: nil
    }
  }
}
