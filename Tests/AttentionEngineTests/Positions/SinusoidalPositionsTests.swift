import Testing

@testable import AttentionEngine

struct SinusoidalPositionsTests {
  /// Position 1 of six features, float32 numbers of the published layers (fairseq for the halves).
  @Test(arguments: [
    (
      PairLayout.interleaved,
      [0.8414709568, 0.5403023362, 0.0463992208, 0.9989229441, 0.0021544327, 0.9999976754]
    ),
    (
      PairLayout.halves,
      [0.8414709568, 0.0463992245, 0.0021544329, 0.5403022766, 0.9989230037, 0.9999976754]
    ),
  ])
  func agreesWithPublishedLayers(layout: PairLayout, expected: [Double]) throws {
    let table = try SinusoidalPositions(count: 2, size: 6, layout: layout).forward([])
    #expect(table.shape == [2, 6])
    for (entry, number) in zip(table.entries.suffix(6), expected) {
      #expect(abs(entry - number) < 1e-6)
    }
  }

  @Test func sizesAreChecked() {
    #expect(throws: TensorError.argument(name: "d", problem: "must be even")) {
      try SinusoidalPositions(count: 2, size: 3)
    }
    #expect(throws: TensorError.argument(name: "n", problem: "must not be negative")) {
      try SinusoidalPositions(count: -1, size: 2)
    }
  }

  @Test(arguments: PairLayout.allCases)
  func theArithmeticGivesTheEntry(layout: PairLayout) throws {
    let operation = try SinusoidalPositions(count: 3, size: 4, layout: layout)
    let table = try operation.forward([])
    for row in 0..<3 {
      for column in 0..<4 {
        let result = operation.explain([row, column], operands: [], result: table).result
        #expect(abs(result.arithmetic.evaluated { _ in 0 } - table[[row, column]]) < 1e-12)
      }
    }
  }
}
