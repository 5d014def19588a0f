import Testing

@testable import AttentionEngine

@Suite struct MatMulTests {
  // np.arange(…).reshape(…) @ np.arange(…).reshape(…)
  @Test(
    arguments: [
      ([2, 3], [3, 2], [2, 2], [10, 13, 28, 40]),
      ([3], [3], [], [5]),
      ([3], [3, 2], [2], [10, 13]),
      ([2, 3], [3], [2], [5, 14]),
      ([2, 1, 2], [2, 2], [2, 1, 2], [2, 3, 6, 11]),
      ([2, 1, 1, 2], [2, 2, 1], [2, 2, 1, 1], [1, 3, 3, 13]),
      ([2], [2, 2, 1], [2, 1], [1, 3]),
      ([2, 0], [0, 2], [2, 2], [0, 0, 0, 0]),
      ([0, 2], [2, 3], [0, 3], []),
    ] as [([Int], [Int], [Int], [Double])])
  func products(_ a: [Int], _ b: [Int], _ shape: [Int], _ entries: [Double]) throws {
    expectEqual(
      try MatMul().forward([arange(a), arange(b)]), Tensor(shape: shape, entries: entries))
  }

  @Test(
    arguments: [
      ([3, 2], [3, 2], .matmul([3, 2], [3, 2])),
      ([], [2], .rank(operation: "matmul", shape: [])),
      ([2, 1, 1], [3, 1, 1], .broadcast([2], [3])),
      ([3163, 1], [1, 3163], .tooLarge(shape: [3163, 3163], limit: 10_000_000)),
    ] as [([Int], [Int], TensorError)])
  func refusals(_ a: [Int], _ b: [Int], _ error: TensorError) {
    #expect(throws: error) { try MatMul().forward([arange(a), arange(b)]) }
  }

  @Test func infinitiesAreKept() throws {
    expectEqual(
      try MatMul().forward([matrix([[0, 1]]), matrix([[.infinity, 1], [1, .nan]])]),
      matrix([[.nan, .nan]]))
  }
}
