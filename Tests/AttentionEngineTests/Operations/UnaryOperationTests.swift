import Testing

@testable import AttentionEngine

@Suite struct UnaryOperationTests {
  static let x: [Double] = [-2, -0.5, 0, -0.0, 0.5, 3, .infinity, -.infinity, .nan]

  // As NumPy has it; the last five by PyTorch's formulas.
  @Test(
    arguments: [
      (.negative, [2.0, 0.5, -0.0, 0.0, -0.5, -3.0, -.infinity, .infinity, .nan]),
      (
        .exp,
        [
          0.1353352832366127, 0.6065306597126334, 1.0, 1.0, 1.6487212707001282, 20.085536923187668,
          .infinity, 0.0, .nan,
        ]
      ),
      (
        .log,
        [
          .nan, .nan, -.infinity, -.infinity, -0.6931471805599453, 1.0986122886681098, .infinity,
          .nan, .nan,
        ]
      ),
      (
        .log2, [.nan, .nan, -.infinity, -.infinity, -1.0, 1.584962500721156, .infinity, .nan, .nan]
      ),
      (
        .sqrt,
        [.nan, .nan, 0.0, -0.0, 0.7071067811865476, 1.7320508075688772, .infinity, .nan, .nan]
      ),
      (
        .tanh,
        [
          -0.9640275800758169, -0.46211715726000974, 0.0, -0.0, 0.46211715726000974,
          0.9950547536867305, 1.0, -1.0, .nan,
        ]
      ),
      (
        .sin,
        [
          -0.9092974268256817, -0.479425538604203, 0.0, -0.0, 0.479425538604203, 0.1411200080598672,
          .nan, .nan, .nan,
        ]
      ),
      (
        .cos,
        [
          -0.4161468365471424, 0.8775825618903728, 1.0, 1.0, 0.8775825618903728,
          -0.9899924966004454, .nan, .nan, .nan,
        ]
      ),
      (.abs, [2.0, 0.5, 0.0, 0.0, 0.5, 3.0, .infinity, .infinity, .nan]),
      (.sign, [-1.0, -1.0, 0.0, 0.0, 1.0, 1.0, 1.0, -1.0, .nan]),
      (.floor, [-2.0, -1.0, 0.0, -0.0, 0.0, 3.0, .infinity, -.infinity, .nan]),
      (.ceil, [-2.0, -0.0, 0.0, -0.0, 1.0, 3.0, .infinity, -.infinity, .nan]),
      (.isnan, [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0]),
      (.isinf, [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0]),
      (.isfinite, [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0]),
      (.logicalNot, [0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0]),
      (
        .sigmoid,
        [
          0.11920292202211755, 0.3775406687981454, 0.5, 0.5, 0.6224593312018546, 0.9525741268224334,
          1.0, 0.0, .nan,
        ]
      ),
      (.relu, [0.0, 0.0, 0.0, 0.0, 0.5, 3.0, .infinity, 0.0, .nan]),
      (
        .gelu,
        [
          -0.04550026389635842, -0.15426876936299344, 0.0, -0.0, 0.34573123063700656,
          2.99595030590511, .infinity, .nan, .nan,
        ]
      ),
      (
        .geluTanh,
        [
          -0.04540230591222494, -0.15428599017485606, 0.0, -0.0, 0.34571400982514394,
          2.996362607918227, .infinity, .nan, .nan,
        ]
      ),
      (
        .silu,
        [
          -0.2384058440442351, -0.1887703343990727, 0.0, -0.0, 0.3112296656009273,
          2.8577223804672998, .infinity, .nan, .nan,
        ]
      ),
    ] as [(UnaryFunction, [Double])])
  func functions(_ function: UnaryFunction, _ expected: [Double]) throws {
    let found = try UnaryOperation(function).forward([vector(UnaryOperationTests.x)])
    expectEqual(found, vector(expected))
  }

  @Test(
    arguments: [
      (0, [0.5, 1.5, 2.5, -0.5, 2.675, 125], [0, 2, 2, -0.0, 3, 125]),
      (2, [2.675, 0.125, 0.375, .nan, .infinity], [2.68, 0.12, 0.38, .nan, .infinity]),
      (-1, [125, 135, -4], [120, 140, -0.0]),
    ] as [(Int, [Double], [Double])])
  func rounding(_ decimals: Int, _ x: [Double], _ expected: [Double]) throws {
    expectEqual(try Round(decimals: decimals).forward([vector(x)]), vector(expected))
  }
}
