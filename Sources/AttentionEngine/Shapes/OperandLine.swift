/// The entries of an operand along one axis, through one position: a row or a column of a matrix.
struct OperandLine {
  private let operand: Int
  private let first: [Int]
  private let axis: Int
  private let tensor: Tensor<Double>
  private let start: Int
  private let step: Int

  /// - Parameter first: the position of the first entry, its index along the axis 0.
  init(_ operands: [Tensor<Double>], _ operand: Int, from first: [Int], along axis: Int) {
    self.operand = operand
    self.first = first
    self.axis = axis
    tensor = operands[operand]
    start = tensor.count == 0 ? 0 : tensor.offset(of: first)
    step = Shape.strides(tensor.shape)[axis]
  }

  func entry(_ k: Int) -> OperandEntry {
    var position = first
    position[axis] = k
    return OperandEntry(operand: operand, position: position)
  }

  func value(_ k: Int) -> Double {
    tensor.entries[start + k * step]
  }

  /// The sum of the products of two lines of equal length, term by term.
  static func product(
    _ a: OperandLine, _ b: OperandLine, count: Int
  ) -> Arithmetic<OperandEntry> {
    .sum(
      Arithmetic.list(of: count) { k in
        .product([.entry(a.entry(k)), .entry(b.entry(k))])
      } rest: { others in
        others.reduce(0) { $0 + a.value($1) * b.value($1) }
      })
  }
}
