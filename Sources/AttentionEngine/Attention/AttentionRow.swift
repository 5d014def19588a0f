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
  /// The scores that are spelt out; of the others only the value is told.
  fileprivate var speltScores: Int {
    min(keys.count, max(1, 2 * ExplanationLimit.terms / max(1, query.sizes.depth)))
  }

  /// The score of each key that may be looked at, as many as are spelt out.
  var scorePasses: [Pass] {
    (0..<speltScores).map { scorePass(keys[$0], scores[$0]) }
  }

  func scorePass(_ key: Int, _ score: Double, remark: PassName<OperandEntry>? = nil) -> Pass {
    Pass(
      name: query.name(of: "score", key), arithmetic: query.scoreArithmetic(key), value: score,
      remark: remark)
  }

  /// The scores of the keys that it may not look at, each with the reason, as many as are spelt out.
  var maskedPasses: [Pass] {
    let open = Set(keys)
    let masked = (0..<query.sizes.keys).lazy.filter { !open.contains($0) }
    return masked.prefix(speltScores + 1).map {
      scorePass($0, query.score($0), remark: remark($0))
    }
  }

  /// Which keys a boolean mask allows.
  var allowedPass: [Pass] {
    guard query.options.mask == .boolean else { return [] }
    let seen = Array(query.seen)
    let entries = Arithmetic<OperandEntry>.list(of: seen.count) {
      .entry(query.maskEntry(seen[$0]))
    } rest: { others in
      others.contains { query.maskValue(seen[$0]) != 0 } ? 1 : 0
    }
    return [
      Pass(
        name: "keys open", arithmetic: .call("count_nonzero", entries),
        value: Double(keys.count), kind: .whole)
    ]
  }

  /// What a boolean mask says of one key.
  func maskPass(_ key: Int) -> [Pass] {
    guard query.options.mask == .boolean, query.seen.contains(key) else { return [] }
    return [
      Pass(
        name: "mask", arithmetic: .entry(query.maskEntry(key)), value: query.maskValue(key),
        kind: .truth)
    ]
  }

  /// The largest of the scores and the sum of the exponentials, told before the scores that they are made of.
  ///
  /// - Parameter first: which of the explanation's passes the maximum is.
  func commonPasses(from first: Int) -> [Pass] {
    if isEmpty { return [] }
    let steps = ScoreSteps(row: self, first: first)
    return [
      Pass(
        name: "maximum of the scores",
        arithmetic: .call(
          "maximum",
          Arithmetic.list(of: keys.count, steps.score) {
            scores[$0].reduce(-.infinity, larger)
          }), value: maximum),
      Pass(
        name: "sum of exponentials", arithmetic: sumArithmetic(steps), value: sum),
    ]
  }

  private func sumArithmetic(_ steps: ScoreSteps) -> Arithmetic<OperandEntry> {
    .sum(
      Arithmetic.list(of: keys.count) {
        steps.exponential($0)
      } rest: { others in
        others.reduce(0) { $0 + Double.exp(scores[$1] - self.maximum) }
      })
  }

  /// A weight as the share of a sum that is spelt out.
  func weightPass(_ key: Int, from first: Int, value: Double) -> Pass {
    let steps = ScoreSteps(row: self, first: first)
    let arithmetic: Arithmetic<OperandEntry> =
      if isEmpty {
        .number(0)
      } else if let index = keys.firstIndex(of: key) {
        .quotient(steps.exponential(index), sumArithmetic(steps))
      } else {
        sum.isNaN ? .quotient(.number(0), sumArithmetic(steps)) : .number(0)
      }
    return Pass(name: query.name(of: "weight", key), arithmetic: arithmetic, value: value)
  }

  /// What the scores have in common, the scores, and the weight of each key.
  var passesToWeights: (all: [Pass], firstWeight: Int) {
    let first = allowedPass.count
    let before = allowedPass + commonPasses(from: first) + scorePasses
    guard !isEmpty else { return (before, before.count) }
    let steps = ScoreSteps(row: self, first: first)
    let weights = (0..<speltScores).map { index in
      Pass(
        name: query.name(of: "weight", keys[index]),
        arithmetic: .quotient(steps.exponential(index), .step(first + 1, value: sum)),
        value: weight(index))
    }
    return (before + weights, before.count)
  }

  /// Why a key has no weight, where a mask is the reason.
  func remark(_ key: Int) -> PassName<OperandEntry>? {
    if isEmpty { return "every key is masked" }
    let options = query.options
    if !query.seen.contains(key) {
      let (q, k) = (query.queryEntry, query.keyEntry(key))
      guard options.causal, key > query.index + options.offset else {
        return "masked: key \(row: k) is outside the window of query \(row: q)"
      }
      let place = options.offset == 0 ? "" : ", which stands at \(query.index + options.offset)"
      return "masked: key \(row: k) comes after query \(row: q)\(place)"
    }
    if options.mask == .boolean, query.maskValue(key) == 0 { return "masked: the mask is False" }
    if options.mask == .additive, query.maskValue(key) == -.infinity {
      return "masked: the mask is -inf"
    }
    return nil
  }
}

/// The scores of a row as other passes take them: by their pass where they have one.
private struct ScoreSteps {
  let row: AttentionRow
  /// Which pass the maximum is; the sum and the scores follow.
  private let first: Int
  private let count: Int

  init(row: AttentionRow, first: Int) {
    (self.row, self.first) = (row, first)
    count = row.speltScores
  }

  func score(_ index: Int) -> Arithmetic<OperandEntry> {
    index < count
      ? .step(first + 2 + index, value: row.scores[index]) : .number(row.scores[index])
  }

  func exponential(_ index: Int) -> Arithmetic<OperandEntry> {
    .call("exp", [.difference(score(index), .step(first, value: row.maximum))])
  }
}
