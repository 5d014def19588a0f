import Testing

@testable import AttentionEngine

struct KeyValueCacheTests {
  /// `[heads, tokens, features]` of numbers that are easy to follow.
  private func tensor(_ shape: [Int], _ factor: Double) -> Tensor<Double> {
    let entries = (0..<shape.reduce(1, *)).map { Double($0 * 7 % 11) * factor - 1 }
    return Tensor(shape: shape, entries: entries)
  }

  private func tokens(_ range: Range<Int>, of tensor: Tensor<Double>) -> Tensor<Double> {
    let (heads, count, features) = (tensor.shape[0], tensor.shape[1], tensor.shape[2])
    let entries = (0..<heads).flatMap { head in
      tensor.entries[
        (head * count + range.lowerBound) * features..<(head * count + range.upperBound) * features]
    }
    return Tensor(shape: [heads, range.count, features], entries: entries)
  }

  @Test(arguments: [[1, 1, 1, 1, 1], [3, 2], [1, 4], [5]])
  func decodingInPiecesGivesTheWholeAtOnce(pieces: [Int]) throws {
    let (query, key) = (tensor([4, 5, 2], 0.2), tensor([2, 5, 2], 0.3))
    let value = tensor([2, 5, 3], 0.5)
    let whole = try attention(query, key, value, AttentionOptions(causal: true))
    var cache = KeyValueCache<Double>()
    var first = 0
    for piece in pieces {
      let range = first..<first + piece
      let output = try cache.decode(
        query: tokens(range, of: query), key: tokens(range, of: key),
        value: tokens(range, of: value))
      #expect(output == tokens(range, of: whole))
      first += piece
    }
    #expect(cache.count == 5)
  }

  @Test func whatDoesNotFitLeavesTheCacheAsItWas() throws {
    var cache = KeyValueCache<Double>()
    _ = try cache.decode(
      query: tensor([1, 2, 2], 1), key: tensor([1, 2, 2], 1), value: tensor([1, 2, 2], 1))
    #expect(throws: TensorError.sizes(what: "cached and new keys", [1, 2, 2], [1, 1, 3])) {
      try cache.decode(
        query: tensor([1, 1, 3], 1), key: tensor([1, 1, 3], 1), value: tensor([1, 1, 2], 1))
    }
    #expect(cache.count == 2)
  }
}
