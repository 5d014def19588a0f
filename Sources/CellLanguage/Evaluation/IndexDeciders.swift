import AttentionEngine

/// The indexes of `A[…]` that were computed themselves: masks, and places that have no name, such as `argmax(x)`.
struct IndexDeciders {
  private(set) var operands: [Trace] = []
  private(set) var deciders: [Decided.Decider] = []
  private let array: NDArray
  private let selection: Selection

  /// Of larger selections it isn't kept what decided them.
  private static let most = 10_000

  init(_ items: [IndexValue], of array: NDArray, _ selection: Selection) {
    (self.array, self.selection) = (array, selection)
    guard selection.offsets.count <= Self.most else { return }
    var axis = 0
    for (place, item) in items.enumerated() {
      switch item {
      case .ellipsis: axis = array.shape.count - items[(place + 1)...].reduce(0) { $0 + $1.axes }
      case .slice, .value(.none): break
      case .value(let value): add(value, axis: axis, isAlone: items.count == 1)
      }
      axis += item.axes
    }
  }

  private mutating func add(_ value: Value, axis: Int, isAlone: Bool) {
    guard let index = value.numericArray, !index.trace.origin.isLiteral else { return }
    if index.dtype == .bool {
      append(index.trace, .each(maskOffsets(index.shape, axis), isRunning: true))
    } else if case .name = index.trace.origin {
      // A name says itself that it stands in the brackets.
    } else if index.tensor.count == 1 {
      append(index.trace, .all(told: 0..<1, silent: 0..<0))
    } else if isAlone {
      let rest = array.shape.dropFirst().reduce(1, *)
      append(
        index.trace, .each(selection.offsets.indices.map { $0 / max(1, rest) }, isRunning: false))
    } else {
      append(index.trace, .all(told: 0..<0, silent: 0..<index.tensor.count))
    }
  }

  private mutating func append(_ operand: Trace, _ decider: Decided.Decider) {
    operands.append(operand)
    deciders.append(decider)
  }

  /// For each entry of the result the entry of a mask, which covers some axes of the array, that let it through.
  private func maskOffsets(_ shape: [Int], _ axis: Int) -> [Int] {
    let strides = Shape.strides(shape)
    return selection.offsets.map { offset in
      let position = Shape.position(of: offset, in: array.shape)[axis..<(axis + shape.count)]
      return zip(position, strides).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }
}

extension IndexValue {
  /// How many axes of the array it stands for.
  fileprivate var axes: Int {
    switch self {
    case .ellipsis, .value(.none): 0
    case .value(.array(let array)) where array.dtype == .bool: array.shape.count
    case .slice, .value: 1
    }
  }
}

extension Trace {
  func decided(by indexes: IndexDeciders) -> Trace {
    if indexes.operands.isEmpty { return self }
    return Trace(
      value, origin: .operation(Decided(indexes.deciders)),
      operands: Operands([self] + indexes.operands))
  }
}
