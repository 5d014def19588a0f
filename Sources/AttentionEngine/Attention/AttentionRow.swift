/// The passes by which one query attends, as arithmetic.
///
/// The scores of the keys it may look at, masked; their maximum; the sum of the exponentials; and from there a weight or an output.
struct AttentionRow {
  typealias Pass = Explanation<OperandEntry>.Pass

  let query: AttentionQuery
  /// The keys that are not masked by causality, window or a boolean mask.
  let keys: [Int]
  let scores: [Double]
  let maximum: Double
  let sum: Double

  init(_ query: AttentionQuery) {
    let keys = query.seen.filter {
      query.options.mask != .boolean || query.maskValue($0) != 0
    }
    let scores = keys.map(query.score)
    let maximum = scores.reduce(-.infinity, larger)
    self.query = query
    self.keys = keys
    self.scores = scores
    self.maximum = maximum
    sum = scores.reduce(0) { $0 + Double.exp($1 - maximum) }
  }

  /// Whether there is no key whose score is more than −inf: the weights are 0 then.
  var isEmpty: Bool { maximum == -.infinity }

  func weight(_ index: Int) -> Double {
    isEmpty ? 0 : Double.exp(scores[index] - maximum) / sum
  }
}

extension AttentionRow {
  /// Which keys a boolean mask allows, the scores of those, their maximum and the sum of the exponentials.
  var passes: [Pass] {
    let spelt = max(1, 2 * ExplanationLimit.terms / max(1, query.sizes.depth))
    let scorePasses = zip(keys, scores).prefix(spelt).map { key, score in
      Pass(name: "score of key \(key)", arithmetic: query.scoreArithmetic(key), value: score)
    }
    guard !isEmpty else { return allowedPass + scorePasses }
    return allowedPass + scorePasses + [
      Pass(
        name: "maximum",
        arithmetic: .call(
          "maximum",
          Arithmetic.list(of: keys.count, { .number(scores[$0]) }) {
            scores[$0].reduce(-.infinity, larger)
          }), value: maximum),
      Pass(name: "sum of exponentials", arithmetic: sumArithmetic, value: sum),
    ]
  }

  /// What a boolean mask says of one key.
  func maskPass(_ key: Int) -> [Pass] {
    guard query.options.mask == .boolean, query.seen.contains(key) else { return [] }
    return [
      Pass(name: "mask", arithmetic: .entry(query.maskEntry(key)), value: query.maskValue(key))
    ]
  }

  private var allowedPass: [Pass] {
    guard query.options.mask == .boolean else { return [] }
    let seen = Array(query.seen)
    let entries = Arithmetic<OperandEntry>.list(of: seen.count) {
      .entry(query.maskEntry(seen[$0]))
    } rest: { others in
      others.contains { query.maskValue(seen[$0]) != 0 } ? 1 : 0
    }
    return [
      Pass(
        name: "keys that the mask allows", arithmetic: .call("count_nonzero", entries),
        value: Double(keys.count))
    ]
  }

  private var sumArithmetic: Arithmetic<OperandEntry> {
    .sum(
      Arithmetic.list(of: keys.count, exponential) { others in
        others.reduce(0) { $0 + Double.exp(scores[$1] - maximum) }
      })
  }

  private func exponential(_ index: Int) -> Arithmetic<OperandEntry> {
    .call("exp", [.difference(.number(scores[index]), .number(maximum))])
  }

  /// The last pass of a weight: its share of the sum.
  func weightPass(_ key: Int, name: String, value: Double) -> Pass {
    guard let index = keys.firstIndex(of: key), !isEmpty else {
      let none = sum.isNaN && !isEmpty ? .quotient(.number(0), sumArithmetic) : Arithmetic.number(0)
      return Pass(name: name, arithmetic: none, value: value)
    }
    return Pass(
      name: name, arithmetic: .quotient(exponential(index), sumArithmetic), value: value)
  }

  /// Why a key has no weight, where a mask is the reason.
  func remark(_ key: Int) -> String? {
    if isEmpty { return "every key is masked" }
    let options = query.options
    if !query.seen.contains(key) {
      let isLater = options.causal && key > query.index + options.offset
      return isLater ? "masked: a later key" : "masked: outside the window"
    }
    if options.mask == .boolean, query.maskValue(key) == 0 { return "masked: the mask is False" }
    if options.mask == .additive, query.maskValue(key) == -.infinity {
      return "masked: the mask is -inf"
    }
    return nil
  }
}
