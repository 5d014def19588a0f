/// Python's format specification for numbers: `.2f`, `+.3g`, `>8`, `.0%`, `,d`.
///
///     [[fill]align][sign][z][#][0][width][, or _][.precision][type]
package struct NumberFormat: Hashable, Sendable {
  /// Why a specification can't be used, in words that name it.
  package struct Problem: Error, Hashable, Sendable {
    package let message: String
  }

  /// The largest width and precision; Python has no bound here.
  static let limit = 500

  private var fill: Character = " "
  private var alignment: Character?
  private var sign: Character = "-"
  private var dropsNegativeZero = false
  private var isAlternate = false
  private var width = 0
  private var grouping: Character?
  private var precision: Int?
  private var type: Character?

  package init(_ specification: String) throws(Problem) {
    var rest = Array(specification)[...]
    readAlignment(&rest)
    if let first = rest.first, "+- ".contains(first) { sign = rest.removeFirst() }
    dropsNegativeZero = rest.skip("z")
    isAlternate = rest.skip("#")
    if rest.skip("0"), alignment == nil {
      fill = "0"
      alignment = "="
    }
    width = try Self.number(&rest) ?? 0
    if let first = rest.first, ",_".contains(first) { grouping = rest.removeFirst() }
    if rest.skip(".") {
      precision = try Self.number(&rest)
      if precision == nil { throw Problem(message: "a precision is missing after '.'") }
    }
    type = rest.popFirst()
    try check(specification, rest: rest)
  }

  private mutating func readAlignment(_ rest: inout ArraySlice<Character>) {
    if rest.count > 1, "<>=^".contains(rest[rest.startIndex + 1]) { fill = rest.removeFirst() }
    if let first = rest.first, "<>=^".contains(first) { alignment = rest.removeFirst() }
  }

  private static func number(_ rest: inout ArraySlice<Character>) throws(Problem) -> Int? {
    let digits = rest.prefix { ("0"..."9").contains($0) }
    if digits.isEmpty { return nil }
    rest = rest.dropFirst(digits.count)
    guard let value = Int(String(digits)), value <= limit else {
      throw Problem(message: "widths and precisions go up to \(limit)")
    }
    return value
  }

  private func check(_ specification: String, rest: ArraySlice<Character>) throws(Problem) {
    let shown = TextFilter.visible(specification.shortened)
    if let type, !"eEfFgGdnbxXos%".contains(type) || !rest.isEmpty {
      throw Problem(message: "'\(shown)' is no number format of Python's; try .2f, .3g, e, % or d")
    }
    if grouping != nil, fill == "0", alignment == "=" {
      throw Problem(
        message: "'\(shown)': thousands can't be marked in a number filled with zeros here")
    }
  }

  // MARK: - Formatting

  /// Correctly rounded, as Python has it.
  package func format(_ number: Double) throws(Problem) -> String {
    if let type, "dbxXos".contains(type) {
      throw Problem(message: "'\(type)' is no format for a float; try .2f, .3g, e or %")
    }
    let isNegative = number.sign == .minus && !number.isNaN
    var body = digits(of: number.magnitude)
    let isZero = !body.prefix { !"eE".contains($0) }.contains {
      ("1"..."9").contains($0) || $0.isLetter
    }
    if grouping != nil { body = grouped(body) }
    return padded(body, isNegative: isNegative && !(dropsNegativeZero && isZero))
  }

  private func digits(of number: Double) -> String {
    func printf(_ number: Double, _ conversion: Character) -> String {
      PythonFloat.printf(number, conversion, precision: precision ?? 6, alternate: isAlternate)
    }
    switch type {
    case "%": return printf(number * 100, "f") + "%"
    case "n": return printf(number, "g")
    case .some(let type): return printf(number, type)
    case nil:
      guard let precision else { return PythonFloat.repr(number) }
      return general(number, precision: max(1, precision))
    }
  }

  /// Like `g`, but a number without exponent always shows a digit behind the point.
  private func general(_ number: Double, precision: Int) -> String {
    guard number.isFinite else { return PythonFloat.repr(number) }
    let scientific = PythonFloat.printf(number, "e", precision: precision - 1)
    let exponent = scientific.split(separator: "e").last.flatMap { Int($0) } ?? 0
    if exponent >= -4, exponent >= precision - 1 {
      let mantissa = scientific.split(separator: "e").first.map(String.init) ?? scientific
      return mantissa.withoutTrailingZeros + scientific.dropFirst(mantissa.count)
    }
    let text = PythonFloat.printf(number, "g", precision: precision)
    return text.contains(".") || text.contains("e") ? text : text + ".0"
  }

  package func format(_ number: Int) throws(Problem) -> String {
    if let type, "eEfFgG%".contains(type) { return try format(Double(number)) }
    if type == "s" { throw Problem(message: "'s' is no format for a number; try d or .2f") }
    if precision != nil { throw Problem(message: "a whole number has no precision; try .2f") }
    let radix = type == "b" ? 2 : type == "o" ? 8 : type == "x" || type == "X" ? 16 : 10
    var body = String(number.magnitude, radix: radix, uppercase: type == "X")
    if grouping != nil { body = grouped(body, by: radix == 10 ? 3 : 4) }
    if isAlternate, radix != 10, let type { body = "0\(type)" + body }
    return padded(body, isNegative: number < 0)
  }

  /// Text takes fill, alignment and width; a precision cuts it.
  package func format(_ text: String) throws(Problem) -> String {
    guard type == nil || type == "s" else {
      throw Problem(message: "'\(type ?? "s")' is a format for numbers, and this is text")
    }
    let body = precision.map { String(text.prefix($0)) } ?? text
    let missing = max(0, width - body.count)
    return filled(body, sign: "", missing: missing, defaultAlignment: "<")
  }

  // MARK: - Layout

  private func grouped(_ body: String, by size: Int = 3) -> String {
    let whole = body.prefix { $0.isHexDigit && !"eE".contains($0) || size == 4 }
    guard body.first?.isHexDigit == true, let grouping else { return body }
    var result: [Character] = []
    for (index, digit) in whole.reversed().enumerated() {
      if index > 0, index % size == 0 { result.append(grouping) }
      result.append(digit)
    }
    return String(result.reversed()) + body.dropFirst(whole.count)
  }

  private func padded(_ body: String, isNegative: Bool) -> String {
    let mark = isNegative ? "-" : sign == "-" ? "" : String(sign)
    let missing = max(0, width - body.count - mark.count)
    return filled(body, sign: mark, missing: missing, defaultAlignment: ">")
  }

  private func filled(
    _ body: String, sign: String, missing: Int, defaultAlignment: Character
  ) -> String {
    func fill(_ count: Int) -> String { String(repeating: self.fill, count: count) }
    switch alignment ?? defaultAlignment {
    case "<": return sign + body + fill(missing)
    case "^": return fill(missing / 2) + sign + body + fill(missing - missing / 2)
    case "=": return sign + fill(missing) + body
    default: return fill(missing) + sign + body
    }
  }
}

extension ArraySlice<Character> {
  fileprivate mutating func skip(_ character: Character) -> Bool {
    guard first == character else { return false }
    removeFirst()
    return true
  }
}

extension String {
  fileprivate var withoutTrailingZeros: String {
    guard contains(".") else { return self }
    let kept = reversed().drop { $0 == "0" }.drop { $0 == "." }
    return String(kept.reversed())
  }
}
