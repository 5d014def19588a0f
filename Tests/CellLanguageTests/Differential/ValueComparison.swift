import AttentionEngine
import CellLanguage

/// How a value differs from NumPy's, in a few words; nil where it doesn't.
func difference(of value: Value?, from stored: StoredValue) -> String? {
  guard let value else { return "has no value" }
  if stored.huge == true { return "an integer beyond 2⁵³ was not refused" }
  if let expected = stored.items {
    guard let ours = elements(of: value), ours.count == expected.count else {
      return "is no list of \(expected.count)"
    }
    return zip(ours, expected).lazy.compactMap { difference(of: $0, from: $1) }.first
  }
  guard let (tensor, isBoolean) = numbers(of: value) else { return "is no number or array" }
  guard tensor.shape == stored.shape else {
    return "shape \(tensor.shape), not \(stored.shape ?? [])"
  }
  guard isBoolean == (stored.dtype == "bool") else { return "dtype isn't \(stored.dtype ?? "")" }
  return entryDifference(tensor.entries, (stored.data ?? []).map(\.value))
}

private func elements(of value: Value) -> [Value]? {
  switch value {
  case .list(let items), .tuple(let items): items
  default: nil
  }
}

private func numbers(of value: Value) -> (Tensor<Double>, isBoolean: Bool)? {
  switch value {
  case .boolean(let flag, _): (Tensor(scalar: flag ? 1 : 0), true)
  case .integer(let number, _): (Tensor(scalar: Double(number)), false)
  case .float(let number, _): (Tensor(scalar: number), false)
  case .array(let array): (array.tensor, array.dtype == .bool)
  default: nil
  }
}

/// Relative to each entry, with room for cancellation among entries of the array's own size.
private func entryDifference(_ ours: [Double], _ theirs: [Double]) -> String? {
  let size = theirs.lazy.filter(\.isFinite).map(abs).max() ?? 0
  for (offset, (a, b)) in zip(ours, theirs).enumerated() {
    let equal = a == b || (a.isNaN && b.isNaN)
    let areFinite = a.isFinite && b.isFinite
    if !equal && !(areFinite && abs(a - b) <= 1e-12 * max(abs(a), abs(b)) + 1e-15 * size) {
      return "entry \(offset) is \(a), not \(b)"
    }
  }
  return nil
}
