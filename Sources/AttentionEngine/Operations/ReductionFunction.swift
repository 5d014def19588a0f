/// A function that makes one number of many, by its NumPy name.
package enum ReductionFunction: String, CaseIterable, Sendable {
  case sum, mean
  case variance = "var"
  case standardDeviation = "std"
  case max, min, argmax, argmin, any, all
  /// √(Σ x²)
  case norm
  /// −Σ x log x, in which 0 log 0 is 0.
  case entropy

  /// The result for a lane of entries.
  ///
  /// - Parameter ddof: what is taken off the number of entries that a variance divides by.
  func callAsFunction(_ lane: [Double], ddof: Double) -> Double {
    lane.withUnsafeBufferPointer { self($0, ddof: ddof) }
  }

  func callAsFunction(_ lane: UnsafeBufferPointer<Double>, ddof: Double) -> Double {
    switch self {
    case .sum: pairwiseSum(lane)
    case .mean: pairwiseSum(lane) / Double(lane.count)
    case .variance: varianceOf(lane, ddof: ddof)
    case .standardDeviation: varianceOf(lane, ddof: ddof).squareRoot()
    case .max: lane.dropFirst().reduce(lane[0], larger)
    case .min: lane.dropFirst().reduce(lane[0], smaller)
    case .argmax: Double(firstIndex(of: lane, where: >))
    case .argmin: Double(firstIndex(of: lane, where: <))
    case .any: lane.contains { $0 != 0 } ? 1 : 0
    case .all: lane.allSatisfy { $0 != 0 } ? 1 : 0
    case .entropy: -pairwiseSum(lane.map(ReductionFunction.timesLogarithm))
    case .norm: pairwiseSum(Array(lane.map { $0 * $0 })).squareRoot()
    }
  }

  /// x log x, and 0 for 0.
  static func timesLogarithm(_ x: Double) -> Double {
    x == 0 ? x * 0 : x * Double.log(x)
  }

  /// Whether there is a result for no entries at all.
  var hasIdentity: Bool {
    switch self {
    case .max, .min, .argmax, .argmin: false
    default: true
    }
  }
}

/// The mean of the squared distances from the mean.
private func varianceOf(_ lane: UnsafeBufferPointer<Double>, ddof: Double) -> Double {
  let mean = pairwiseSum(lane) / Double(lane.count)
  let squares = lane.map { ($0 - mean) * ($0 - mean) }
  return pairwiseSum(squares) / larger(Double(lane.count) - ddof, 0)
}

/// Where the extreme entry stands first; a NaN is more extreme than any number.
private func firstIndex(
  of lane: UnsafeBufferPointer<Double>, where precedes: (Double, Double) -> Bool
) -> Int {
  var best = 0
  for k in lane.indices where !lane[best].isNaN {
    if precedes(lane[k], lane[best]) || lane[k].isNaN { best = k }
  }
  return best
}

/// A sum whose rounding error grows with the logarithm of the number of terms: NumPy's way.
///
/// Halves are added up to blocks of 128; a block has eight partial sums.
/// Source: `pairwise_sum` in numpy/_core/src/umath/loops_utils.h.src.
func pairwiseSum(_ terms: [Double]) -> Double {
  terms.withUnsafeBufferPointer { pairwiseSum($0) }
}

func pairwiseSum(_ terms: UnsafeBufferPointer<Double>) -> Double { pairwiseSum(terms[...]) }

private func pairwiseSum(_ terms: Slice<UnsafeBufferPointer<Double>>) -> Double {
  let count = terms.count
  if count < 8 {
    return terms.reduce(0, +)
  }
  if count > 128 {
    let half = count / 2
    let middle = terms.startIndex + half - half % 8
    return pairwiseSum(terms[..<middle]) + pairwiseSum(terms[middle...])
  }
  let whole = terms.startIndex + count - count % 8
  var partial = SIMD8<Double>(terms.prefix(8))
  for start in stride(from: terms.startIndex + 8, to: whole, by: 8) {
    partial += SIMD8(terms[start..<(start + 8)])
  }
  let left = (partial[0] + partial[1]) + (partial[2] + partial[3])
  let right = (partial[4] + partial[5]) + (partial[6] + partial[7])
  return terms[whole...].reduce(left + right, +)
}
