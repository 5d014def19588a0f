/// The arithmetic that made one number, as a tree whose leaves are numbers and entries of arrays.
package indirect enum Arithmetic<Leaf> {
  case number(Double)
  case entry(Leaf)
  /// What another pass of the same explanation gives: its number among them, and its value.
  case step(Int, value: Double)
  case negate(Arithmetic)
  case sum([Arithmetic])
  case difference(Arithmetic, Arithmetic)
  case product([Arithmetic])
  case quotient(Arithmetic, Arithmetic)
  case power(Arithmetic, Arithmetic)
  /// A function of the cell language by its NumPy name: `exp`, `sqrt`, `maximum`, `tanh`.
  case call(String, [Arithmetic])
  /// So many further terms or arguments, not spelt out, with what they come to together.
  case rest(count: Int, value: Double)
}

extension Arithmetic: Equatable where Leaf: Equatable {}
extension Arithmetic: Sendable where Leaf: Sendable {}

/// An entry of one of an operation's operands.
package struct OperandEntry: Hashable, Sendable {
  /// Which operand, counted from 0.
  package let operand: Int
  /// Where in that operand: one index for each of its axes.
  package let position: [Int]

  package init(operand: Int, position: [Int]) {
    self.operand = operand
    self.position = position
  }
}
