package import AttentionEngine

/// Which kind of number an array holds. All are kept as doubles; integers are exact up to 2⁵³.
///
/// The kind decides what Python and NumPy let one do: index with it, mask with it, divide by zero.
package enum DType: String, Hashable, Sendable {
  case float64
  case int64
  case bool
}

/// What Python sees in an array that was written as a list of numbers, or as nested equal lists.
///
/// It serves as an array wherever Python would refuse a list: `Q @ K`, `Q.T`. Where Python has an answer of its own,
/// the answer is Python's (`Q[0]`, `len(Q)`, `Q == R`), or the operation is refused (`Q + R`, `2 * Q`).
package enum ListKind: Hashable, Sendable {
  /// Its numbers are Python's.
  case python
  /// Its numbers are NumPy's.
  case numpy
}

/// A NumPy array: its entries, their kind, and how they were computed.
package struct NDArray: Sendable {
  package let dtype: DType
  package let trace: Trace
  /// Set where the text has a list of numbers that goes by a name; nothing for an array proper.
  package let list: ListKind?

  package init(dtype: DType, trace: Trace, list: ListKind? = nil) {
    self.dtype = dtype
    self.trace = trace
    self.list = list
  }

  package init(_ tensor: Tensor<Double>, dtype: DType = .float64) {
    self.init(
      dtype: dtype, trace: Trace(tensor, origin: dtype == .bool ? .truths : .literal))
  }

  package var tensor: Tensor<Double> { trace.value }
  package var shape: [Int] { trace.value.shape }

  /// The entries of an array of whole numbers or booleans.
  package var wholeNumbers: [Int] {
    tensor.entries.map { Int(exactly: $0) ?? 0 }
  }
}
