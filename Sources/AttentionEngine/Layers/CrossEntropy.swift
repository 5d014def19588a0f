/// The mean of −log softmax at the right ids: `torch.nn.functional.cross_entropy`.
///
/// Operands: the logits, `[…, n]`; the ids, `[…]`, whole numbers from 0 to n − 1.
package struct CrossEntropy: Operation {
  package init() {}

  package var name: String { "cross_entropy" }

  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    let (logits, ids) = (operands[0], operands[1])
    let size = try Self.size(logits, ids)
    let logs = try logSoftmax(logits)
    let chosen = ids.entries.indices.map { logs.entries[$0 * size + index(ids, $0)] }
    return Tensor(scalar: -(pairwiseSum(chosen) / Double(chosen.count)))
  }

  /// How many logits a row has.
  private static func size(
    _ logits: Tensor<Double>, _ ids: Tensor<Double>
  ) throws(TensorError) -> Int {
    guard let size = logits.shape.last, ids.shape == Array(logits.shape.dropLast()) else {
      throw .sizes(what: "rows and ids", logits.shape, ids.shape)
    }
    guard ids.entries.allSatisfy({ $0 >= 0 && $0 < Double(size) && $0.rounded() == $0 }) else {
      throw .argument(name: "ids", problem: "lie between 0 and \(size - 1)")
    }
    return size
  }

  private func index(_ ids: Tensor<Double>, _ row: Int) -> Int {
    Int(exactly: ids.entries[row]) ?? 0
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let (logits, ids) = (operands[0], operands[1])
    let (rows, size) = (ids.count, max(1, logits.shape.last ?? 1))
    // No more entries are told than those of an operation on one row.
    let spelt = min(rows, max(1, 4 * ExplanationLimit.terms / size))
    var passes: [Explanation<OperandEntry>.Pass] = []
    var terms: [Arithmetic<OperandEntry>] = []
    for row in 0..<spelt {
      let number = OperandEntry(operand: 1, position: Shape.position(of: row, in: ids.shape))
      let id = Explanation<OperandEntry>.Pass(
        name: "id", arithmetic: .entry(number), value: ids.entries[row], kind: .whole)
      let own = rowPasses(row, index(ids, row), logits, ids, from: passes.count + 1)
      passes += [id] + own
      terms.append(.step(passes.count - 1, value: own[own.count - 1].value))
    }
    if rows > spelt {
      let logs = (try? logSoftmax(logits)) ?? logits
      let rest = (spelt..<rows).reduce(0) { $0 + logs.entries[$1 * size + index(ids, $1)] }
      terms.append(.rest(count: rows - spelt, value: rest))
    }
    let mean = Arithmetic.quotient(.sum(terms), .number(Double(rows)))
    return Explanation(
      passes: passes + [.init(name: "cross entropy", arithmetic: .negate(mean), value: result[[]])])
  }

  /// The logarithm of the weight that a row gives to its id: its score, less the maximum and the logarithm of the sum.
  private func rowPasses(
    _ row: Int, _ id: Int, _ logits: Tensor<Double>, _ ids: Tensor<Double>, from first: Int
  ) -> [Explanation<OperandEntry>.Pass] {
    let position = Shape.position(of: row, in: ids.shape) + [id]
    let place = LanePlace(logits, along: -1, at: position)
    let passes = ExponentialPasses(place.lane, from: first)
    let (largest, sum) = (passes.maximum.value, passes.sum.value)
    let entry = OperandEntry(operand: 0, position: position)
    let number = OperandEntry(operand: 1, position: Array(position.dropLast()))
    let words: PassName<OperandEntry> =
      logits.rank > 1
      ? "log of the weight of id \(value: number) in row \(row: entry)"
      : "log of the weight of id \(value: number)"
    let shifted = Arithmetic.difference(.entry(entry), .step(first, value: largest))
    return [
      passes.maximum, passes.sum,
      .init(
        name: words,
        arithmetic: .difference(shifted, .call("log", [.step(first + 1, value: sum)])),
        value: place.lane.values[place.index] - largest - Double.log(sum)),
    ]
  }
}
