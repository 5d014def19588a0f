import Testing

@testable import AttentionEngine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Streaming attention against the definition, computed entry by entry in float64.
struct StreamingAttentionTests {
  struct Case: CustomTestStringConvertible {
    let queries: Int, keys: Int, size: Int, features: Int
    var reach: Int?
    var testDescription: String {
      "\(queries)×\(keys), d \(size), d_v \(features), \(reach as Any)"
    }
  }

  static let cases = [
    Case(queries: 1, keys: 1, size: 1, features: 1),
    Case(queries: 5, keys: 7, size: 3, features: 5),
    Case(queries: 32, keys: 128, size: 8, features: 8),
    Case(queries: 33, keys: 129, size: 8, features: 9),
    Case(queries: 3, keys: 0, size: 2, features: 2),
    Case(queries: 0, keys: 3, size: 2, features: 2),
    Case(queries: 40, keys: 40, size: 16, features: 16, reach: 0),
    Case(queries: 70, keys: 150, size: 5, features: 3, reach: -10),
    Case(queries: 9, keys: 140, size: 4, features: 4, reach: 131),
  ]

  @Test(arguments: cases, [1, 2])
  func agreesWithTheDefinition(_ sizes: Case, threads: Int) throws {
    var numbers = SeededNumbers(seed: 7)
    let query = numbers.tensor([sizes.queries, sizes.size])
    let key = numbers.tensor([sizes.keys, sizes.size])
    let value = numbers.tensor([sizes.keys, sizes.features])
    let output = try streamingAttention(
      query: query, key: key, value: value, causal: sizes.reach != nil, offset: sizes.reach ?? 0,
      threads: threads)
    #expect(output.shape == [sizes.queries, sizes.features])
    for (entry, expected) in zip(output.entries, definition(query, key, value, sizes.reach)) {
      #expect(abs(Double(entry) - expected) < 1e-6)
    }
  }

  @Test func headsDontMix() throws {
    var numbers = SeededNumbers(seed: 3)
    let (query, key) = (numbers.tensor([2, 3, 4, 5]), numbers.tensor([2, 3, 6, 5]))
    let value = numbers.tensor([2, 3, 6, 2])
    let together = try streamingAttention(query: query, key: key, value: value, threads: 2)
    for head in 0..<6 {
      func part(_ tensor: Tensor<Float>) -> Tensor<Float> {
        let shape = Array(tensor.shape.suffix(2))
        let count = shape[0] * shape[1]
        return Tensor(
          shape: shape, entries: Array(tensor.entries[head * count..<(head + 1) * count]))
      }
      let alone = try streamingAttention(query: part(query), key: part(key), value: part(value))
      #expect(part(together) == alone)
    }
  }

  @Test func aNotANumberStaysInItsRow() throws {
    var query = Tensor<Float>(shape: [2, 1], entries: [.nan, 1])
    let key = Tensor<Float>(shape: [2, 1], entries: [1, 2])
    let value = Tensor<Float>(shape: [2, 1], entries: [10, 20])
    let output = try streamingAttention(query: query, key: key, value: value)
    #expect(output.entries[0].isNaN && output.entries[1].isFinite)
    query.entries[0] = .infinity
    #expect(try streamingAttention(query: query, key: key, value: value).entries[0].isNaN)
  }

  @Test func sizesMustAgree() {
    let two = Tensor<Float>(shape: [2, 2], entries: [1, 2, 3, 4])
    let three = Tensor<Float>(shape: [1, 3], entries: [1, 2, 3])
    #expect(throws: TensorError.sizes(what: "features of query and key", [2, 2], [1, 3])) {
      try streamingAttention(query: two, key: three, value: three)
    }
    #expect(throws: TensorError.rank(operation: "attention", shape: [])) {
      try streamingAttention(query: Tensor(scalar: 1), key: two, value: two)
    }
  }

  private func definition(
    _ query: Tensor<Float>, _ key: Tensor<Float>, _ value: Tensor<Float>, _ reach: Int?
  ) -> [Double] {
    let (size, features) = (query.shape[1], value.shape[1])
    return (0..<query.shape[0]).flatMap { row -> [Double] in
      let seen = (0..<key.shape[0]).filter { reach == nil || $0 <= row + (reach ?? 0) }
      let scores = seen.map { other in
        (0..<size).reduce(0.0) { $0 + Double(query[[row, $1]]) * Double(key[[other, $1]]) }
          / Double(size).squareRoot()
      }
      let weights = scores.map { exp($0) }
      let total = weights.reduce(0, +)
      return (0..<features).map { feature in
        total == 0
          ? 0
          : zip(seen, weights).reduce(0) { $0 + $1.1 * Double(value[[$1.0, feature]]) } / total
      }
    }
  }
}

/// Numbers in [−1, 1) that are the same on every run (Vigna's SplitMix64).
private struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func tensor(_ shape: [Int]) -> Tensor<Float> {
    Tensor(shape: shape, entries: (0..<shape.reduce(1, *)).map { _ in next() })
  }

  private mutating func next() -> Float {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Float((bits ^ (bits >> 31)) >> 40) / 8_388_608 - 1
  }
}
