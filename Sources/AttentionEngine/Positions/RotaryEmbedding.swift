#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `rope(x, positions)`: each pair of features turned by an angle that grows with the position.
///
///     (x₁, x₂) → (x₁ cos θ − x₂ sin θ, x₁ sin θ + x₂ cos θ),   θ = position / base^(2·pair/d)
///
/// The product of a query and a key turned so depends on how far apart they stand, not on where.
///
/// Operands: x, `[…, n, d]` with d even; the positions, `[n]`.
///
/// Source: Su et al., "RoFormer" (2021), equation 34. The pairing in halves is that of GPT-NeoX and Llama.
package struct RotaryEmbedding: Operation {
  package let base: Double
  package let pairing: PairLayout

  package init(base: Double = 10_000, pairing: PairLayout = .interleaved) {
    self.base = base
    self.pairing = pairing
  }

  package var name: String { "rope" }

  /// - Throws: `TensorError.rank`, `.sizes` where there isn't one position for each row, `.argument` for an odd d.
  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    let (x, positions) = (operands[0], operands[1])
    guard x.rank >= 2 else { throw .rank(operation: name, shape: x.shape) }
    let (rows, size) = (x.shape[x.rank - 2], x.shape[x.rank - 1])
    guard size % 2 == 0 else { throw .argument(name: "x", problem: "must have an even last axis") }
    guard positions.shape == [rows] else {
      throw .sizes(what: "rows and positions", x.shape, positions.shape)
    }
    var result = x
    for start in stride(from: 0, to: x.count, by: max(1, size)) {
      let position = positions.entries[start / size % rows]
      for feature in 0..<size {
        let turn = turn(feature, size: size, position: position)
        result.entries[start + feature] =
          x.entries[start + feature] * turn.own + x.entries[start + turn.partner] * turn.other
      }
    }
    return result
  }

  /// What a feature and its partner are multiplied by.
  private func turn(_ feature: Int, size: Int, position: Double) -> (
    own: Double, other: Double, partner: Int, angle: Double
  ) {
    let (pair, isSecond) = pairing.place(of: feature, size: size)
    let angle = PairAngle(base: base, size: size)(position: position, pair: pair)
    return (
      cos(angle), isSecond ? sin(angle) : -sin(angle), pairing.partner(of: feature, size: size),
      angle
    )
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let row = position[position.count - 2]
    let (feature, size) = (position[position.count - 1], operands[0].shape[position.count - 1])
    let turn = turn(feature, size: size, position: operands[1].entries[row])
    let (pair, isSecond) = pairing.place(of: feature, size: size)
    let own = Arithmetic.entry(OperandEntry(operand: 0, position: position))
    let other = Arithmetic.entry(
      OperandEntry(operand: 0, position: position.dropLast() + [turn.partner]))
    let angle = Arithmetic<OperandEntry>.step(0, value: turn.angle)
    let cosine = Explanation<OperandEntry>.Pass(
      name: "cos(angle)", arithmetic: .call("cos", [angle]), value: cos(turn.angle))
    let sine = Explanation<OperandEntry>.Pass(
      name: "sin(angle)", arithmetic: .call("sin", [angle]), value: sin(turn.angle))
    let along = Arithmetic.product([own, .step(1, value: cosine.value)])
    let across = Arithmetic.product([other, .step(2, value: sine.value)])
    return Explanation(passes: [
      .init(
        name: "angle",
        arithmetic: .quotient(
          .entry(OperandEntry(operand: 1, position: [row])),
          .power(
            .number(base),
            .quotient(
              .product([.number(2), .number(Double(pair))]), .number(Double(size))))),
        value: turn.angle),
      cosine, sine,
      .init(
        name: isSecond ? "second of pair \(pair), turned" : "first of pair \(pair), turned",
        arithmetic: isSecond ? .sum([across, along]) : .difference(along, across),
        value: result[position]),
    ])
  }
}
