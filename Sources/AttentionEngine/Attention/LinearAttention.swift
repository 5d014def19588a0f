/// Attention with φ(q) · φ(k) in place of the exponential of a score, where φ(x) = elu(x) + 1.
///
///     Σ φ(q)·φ(kⱼ) vⱼ / Σ φ(q)·φ(kⱼ)
///
/// Operands: queries, keys, values, all of one rank, 2 or more. With `causal` query i sees keys up to i only.
///
/// Source: Katharopoulos et al., "Transformers are RNNs" (2020), equations 4 and 7.
package struct LinearAttention: Operation {
  package let causal: Bool

  package init(causal: Bool = false) {
    self.causal = causal
  }

  package var name: String { "linear_attention" }

  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    let (q, k) = (operands[0].map(feature), operands[1].map(feature))
    var products = try MatMul().forward(OperandValues([q, k.transposed]))
    let (rows, columns) = (q.shape[q.rank - 2], k.shape[k.rank - 2])
    if causal {
      for offset in products.entries.indices where offset % columns > offset / columns % rows {
        products.entries[offset] = 0
      }
    }
    let weights = try products.replacingLanes(along: -1) { lane in
      let total = pairwiseSum(UnsafeBufferPointer(lane))
      for k in lane.indices { lane[k] /= total }
    }
    return try MatMul().forward(OperandValues([weights, operands[2]]))
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let rank = position.count
    let (row, column) = (position[rank - 2], position[rank - 1])
    func line(_ operand: Int, _ last: [Int], along axis: Int) -> OperandLine {
      let lead = Shape.position(
        Array(position.dropLast(2)), broadcastFrom: Array(operands[operand].shape.dropLast(2)))
      return OperandLine(operands, operand, from: lead + last, along: axis)
    }
    let (keys, size) = (operands[1].shape[rank - 2], operands[0].shape[rank - 1])
    let query = line(0, [row, 0], along: rank - 1)
    let seen = causal ? min(keys, row + 1) : keys
    let spelt = min(seen, max(1, 2 * ExplanationLimit.terms / max(1, size)))
    let similarities = (0..<seen).map { number in
      let key = line(1, [number, 0], along: rank - 1)
      return (0..<size).reduce(0) { $0 + feature(query.value($1)) * feature(key.value($1)) }
    }
    let total = similarities.reduce(0, +)
    func name(_ what: String, _ number: Int) -> PassName<OperandEntry> {
      let lead = position.dropLast(2).map { "\($0), " }.joined()
      let key = line(1, [number, 0], along: rank - 1)
      return "\(what)[\(lead)\(row: query.entry(0)), \(row: key.entry(0))]"
    }
    func similarity(_ number: Int) -> Arithmetic<OperandEntry> {
      number < spelt ? .step(number, value: similarities[number]) : .number(similarities[number])
    }
    let products = (0..<spelt).map { number in
      let key = line(1, [number, 0], along: rank - 1)
      return Explanation<OperandEntry>.Pass(
        name: name("similarity", number),
        arithmetic: .sum(
          (0..<size).map {
            .product([
              feature(.entry(query.entry($0)), query.value($0)),
              feature(.entry(key.entry($0)), key.value($0)),
            ])
          }), value: similarities[number])
    }
    let sum = Explanation<OperandEntry>.Pass(
      name: "sum of the similarities",
      arithmetic: .sum(
        Arithmetic.list(of: seen, similarity) { others in
          others.reduce(0) { $0 + similarities[$1] }
        }), value: total)
    let weights = (0..<spelt).map { number in
      Explanation<OperandEntry>.Pass(
        name: name("weight", number),
        arithmetic: .quotient(similarity(number), .step(spelt, value: total)),
        value: similarities[number] / total)
    }
    let values = line(2, [0, column], along: rank - 2)
    let output = Arithmetic<OperandEntry>.list(of: seen) { number in
      let weight = similarities[number] / total
      return .product([
        number < spelt ? .step(spelt + 1 + number, value: weight) : .number(weight),
        .entry(values.entry(number)),
      ])
    } rest: { others in
      others.reduce(0) { $0 + similarities[$1] / total * values.value($1) }
    }
    return Explanation(
      passes: products + [sum] + weights
        + [.init(name: "weighted sum of values", arithmetic: .sum(output), value: result[position])]
    )
  }

  /// elu(x) + 1: x + 1 where x is positive, else eˣ.
  private func feature(_ x: Double) -> Double {
    x > 0 ? x + 1 : Double.exp(x)
  }

  private func feature(
    _ entry: Arithmetic<OperandEntry>, _ x: Double
  ) -> Arithmetic<OperandEntry> {
    x > 0 ? .sum([entry, .number(1)]) : .call("exp", [entry])
  }
}

extension Tensor<Double> {
  /// The last two axes exchanged.
  fileprivate var transposed: Tensor {
    let (rows, columns) = (shape[rank - 2], shape[rank - 1])
    var result = Tensor(
      shape: shape.dropLast(2) + [columns, rows], entries: entries)
    for offset in entries.indices {
      let (matrix, place) = offset.quotientAndRemainder(dividingBy: rows * columns)
      let (row, column) = place.quotientAndRemainder(dividingBy: columns)
      result.entries[matrix * rows * columns + column * rows + row] = entries[offset]
    }
    return result
  }
}
