#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Floats as Python writes them.
package enum PythonFloat {
  /// The fewest digits that read back as the same number, as `repr` gives them: `1.0`, `1e-05`, `1e+16`, `inf`, `nan`.
  package static func repr(_ number: Double) -> String {
    if number.isNaN { return "nan" }
    if number.isInfinite { return number < 0 ? "-inf" : "inf" }
    let decimal = Decimal(shortest: number)
    let sign = number.sign == .minus ? "-" : ""
    return sign + ((-4..<16).contains(decimal.exponent) ? decimal.fixed : decimal.scientific)
  }

  /// What C's `printf` gives for `%.⟨precision⟩⟨conversion⟩`, correctly rounded; `nan` never has a sign.
  static func printf(
    _ number: Double, _ conversion: Character, precision: Int, alternate: Bool = false
  )
    -> String
  {
    if number.isNaN { return conversion.isUppercase ? "NAN" : "nan" }
    // The longest: 309 digits before the point, the sign, the point, and the precision.
    var buffer = [CChar](repeating: 0, count: 400 + precision)
    let format = "%\(alternate ? "#" : "").*\(conversion)"
    let count = withVaList([CInt(clamping: precision), number]) {
      vsnprintf(&buffer, buffer.count, format, $0)
    }
    return String(decoding: buffer.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// The significant digits of a finite number, d.ddd × 10^exponent.
private struct Decimal {
  let digits: [Character]
  let exponent: Int

  /// Swift's own description has the shortest digits too, only laid out differently.
  init(shortest number: Double) {
    let parts = number.magnitude.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let whole = mantissa[0], fraction = mantissa.count > 1 ? mantissa[1] : ""
    let all = Array(whole + fraction)
    let leading = all.prefix { $0 == "0" }.count
    let significant = Array(all[leading...].reversed().drop { $0 == "0" }.reversed())
    digits = significant.isEmpty ? ["0"] : significant
    let shift = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    exponent = significant.isEmpty ? 0 : shift + whole.count - 1 - leading
  }

  var fixed: String {
    if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + String(digits) }
    let padded = digits + Array(repeating: "0", count: max(0, exponent + 2 - digits.count))
    return String(padded[...exponent]) + "." + String(padded[(exponent + 1)...])
  }

  var scientific: String {
    let fraction = digits.count > 1 ? "." + String(digits[1...]) : ""
    let size = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
    return String(digits[0]) + fraction + "e" + (exponent < 0 ? "-" : "+") + size
  }
}
