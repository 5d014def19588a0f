package import AttentionEngine

/// A value of the cell language.
///
/// Python's numbers and NumPy's scalars are told apart (`1 / 0` is an error, `A[0, 0] / 0` is infinite):
/// the latter are arrays of rank 0. A Python number keeps its trace, so that `Q @ K.T / sqrt(d)` can name `d`.
package indirect enum Value: Sendable {
  case none
  case boolean(Bool)
  case integer(Int, Trace?)
  case float(Double, Trace?)
  case string(String)
  case list([Value])
  case tuple([Value])
  case range(start: Int, stop: Int, step: Int)
  case array(NDArray)
  case function(Closure)
  /// A row of the function table, by name.
  case builtin(String)
}

/// A function that a program defined, with the values of the names it uses.
package struct Closure: Sendable {
  package let function: Function
  package let source: Source

  package init(function: Function, source: Source) {
    self.function = function
    self.source = source
  }
}
