#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Each entry rounded to so many decimals, a tie to the even neighbour: `np.round`.
///
/// A negative number of decimals rounds to tens, hundreds and so on.
package struct Round: Operation {
  package let decimals: Int

  package init(decimals: Int = 0) {
    self.decimals = decimals
  }

  package var name: String { "round" }

  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    operands[0].map(rounded)
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let x = Arithmetic.entry(OperandEntry(operand: 0, position: position))
    let arguments = decimals == 0 ? [x] : [x, .number(Double(decimals))]
    return Explanation(PassName(name), .call(name, arguments), result[position])
  }

  /// As NumPy computes it: scaled by a power of ten, rounded, scaled back.
  func rounded(_ x: Double) -> Double {
    if decimals == 0 { return x.rounded(.toNearestOrEven) }
    let power = pow(10, Double(decimals.magnitude))
    return decimals > 0
      ? (x * power).rounded(.toNearestOrEven) / power
      : (x / power).rounded(.toNearestOrEven) * power
  }
}
