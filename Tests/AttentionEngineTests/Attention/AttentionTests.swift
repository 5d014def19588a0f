import Testing

@testable import AttentionEngine

@Suite struct AttentionTests {
  // Four query heads share two key heads.
  static let q = Tensor(
    shape: [4, 2, 2],
    entries: [1, -0.2, 0, 1.5, 0.5, -0.5, -0.2, 0.5, 1.9, -0.3, -0.2, 1, -0.9, -0.3, 0.9, 0.6])
  static let k = Tensor(
    shape: [2, 3, 2], entries: [0.1, 0.7, -2.8, 1, -1, -1.7, 0.3, 0.7, -0.4, -1.1, 0, -0.1])
  static let v = Tensor(
    shape: [2, 3, 2], entries: [1.4, 0.7, 0.2, 1.1, -0.2, -0.9, 0.6, 0.6, -0.2, -0.8, 0.2, -2.5])

  // Computed with NumPy: repeat the key heads, multiply, scale, bend, mask, normalise.
  @Test(
    arguments: [
      (
        AttentionOptions(), nil,
        [
          0.565490634062631, 0.06973188410568013, 0.36477748183168884, 0.40765150621500745,
          0.5603775256345935, 0.03197096815039905, 0.3441082879712877, 0.11100614371372682,
          0.5448855683149855, 0.31488930542683824, 0.5276373000774008, 0.1574733944957609,
          0.42303309555243723, 0.24197539778057142, 0.3349915066669913, 0.5258240660193025,
          0.16257987586238407, 0.3115960581183133, 0.21180185180816755, 0.48442669051210135,
          0.303771457679731, 0.5299808043092156, 0.15817281352156692, 0.3118463821692175,
        ],
        [
          0.7326777681424815, 0.14424878271156985, 0.6763934201978493, 0.872997461213199,
          0.3949757182395509, -0.12741445181848607, 0.5148778087139015, 0.6590974888377429,
          0.2724230791087463, -0.777239227560473, 0.34529767606276734, -0.593559606374109,
          0.09095006451842647, -1.0198888855241082, 0.34872319631505944, -0.5881657236547679,
        ]
      ),
      (
        AttentionOptions(scale: 2, causal: true, offset: 1), nil,
        [
          0.997321990813787, 0.0026780091862131173, 0, 0.28898813344702834, 0.7107961121137509,
          0.0002157544392208175, 0.9608342772032357, 0.03916572279676437, 0, 0.18359343185588042,
          0.7905458872414247, 0.0258606809026948, 0.8292045179776256, 0.17079548202237446, 0,
          0.7912703759567021, 0.028606664773923714, 0.18012295926937416, 0.08786391482930125,
          0.9121360851706988, 0, 0.796278135422191, 0.02604819669836243, 0.17767366787944655,
        ],
        [
          1.3967863889765444, 0.7010712036744853, 0.5466994583607457, 0.9839732377427473,
          1.3530011326438827, 0.7156662891187057, 0.40996784586597856, 0.9748412654522581,
          0.46336361438210044, 0.36088632516867575, 0.5050654844731114, 0.001569495581446867,
          -0.12970886813655902, -0.6769905192389783, 0.5080919754895313, 0.012744154196008245,
        ]
      ),
      (
        AttentionOptions(causal: true, offset: -1), nil,
        [0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0],
        [0, 0, 1.4, 0.7, 0, 0, 1.4, 0.7, 0, 0, 0.6, 0.6, 0, 0, 0.6, 0.6]
      ),
      (
        AttentionOptions(softcap: 0.5, window: AttentionWindow(left: 0, right: 1)), nil,
        [
          0.6157480510672856, 0.38425194893271436, 0, 0, 0.7281184381830899, 0.2718815618169101,
          0.5732509872358739, 0.4267490127641262, 0, 0, 0.6932288742076225, 0.30677112579237753,
          0.6238745833406903, 0.37612541665930965, 0, 0, 0.406885245714608, 0.593114754285392,
          0.3382731194872121, 0.6617268805127879, 0, 0, 0.4001656758661341, 0.599834324133866,
        ],
        [
          0.9388976612807427, 0.8537007795730858, 0.09124737527323597, 0.5562368763661798,
          0.8879011846830486, 0.8706996051056505, 0.07729154968304898, 0.486457748415245,
          0.2990996666725522, 0.07342441667696643, 0.0372459017141568, -1.8082950822851662,
          0.07061849558976967, -0.32641763271790314, 0.03993372965354637, -1.8197183510275723,
        ]
      ),
      (
        AttentionOptions(mask: .boolean), Tensor(shape: [2, 3], entries: [1, 0, 1, 0, 0, 0]),
        [
          0.6078791956864958, 0, 0.3921208043135042, 0, 0, 0, 0.3870761147987936, 0,
          0.6129238852012064, 0, 0, 0, 0.5580730418430141, 0, 0.44192695815698585, 0, 0, 0,
          0.41080841057994866, 0, 0.5891915894200513, 0, 0, 0,
        ],
        [
          0.7726067130983932, 0.07260671309839326, 0, 0, 0.4193217836780697, -0.2806782163219303, 0,
          0, 0.42322921673720565, -0.7699735702866561, 0, 0, 0.3643233642319795, -1.226493927202159,
          0, 0,
        ]
      ),
      (
        AttentionOptions(softcap: 2, mask: .additive),
        Tensor(shape: [2, 3], entries: [0.5, -.infinity, 0, 1, 0, -1]),
        [
          0.7170992581002053, 0, 0.28290074189979475, 0.669564097538414, 0.31981975185836015,
          0.01061615060322596, 0.5106054218895849, 0, 0.4893945781104151, 0.6005273573370963,
          0.35846245604653004, 0.041010186616373644, 0.6752396780613891, 0, 0.3247603219386109,
          0.8341146761429048, 0.0984809540183262, 0.06740436983876905, 0.5355891098352437, 0,
          0.46441089016475634, 0.8371214492868726, 0.09558265548733119, 0.0672958952257961,
        ],
        [
          0.9473588129603284, 0.2473588129603284, 0.9992304568048064, 0.8109420597781825,
          0.6169686750233357, -0.08303132497666418, 0.904228754157966, 0.7777686838324142,
          0.4700958712245556, -0.4067569980096938, 0.4942534888498314, 0.25317311787415925,
          0.41423564393409745, -0.8396737595107446, 0.49661551751981653, 0.25756700711776837,
        ]
      ),
    ] as [(AttentionOptions, Tensor<Double>?, [Double], [Double])])
  func groupedHeads(
    _ options: AttentionOptions, _ mask: Tensor<Double>?, _ weights: [Double], _ output: [Double]
  ) throws {
    let (q, k, v) = (AttentionTests.q, AttentionTests.k, AttentionTests.v)
    let masks = mask.map { [$0] } ?? []
    expectEqual(
      try AttentionWeights(options).forward([q, k] + masks),
      Tensor(shape: [4, 2, 3], entries: weights))
    expectEqual(
      try Attention(options).forward([q, k, v] + masks), Tensor(shape: [4, 2, 2], entries: output))
  }

