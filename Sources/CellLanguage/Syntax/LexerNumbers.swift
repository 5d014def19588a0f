extension Lexer {
  /// Reads `1`, `1_000`, `.5`, `5.`, `1e-3`, `0x1F`, `0o17` and `0b11`.
  mutating func readNumber() {
    let start = offset
    if peek() == UInt8(ascii: "0"), let radix = peek(1).flatMap(Lexer.radix) {
      return readInteger(radix: radix, from: start)
    }
    skipDigits()
    let isFloat = skipFraction()
    let hasExponent = skipExponent()
    if rejectTail(of: start) { return }
    let text = text(from: start)
    if isFloat || hasExponent {
      emitFloat(text, from: start)
    } else {
      emitInteger(text, from: start)
    }
  }

  private static func radix(_ byte: UInt8) -> Int? {
    switch byte | 0x20 {
    case UInt8(ascii: "x"): 16
    case UInt8(ascii: "o"): 8
    case UInt8(ascii: "b"): 2
    default: nil
    }
  }

  private mutating func readInteger(radix: Int, from start: Int) {
    offset += 2
    while offset < bytes.count, scalar(at: offset).continuesName { skipScalar() }
    let text = text(from: start)
    let digits = text.dropFirst(2)
    guard Lexer.underscoresStandBetweenDigits("0" + digits), !digits.isEmpty,
      digits.allSatisfy({ $0 == "_" || $0.hexDigitValue.map { $0 < radix } == true })
    else { return rejectNumber(text, from: start) }
    guard let value = Int(digits.filter { $0 != "_" }, radix: radix) else {
      return rejectLarge(from: start)
    }
    emit(.integer(value), from: start)
  }

  private mutating func skipDigits() {
    while let byte = peek(), Lexer.isDigit(byte) || byte == UInt8(ascii: "_") { offset += 1 }
  }

  private mutating func skipFraction() -> Bool {
    // `1..` can't be: `...` behind a number is an error that reads better on its own.
    guard peek() == UInt8(ascii: ".") else { return false }
    offset += 1
    skipDigits()
    return true
  }

  private mutating func skipExponent() -> Bool {
    guard let letter = peek(), letter | 0x20 == UInt8(ascii: "e") else { return false }
    let hasSign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
    guard let digit = peek(hasSign ? 2 : 1), Lexer.isDigit(digit) else { return false }
    offset += hasSign ? 2 : 1
    skipDigits()
    return true
  }

  /// A number ends where no letter, digit or point follows; `1if` is Python's, strange as it looks.
  private mutating func rejectTail(of start: Int) -> Bool {
    let end = offset
    while offset < bytes.count, scalar(at: offset).continuesName { skipScalar() }
    let tail = text(from: end)
    if tail.isEmpty { return rejectSecondPoint(from: start) }
    if ["if", "else", "and", "or", "is", "in", "not", "for"].contains(tail) {
      offset = end
      return false
    }
    let number = String(decoding: bytes[start..<end], as: UTF8.self)
    if tail == "j" || tail == "J" {
      reject(from: start, code: "unsupported", "complex numbers aren't part of cells")
    } else if tail.first?.isLetter == true,
      tail.dropFirst().allSatisfy({ $0.isLetter || $0.isNumber })
    {
      reject(
        from: start, "'\(TextFilter.visible(number + tail))' is neither a number nor a name",
        help: "to multiply write \(number) * \(TextFilter.visible(tail))")
    } else {
      rejectNumber(number + tail, from: start)
    }
    return true
  }

  private mutating func rejectSecondPoint(from start: Int) -> Bool {
    let isWhole = !text(from: start).contains(".")
    guard !isWhole, peek() == UInt8(ascii: "."), let next = peek(1), Lexer.isDigit(next) else {
      return false
    }
    while let byte = peek(), Lexer.isDigit(byte) || byte == UInt8(ascii: ".") { offset += 1 }
    rejectNumber(text(from: start), from: start)
    return true
  }

  private mutating func emitFloat(_ text: String, from start: Int) {
    guard Lexer.underscoresStandBetweenDigits(text), let value = Double(text.filter { $0 != "_" })
    else { return rejectNumber(text, from: start) }
    emit(.float(value), from: start)
  }

  private mutating func emitInteger(_ text: String, from start: Int) {
    guard Lexer.underscoresStandBetweenDigits(text) else { return rejectNumber(text, from: start) }
    let digits = text.filter { $0 != "_" }
    let plain = digits.drop { $0 == "0" }
    if digits.first == "0", !plain.isEmpty {
      return reject(from: start, "a whole number can't begin with 0", help: "write \(plain)")
    }
    guard let value = Int(digits) else { return rejectLarge(from: start) }
    emit(.integer(value), from: start)
  }

  private mutating func rejectNumber(_ text: String, from start: Int) {
    reject(from: start, "'\(TextFilter.visible(text.shortened))' is not a number")
  }

  private mutating func rejectLarge(from start: Int) {
    reject(
      from: start, code: "bound", "whole numbers go up to \(Int.max) here",
      help: "with a point or an exponent, as in 1e20, it is a float")
  }

  private static func underscoresStandBetweenDigits(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.allSatisfy { index in
      guard bytes[index] == UInt8(ascii: "_") else { return true }
      return index > 0 && index + 1 < bytes.count && isHexDigit(bytes[index - 1])
        && isHexDigit(bytes[index + 1])
    }
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }
}

extension String {
  /// At most thirty characters, for messages.
  var shortened: String {
    count <= 30 ? self : prefix(29) + "…"
  }
}
