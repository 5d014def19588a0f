#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `alibi_bias(n, heads)`: `[heads, n, n]`, slope · (j − i), to be added to the scaled scores under a causal mask.
///
/// The slopes are 2^(−8k/heads) for the heads k = 1, 2, …; where the number of heads is no power of two, those of
/// the power below it come first, then every other one of twice that power.
///
/// Source: Press et al., "Train short, test long" (2022), section 3 and its published code.
package struct LinearBias: Operation {
  package let count: Int
  package let slopes: [Double]

  /// - Throws: `TensorError.argument` for no head or a negative n, `.tooLarge`.
  package init(count: Int, heads: Int) throws(TensorError) {
    guard heads > 0 else { throw .argument(name: "heads", problem: "must be at least 1") }
    guard count >= 0 else { throw .argument(name: "n", problem: "must not be negative") }
    _ = try Shape.count([heads, count, count], operation: "alibi_bias")
    self.count = count
    slopes = Self.slopes(heads)
  }

  package var name: String { "alibi_bias" }

  private static func slopes(_ heads: Int) -> [Double] {
    (0..<heads).map { head in
      let (power, number) = exponent(of: head, heads: heads)
      return pow(2, -8 * Double(number) / Double(power))
    }
  }

  /// The slope of a head is 2^(−8 · number / power).
  private static func exponent(of head: Int, heads: Int) -> (power: Int, number: Int) {
    var power = 1
    while power <= heads / 2 { power *= 2 }
    return head < power ? (power, head + 1) : (2 * power, 2 * (head - power) + 1)
  }

  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    let entries = slopes.flatMap { slope in
      (0..<count).flatMap { i in (0..<count).map { j in slope * Double(j - i) } }
    }
    return Tensor(shape: [slopes.count, count, count], entries: entries)
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let (head, value) = (position[0], slopes[position[0]])
    let (power, number) = Self.exponent(of: head, heads: slopes.count)
    let slope = Arithmetic<OperandEntry>.power(
      .number(2),
      .negate(.quotient(.product([.number(8), .number(Double(number))]), .number(Double(power)))))
    let distance = Arithmetic<OperandEntry>.difference(
      .number(Double(position[2])), .number(Double(position[1])))
    return Explanation(passes: [
      .init(name: "slope of head \(head)", arithmetic: slope, value: value),
      .init(
        name: "slope times distance", arithmetic: .product([.step(0, value: value), distance]),
        value: result[position]),
    ])
  }
}
