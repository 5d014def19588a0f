#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the sines and cosines of a pair stand: side by side, or all sines before all cosines.
///
/// Both are in use under the same name; mixing them up gives no error, only a model that doesn't work.
package enum PairLayout: String, CaseIterable, Hashable, Sendable {
  /// Features 2i and 2i+1 belong together.
  case interleaved
  /// Features i and i + d/2 belong together.
  case halves

  /// Which pair a feature belongs to, and whether it is the pair's second.
  func place(of feature: Int, size: Int) -> (pair: Int, isSecond: Bool) {
    switch self {
    case .interleaved: (feature / 2, feature % 2 == 1)
    case .halves: (feature % (size / 2), feature >= size / 2)
    }
  }

  /// The other feature of the pair.
  func partner(of feature: Int, size: Int) -> Int {
    switch self {
    case .interleaved: feature ^ 1
    case .halves: (feature + size / 2) % size
    }
  }
}

/// The angle, in radians, of a pair at a position: position / base^(2·pair/d).
struct PairAngle {
  let base: Double
  /// d, even.
  let size: Int

  func callAsFunction(position: Double, pair: Int) -> Double {
    position / divisor(of: pair)
  }

  func divisor(of pair: Int) -> Double {
    pow(base, Double(2 * pair) / Double(size))
  }
}

/// `sinusoidal_positions(n, d)`: `[n, d]`, a sine and a cosine of each of d/2 wavelengths from 2π to 10000·2π.
///
/// Source: Vaswani et al., "Attention is all you need" (2017), section 3.5; the layout in halves as in fairseq and
/// tensor2tensor.
package struct SinusoidalPositions: Operation {
  package let count: Int
  package let size: Int
  package let layout: PairLayout

  /// - Throws: `TensorError.argument` for an odd d or a negative size, `.tooLarge`.
  package init(count: Int, size: Int, layout: PairLayout = .interleaved) throws(TensorError) {
    guard count >= 0 else { throw .argument(name: "n", problem: "must not be negative") }
    guard size > 0, size % 2 == 0 else { throw .argument(name: "d", problem: "must be even") }
    _ = try Shape.count([count, size], operation: "sinusoidal_positions")
    self.count = count
    self.size = size
    self.layout = layout
  }

  package var name: String { "sinusoidal_positions" }

  private var angle: PairAngle { PairAngle(base: 10_000, size: size) }

  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    var entries: [Double] = []
    entries.reserveCapacity(count * size)
    for position in 0..<count {
      for feature in 0..<size {
        let (pair, isSecond) = layout.place(of: feature, size: size)
        let angle = angle(position: Double(position), pair: pair)
        entries.append(isSecond ? cos(angle) : sin(angle))
      }
    }
    return Tensor(shape: [count, size], entries: entries)
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let (pair, isSecond) = layout.place(of: position[1], size: size)
    let exponent = Arithmetic<OperandEntry>.quotient(
      .product([.number(2), .number(Double(pair))]), .number(Double(size)))
    let angle = Arithmetic.quotient(
      .number(Double(position[0])), .power(.number(10_000), exponent))
    let value = self.angle(position: Double(position[0]), pair: pair)
    return Explanation(passes: [
      .init(name: "angle", arithmetic: angle, value: value),
      .init(
        name: isSecond ? "cosine of the angle" : "sine of the angle",
        arithmetic: .call(isSecond ? "cos" : "sin", [angle]),
        value: result[position]),
    ])
  }
}
