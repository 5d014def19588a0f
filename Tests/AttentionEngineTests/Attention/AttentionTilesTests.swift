import Testing

@testable import AttentionEngine

/// Queries are taken some at a time; the outputs are those of each query alone.
@Suite struct AttentionTilesTests {
  @Test(
    arguments: [
      AttentionOptions(), AttentionOptions(causal: true),
      AttentionOptions(causal: true, offset: -3),
      AttentionOptions(window: AttentionWindow(left: 2, right: 1)),
    ], [1, 3, 40, 1025])
  func eachQueryAlone(_ options: AttentionOptions, _ keys: Int) throws {
    var generator = SplitMix64(seed: 11)
    let queries = 45
    let q = Numbers.real.tensor([2, queries, 5], &generator)
    let k = Numbers.real.tensor([2, keys, 5], &generator)
    let v = Numbers.real.tensor([2, keys, 19], &generator)
    let found = try attention(q, k, v, options)
    #expect(found.shape == [2, queries, 19])
    for query in 0..<queries {
      var alone = options
      alone.offset += query
      let one = try attention(rows(q, query), k, v, alone)
      #expect(one.entries == rows(found, query).entries)
    }
  }

  /// One row of each head.
  private func rows(_ tensor: Tensor<Double>, _ row: Int) -> Tensor<Double> {
    let (count, length) = (tensor.shape[1], tensor.shape[2])
    let entries = (0..<tensor.shape[0]).flatMap { (head: Int) -> ArraySlice<Double> in
      let start = (head * count + row) * length
      return tensor.entries[start..<(start + length)]
    }
    return Tensor(shape: [tensor.shape[0], 1, length], entries: entries)
  }

  /// A score doesn't depend on how many others are asked for.
  @Test(arguments: 1...12)
  func theFirstKeysAlone(_ count: Int) throws {
    var generator = SplitMix64(seed: 12)
    let q = Numbers.real.tensor([1, 67], &generator)
    let k = Numbers.real.tensor([12, 67], &generator)
    let first = Tensor(shape: [count, 67], entries: Array(k.entries.prefix(count * 67)))
    let all = try attentionScores(q, k)
    #expect(try attentionScores(q, first).entries == Array(all.entries.prefix(count)))
  }
}
