package import AttentionEngine

/// Which kind of number an array holds. All are kept as doubles; integers are exact up to 2⁵³.
///
/// The kind decides what Python and NumPy let one do: index with it, mask with it, divide by zero.
package enum DType: String, Hashable, Sendable {
  case float64
  case int64
  case bool
}

/// A NumPy array: its entries, their kind, and how they were computed.
package struct NDArray: Sendable {
  package let dtype: DType
  package let trace: Trace

  package init(dtype: DType, trace: Trace) {
    self.dtype = dtype
    self.trace = trace
  }

  package init(_ tensor: Tensor<Double>, dtype: DType = .float64) {
    self.init(dtype: dtype, trace: Trace(tensor, origin: .literal))
  }

  package var tensor: Tensor<Double> { trace.value }
  package var shape: [Int] { trace.value.shape }
}
