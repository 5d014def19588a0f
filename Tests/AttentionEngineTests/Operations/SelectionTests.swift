import Testing

@testable import AttentionEngine

/// `where`, `clip`, and what moves entries about.
@Suite struct SelectionTests {
  @Test func whereBroadcastsAllThree() throws {
    let found = try Where().forward([
      matrix([[1, 0]]), matrix([[1], [2]]), Tensor(scalar: -.infinity),
    ])
    expectEqual(found, matrix([[1, -.infinity], [2, -.infinity]]))
  }

  @Test(
    arguments: [
      (Clip(), [0, 1], [0, 0.5, 1, .nan]),
      (Clip(hasUpper: false), [0], [0, 0.5, 3, .nan]),
      (Clip(hasLower: false), [1], [-2, 0.5, 1, .nan]),
      (Clip(), [2, 1], [1, 1, 1, .nan]),
      (Clip(), [.nan, 1], [.nan, .nan, .nan, .nan]),
    ] as [(Clip, [Double], [Double])])
  func clip(_ clip: Clip, _ bounds: [Double], _ expected: [Double]) throws {
    let operands = [vector([-2, 0.5, 3, .nan])] + bounds.map { Tensor(scalar: $0) }
    expectEqual(try clip.forward(operands), vector(expected))
  }

  @Test func reindexing() throws {
    let transpose = Reindex(name: "transpose", shape: [3, 2], offsets: [0, 3, 1, 4, 2, 5])
    #expect(try transpose.forward([arange([2, 3])]).entries == [0, 3, 1, 4, 2, 5])
    #expect(throws: TensorError.argument(name: "index", problem: "lies outside the array")) {
      try transpose.forward([arange([5])])
    }
    #expect(throws: TensorError.reshape(from: [1], to: [2])) {
      try Reindex(name: "reshape", shape: [2], offsets: [0]).forward([arange([1])])
    }
  }

  @Test func assembling() throws {
    let join = Assemble(
      name: "concatenate", shape: [3],
      sources: [.operand(1, offset: 0), .constant(7), .operand(0, offset: 1)])
    #expect(try join.forward([arange([2]), Tensor(scalar: 5)]).entries == [5, 7, 1])
    #expect(throws: TensorError.argument(name: "index", problem: "lies outside the array")) {
      try join.forward([arange([2])])
    }
  }
}
