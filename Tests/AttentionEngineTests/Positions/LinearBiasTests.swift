import Testing

@testable import AttentionEngine

struct LinearBiasTests {
  /// Section 3 of the paper for 8 heads; its published code for 3 and 12.
  @Test(arguments: [
    (8, [0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625, 0.0078125, 0.00390625]),
    (3, [0.0625, 0.00390625, 0.25]),
    (
      12,
      [
        0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625, 0.0078125, 0.00390625, 0.7071067811865476,
        0.35355339059327384, 0.17677669529663692, 0.08838834764831849,
      ]
    ),
  ])
  func slopesAreThePaper(heads: Int, slopes: [Double]) throws {
    let bias = try LinearBias(count: 2, heads: heads)
    for (ours, theirs) in zip(bias.slopes, slopes) { #expect(abs(ours - theirs) < 1e-15) }
    #expect(bias.slopes.count == heads)
  }

  @Test func fallsWithTheDistance() throws {
    let bias = try LinearBias(count: 3, heads: 2).forward([])
    #expect(bias.shape == [2, 3, 3])
    #expect(Array(bias.entries.suffix(3)) == [-2 * 0.00390625, -0.00390625, 0])
  }

  @Test func sizesAreChecked() {
    #expect(throws: TensorError.argument(name: "heads", problem: "must be at least 1")) {
      try LinearBias(count: 2, heads: 0)
    }
  }
}
