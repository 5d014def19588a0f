import Testing

@testable import AttentionEngine

struct OnlineSoftmaxTests {
  /// The soft lookup of `K = 10·[e1, e2, e3, e3]`, `V = [[1,0],[10,0],[100,5],[1000,6]]`, `q = [0,0,10]`, unscaled:
  /// the scores are 0, 0, 100, 100 and the answer is [550, 5.5].
  private static let scores = [0.0, 0, 100, 100]
  private static let values = [1.0, 0, 10, 0, 100, 5, 1000, 6]

  @Test(arguments: [1, 2, 3, 4])
  func anyBlockSizeGivesTheSameAnswer(block: Int) {
    var softmax = OnlineSoftmax<Double>(features: 2)
    for first in stride(from: 0, to: 4, by: block) {
      let last = min(4, first + block)
      absorb(
        Array(Self.scores[first..<last]), Array(Self.values[2 * first..<2 * last]), into: &softmax)
    }
    #expect(softmax.output == [550, 5.5])
    #expect(softmax.maximum == 100)
    #expect(softmax.sum == 2)
  }

  @Test func nothingAllowedGivesZeros() {
    var softmax = OnlineSoftmax<Double>(features: 2)
    absorb([-.infinity, -.infinity], [1, 2, 3, 4], into: &softmax)
    #expect(softmax.output == [0, 0])
    #expect(softmax.logSumExp == -.infinity)
  }

  @Test func aMaskedBlockFirstChangesNothing() {
    var softmax = OnlineSoftmax<Double>(features: 1)
    absorb([-.infinity], [7], into: &softmax)
    absorb([3], [9], into: &softmax)
    #expect(softmax.output == [9])
    #expect(softmax.logSumExp == 3)
  }

  private func absorb(
    _ scores: [Double], _ values: [Double], into softmax: inout OnlineSoftmax<Double>
  ) {
    var scores = scores
    scores.withUnsafeMutableBufferPointer { scores in
      values.withUnsafeBufferPointer { softmax.absorb(scores: scores, values: $0[...]) }
    }
  }
}
