/// A sum, mean, extreme and the like over some axes, or over all.
package struct Reduction: Operation {
  // In this order the fields fit where an `any Operation` keeps small values, without memory of their own.
  package let function: ReductionFunction
  package let keepDims: Bool
  /// Counted from the end where negative; nil for all.
  package let axes: [Int]?
  /// What `var` and `std` take off the number of entries they divide by.
  package let ddof: Double

  package init(
    _ function: ReductionFunction, axes: [Int]? = nil, keepDims: Bool = false, ddof: Double = 0
  ) {
    self.function = function
    self.axes = axes
    self.keepDims = keepDims
    self.ddof = ddof
  }

  package var name: String { function.rawValue }

  /// - Throws: `TensorError.axis`, and `.emptyReduction` for an extreme of no entries.
  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    let x = operands[0]
    if let length = wholeRows(of: x.shape), length > 0 { return ofRows(x, length) }
    let lanes = try Lanes(of: x.shape, axes: axes, keepDims: keepDims)
    let (starts, steps) = (lanes.starts, lanes.steps)
    guard function.hasIdentity || !steps.isEmpty || starts.isEmpty else {
      throw .emptyReduction(operation: name, shape: x.shape)
    }
    return Tensor(
      shape: lanes.shape,
      entries: starts.map { function(x.lane(steps, from: $0), ddof: ddof) })
  }

  /// How many entries a lane has where the lanes lie one behind the other in memory: along the last axis, or all entries.
  private func wholeRows(of shape: [Int]) -> Int? {
    guard let last = shape.last else { return nil }
    guard let axes else { return shape.reduce(1, *) }
    return axes.count == 1 && (axes[0] == -1 || axes[0] == shape.count - 1) ? last : nil
  }

  private func ofRows(_ x: Tensor<Double>, _ length: Int) -> Tensor<Double> {
    var shape = axes == nil ? [Int](repeating: 1, count: x.rank) : x.shape
    if keepDims {
      shape[shape.count - 1] = 1
    } else if axes == nil {
      shape = []
    } else {
      shape.removeLast()
    }
    let entries = x.entries.withUnsafeBufferPointer { source in
      (0..<source.count / length).map { row in
        let lane = UnsafeBufferPointer(rebasing: source[(row * length)..<(row * length + length)])
        return function(lane, ddof: ddof)
      }
    }
    return Tensor(shape: shape, entries: entries)
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    guard let lanes = try? Lanes(of: operands[0].shape, axes: axes, keepDims: keepDims) else {
      return Explanation(PassName(name), .number(result[position]), result[position])
    }
    return explain(LaneTerms(operands[0], lanes, at: position), result[position])
  }

  func explain(_ x: LaneTerms, _ value: Double) -> Explanation<OperandEntry> {
    let count = Arithmetic<OperandEntry>.number(Double(x.count))
    switch function {
    case .sum:
      return Explanation("sum", x.sum(), value)
    case .mean:
      return Explanation("mean", .quotient(x.sum(), count), value)
    case .norm:
      let squares = x.sum {
        .power($0, .number(2))
      } value: {
        $0 * $0
      }
      return Explanation("root of the sum of squares", .call("sqrt", [squares]), value)
    case .variance, .standardDeviation:
      return explainSpread(x, value)
    case .max, .min:
      return Explanation(PassName("\(name)imum"), .call("\(name)imum", x.list(function)), value)
    case .argmax, .argmin:
      let extreme = function == .argmax ? ReductionFunction.max : .min
      let word = "\(extreme.rawValue)imum"
      let whole = x.count <= ExplanationLimit.terms
      return Explanation(passes: [
        .init(
          name: PassName(word), arithmetic: .call(word, x.list(extreme)),
          value: extreme(x.values, ddof: 0)),
        .init(
          name: "where it stands first",
          arithmetic: whole ? .call(name, x.list(function)) : .number(value), value: value,
          kind: .whole),
      ])
    case .any, .all:
      return Explanation(PassName(name), .call(name, x.list(function)), value, kind: .truth)
    case .entropy: return explainEntropy(x, value)
    }
  }

  /// The mean, then the mean square distance from it, and for `std` its root.
  private func explainSpread(_ x: LaneTerms, _ value: Double) -> Explanation<OperandEntry> {
    let mean = ReductionFunction.mean(x.values, ddof: 0)
    let squares = x.sum {
      .power(.difference($0, .step(0, value: mean)), .number(2))
    } value: {
      ($0 - mean) * ($0 - mean)
    }
    let divisor = Arithmetic<OperandEntry>.number(larger(Double(x.count) - ddof, 0))
    let arithmetic = Arithmetic.quotient(squares, divisor)
    let first = Explanation<OperandEntry>.Pass(
      name: "mean", arithmetic: .quotient(x.sum(), .number(Double(x.count))), value: mean)
    guard function == .standardDeviation else {
      return Explanation(passes: [
        first, .init(name: "variance", arithmetic: arithmetic, value: value),
      ])
    }
    let variance = ReductionFunction.variance(x.values, ddof: ddof)
    return Explanation(passes: [
      first, .init(name: "variance", arithmetic: arithmetic, value: variance),
      .init(
        name: "standard deviation", arithmetic: .call("sqrt", [arithmetic]),
        value: value),
    ])
  }

  /// −Σ p log p, in which 0 log 0 is 0.
  private func explainEntropy(_ x: LaneTerms, _ value: Double) -> Explanation<OperandEntry> {
    let terms = Arithmetic<OperandEntry>.list(of: x.count) { k in
      let logarithm: Arithmetic<OperandEntry> =
        x.values[k] == 0 ? .number(0) : .call("log", [x.entry(k)])
      return .product([x.entry(k), logarithm])
    } rest: { others in
      others.reduce(0) { $0 + ReductionFunction.timesLogarithm(x.values[$1]) }
    }
    return Explanation("entropy", .negate(.sum(terms)), value)
  }
}