  /// PyTorch, in float32.
  @Test func tiesShareTheWeight() throws {
    let (q, k, v) = (
      matrix([[1.0]]), matrix([[5.0], [5.0], [-5.0]]), matrix([[1.0], [2.0], [100.0]])
    )
    let options = AttentionOptions(scale: nil)
    expectEqual(
      try AttentionWeights(options).forward([q, k]),
      Tensor(
        shape: [1, 3], entries: [0.4999886751174927, 0.4999886751174927, 2.2699450710206293e-05]),
      tolerance: 1e-5)
    expectEqual(
      try Attention(options).forward([q, k, v]),
      Tensor(shape: [1, 1], entries: [1.502236008644104]), tolerance: 1e-5)
  }

  /// PyTorch: inf − inf.
  @Test func anInfiniteScoreIsNotANumber() throws {
    let (q, k, v) = (
      matrix([[1.0], [1.0]]), matrix([[.infinity], [0.0], [1.0], [2.0]]),
      matrix([[1.0], [2.0], [3.0], [4.0]])
    )
    let options = AttentionOptions(scale: 1.0)
    expectEqual(
      try AttentionWeights(options).forward([q, k]),
      Tensor(shape: [2, 4], entries: [.nan, .nan, .nan, .nan, .nan, .nan, .nan, .nan]),
      tolerance: 1e-5)
    expectEqual(
      try Attention(options).forward([q, k, v]), Tensor(shape: [2, 1], entries: [.nan, .nan]),
      tolerance: 1e-5)
  }

  /// PyTorch.
  @Test func hugeScores() throws {
    let (q, k, v) = (
      matrix([[1e30], [1e30]]), matrix([[1e30], [-1e30], [0.0], [1.0]]),
      matrix([[1.0], [2.0], [3.0], [4.0]])
    )
    let options = AttentionOptions(scale: 1.0)
    expectEqual(
      try AttentionWeights(options).forward([q, k]),
      Tensor(shape: [2, 4], entries: [1, 0, 0, 0, 1, 0, 0, 0]), tolerance: 1e-5)
    expectEqual(
      try Attention(options).forward([q, k, v]), Tensor(shape: [2, 1], entries: [1, 1]),
      tolerance: 1e-5)
  }

