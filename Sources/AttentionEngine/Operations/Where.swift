/// For each entry the second operand's where the first's is true (not 0), else the third's: `np.where`.
package struct Where: Operation {
  package init() {}

  package var name: String { "where" }

  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    guard operands.allSatisfy({ $0.rank <= 2 }) else {
      return try broadcasting(operands) { $0[0] != 0 ? $0[1] : $0[2] }
    }
    return try chosen(operands[0], operands[1], operands[2])
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let own = Shape.position(position, broadcastFrom: operands[0].shape)
    let condition = operands[0][own]
    let chosen = Arithmetic.entry(condition != 0 ? 1 : 2, at: position, in: operands)
    return Explanation(
      passes: [
        .init(
          name: "condition", arithmetic: .entry(OperandEntry(operand: 0, position: own)),
          value: condition, kind: .truth),
        .init(name: "where(…)", arithmetic: chosen, value: result[position]),
      ],
      remark: condition != 0 ? "the condition is True" : "the condition is False")
  }
}

private func held(_ x: Double, _ low: Double, _ high: Double) -> Double {
  let raised = x < low ? low : x
  return raised > high ? high : raised
}

/// The entries of one of two planes, by those of a third.
private func chosen(
  _ condition: Tensor<Double>, _ x: Tensor<Double>, _ y: Tensor<Double>
) throws(TensorError) -> Tensor<Double> {
  let shape = try Shape.broadcast(try Shape.broadcast(condition.shape, x.shape), y.shape)
  let count = try Shape.count(shape)
  let (c, a, b) = (PlaneStrides(condition.shape), PlaneStrides(x.shape), PlaneStrides(y.shape))
  let columns = shape.last ?? 1
  let (choice, left, right) = (condition.entries.span, x.entries.span, y.entries.span)
  var entries = [Double].filled(with: 0, count: count)
  var result = entries.mutableSpan
  var k = 0
  for row in 0..<(shape.count == 2 ? shape[0] : 1) {
    for column in 0..<columns {
      result[k] =
        choice[row &* c.row &+ column &* c.step] != 0
        ? left[row &* a.row &+ column &* a.step] : right[row &* b.row &+ column &* b.step]
      k &+= 1
    }
  }
  return Tensor(shape: shape, entries: entries)
}

/// Each entry held between two bounds, of which one may be missing: `np.clip`.
///
/// Between two single numbers a zero keeps its sign, elsewhere it takes that of the bound it equals: so has NumPy it.
///
/// Its operands are the array, then the lower bound, if there is one, then the upper one, if there is one.
package struct Clip: Operation {
  package let hasLower: Bool
  package let hasUpper: Bool

  package init(hasLower: Bool = true, hasUpper: Bool = true) {
    self.hasLower = hasLower
    self.hasUpper = hasUpper
  }

  package var name: String { "clip" }

  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    if hasLower, hasUpper, operands[1].count == 1, operands[2].count == 1 {
      let (low, high) = (operands[1].entries[0], operands[2].entries[0])
      let shape = try Shape.broadcast(operands[1].shape, operands[2].shape)
      if try Shape.broadcast(operands[0].shape, shape) == operands[0].shape {
        return operands[0].map { low.isNaN || high.isNaN ? .nan : held($0, low, high) }
      }
    }
    return try broadcasting(operands) { entries in
      var x = entries[0]
      if hasLower { x = larger(x, entries[1]) }
      if hasUpper { x = smaller(x, entries[entries.count - 1]) }
      return x
    }
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    var arithmetic = Arithmetic.entry(0, at: position, in: operands)
    if hasLower {
      arithmetic = .call("maximum", [arithmetic, .entry(1, at: position, in: operands)])
    }
    if hasUpper {
      let last = operands.count - 1
      arithmetic = .call("minimum", [arithmetic, .entry(last, at: position, in: operands)])
    }
    return Explanation(PassName(name), arithmetic, result[position])
  }
}

/// The function applied to each group of entries of several arrays broadcast together.
func broadcasting(
  _ operands: OperandValues, _ function: ([Double]) -> Double
) throws(TensorError) -> Tensor<Double> {
  var shape: [Int] = []
  for operand in operands { shape = try Shape.broadcast(shape, operand.shape) }
  let count = try Shape.count(shape)
  var result = [Double](repeating: 0, count: count)
  let strides = operands.map { Shape.strides($0.shape, broadcastTo: shape) }
  let steps = strides.map { $0.last ?? 0 }
  let run = shape.last ?? 1
  var group = [Double](repeating: 0, count: operands.count)
  forEachRun(shape, strides) { start, starts in
    for k in 0..<run {
      for operand in group.indices {
        group[operand] = operands[operand].entries[starts[operand] + k * steps[operand]]
      }
      result[start + k] = function(group)
    }
  }
  return Tensor(shape: shape, entries: result)
}
