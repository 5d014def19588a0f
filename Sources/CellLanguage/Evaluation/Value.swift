package import AttentionEngine

/// A value of the cell language.
///
/// Python's numbers and NumPy's scalars are told apart (`1 / 0` is an error, `A[0, 0] / 0` is infinite):
/// the latter are arrays of rank 0. A Python number or boolean keeps its trace, so that `Q @ K.T / sqrt(d)` can name `d`.
package enum Value: Sendable {
  case none
  case boolean(Bool, Trace? = nil)
  case integer(Int, Trace?)
  case float(Double, Trace?)
  case string(String)
  case list([Value])
  case tuple([Value])
  case range(start: Int, stop: Int, step: Int)
  case array(NDArray)
  // Of its own memory, so that the values that are copied all the time stay small.
  indirect case function(Closure)
  /// A row of the function table, by name.
  case builtin(String)
}

/// A function that a program defined: `def` or `lambda`.
///
/// Names of the top level are looked up when it is called, as in Python. Local names that a lambda uses are kept
/// with their values: nothing can change them afterwards, because assigning to them again is refused.
package struct Closure: Sendable {
  package let function: Function
  package let source: Source
  /// The defaults of parameters, evaluated when the function was defined.
  package let defaults: [String: Value]
  /// Local names around a lambda.
  package let captured: [String: Value]
  /// Names that are not the top level's: parameters, all that the function assigns, and local names around a lambda.
  package let localNames: Set<String>

  package init(
    function: Function, source: Source, defaults: [String: Value] = [:],
    captured: [String: Value] = [:], enclosingNames: Set<String> = []
  ) {
    self.function = function
    self.source = source
    self.defaults = defaults
    self.captured = captured
    self.localNames = function.localNames.union(enclosingNames)
  }

  package var isLambda: Bool { function.name == Closure.lambdaName }
  package static let lambdaName = "<lambda>"
}
