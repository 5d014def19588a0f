/// The lines of a matrix as MATLAB and Octave print it, without what they print around the numbers.
///
///     K =
///
///        1.0e+03 *
///
///         0.0010    2.0000
///         3.0000    4.0000
struct PrintedMatrix {
  /// Those with numbers.
  let lines: [Substring]
  /// The power of ten that all of them are to be multiplied by.
  let exponent: Int

  init(lines: [Substring]) {
    var rest = lines[...]
    if rest.count > 1, let first = rest.first, Self.isName(first) { rest.removeFirst() }
    if rest.count > 1, let first = rest.first, Self.isSize(first) { rest.removeFirst() }
    var exponent = 0
    if rest.count > 1, let first = rest.first, let factor = Self.factor(first) {
      exponent = factor
      rest.removeFirst()
    }
    (self.lines, self.exponent) = (Array(rest), exponent)
  }

  /// `K =`, `ans = 2×2`
  private static func isName(_ line: Substring) -> Bool {
    guard let equals = line.firstIndex(of: "=") else { return false }
    let name = line[..<equals].trimmingBlanks
    let size = line[line.index(after: equals)...].trimmingBlanks
    let isWord =
      name.first?.isLetter == true && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return isWord && (size.isEmpty || isSize(size))
  }

  /// `2×2`, `2×2 single matrix`
  private static func isSize(_ line: Substring) -> Bool {
    let words = line.split(separator: " ")
    let sizes = words.first?.split(separator: "×", omittingEmptySubsequences: false) ?? []
    return sizes.count > 1 && sizes.allSatisfy { Int($0) != nil }
      && words.dropFirst().allSatisfy { $0.allSatisfy(\.isLetter) }
  }

  /// The 3 of `1.0e+03 *`.
  private static func factor(_ line: Substring) -> Int? {
    guard line.last == "*" else { return nil }
    let number = line.dropLast().trimmingBlanks.split(separator: "e")
    guard number.count == 2, Double(number[0]) == 1, let exponent = Int(number[1]),
      exponent.magnitude <= 400
    else { return nil }
    return exponent
  }

  /// A number as it was printed, multiplied by a power of ten: by moving its point, so that no digit of it changes.
  static func scaled(_ number: String, by exponent: Int) -> String {
    let digits = number.drop { "+-".contains($0) }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard exponent != 0, !digits.isEmpty, parts.count <= 2,
      parts.joined().allSatisfy({ $0.isASCII && $0.isNumber })
    else { return number }
    guard parts.joined().contains(where: { $0 != "0" }) else { return number }
    guard exponent.magnitude <= 9 else { return "\(number)e\(exponent)" }
    var whole = String(parts[0])
    var fraction = parts.count > 1 ? String(parts[1]) : ""
    for _ in 0..<max(0, exponent) {
      whole.append(fraction.isEmpty ? "0" : fraction.removeFirst())
    }
    for _ in 0..<max(0, -exponent) {
      fraction.insert(whole.popLast() ?? "0", at: fraction.startIndex)
    }
    let significant = whole.drop { $0 == "0" }
    let sign = number.hasPrefix("-") ? "-" : ""
    return sign + (significant.isEmpty ? "0" : significant)
      + (fraction.isEmpty ? "" : "." + fraction)
  }
}
