/// Which known names a misspelt one may stand for.
package enum NearNames {
  /// At most three names, nearest first, equally near ones in the order given; those too far away are left out.
  package static func nearest(to name: String, in candidates: [String]) -> [String] {
    let reach = max(1, name.count / 3)
    var seen: Set<String> = [name]
    return candidates.enumerated()
      .filter { seen.insert($0.element).inserted }
      .map {
        (distance: distance(name, $0.element, within: reach), offset: $0.offset, name: $0.element)
      }
      .filter { $0.distance <= reach }
      .sorted { ($0.distance, $0.offset) < ($1.distance, $1.offset) }
      .prefix(3).map(\.name)
  }

  /// Letters to insert, delete, replace or swap with their neighbour; a letter in the other case counts nothing
  /// as long as the names are otherwise the same.
  private static func distance(_ left: String, _ right: String, within reach: Int) -> Int {
    if left.lowercased() == right.lowercased() { return 0 }
    let a = Array(left.unicodeScalars.prefix(100)), b = Array(right.unicodeScalars.prefix(100))
    guard abs(a.count - b.count) <= reach else { return reach + 1 }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var current = [i + 1]
      for j in b.indices {
        var best = min(last[j + 1] + 1, current[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, beforeLast[j - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[b.count]
  }
}
