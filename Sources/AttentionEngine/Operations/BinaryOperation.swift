/// A function of two numbers applied entry by entry, with NumPy's broadcasting.
package struct BinaryOperation: Operation {
  package let function: BinaryFunction

  package init(_ function: BinaryFunction) {
    self.function = function
  }

  package var name: String { function.rawValue }

  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    let (a, b) = (operands[0], operands[1])
    // Arithmetic and comparisons are worth a loop of their own each; the others go through the switch.
    return switch function {
    case .add: try broadcasting(a, b, +)
    case .subtract: try broadcasting(a, b, -)
    case .multiply: try broadcasting(a, b, *)
    case .divide: try broadcasting(a, b, /)
    case .equal: try broadcasting(a, b) { $0 == $1 ? 1 : 0 }
    case .less: try broadcasting(a, b) { $0 < $1 ? 1 : 0 }
    case .lessEqual: try broadcasting(a, b) { $0 <= $1 ? 1 : 0 }
    case .greater: try broadcasting(a, b) { $0 > $1 ? 1 : 0 }
    case .greaterEqual: try broadcasting(a, b) { $0 >= $1 ? 1 : 0 }
    case .power where isRoot(a, b): a.map { $0.squareRoot() }
    default: try broadcasting(a, b, function.callAsFunction)
    }
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let a = Arithmetic.entry(0, at: position, in: operands)
    let b = Arithmetic.entry(1, at: position, in: operands)
    let arithmetic: Arithmetic<OperandEntry> =
      switch function {
      case .add: .sum([a, b])
      case .subtract: .difference(a, b)
      case .multiply: .product([a, b])
      case .divide: .quotient(a, b)
      case .power where isRoot(operands[0], operands[1]): .call("sqrt", [a])
      case .power: .power(a, b)
      default: .call(name, [a, b])
      }
    return Explanation(
      PassName(name), arithmetic, result[position],
      kind: function.answersTruths ? .truth : .real)
  }
}

/// NumPy takes the root for an array to the power of the number 0.5, which differs for −∞ (NaN) and −0 (−0).
private func isRoot(_ a: Tensor<Double>, _ b: Tensor<Double>) -> Bool {
  a.rank > 0 && b.rank == 0 && b.entries[0] == 0.5
}

/// The function applied to each pair of entries of two arrays broadcast together.
@inline(__always)
func broadcasting(
  _ a: Tensor<Double>, _ b: Tensor<Double>, _ function: (Double, Double) -> Double
) throws(TensorError) -> Tensor<Double> {
  let shape = try Shape.broadcast(a.shape, b.shape)
  let count = try Shape.count(shape)
  // Spans and no closures: each function gets loops of its own, with the function in them.
  let (left, right) = (a.entries.span, b.entries.span)
  var entries = [Double].filled(with: 0, count: count)
  var result = entries.mutableSpan
  if a.shape == b.shape {
    for k in 0..<count { result[k] = function(left[k], right[k]) }
  } else if right.count == 1 {
    let number = right[0]
    for k in 0..<count { result[k] = function(left[k], number) }
  } else if left.count == 1 {
    let number = left[0]
    for k in 0..<count { result[k] = function(number, right[k]) }
  } else if shape.count <= 2 {
    let (l, r) = (PlaneStrides(a.shape), PlaneStrides(b.shape))
    let columns = shape.last ?? 1
    var k = 0
    for row in 0..<(shape.count == 2 ? shape[0] : 1) {
      for column in 0..<columns {
        result[k] = function(
          left[row &* l.row &+ column &* l.step], right[row &* r.row &+ column &* r.step])
        k &+= 1
      }
    }
  } else {
    forEachPair(a.shape, b.shape, to: shape) { k, i, j in
      entries[k] = function(a.entries[i], b.entries[j])
    }
  }
  return Tensor(shape: shape, entries: entries)
}

/// Calls the body with an offset in the result and those of the two entries that meet there.
private func forEachPair(
  _ a: [Int], _ b: [Int], to shape: [Int], _ body: (Int, Int, Int) -> Void
) {
  let strides = [Shape.strides(a, broadcastTo: shape), Shape.strides(b, broadcastTo: shape)]
  let (leftStep, rightStep) = (strides[0].last ?? 0, strides[1].last ?? 0)
  forEachRun(shape, strides) { start, starts in
    for k in 0..<(shape.last ?? 1) {
      body(start + k, starts[0] + k * leftStep, starts[1] + k * rightStep)
    }
  }
}

extension Arithmetic<OperandEntry> {
  /// The entry of an operand that stands at a position of the shape it broadcasts to.
  static func entry(_ operand: Int, at position: [Int], in operands: [Tensor<Double>]) -> Self {
    let own = Shape.position(position, broadcastFrom: operands[operand].shape)
    return .entry(OperandEntry(operand: operand, position: own))
  }
}
