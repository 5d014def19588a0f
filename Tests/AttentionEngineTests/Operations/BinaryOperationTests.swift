import Testing

@testable import AttentionEngine

@Suite struct BinaryOperationTests {
  static let operands: [Double] = [
    5, -5, 0, -0.0, .infinity, -.infinity, .nan, 3, -3, 0.1,
  ]

  // The left operand against each of the above, as NumPy has it.
  @Test(
    arguments: [
      (.floorDivide, 5.0, [1.0, -1.0, .infinity, -.infinity, 0.0, -1.0, .nan, 1.0, -2.0, 49.0]),
      (.floorDivide, -5.0, [-1.0, 1.0, -.infinity, .infinity, -1.0, 0.0, .nan, -2.0, 1.0, -50.0]),
      (.floorDivide, 0.0, [0.0, -0.0, .nan, .nan, 0.0, -0.0, .nan, 0.0, -0.0, 0.0]),
      (.floorDivide, -0.0, [-0.0, 0.0, .nan, .nan, -0.0, 0.0, .nan, -0.0, 0.0, -0.0]),
      (
        .floorDivide, .infinity,
        [.nan, .nan, .infinity, -.infinity, .nan, .nan, .nan, .nan, .nan, .nan]
      ),
      (
        .floorDivide, -.infinity,
        [.nan, .nan, -.infinity, .infinity, .nan, .nan, .nan, .nan, .nan, .nan]
      ),
      (.floorDivide, .nan, [.nan, .nan, .nan, .nan, .nan, .nan, .nan, .nan, .nan, .nan]),
      (.floorDivide, 3.0, [0.0, -1.0, .infinity, -.infinity, 0.0, -1.0, .nan, 1.0, -1.0, 29.0]),
      (.floorDivide, -3.0, [-1.0, 0.0, -.infinity, .infinity, -1.0, 0.0, .nan, -1.0, 1.0, -30.0]),
      (.floorDivide, 0.1, [0.0, -1.0, .infinity, -.infinity, 0.0, -1.0, .nan, 0.0, -1.0, 1.0]),
      (
        .modulo, 5.0,
        [0.0, -0.0, .nan, .nan, 5.0, -.infinity, .nan, 2.0, -1.0, 0.09999999999999973]
      ),
      (
        .modulo, -5.0,
        [0.0, -0.0, .nan, .nan, .infinity, -5.0, .nan, 1.0, -2.0, 2.7755575615628914e-16]
      ),
      (.modulo, 0.0, [0.0, -0.0, .nan, .nan, 0.0, -0.0, .nan, 0.0, -0.0, 0.0]),
      (.modulo, -0.0, [0.0, -0.0, .nan, .nan, 0.0, -0.0, .nan, 0.0, -0.0, 0.0]),
      (.modulo, .infinity, [.nan, .nan, .nan, .nan, .nan, .nan, .nan, .nan, .nan, .nan]),
      (.modulo, -.infinity, [.nan, .nan, .nan, .nan, .nan, .nan, .nan, .nan, .nan, .nan]),
      (.modulo, .nan, [.nan, .nan, .nan, .nan, .nan, .nan, .nan, .nan, .nan, .nan]),
      (
        .modulo, 3.0,
        [3.0, -2.0, .nan, .nan, 3.0, -.infinity, .nan, 0.0, -0.0, 0.09999999999999984]
      ),
      (
        .modulo, -3.0,
        [2.0, -3.0, .nan, .nan, .infinity, -3.0, .nan, 0.0, -0.0, 1.6653345369377348e-16]
      ),
      (.modulo, 0.1, [0.1, -4.9, .nan, .nan, 0.1, -.infinity, .nan, 0.1, -2.9, 0.0]),
      (
        .power, 5.0,
        [
          3125.0, 0.00031999999999999997, 1.0, 1.0, .infinity, 0.0, .nan, 125.0, 0.008,
          1.174618943088019,
        ]
      ),
      (.power, -5.0, [-3125.0, -0.00032, 1.0, 1.0, .infinity, 0.0, .nan, -125.0, -0.008, .nan]),
      (.power, 0.0, [0.0, .infinity, 1.0, 1.0, 0.0, .infinity, .nan, 0.0, .infinity, 0.0]),
      (.power, -0.0, [-0.0, -.infinity, 1.0, 1.0, 0.0, .infinity, .nan, -0.0, -.infinity, 0.0]),
      (
        .power, .infinity,
        [.infinity, 0.0, 1.0, 1.0, .infinity, 0.0, .nan, .infinity, 0.0, .infinity]
      ),
      (
        .power, -.infinity,
        [-.infinity, -0.0, 1.0, 1.0, .infinity, 0.0, .nan, -.infinity, -0.0, .infinity]
      ),
      (.power, .nan, [.nan, .nan, 1.0, 1.0, .nan, .nan, .nan, .nan, .nan, .nan]),
      (
        .power, 3.0,
        [
          243.0, 0.00411522633744856, 1.0, 1.0, .infinity, 0.0, .nan, 27.0, 0.037037037037037035,
          1.1161231740339044,
        ]
      ),
      (
        .power, -3.0,
        [
          -243.0, -0.00411522633744856, 1.0, 1.0, .infinity, 0.0, .nan, -27.0,
          -0.037037037037037035, .nan,
        ]
      ),
      (
        .power, 0.1,
        [
          1.0000000000000003e-05, 99999.99999999997, 1.0, 1.0, 0.0, .infinity, .nan,
          0.0010000000000000002, 999.9999999999998, 0.7943282347242815,
        ]
      ),
      (.maximum, 5.0, [5.0, 5.0, 5.0, 5.0, .infinity, 5.0, .nan, 5.0, 5.0, 5.0]),
      (.maximum, -5.0, [5.0, -5.0, 0.0, -0.0, .infinity, -5.0, .nan, 3.0, -3.0, 0.1]),
      (.maximum, 0.0, [5.0, 0.0, 0.0, -0.0, .infinity, 0.0, .nan, 3.0, 0.0, 0.1]),
      (.maximum, -0.0, [5.0, -0.0, 0.0, -0.0, .infinity, -0.0, .nan, 3.0, -0.0, 0.1]),
      (
        .maximum, .infinity,
        [
          .infinity, .infinity, .infinity, .infinity, .infinity, .infinity, .nan, .infinity,
          .infinity, .infinity,
        ]
      ),
      (.maximum, -.infinity, [5.0, -5.0, 0.0, -0.0, .infinity, -.infinity, .nan, 3.0, -3.0, 0.1]),
      (.maximum, .nan, [.nan, .nan, .nan, .nan, .nan, .nan, .nan, .nan, .nan, .nan]),
      (.maximum, 3.0, [5.0, 3.0, 3.0, 3.0, .infinity, 3.0, .nan, 3.0, 3.0, 3.0]),
      (.maximum, -3.0, [5.0, -3.0, 0.0, -0.0, .infinity, -3.0, .nan, 3.0, -3.0, 0.1]),
      (.maximum, 0.1, [5.0, 0.1, 0.1, 0.1, .infinity, 0.1, .nan, 3.0, 0.1, 0.1]),
      (.minimum, 5.0, [5.0, -5.0, 0.0, -0.0, 5.0, -.infinity, .nan, 3.0, -3.0, 0.1]),
      (.minimum, -5.0, [-5.0, -5.0, -5.0, -5.0, -5.0, -.infinity, .nan, -5.0, -5.0, -5.0]),
      (.minimum, 0.0, [0.0, -5.0, 0.0, -0.0, 0.0, -.infinity, .nan, 0.0, -3.0, 0.0]),
      (.minimum, -0.0, [-0.0, -5.0, 0.0, -0.0, -0.0, -.infinity, .nan, -0.0, -3.0, -0.0]),
      (.minimum, .infinity, [5.0, -5.0, 0.0, -0.0, .infinity, -.infinity, .nan, 3.0, -3.0, 0.1]),
      (
        .minimum, -.infinity,
        [
          -.infinity, -.infinity, -.infinity, -.infinity, -.infinity, -.infinity, .nan, -.infinity,
          -.infinity, -.infinity,
        ]
      ),
      (.minimum, .nan, [.nan, .nan, .nan, .nan, .nan, .nan, .nan, .nan, .nan, .nan]),
      (.minimum, 3.0, [3.0, -5.0, 0.0, -0.0, 3.0, -.infinity, .nan, 3.0, -3.0, 0.1]),
      (.minimum, -3.0, [-3.0, -5.0, -3.0, -3.0, -3.0, -.infinity, .nan, -3.0, -3.0, -3.0]),
      (.minimum, 0.1, [0.1, -5.0, 0.0, -0.0, 0.1, -.infinity, .nan, 0.1, -3.0, 0.1]),
    ] as [(BinaryFunction, Double, [Double])])
  func numPysCornerCases(_ function: BinaryFunction, _ a: Double, _ expected: [Double]) throws {
    let found = try BinaryOperation(function).forward([
      Tensor(scalar: a), vector(BinaryOperationTests.operands),
    ])
    expectEqual(found, vector(expected))
  }

