import Testing

@testable import AttentionEngine

@Suite struct AlongAxisTests {
  static let x = matrix([[2.04, -2.56, 0.42], [-0.57, -0.45, -0.22]])

  @Test(
    arguments: [
      (0, [2.04, -2.56, 0.42, 1.47, -3.01, 0.2]),
      (-1, [2.04, -0.52, -0.1, -0.57, -1.02, -1.24]),
      (nil, [2.04, -0.52, -0.1, -0.67, -1.12, -1.34]),
    ] as [(Int?, [Double])])
  func runningSums(_ axis: Int?, _ expected: [Double]) throws {
    let found = try CumulativeSum(axis: axis).forward([AlongAxisTests.x])
    #expect(found.shape == (axis == nil ? [6] : [2, 3]))
    expectEqual(Tensor(shape: [6], entries: found.entries), vector(expected))
  }

  @Test func sorting() throws {
    let x = vector([3, .nan, -1, 3, -.infinity, 0])
    expectEqual(try Sort().forward([x]), vector([-.infinity, -1, 0, 3, 3, .nan]))
    expectEqual(try ArgSort().forward([x]), vector([4, 2, 5, 0, 3, 1]))
    expectEqual(
      try Sort(axis: 0).forward([AlongAxisTests.x]),
      matrix([[-0.57, -2.56, -0.22], [2.04, -0.45, 0.42]]))
  }

  @Test(
    arguments: [
      (
        0,
        [
          0.931502396275674, 0.10812866676200358, 0.6547534606063192, 0.0684976037243261,
          0.8918713332379965, 0.3452465393936808,
        ]
      ),
      (
        -1,
        [
          0.8278484682671087, 0.008321396824467484, 0.16383013490842385, 0.28196301749132874,
          0.3179124144832936, 0.4001245680253776,
        ]
      ),
    ] as [(Int, [Double])])
  func softmaxAlongAnAxis(_ axis: Int, _ expected: [Double]) throws {
    let found = try Softmax(axis: axis).forward([AlongAxisTests.x])
    expectEqual(found, Tensor(shape: [2, 3], entries: expected))
    let logarithm = try LogSoftmax(axis: axis).forward([AlongAxisTests.x])
    expectEqual(try UnaryOperation(.exp).forward([logarithm]), found)
  }

  // SciPy's and PyTorch's answers.
  @Test(
    arguments: [
      ([1000, 1001], [0.2689414213699951, 0.7310585786300049]),
      ([-.infinity, 3, -.infinity], [0, 1, 0]),
      ([-.infinity, -.infinity], [.nan, .nan]),
      ([.infinity, .infinity], [.nan, .nan]),
      ([.infinity, 0], [.nan, .nan]),
      ([.nan, 0, 1], [.nan, .nan, .nan]),
      ([], []),
      ([5], [1]),
    ] as [([Double], [Double])])
  func softmaxOfExtremes(_ x: [Double], _ expected: [Double]) throws {
    expectEqual(try Softmax().forward([vector(x)]), vector(expected), tolerance: 1e-12)
  }

  @Test func logSoftmaxWhereSoftmaxIsZero() throws {
    expectEqual(
      try LogSoftmax().forward([vector([10_000, -10_000, 0])]), vector([0, -20_000, -10_000]))
  }
}
