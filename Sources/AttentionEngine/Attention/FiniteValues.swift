/// Whether the values of a head are all finite, so that keys of weight 0 can be passed over: 0 · ∞ is NaN.
///
/// Most often a look at one output tells: had it met a value that isn't finite, it wouldn't be finite itself.
struct FiniteValues<Scalar: ElementaryFunctions> {
  private let values: UnsafeBufferPointer<Scalar>
  /// Of a head.
  private let count: Int
  private var known: (start: Int, areFinite: Bool)?

  init(_ values: UnsafeBufferPointer<Scalar>, count: Int) {
    self.values = values
    self.count = count
  }

  /// Takes note of an output to which every value of the head contributed.
  @inline(__always)
  mutating func note(_ output: UnsafeMutableBufferPointer<Scalar>, from start: Int) {
    guard known?.start != start, allFinite(UnsafeBufferPointer(output)) else { return }
    known = (start, true)
  }

  @inline(__always)
  mutating func areFinite(from start: Int) -> Bool {
    if let known, known.start == start { return known.areFinite }
    let areFinite = allFinite(UnsafeBufferPointer(rebasing: values[start..<(start + count)]))
    known = (start, areFinite)
    return areFinite
  }
}

/// 0 times what isn't finite is NaN.
@inline(__always)
private func allFinite<Scalar: ElementaryFunctions>(_ entries: UnsafeBufferPointer<Scalar>) -> Bool
{
  guard let start = entries.baseAddress else { return true }
  var zeros = SIMD4<Scalar>()
  var c = 0
  while c &+ 4 <= entries.count {
    zeros += lanes(start, c) * 0
    c &+= 4
  }
  var zero = zeros.sum()
  while c < entries.count {
    zero += start[c] * 0
    c &+= 1
  }
  return zero == 0
}
