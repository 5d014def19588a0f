import Testing

@testable import AttentionEngine

struct RotaryEmbeddingTests {
  private let x = Tensor<Double>(shape: [2, 4], entries: [1, 2, 3, 4, 1, 2, 3, 4])
  private let positions = Tensor<Double>(shape: [2], entries: [0, 1])

  /// NumPy, by equation 34 of the RoFormer paper: cos 1 = 0.5403023059, sin 1 = 0.8414709848, cos 0.01, sin 0.01.
  @Test(arguments: [
    (PairLayout.interleaved, [-1.1426396637, 1.9220755966, 2.9598506679, 4.0297995017]),
    (PairLayout.halves, [-1.9841106486, 1.9599006675, 2.4623779025, 4.0197996683]),
  ])
  func turnsPairs(pairing: PairLayout, expected: [Double]) throws {
    let turned = try RotaryEmbedding(pairing: pairing).forward([x, positions])
    #expect(turned.entries.prefix(4) == [1, 2, 3, 4])
    for (entry, number) in zip(turned.entries.suffix(4), expected) {
      #expect(abs(entry - number) < 1e-9)
    }
  }

  @Test(arguments: PairLayout.allCases)
  func productsDependOnTheDistanceAlone(pairing: PairLayout) throws {
    func scores(shift: Double) throws -> Tensor<Double> {
      let at = Tensor<Double>(shape: [2], entries: [shift, shift + 3])
      let turned = try RotaryEmbedding(pairing: pairing).forward([x, at])
      return try attentionScores(turned, turned)
    }
    let (here, there) = (try scores(shift: 0), try scores(shift: 40))
    for (a, b) in zip(here.entries, there.entries) { #expect(abs(a - b) < 1e-9) }
    #expect(abs(here[[0, 0]] - here[[0, 1]]) > 0.1)
  }

  @Test(arguments: PairLayout.allCases)
  func theArithmeticGivesTheEntry(pairing: PairLayout) throws {
    let operation = RotaryEmbedding(pairing: pairing)
    let turned = try operation.forward([x, positions])
    for feature in 0..<4 {
      let pass = operation.explain([1, feature], operands: [x, positions], result: turned).result
      let value = pass.arithmetic.evaluated { leaf in
        (leaf.operand == 0 ? x : positions)[leaf.position]
      }
      #expect(abs(value - turned[[1, feature]]) < 1e-12)
    }
  }

  @Test func sizesAreChecked() {
    let odd = Tensor<Double>(shape: [2, 1], entries: [1, 2])
    #expect(throws: TensorError.argument(name: "x", problem: "must have an even last axis")) {
      try RotaryEmbedding().forward([odd, positions])
    }
    #expect(throws: TensorError.sizes(what: "rows and positions", [2, 4], [])) {
      try RotaryEmbedding().forward([x, Tensor(scalar: 1)])
    }
  }
}
