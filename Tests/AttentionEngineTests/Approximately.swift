import AttentionEngine
import Testing

/// Equal in shape and, but for rounding, in every entry; NaN equals NaN, and zeros have the same sign.
func expectEqual(
  _ found: Tensor<Double>, _ expected: Tensor<Double>, tolerance: Double = 1e-14,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(found.shape == expected.shape, sourceLocation: sourceLocation)
  for (k, (a, b)) in zip(found.entries, expected.entries).enumerated()
  where !agree(a, b, tolerance: tolerance) {
    Issue.record("entry \(k) is \(a), not \(b)", sourceLocation: sourceLocation)
  }
}

func agree(_ a: Double, _ b: Double, tolerance: Double) -> Bool {
  if a.isNaN || b.isNaN { return a.isNaN && b.isNaN }
  if a == b { return a != 0 || a.sign == b.sign }
  return (a - b).magnitude <= tolerance * max(1, a.magnitude, b.magnitude)
}

/// A vector, matrix or scalar from numbers.
func vector(_ entries: [Double]) -> Tensor<Double> {
  Tensor(shape: [entries.count], entries: entries)
}

func matrix(_ rows: [[Double]]) -> Tensor<Double> {
  Tensor(shape: [rows.count, rows.first?.count ?? 0], entries: rows.flatMap { $0 })
}

/// Whole numbers from 0 in a shape, as `np.arange(…).reshape(…)`.
func arange(_ shape: [Int]) -> Tensor<Double> {
  let count = shape.reduce(1, *)
  return Tensor(shape: shape, entries: (0..<count).map(Double.init))
}
