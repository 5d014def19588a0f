/// The letters before a quote, as in `r"\d"`.
enum StringPrefix {
  case raw, plain, format, bytes

  init?(_ word: String) {
    switch word.lowercased() {
    case "r": self = .raw
    case "u": self = .plain
    case "f", "fr", "rf", "t", "tr", "rt": self = .format
    case "b", "br", "rb": self = .bytes
    default: return nil
    }
  }
}

extension Lexer {
  /// A quote begins a string, unless it stands behind a name like a prime.
  mutating func readQuote() {
    if peek() == UInt8(ascii: "'"), let last = tokens.last, last.range.end == offset,
      last.isOperand, !last.isString
    {
      let operand = TextFilter.visible(source.text(in: last.range).shortened)
      offset += 1
      return reject(
        from: offset - 1, "a quote can't follow '\(operand)'",
        help: "to transpose write \(operand == ")" ? "(…)" : operand == "]" ? "[…]" : operand).T")
    }
    readString(from: offset, prefix: .plain)
  }

  /// Reads a string from its opening quote; `start` is where its prefix begins.
  mutating func readString(from start: Int, prefix: StringPrefix) {
    guard let quote = peek() else { return }
    let isTriple = peek(1) == quote && peek(2) == quote
    let opener = SourceRange(start, offset + (isTriple ? 3 : 1))
    offset = opener.end
    let bodyStart = offset
    guard let bodyEnd = skipString(quote: quote, isTriple: isTriple) else {
      let mark = String(
        repeating: String(Character(Unicode.Scalar(quote))), count: isTriple ? 3 : 1)
      return reject(
        from: start, to: isTriple ? opener.end : offset, "this text is never closed",
        help: isTriple ? "end it with \(mark)" : "end it with \(mark) on the same line")
    }
    switch prefix {
    case .format:
      return reject(
        from: start, code: "unsupported", "f-strings aren't part of cells",
        help: "in a lesson's prose {x:.2f} shows a number; messages are plain text")
    case .bytes:
      return reject(from: start, code: "unsupported", "bytes aren't part of cells")
    case .raw, .plain:
      emitString(SourceRange(bodyStart, bodyEnd), from: start, isRaw: prefix == .raw)
    }
  }

  /// Goes behind the closing quote and gives where the text ends, or stops at the end of the line without one.
  private mutating func skipString(quote: UInt8, isTriple: Bool) -> Int? {
    while let byte = peek() {
      if byte == quote, !isTriple || (peek(1) == quote && peek(2) == quote) {
        let end = offset
        offset += isTriple ? 3 : 1
        return end
      }
      if byte == UInt8(ascii: "\\"), let next = peek(1) {
        offset += 1
        if next == UInt8(ascii: "\r"), peek(1) == UInt8(ascii: "\n") { offset += 1 }
      } else if !isTriple, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        return nil
      }
      offset += 1
    }
    offset = min(offset, bytes.count)
    return nil
  }

  private mutating func emitString(_ body: SourceRange, from start: Int, isRaw: Bool) {
    var reader = EscapeReader(bytes: bytes, range: body, isRaw: isRaw)
    if let problem = reader.read() {
      return reject(
        from: problem.range.start, to: problem.range.end, problem.message, help: problem.help)
    }
    guard reader.text.utf8.count <= limits.stringLength else {
      return reject(
        from: start, code: "bound",
        "a text may have \(limits.stringLength) bytes; this one has more")
    }
    emit(.string(reader.text), from: start)
  }
}

extension Token {
  var isString: Bool {
    if case .string = kind { true } else { false }
  }

  /// Whether it ends an operand: a name, a number or a closing bracket.
  var isOperand: Bool {
    switch kind {
    case .name, .integer, .float, .string: true
    case .symbol(let symbol): symbol.isCloser
    default: false
    }
  }
}

/// Turns the text between quotes into what it stands for.
private struct EscapeReader {
  struct Problem {
    let range: SourceRange
    let message: String
    let help: String?
  }

  let bytes: [UInt8]
  let range: SourceRange
  let isRaw: Bool
  private(set) var text = ""
  private var offset: Int

  init(bytes: [UInt8], range: SourceRange, isRaw: Bool) {
    self.bytes = bytes
    self.range = range
    self.isRaw = isRaw
    self.offset = range.start
  }

  mutating func read() -> Problem? {
    while offset < range.end {
      let start = offset
      while offset < range.end, isPlain(bytes[offset]) { offset += 1 }
      text += String(decoding: bytes[start..<offset], as: UTF8.self)
      guard offset < range.end else { break }
      if bytes[offset] == UInt8(ascii: "\r") {
        readLineBreak()
      } else if bytes[offset] == 0 {
        return Problem(
          range: SourceRange(offset, offset + 1), message: "the character ^@ can't stand in a text",
          help: nil)
      } else if let problem = readEscape() {
        return problem
      }
    }
    return nil
  }

  private func isPlain(_ byte: UInt8) -> Bool {
    byte != UInt8(ascii: "\r") && byte != 0 && (isRaw || byte != UInt8(ascii: "\\"))
  }

  private mutating func readLineBreak() {
    offset += 1
    if offset < range.end, bytes[offset] == UInt8(ascii: "\n") { offset += 1 }
    text += "\n"
  }

  private mutating func readEscape() -> Problem? {
    let start = offset
    offset += 1
    guard offset < range.end else { return nil }
    let letter = bytes[offset]
    offset += 1
    switch letter {
    case UInt8(ascii: "\n"): break
    case UInt8(ascii: "\r"):
      if offset < range.end, bytes[offset] == UInt8(ascii: "\n") { offset += 1 }
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""):
      text.unicodeScalars.append(Unicode.Scalar(letter))
    case UInt8(ascii: "n"): text += "\n"
    case UInt8(ascii: "t"): text += "\t"
    case UInt8(ascii: "r"): text += "\r"
    case UInt8(ascii: "a"): text += "\u{7}"
    case UInt8(ascii: "b"): text += "\u{8}"
    case UInt8(ascii: "f"): text += "\u{C}"
    case UInt8(ascii: "v"): text += "\u{B}"
    case UInt8(ascii: "x"): return readCode(from: start, digits: 2, radix: 16, isFixed: true)
    case UInt8(ascii: "u"): return readCode(from: start, digits: 4, radix: 16, isFixed: true)
    case UInt8(ascii: "U"): return readCode(from: start, digits: 8, radix: 16, isFixed: true)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      offset -= 1
      return readCode(from: start, digits: 3, radix: 8, isFixed: false)
    default:
      return Problem(
        range: SourceRange(start, offset), message: "this '\\' begins nothing that Python knows",
        help: "for a backslash itself write \\\\")
    }
    return nil
  }

  private mutating func readCode(from start: Int, digits: Int, radix: Int, isFixed: Bool)
    -> Problem?
  {
    var value = 0
    var count = 0
    while count < digits, offset < range.end,
      let digit = Character(Unicode.Scalar(bytes[offset])).hexDigitValue, digit < radix
    {
      value = value * radix + digit
      count += 1
      offset += 1
    }
    guard count == digits || !isFixed, let scalar = Unicode.Scalar(UInt32(value)) else {
      return Problem(
        range: SourceRange(start, offset),
        message: "this is no character's number", help: "as in \\x41 or \\u03b1")
    }
    text.unicodeScalars.append(scalar)
    return nil
  }
}
