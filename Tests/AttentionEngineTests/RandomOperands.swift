import AttentionEngine

/// SplitMix64: the same numbers in every run.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// From which numbers the entries of a random operand are taken.
enum Numbers: Sendable {
  /// Between −2 and 2.
  case real
  /// 0 and 1.
  case boolean
  /// Real ones, and now and then NaN, an infinity or a zero of either sign.
  case special
  /// Real ones and -inf: a mask that is added.
  case additiveMask

  func draw(_ generator: inout SplitMix64) -> Double {
    let real = Double.random(in: -2...2, using: &generator)
    switch self {
    case .real: return real
    case .boolean: return Bool.random(using: &generator) ? 1 : 0
    case .special:
      let specials = [Double.nan, .infinity, -.infinity, 0, -0.0]
      return Int.random(in: 0..<3, using: &generator) == 0
        ? specials.randomElement(using: &generator)! : real
    case .additiveMask:
      return Int.random(in: 0..<3, using: &generator) == 0 ? -.infinity : real
    }
  }

  func tensor(_ shape: [Int], _ generator: inout SplitMix64) -> Tensor<Double> {
    let count = shape.reduce(1, *)
    return Tensor(shape: shape, entries: (0..<count).map { _ in draw(&generator) })
  }
}
