import Testing

@testable import AttentionEngine

/// For every operation: the arithmetic of an entry gives the entry, and what it doesn't name has no say in it.
@Suite struct ExplanationTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let operation: any Operation
    let operands: [([Int], Numbers)]

    var testDescription: String { "\(operation.name) of \(operands.map(\.0))" }

    init(_ operation: any Operation, _ operands: ([Int], Numbers)...) {
      self.operation = operation
      self.operands = operands
    }
  }

  static let binary: [Sample] = BinaryFunction.allCases.flatMap { function in
    [
      Sample(BinaryOperation(function), ([2, 3], .real), ([2, 3], .real)),
      Sample(BinaryOperation(function), ([2, 3], .special), ([3], .special)),
      Sample(BinaryOperation(function), ([2, 1, 2], .special), ([3, 1], .boolean)),
      Sample(BinaryOperation(function), ([], .real), ([], .special)),
      Sample(BinaryOperation(function), ([0, 3], .real), ([3], .real)),
    ]
  }

  static let unary: [Sample] =
    UnaryFunction.allCases.map { Sample(UnaryOperation($0), ([3, 4], .special)) }
    + [0, 1, -1].map { Sample(Round(decimals: $0), ([3, 4], .special)) }

  static let selections: [Sample] = [
    Sample(Where(), ([2, 3], .boolean), ([3], .real), ([], .special)),
    Sample(Where(), ([], .boolean), ([2, 2], .real), ([2, 2], .real)),
    Sample(Clip(), ([2, 3], .special), ([], .real), ([3], .special)),
    Sample(Clip(hasUpper: false), ([2, 3], .real), ([], .real)),
    Sample(Clip(hasLower: false), ([2, 3], .real), ([], .real)),
    Sample(
      Reindex(name: "transpose", shape: [3, 2], offsets: [0, 3, 1, 4, 2, 5]), ([2, 3], .real)),
    Sample(Reindex(name: "broadcast_to", shape: [2, 2], offsets: [0, 0, 0, 0]), ([], .special)),
    Sample(
      Assemble(
        name: "array", shape: [2, 2],
        sources: [
          .constant(-0.0), .operand(1, offset: 2), .operand(0, offset: 0), .constant(.nan),
        ]), ([], .real), ([3], .real)),
  ]

  static let products: [Sample] = [
    Sample(MatMul(), ([2, 3], .real), ([3, 4], .real)),
    Sample(MatMul(), ([2, 3], .special), ([3, 2], .special)),
    Sample(MatMul(), ([3], .real), ([3], .real)),
    Sample(MatMul(), ([3], .real), ([3, 2], .real)),
    Sample(MatMul(), ([2, 3], .real), ([3], .real)),
    Sample(MatMul(), ([2, 1, 2, 3], .real), ([4, 3, 2], .real)),
    Sample(MatMul(), ([3], .real), ([2, 3, 2], .real)),
    Sample(MatMul(), ([2, 2, 3], .real), ([3], .real)),
    Sample(MatMul(), ([2, 0], .real), ([0, 3], .real)),
    Sample(MatMul(), ([0, 2], .real), ([2, 3], .real)),
  ]

  static let lanes: [Sample] =
    ReductionFunction.allCases.flatMap { function in
      [
        Sample(Reduction(function), ([2, 3], .real)),
        Sample(Reduction(function, axes: [0]), ([3, 2], .special)),
        Sample(Reduction(function, axes: [-1], keepDims: true), ([2, 3], .boolean)),
        Sample(Reduction(function, axes: [1], ddof: 1), ([2, 3, 2], .real)),
        Sample(Reduction(function), ([], .real)),
        Sample(Reduction(function, axes: [1]), ([0, 3], .real)),
      ] + (function.hasIdentity ? [Sample(Reduction(function, axes: [0]), ([0, 3], .real))] : [])
    }
    + [Sample(Reduction(.sum, axes: [0, 2]), ([2, 3, 2], .real))]
    + [0, 1, -1, nil].flatMap { axis in
      [
        Sample(CumulativeSum(axis: axis), ([2, 3], .special)),
        Sample(Sort(axis: axis), ([2, 3], .special)),
        Sample(ArgSort(axis: axis), ([2, 3], .special)),
        Sample(Softmax(axis: axis), ([2, 3], .real)),
        Sample(Softmax(axis: axis), ([2, 4], .additiveMask)),
        Sample(LogSoftmax(axis: axis), ([3, 2], .additiveMask)),
        Sample(Softmax(axis: axis), ([2, 0], .real)),
      ]
    }

  static let attention: [Sample] =
    [
      Sample(AttentionScores(), ([2, 3], .special), ([4, 3], .special)),
      Sample(AttentionScores(scale: 2), ([2, 4, 2, 3], .real), ([2, 2, 3, 3], .real)),
      Sample(AttentionScores(), ([2, 2, 3], .real), ([3, 3], .real)),
    ]
    + [
      AttentionOptions(), AttentionOptions(causal: true),
      AttentionOptions(scale: 1, causal: true, offset: -2),
      AttentionOptions(softcap: 1, window: AttentionWindow(left: 1, right: 0)),
      AttentionOptions(causal: true, offset: 1, window: AttentionWindow(last: 2)),
    ].flatMap { options in
      [([3, 2], [4, 2]), ([4, 3, 2], [2, 4, 2]), ([2, 2, 3, 2], [2, 1, 4, 2])].flatMap { q, k in
        let masks: [(AttentionMask, [([Int], Numbers)])] = [
          (.none, []), (.boolean, [([3, 4], .boolean)]), (.additive, [([3, 4], .additiveMask)]),
          (.boolean, [([4], .boolean)]),
        ]
        return masks.flatMap { mask, operand in
          var options = options
          options.mask = mask
          return [
            Sample(AttentionWeights(options), operands: [(q, .real), (k, .real)] + operand),
            Sample(
              Attention(options), operands: [(q, .real), (k, .real), (k, .real)] + operand),
          ]
        }
      }
    }

  static let layers: [Sample] = [
    Sample(LayerNorm(), ([2, 3], .real)), Sample(LayerNorm(eps: 0), ([4], .special)),
    Sample(RMSNorm(eps: 1), ([2, 2, 3], .real)), Sample(RMSNorm(), ([2, 3], .special)),
    Sample(CrossEntropy(), ([3, 4], .real), ([3], .boolean)),
    Sample(CrossEntropy(), ([2, 2, 3], .additiveMask), ([2, 2], .boolean)),
    Sample(CrossEntropy(), ([4], .real), ([], .boolean)),
    Sample(OneHot(count: 3), ([2, 2], .boolean)), Sample(PaddingMask(count: 3), ([4], .boolean)),
    Sample(CausalMask(rows: 3, columns: 4)),
    Sample(WindowMask(count: 4, window: AttentionWindow(left: 1, right: 0))),
    Sample(WindowMask(count: 3, window: AttentionWindow(left: nil, right: 1))),
    Sample(WindowMask(count: 3, window: AttentionWindow(left: nil, right: nil))),
    Sample(RotaryEmbedding(pairing: .halves), ([2, 3, 4], .real), ([3], .real)),
    Sample(RotaryEmbedding(base: 100), ([3, 4], .real), ([3], .real)),
    Sample(LinearAttention(), ([2, 3], .real), ([4, 3], .real), ([4, 2], .real)),
    Sample(
      LinearAttention(causal: true), ([2, 3, 2], .real), ([1, 3, 2], .real), ([2, 3, 2], .real)),
  ]

  @Test(arguments: binary + unary + selections + products + lanes + attention + layers)
  func theArithmeticGivesTheEntry(_ sample: Sample) throws {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<4 {
      let operands = sample.operands.map { $1.tensor($0, &generator) }
      let result = try sample.operation.forward(operands)
      for offset in 0..<result.count {
        let position = Shape.position(of: offset, in: result.shape)
        let explanation = sample.operation.explain(position, operands: operands, result: result)
        for pass in explanation.passes + explanation.asides {
          let value = pass.arithmetic.evaluated { operands[$0.operand][$0.position] }
          #expect(
            agree(value + 0, pass.value + 0, tolerance: 1e-12), "\(pass.name.plain) at \(position)")
          pass.arithmetic.forEachStep { #expect(explanation.passes.indices.contains($0)) }
        }
        #expect(agree(explanation.result.value, result[position], tolerance: 0))
      }
    }
  }

  @Test(arguments: binary + unary + selections + products + lanes + attention + layers)
  func whatIsNotNamedHasNoSay(_ sample: Sample) throws {
    var generator = SplitMix64(seed: 11)
    let operands = sample.operands.map { $1.tensor($0, &generator) }
    let result = try sample.operation.forward(operands)
    for offset in 0..<result.count {
      let position = Shape.position(of: offset, in: result.shape)
      let explanation = sample.operation.explain(position, operands: operands, result: result)
      var named: Set<OperandEntry> = []
      for pass in explanation.passes { pass.arithmetic.forEachLeaf { named.insert($0) } }
      for _ in 0..<3 {
        var others = sample.operands.map { $1.tensor($0, &generator) }
        for entry in named {
          others[entry.operand][entry.position] = operands[entry.operand][entry.position]
        }
        let other = try sample.operation.forward(others)
        #expect(agree(other[position], result[position], tolerance: 1e-15), "at \(position)")
      }
    }
  }

  /// Where each operand's every entry counts for something, the named ones are exactly those that move the result.
  @Test(arguments: [
    Sample(BinaryOperation(.subtract), ([2, 3], .real), ([3], .real)),
    Sample(UnaryOperation(.gelu), ([3], .real)),
    Sample(MatMul(), ([2, 2, 3], .real), ([3, 2], .real)),
    Sample(Reduction(.standardDeviation, axes: [0]), ([3, 2], .real)),
    Sample(CumulativeSum(axis: 1), ([2, 3], .real)),
    Sample(Softmax(axis: 0), ([3, 2], .real)),
    Sample(AttentionScores(), ([4, 2, 2], .real), ([2, 3, 2], .real)),
    Sample(
      AttentionWeights(AttentionOptions(causal: true, offset: 1)), ([3, 2], .real), ([4, 2], .real)),
    Sample(
      Attention(AttentionOptions(softcap: 2)), ([2, 2], .real), ([3, 2], .real), ([3, 2], .real)),
    Sample(
      Attention(AttentionOptions(mask: .additive)), ([2, 2], .real), ([3, 2], .real),
      ([3, 2], .real), ([2, 3], .real)),
  ])
  func whatIsNamedTookPart(_ sample: Sample) throws {
    var generator = SplitMix64(seed: 13)
    let operands = sample.operands.map { $1.tensor($0, &generator) }
    let result = try sample.operation.forward(operands)
    for offset in 0..<result.count {
      let position = Shape.position(of: offset, in: result.shape)
      let explanation = sample.operation.explain(position, operands: operands, result: result)
      var named: Set<OperandEntry> = []
      for pass in explanation.passes { pass.arithmetic.forEachLeaf { named.insert($0) } }
      #expect(!named.isEmpty || explanation.remark != nil)
      for entry in named {
        var others = operands
        others[entry.operand][entry.position] += 0.25
        let other = try sample.operation.forward(others)
        #expect(other[position] != result[position], "\(entry) at \(position)")
      }
    }
  }

  @Test func aSumTooLongToSpellOutIsElidedAndStaysTrue() throws {
    var generator = SplitMix64(seed: 17)
    let operands = [
      Numbers.real.tensor([10_000], &generator), Numbers.real.tensor([10_000], &generator),
    ]
    let result = try MatMul().forward(operands)
    let explanation = MatMul().explain([], operands: operands, result: result)
    guard case .sum(let terms) = explanation.result.arithmetic,
      case .rest(let count, _)? = terms.last
    else {
      Issue.record("not a sum with a rest")
      return
    }
    #expect(terms.count == ExplanationLimit.terms + 1)
    #expect(count == 10_000 - ExplanationLimit.terms)
    let value = explanation.result.arithmetic.evaluated { operands[$0.operand][$0.position] }
    #expect(agree(value, result.entries[0], tolerance: 1e-12))
  }
}

extension ExplanationTests.Sample {
  init(_ operation: any Operation, operands: [([Int], Numbers)]) {
    self.operation = operation
    self.operands = operands
  }
}
