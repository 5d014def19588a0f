#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reckons up arithmetic as it stands on the screen in ASCII: `(0.5*1 + e^-2) / sqrt(2)`. Nothing of the program's own
/// takes part.
struct Reckoner {
  private var rest: Substring

  /// What it comes to; nil where it isn't all numbers: it has names, or counts terms instead of writing them.
  static func value(of text: some StringProtocol) -> Double? {
    var reckoner = Reckoner(rest: Substring(text))
    guard let value = reckoner.truth(), reckoner.next() == nil else { return nil }
    return value
  }

  private mutating func next() -> Character? {
    rest = rest.drop { $0 == " " }
    return rest.first
  }

  private mutating func take(_ text: String) -> Bool {
    _ = next()
    guard rest.hasPrefix(text) else { return false }
    if let last = text.last, last.isLetter {
      let after = rest.dropFirst(text.count).first
      if let after, after.isLetter || after.isNumber || "_[".contains(after) { return false }
    }
    rest = rest.dropFirst(text.count)
    return true
  }

  /// `a and b`, `a or b`
  private mutating func truth() -> Double? {
    guard var value = comparison() else { return nil }
    while true {
      if take("and") {
        guard let other = comparison() else { return nil }
        value = value != 0 && other != 0 ? 1 : 0
      } else if take("or") {
        guard let other = comparison() else { return nil }
        value = value != 0 || other != 0 ? 1 : 0
      } else {
        return value
      }
    }
  }

  private mutating func comparison() -> Double? {
    if take("not") { return comparison().map { $0 == 0 ? 1 : 0 } }
    guard let value = sum() else { return nil }
    let signs: [(String, (Double, Double) -> Bool)] = [
      ("<=", (<=)), (">=", (>=)), ("==", (==)), ("!=", (!=)), ("<", (<)), (">", (>)),
    ]
    for (sign, holds) in signs where take(sign) {
      guard let other = sum() else { return nil }
      return holds(value, other) ? 1 : 0
    }
    return value
  }

  private mutating func sum() -> Double? {
    guard var value = product() else { return nil }
    while true {
      if take("+") {
        guard let other = product() else { return nil }
        value += other
      } else if take("-") {
        guard let other = product() else { return nil }
        value -= other
      } else {
        return value
      }
    }
  }

  private mutating func product() -> Double? {
    guard var value = signed() else { return nil }
    while true {
      if take("*") {
        guard let other = signed() else { return nil }
        value *= other
      } else if take("/") {
        guard let other = signed() else { return nil }
        value /= other
      } else {
        return value
      }
    }
  }

  private mutating func signed() -> Double? {
    take("-") ? signed().map { -$0 } : power()
  }

  private mutating func power() -> Double? {
    guard let base = atom() else { return nil }
    guard take("^") else { return base }
    return signed().map { pow(base, $0) }
  }

  private mutating func atom() -> Double? {
    if take("(") {
      guard let value = truth(), take(")") else { return nil }
      return value
    }
    if take("|") {
      guard let value = sum(), take("|") else { return nil }
      return value.magnitude
    }
    for (name, value) in [
      ("True", 1.0), ("False", 0), ("inf", .infinity), ("nan", .nan), ("pi", .pi), ("e", M_E),
    ] where take(name) { return value }
    if next()?.isLetter == true { return call() }
    return number()
  }

  private mutating func number() -> Double? {
    var text = rest.prefix { $0.isNumber || $0 == "." }
    let exponent = rest.dropFirst(text.count)
    if exponent.hasPrefix("e-") || exponent.hasPrefix("e+") {
      let digits = exponent.dropFirst(2).prefix(while: \.isNumber)
      text = rest.prefix(text.count + 2 + digits.count)
    }
    rest = rest.dropFirst(text.count)
    return Double(String(text))
  }

  private mutating func call() -> Double? {
    let name = String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    rest = rest.dropFirst(name.count)
    guard take("(") else { return nil }
    var values: [Double] = []
    repeat {
      guard let value = truth() else { return nil }
      values.append(value)
    } while take(",")
    guard take(")") else { return nil }
    return Self.apply(name, values)
  }

  private static func apply(_ name: String, _ values: [Double]) -> Double? {
    switch name {
    case "sqrt": values[0].squareRoot()
    case "log": log(values[0])
    case "sin": sin(values[0])
    case "cos": cos(values[0])
    case "sign": values[0] > 0 ? 1 : values[0] < 0 ? -1 : 0
    case "max": values.reduce(-.infinity) { $0.isNaN || $1.isNaN ? .nan : Swift.max($0, $1) }
    case "min": values.reduce(.infinity) { $0.isNaN || $1.isNaN ? .nan : Swift.min($0, $1) }
    case "any": values.contains { $0 != 0 } ? 1 : 0
    case "all": values.allSatisfy { $0 != 0 } ? 1 : 0
    case "count_nonzero": Double(values.count { $0 != 0 })
    case "round":
      (values[0] * pow(10, values.dropFirst().first ?? 0)).rounded(.toNearestOrEven)
        / pow(10, values.dropFirst().first ?? 0)
    default: nil
    }
  }
}
