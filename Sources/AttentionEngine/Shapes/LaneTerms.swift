/// The entries of one lane of the first operand, as terms of an explanation.
struct LaneTerms {
  let values: [Double]
  private let start: Int
  private let steps: [Int]
  private let shape: [Int]

  /// - Parameter position: of an entry of the result that the lane gave.
  init(_ x: Tensor<Double>, _ lanes: Lanes, at position: [Int]) {
    self.init(x, start: lanes.start(of: position), steps: lanes.steps)
  }

  /// The whole array as one lane.
  init(_ x: Tensor<Double>) {
    self.init(x, start: 0, steps: Array(0..<x.count))
  }

  private init(_ x: Tensor<Double>, start: Int, steps: [Int]) {
    values = x.lane(steps, from: start)
    self.start = start
    self.steps = steps
    shape = x.shape
  }

  var count: Int { values.count }

  func entry(_ k: Int) -> Arithmetic<OperandEntry> {
    let position = Shape.position(of: start + steps[k], in: shape)
    return .entry(OperandEntry(operand: 0, position: position))
  }

  /// The entries as arguments; those beyond the limit as the one value that a reduction makes of them.
  func list(_ function: ReductionFunction) -> [Arithmetic<OperandEntry>] {
    Arithmetic.list(of: count, entry) { function(Array(values[$0]), ddof: 0) }
  }

  func sum() -> Arithmetic<OperandEntry> {
    .sum(list(.sum))
  }

  /// The sum of a function of each entry, given as arithmetic and as a number.
  func sum(
    _ term: (Arithmetic<OperandEntry>) -> Arithmetic<OperandEntry>, value: (Double) -> Double
  ) -> Arithmetic<OperandEntry> {
    .sum(
      Arithmetic.list(of: count, { term(entry($0)) }) { others in
        others.reduce(0) { $0 + value(values[$1]) }
      })
  }
}

/// The lane of an array in which an entry of a result of the same shape, or of the flattened array, stands.
struct LanePlace {
  let lane: LaneTerms
  /// Which of the lane's entries it is.
  let index: Int

  init(_ x: Tensor<Double>, along axis: Int?, at position: [Int]) {
    guard let axis, let number = try? Shape.axis(axis, rank: x.rank),
      let lanes = try? Lanes(of: x.shape, axes: [number], keepDims: true)
    else {
      lane = LaneTerms(x)
      index = position.count == x.rank ? x.offset(of: position) : position[0]
      return
    }
    lane = LaneTerms(x, lanes, at: position)
    index = position[number]
  }
}
