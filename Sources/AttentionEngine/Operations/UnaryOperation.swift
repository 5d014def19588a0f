/// A function of one number applied entry by entry.
package struct UnaryOperation: Operation {
  package let function: UnaryFunction

  package init(_ function: UnaryFunction) {
    self.function = function
  }

  package var name: String { function.rawValue }

  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    operands[0].map(function.callAsFunction)
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let x = Arithmetic.entry(OperandEntry(operand: 0, position: position))
    return Explanation(
      PassName(name), function.arithmetic(of: x), result[position],
      kind: function.answersTruths ? .truth : .real)
  }
}

extension Tensor {
  /// The function applied to every entry.
  @inline(__always)
  func map(_ function: (Scalar) -> Scalar) -> Tensor {
    Tensor(shape: shape, entries: entries.map(function))
  }
}
