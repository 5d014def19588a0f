/// Whether all entries of two arrays agree, |a − b| ≤ atol + rtol·|b|: `np.allclose`.
///
/// Told of the pair that is nearest to the bound, or farthest beyond it.
package struct AllClose: Operation {
  package let relative: Double
  package let absolute: Double
  package let equalNaN: Bool

  package init(relative: Double, absolute: Double, equalNaN: Bool) {
    self.relative = relative
    self.absolute = absolute
    self.equalNaN = equalNaN
  }

  package var name: String { "allclose" }

  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    let (a, b) = (operands[0], operands[1])
    // Equal shapes need no pairing, which takes memory of its own.
    let all =
      a.shape == b.shape
      ? zip(a.entries, b.entries).allSatisfy { isClose($0, $1) }
      : try pairs(a, b).allSatisfy { isClose(a.entries[$0.left], b.entries[$0.right]) }
    return Tensor(scalar: all ? 1 : 0)
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let (a, b) = (operands[0], operands[1])
    let pairs = (try? pairs(a, b)) ?? []
    var worst = pairs.first
    for pair in pairs {
      guard let last = worst else { break }
      if distance(a.entries[pair.left], b.entries[pair.right])
        > distance(a.entries[last.left], b.entries[last.right])
      {
        worst = pair
      }
    }
    guard let worst else { return Explanation(PassName(name), .number(1), 1, kind: .truth) }
    func entry(_ operand: Int, _ offset: Int) -> OperandEntry {
      OperandEntry(
        operand: operand, position: Shape.position(of: offset, in: operands[operand].shape))
    }
    let all = pairs.prefix(ExplanationLimit.terms)
    return Explanation(
      passes: [
        .init(
          name: PassName(name),
          arithmetic: comparison(
            .entry(entry(0, worst.left)), .entry(entry(1, worst.right)), a.entries[worst.left],
            b.entries[worst.right]), value: result[position], kind: .truth)
      ],
      remark: pairs.count > 1 ? "the farthest of \(pairs.count) pairs" : nil,
      silent: all.flatMap { [entry(0, $0.left), entry(1, $0.right)] })
  }

  private func isClose(_ x: Double, _ y: Double) -> Bool {
    if x == y { return true }
    if x.isNaN || y.isNaN { return equalNaN && x.isNaN && y.isNaN }
    return x.isFinite && y.isFinite && (x - y).magnitude <= absolute + relative * y.magnitude
  }

  /// How far apart two are, as a share of what they may be; not above 1 where they agree.
  private func distance(_ x: Double, _ y: Double) -> Double {
    if x == y { return 0 }
    guard x.isFinite, y.isFinite else { return isClose(x, y) ? 0 : .infinity }
    let share = (x - y).magnitude / (absolute + relative * y.magnitude)
    return share.isNaN ? .infinity : share
  }

  private func comparison(
    _ a: Arithmetic<OperandEntry>, _ b: Arithmetic<OperandEntry>, _ x: Double, _ y: Double
  ) -> Arithmetic<OperandEntry> {
    if x.isNaN, y.isNaN, equalNaN {
      return .call("logical_and", [.call("isnan", [a]), .call("isnan", [b])])
    }
    guard x.isFinite, y.isFinite else { return .call("equal", [a, b]) }
    let bound = Arithmetic.product([.number(relative), .call("abs", [b])])
    return .call(
      "less_equal", [.call("abs", [.difference(a, b)]), .sum([.number(absolute), bound])])
  }

  /// The offsets of the entries that are compared with one another.
  private func pairs(
    _ a: Tensor<Double>, _ b: Tensor<Double>
  ) throws(TensorError) -> [(left: Int, right: Int)] {
    let shape = try Shape.broadcast(a.shape, b.shape)
    let strides = [a.shape, b.shape].map { Shape.strides($0, broadcastTo: shape) }
    return (0..<(try Shape.count(shape))).map { offset in
      let position = Shape.position(of: offset, in: shape)
      func place(_ strides: [Int]) -> Int {
        zip(position, strides).reduce(0) { $0 + $1.0 * $1.1 }
      }
      return (place(strides[0]), place(strides[1]))
    }
  }
}