  /// A row without a key to look at is zero, however the masking came about.
  @Test(
    arguments: [
      (AttentionOptions(causal: true, offset: -1), nil),
      (AttentionOptions(offset: 5, window: AttentionWindow(left: 1, right: 0)), nil),
      (AttentionOptions(mask: .boolean), [0, 0]),
      (AttentionOptions(mask: .additive), [-.infinity, -.infinity]),
    ] as [(AttentionOptions, [Double]?)])
  func aRowFullyMasked(_ options: AttentionOptions, _ mask: [Double]?) throws {
    let (q, k) = (matrix([[1, 2]]), matrix([[1, 2], [3, 4]]))
    let masks = mask.map { [matrix([$0])] } ?? []
    expectEqual(try AttentionWeights(options).forward([q, k] + masks), matrix([[0, 0]]))
    expectEqual(try Attention(options).forward([q, k, k] + masks), matrix([[0, 0]]))
  }

  @Test func theScoreOfAMaskedKeyDoesNotMatter() throws {
    let (q, k) = (matrix([[1, 2]]), matrix([[1, 2], [.nan, .infinity]]))
    let (v, mask) = (matrix([[1, 2], [3, 4]]), matrix([[1, 0]]))
    let found = try Attention(AttentionOptions(mask: .boolean)).forward([q, k, v, mask])
    expectEqual(found, matrix([[1, 2]]))
  }

  /// The output is weights @ V to the letter: 0 · ∞ is NaN, as in NumPy and PyTorch.
  @Test func aMaskedValueOfInfinityDoesMatter() throws {
    let (q, k) = (matrix([[1, 2]]), matrix([[1, 2], [3, 4]]))
    let (v, mask) = (matrix([[1, 2], [.infinity, 4]]), matrix([[1, 0]]))
    let found = try Attention(AttentionOptions(mask: .boolean)).forward([q, k, v, mask])
    expectEqual(found, matrix([[.nan, 2]]))
  }

  @Test func aScoreOfNaNMakesItsWholeRowNaN() throws {
    let (q, k) = (matrix([[.nan, 2], [1, 0]]), matrix([[1, 2], [3, 4]]))
    let found = try AttentionWeights(AttentionOptions(causal: true)).forward([q, k])
    expectEqual(
      found, matrix([[.nan, .nan], [0.1955703, 0.8044297]]), tolerance: 1e-6)
  }

  @Test func noKeysAtAll() throws {
    let (q, k) = (arange([2, 3]), arange([0, 3]))
    expectEqual(try AttentionWeights().forward([q, k]), arange([2, 0]))
    expectEqual(try Attention().forward([q, k, arange([0, 1])]), matrix([[0], [0]]))
  }

  @Test func floatAndDoubleAgree() throws {
    let narrow = { (x: Tensor<Double>) in
      Tensor<Float>(shape: x.shape, entries: x.entries.map { Float($0) })
    }
    let (q, k, v) = (AttentionTests.q, AttentionTests.k, AttentionTests.v)
    let options = AttentionOptions(causal: true, softcap: 2)
    let found = try attention(narrow(q), narrow(k), narrow(v), options)
    let wide = Tensor(shape: found.shape, entries: found.entries.map { Double($0) })
    expectEqual(wide, try Attention(options).forward([q, k, v]), tolerance: 1e-6)
  }

  @Test(
    arguments: [
      ([2], [3, 2], [3, 2], .rank(operation: "attention", shape: [2])),
      ([2, 2], [3, 4], [3, 4], .sizes(what: "query and key length", [2, 2], [3, 4])),
      ([2, 2], [3, 2], [4, 2], .sizes(what: "keys and values", [3, 2], [4, 2])),
      ([3, 2, 2], [2, 3, 2], [2, 3, 2], .heads(query: 3, key: 2)),
      (
        [2, 3, 2, 2], [1, 3, 2, 2], [1, 3, 2, 2],
        .sizes(what: "batches", [2, 3, 2, 2], [1, 3, 2, 2])
      ),
      ([2, 2], [1, 3, 2], [1, 3, 2], .sizes(what: "batches", [2, 2], [1, 3, 2])),
      (
        [100_000, 1], [100_000, 1], [100_000, 1],
        .tooLarge(shape: [100_000, 100_000], limit: 10_000_000)
      ),
    ] as [([Int], [Int], [Int], TensorError)])
  func refusals(_ q: [Int], _ k: [Int], _ v: [Int], _ error: TensorError) {
    #expect(throws: error) { try Attention().forward([arange(q), arange(k), arange(v)]) }
  }

  @Test func arguments() {
    let x = arange([2, 2])
    #expect(throws: TensorError.argument(name: "window", problem: "must not be negative")) {
      try Attention(AttentionOptions(window: AttentionWindow(last: 0))).forward([x, x, x])
    }
    #expect(throws: TensorError.argument(name: "softcap", problem: "must be greater than 0")) {
      try Attention(AttentionOptions(softcap: 0)).forward([x, x, x])
    }
    #expect(throws: TensorError.broadcast([3, 2], [2, 2])) {
      try Attention(AttentionOptions(mask: .boolean)).forward([x, x, x, arange([3, 2])])
    }
  }
}