  @Test(
    arguments: [
      (.add, [4, 1, .nan]), (.subtract, [-2, 3, .nan]), (.multiply, [3, -2, .nan]),
      (.divide, [1.0 / 3, -2, .nan]),
      (.less, [1, 0, 0]), (.lessEqual, [1, 0, 0]), (.greater, [0, 1, 0]),
      (.greaterEqual, [0, 1, 0]),
      (.equal, [0, 0, 0]), (.notEqual, [1, 1, 1]),
      (.logicalAnd, [1, 1, 1]), (.logicalOr, [1, 1, 1]), (.logicalXor, [0, 0, 0]),
    ] as [(BinaryFunction, [Double])])
  func entryByEntry(_ function: BinaryFunction, _ expected: [Double]) throws {
    let found = try BinaryOperation(function).forward([vector([1, 2, .nan]), vector([3, -1, 1])])
    expectEqual(found, vector(expected))
  }

  @Test(
    arguments: [
      ([2, 3], [3], [0, 2, 4, 3, 5, 7]),
      ([2, 3], [2, 1], [0, 1, 2, 4, 5, 6]),
      ([2, 1], [3], [0, 1, 2, 1, 2, 3]),
      ([3], [2, 1], [0, 1, 2, 1, 2, 3]),
      ([], [2], [0, 1]),
      ([2], [], [0, 1]),
      ([1, 1], [2], [0, 1]),
      ([2, 1, 2], [2, 1], [0, 1, 1, 2, 2, 3, 3, 4]),
      ([0, 3], [3], []),
      ([0, 3], [1], []),
    ] as [([Int], [Int], [Double])])
  func broadcasting(_ a: [Int], _ b: [Int], _ sums: [Double]) throws {
    let found = try BinaryOperation(.add).forward([arange(a), arange(b)])
    #expect(found.entries == sums)
    #expect(found.shape == (try Shape.broadcast(a, b)))
  }

  @Test func shapesThatDoNotMeet() {
    #expect(throws: TensorError.broadcast([2, 3], [2])) {
      try BinaryOperation(.add).forward([arange([2, 3]), arange([2])])
    }
    #expect(throws: TensorError.tooLarge(shape: [10_000, 10_000], limit: 10_000_000)) {
      try BinaryOperation(.add).forward([arange([10_000, 1]), arange([10_000])])
    }
  }
}
