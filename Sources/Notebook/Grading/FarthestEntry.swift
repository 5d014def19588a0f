/// Of entries that are met one after the other, the one whose number lies farthest from what was expected.
///
/// NaN, and an infinity where none was expected, lie farther than any number. Of entries that are equally far, but for
/// what rounding does to the last digits, the first counts.
struct FarthestEntry {
  private static let rounding = 1e-9

  private(set) var entry: (offset: Int, found: Double, expected: Double)?
  private var distance = 0.0

  mutating func meet(_ offset: Int, found: Double, expected: Double) {
    let distance = Self.distance(found, expected)
    guard entry == nil || distance > self.distance * (1 + Self.rounding) else { return }
    entry = (offset, found, expected)
    self.distance = distance
  }

  private static func distance(_ found: Double, _ expected: Double) -> Double {
    let distance = (found - expected).magnitude
    return distance.isNaN ? .infinity : distance
  }
}
