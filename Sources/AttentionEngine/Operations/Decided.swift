/// A value that conditions led to: one side of `x if c else y`, what an `if` in a function returns, what a mask or the
/// filter of a comprehension lets through.
///
/// Operands: the value, then what decided that it is this one.
package struct Decided: Operation {
  /// Which entries of an operand decided an entry of the value.
  package enum Decider: Sendable {
    /// The same for every entry: some are told, others before them had a say too.
    case all(told: Range<Int>, silent: Range<Int>)
    /// For each entry one; with those before it in silence, where they decide which it is: the entries of a mask.
    case each([Int], isRunning: Bool)
  }

  /// One for each operand behind the value.
  package let deciders: [Decider]

  package init(_ deciders: [Decider]) {
    self.deciders = deciders
  }

  package var name: String { "if" }

  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    operands[0]
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let offset = result.offset(of: position)
    var (told, silent): ([OperandEntry], [OperandEntry]) = ([], [])
    for (index, decider) in deciders.enumerated() {
      let shape = operands[index + 1].shape
      func entries(_ offsets: Range<Int>) -> [OperandEntry] {
        offsets.prefix(ExplanationLimit.terms).map {
          OperandEntry(operand: index + 1, position: Shape.position(of: $0, in: shape))
        }
      }
      switch decider {
      case .all(let own, let others):
        told += entries(own)
        silent += entries(others)
      case .each(let offsets, let isRunning):
        told += entries(offsets[offset]..<(offsets[offset] + 1))
        if isRunning { silent += entries(0..<offsets[offset]) }
      }
    }
    return Explanation(
      passes: [
        .init(
          name: "if", arithmetic: .entry(OperandEntry(operand: 0, position: position)),
          value: result[position])
      ], conditions: told, silent: silent)
  }
}
