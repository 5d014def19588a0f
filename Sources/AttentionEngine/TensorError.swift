/// What can be wrong with the operands of an operation. Data only: the words are the cell language's.
package enum TensorError: Error, Equatable, Sendable {
  /// The shapes do not broadcast together.
  case broadcast([Int], [Int])
  /// The inner sizes of a matrix product differ.
  case matmul([Int], [Int])
  /// A rank that the operation does not take, for instance a scalar in a matrix product.
  case rank(operation: String, shape: [Int])
  case axis(Int, rank: Int)
  /// A reduction without identity (max, min, argmax) along an axis of size 0.
  case emptyReduction(operation: String, shape: [Int])
  case reshape(from: [Int], to: [Int])
  /// Two operands whose sizes must agree, for instance the number of keys and of values.
  case sizes(what: String, [Int], [Int])
  /// More key heads than, or not dividing, the query heads.
  case heads(query: Int, key: Int)
  /// An array larger than is allowed.
  case tooLarge(shape: [Int], limit: Int)
  /// An argument out of its range: `window < 0`, `heads = 0`.
  case argument(name: String, problem: String)
}
