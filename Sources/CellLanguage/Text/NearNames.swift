/// Which known names a misspelt one may stand for.
package enum NearNames {
  /// At most three names, nearest first, equally near ones in the order given; those too far away are left out.
  ///
  /// Any two single letters differ by one letter: near a single letter is only the same in the other case.
  package static func nearest(to name: String, in candidates: [String]) -> [String] {
    let letters = Letters(name)
    let reach = letters.exact.count < 2 ? 0 : max(1, letters.exact.count / 3)
    var seen: Set<String> = [name]
    var near: [(distance: Int, offset: Int, name: String)] = []
    for (offset, candidate) in candidates.enumerated() {
      guard abs(candidate.utf8.count - name.utf8.count) <= 4 * max(1, reach),
        seen.insert(candidate).inserted,
        let distance = letters.distance(to: Letters(candidate), within: reach)
      else { continue }
      near.append((distance, offset, candidate))
    }
    return near.sorted { ($0.distance, $0.offset) < ($1.distance, $1.offset) }.prefix(3).map(\.name)
  }
}

/// The letters of a name, ready to be compared.
private struct Letters {
  /// Longer names are compared by their beginnings.
  private static let limit = 100

  let exact: [UInt32]
  private let lowercase: [UInt32]

  init(_ name: String) {
    exact = name.unicodeScalars.prefix(Self.limit).map(\.value)
    lowercase = exact.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  }

  /// Letters to insert, delete, replace or swap with their neighbour; nil where they are more than `reach`.
  /// Names that differ in capitals alone are as near as can be.
  func distance(to other: Letters, within reach: Int) -> Int? {
    if lowercase == other.lowercase { return 0 }
    let a = exact
    let b = other.exact
    guard abs(a.count - b.count) <= reach else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var current = [i + 1]
      current.reserveCapacity(b.count + 1)
      for j in b.indices {
        var best = min(last[j + 1] + 1, current[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, beforeLast[j - 1] + 1)
        }
        current.append(best)
      }
      // A swap reaches over one row, so two rows beyond reach can't come back.
      if i > 0, (current.min() ?? 0) > reach, (last.min() ?? 0) > reach { return nil }
      (beforeLast, last) = (last, current)
    }
    return last[b.count] <= reach ? last[b.count] : nil
  }
}
