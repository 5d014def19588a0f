/// Addition of decimals as written, so that a nudge shows what a reader expects: 0.1 and 0.2 make 0.3.
enum DecimalSum {
  /// The sum of a plain decimal number and a step, with as many decimals as the longer one has; nil for any other text.
  static func text(_ text: String, plus step: Double) -> String? {
    guard let left = Decimal(text), let right = Decimal(shortest(step)) else { return nil }
    let places = max(left.places, right.places)
    guard let a = left.units(at: places), let b = right.units(at: places) else { return nil }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : Decimal(units: sum, places: places).text
  }

  /// A number with the fewest digits that mean it, without an exponent where that is short.
  static func shortest(_ number: Double) -> String {
    if let whole = Int(exactly: number), abs(whole) < 1_000_000_000 { return String(whole) }
    let text = number.description
    guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...]),
      (-12..<0).contains(exponent)
    else { return text }
    let isNegative = text.hasPrefix("-")
    let digits = text[..<mark].filter { $0 != "." && $0 != "-" }
    let significant = digits.hasSuffix("0") ? String(digits.dropLast()) : digits
    let zeros = String(repeating: "0", count: -exponent - 1)
    return (isNegative ? "-" : "") + "0." + zeros + significant
  }
}

/// A whole number of units of 1, 0.1, 0.01, …
private struct Decimal {
  let units: Int
  let places: Int

  init(units: Int, places: Int) {
    self.units = units
    self.places = places
  }

  /// `-12.50`: digits and at most one point.
  init?(_ text: String) {
    var digits = text[...]
    let isNegative = digits.first == "-"
    if isNegative { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, digits.count <= 16, digits.contains(where: { $0 != "." }),
      parts.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let units = Int(parts.joined())
    else { return nil }
    self.units = isNegative ? -units : units
    places = parts.count == 2 ? parts[1].count : 0
  }

  /// The same number in units of another size.
  func units(at places: Int) -> Int? {
    var units = units
    for _ in self.places..<max(places, self.places) {
      let (product, overflow) = units.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      units = product
    }
    return units
  }

  var text: String {
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let sign = units < 0 ? "-" : ""
    return places == 0
      ? sign + padded : sign + padded.dropLast(places) + "." + padded.suffix(places)
  }
}
