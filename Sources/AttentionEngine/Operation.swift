/// One operation on arrays: its forward pass and, beside it, how any entry of its result came about.
///
/// Booleans are 0 and 1 here; which kind of number an array holds is the cell language's affair.
package protocol Operation: Sendable {
  /// The NumPy or PyTorch name: `matmul`, `softmax`, `add`.
  var name: String { get }

  /// The result for these operands.
  func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double>

  /// How the entry at `position` of `result` was computed from `operands`.
  ///
  /// The last pass's arithmetic, evaluated, gives the entry to within rounding; the entries that the passes name
  /// are those that took part. Beyond `ExplanationLimit.terms` terms the others stand as one `rest`.
  func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry>
}

extension Operation {
  /// The result together with what is needed to explain any entry of it.
  package func callAsFunction(_ operands: Trace...) throws(TensorError) -> Trace {
    try applied(to: Operands(operands))
  }

  package func applied(to operands: Operands) throws(TensorError) -> Trace {
    let value = try forward(operands.values)
    return Trace(value, origin: .operation(self), operands: operands)
  }
}
