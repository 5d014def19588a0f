#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

import CellLanguage

/// Numbers as the explain line writes them. ASCII, so that they can be copied into a cell.
enum ShownNumber {
  /// So many decimals; in powers of ten where that would be too long, or would leave nothing of it.
  ///
  /// - Parameter atMost: decimals that a number may get which would be zero with fewer.
  static func computed(_ value: Double, digits: Int, atMost: Int = 4) -> String {
    let digits = min(max(digits, 0), 17)
    guard value.isFinite else { return nonFinite(value) }
    if value.magnitude >= 1e6 { return printed("%.*e", digits, value) }
    let text = printed("%.*f", digits, value)
    guard isZero(text) else { return text }
    if value == 0 { return text.withoutSign }
    let longer = (0...atMost).dropFirst(digits + 1).lazy.map { printed("%.*f", $0, value) }
    return longer.first { !isZero($0) } ?? printed("%.*e", 1, value)
  }

  /// A number that the reader wrote, as short as it is: `0.5`, `1.0`; rounded where it is longer.
  static func written(_ value: Double, digits: Int) -> String {
    let text = computed(value, digits: digits)
    guard value.isFinite, Double(text) == value, text.contains("."), !text.contains("e")
    else { return text }
    var short = Substring(text)
    while short.hasSuffix("0"), !short.hasSuffix(".0") { short.removeLast() }
    return String(short)
  }

  /// A number that stands alone in the formula: `2`, `0.5`.
  static func constant(_ value: Double, digits: Int) -> String {
    if let whole = Int(exactly: value), whole.magnitude < 1_000_000 { return String(whole) }
    return written(value, digits: digits)
  }

  /// A number that the reader typed, as it stands there where that is short: `1e-12` is no 0.00, nor `0.125` a 0.13.
  static func typed(_ value: Double, shown: String) -> String {
    guard value.isFinite, Double(shown) != nil, Double(shown) != value else { return shown }
    let exact = PythonFloat.repr(value)
    return exact.utf8.count <= longestTyped || isZero(shown) ? exact : shown
  }

  private static let longestTyped = 8

  private static func nonFinite(_ value: Double) -> String {
    value.isNaN ? "nan" : value < 0 ? "-inf" : "inf"
  }

  private static func isZero(_ text: String) -> Bool {
    !text.contains { ("1"..."9").contains($0) }
  }

  private static func printed(_ format: String, _ digits: Int, _ value: Double) -> String {
    // Sign, seven digits or an exponent, point and 17 decimals.
    var buffer = [CChar](repeating: 0, count: 64)
    let count = withVaList([CInt(digits), value]) {
      vsnprintf(&buffer, buffer.count, format, $0)
    }
    return String(
      decoding: buffer.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

extension String {
  fileprivate var withoutSign: String { hasPrefix("-") ? String(dropFirst()) : self }
}
