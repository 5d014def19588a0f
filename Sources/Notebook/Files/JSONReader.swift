import CellLanguage

/// Reads JSON by RFC 8259, within bounds: what nests deeper than 64 is refused, and so is a member named twice.
package struct JSONReader {
  /// What is wrong in the text, and where.
  package struct Problem: Error, Hashable, Sendable {
    package let line: Int
    package let column: Int
    package let message: String
  }

  private static let depthLimit = 64
  private let bytes: [UInt8]
  private var offset = 0
  private var depth = 0

  package static func read(_ bytes: [UInt8]) throws(Problem) -> JSONValue {
    var reader = JSONReader(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.offset = 3 }
    let value = try reader.value()
    reader.skipBlanks()
    guard reader.offset == bytes.count else {
      throw reader.problem("nothing may follow the value")
    }
    return value
  }

  /// The value in a file.
  package static func read(_ bytes: [UInt8], path: String) throws(FileProblem) -> JSONValue {
    do throws(Problem) {
      return try read(bytes)
    } catch {
      throw FileProblem(path: path, "line \(error.line), column \(error.column): \(error.message)")
    }
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  // MARK: - Values

  /// value = "null" | "true" | "false" | NUMBER | STRING | array | object
  private mutating func value() throws(Problem) -> JSONValue {
    skipBlanks()
    switch peek {
    case UInt8(ascii: "{"): return try nested { reader throws(Problem) in try reader.object() }
    case UInt8(ascii: "["): return try nested { reader throws(Problem) in try reader.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"): return try number()
    case .some(let byte) where (0x30...0x39).contains(byte): return try number()
    default: return try word()
    }
  }

  private mutating func nested(
    _ body: (inout JSONReader) throws(Problem) -> JSONValue
  ) throws(Problem) -> JSONValue {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw problem("more than \(Self.depthLimit) brackets inside one another")
    }
    return try body(&self)
  }

  private mutating func word() throws(Problem) -> JSONValue {
    for (word, value) in [
      ("null", JSONValue.null), ("true", .boolean(true)), ("false", .boolean(false)),
    ]
    where bytes[offset...].starts(with: word.utf8) {
      offset += word.utf8.count
      return value
    }
    for word in ["NaN", "Infinity"] where bytes[offset...].starts(with: word.utf8) {
      throw problem("JSON has no \(word); it stands in quotes here: \"\(word)\"")
    }
    throw problem(
      offset == bytes.count ? "the text ends where a value is expected" : "no value begins here")
  }

  /// array = "[" [ value { "," value } ] "]"
  private mutating func array() throws(Problem) -> JSONValue {
    offset += 1
    var elements: [JSONValue] = []
    skipBlanks()
    if take(UInt8(ascii: "]")) { return .array([]) }
    while true {
      elements.append(try value())
      skipBlanks()
      if take(UInt8(ascii: "]")) { return .array(elements) }
      guard take(UInt8(ascii: ",")) else { throw problem("expected ',' or ']'") }
    }
  }

  /// object = "{" [ STRING ":" value { "," STRING ":" value } ] "}"
  private mutating func object() throws(Problem) -> JSONValue {
    offset += 1
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    skipBlanks()
    if take(UInt8(ascii: "}")) { return .object([]) }
    while true {
      skipBlanks()
      let start = offset
      guard peek == UInt8(ascii: "\"") else { throw problem("expected a name in quotes") }
      let name = try string()
      guard names.insert(name).inserted else {
        throw problem("'\(TextFilter.visible(name))' is given twice", at: start)
      }
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { throw problem("expected ':' after a name") }
      members.append(JSONValue.Member(name, try value()))
      skipBlanks()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw problem("expected ',' or '}'") }
    }
  }

  /// NUMBER = [ "-" ] ( "0" | DIGIT1 { DIGIT } ) [ "." DIGIT { DIGIT } ] [ ( "e" | "E" ) [ "+" | "-" ] DIGIT { DIGIT } ]
  private mutating func number() throws(Problem) -> JSONValue {
    let start = offset
    _ = take(UInt8(ascii: "-"))
    let leading = peek
    let whole = skipDigits()
    guard whole > 0, whole == 1 || leading != UInt8(ascii: "0") else { throw noNumber(start) }
    var isWhole = true
    if take(UInt8(ascii: ".")) {
      isWhole = false
      guard skipDigits() > 0 else { throw noNumber(start) }
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isWhole = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      guard skipDigits() > 0 else { throw noNumber(start) }
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if isWhole, text != "-0", let value = Int(text) { return .integer(value) }
    guard let value = Double(text) else { throw noNumber(start) }
    return .number(value)
  }

  private func noNumber(_ start: Int) -> Problem {
    problem("this is not a number of JSON", at: start)
  }

  private mutating func skipDigits() -> Int {
    let start = offset
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { offset += 1 }
    return offset - start
  }

  // MARK: - Strings

  private mutating func string() throws(Problem) -> String {
    let start = offset
    offset += 1
    var units: [UInt8] = []
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        guard let text = String(validating: units, as: UTF8.self) else {
          throw problem("this text is not UTF-8", at: start)
        }
        return text
      case UInt8(ascii: "\\"): units += Array(try escape().utf8)
      case 0..<0x20: throw problem("a control character must be written as \\u00…")
      default:
        units.append(byte)
        offset += 1
      }
    }
    throw problem("this text is never closed", at: start)
  }

  private mutating func escape() throws(Problem) -> String {
    let start = offset
    offset += 1
    guard let letter = peek else { throw problem("the text ends after '\\'", at: start) }
    offset += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(start)
    default: throw problem("this '\\' begins nothing that JSON knows", at: start)
    }
  }

  private mutating func unicodeEscape(_ start: Int) throws(Problem) -> String {
    var units = [try hexadecimal(start)]
    if (0xD800..<0xDC00).contains(units[0]), peek == UInt8(ascii: "\\"), offset + 1 < bytes.count,
      bytes[offset + 1] == UInt8(ascii: "u")
    {
      offset += 2
      units.append(try hexadecimal(start))
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw problem("this is no character's number", at: start)
    }
    return text
  }

  private mutating func hexadecimal(_ start: Int) throws(Problem) -> UInt16 {
    let end = min(offset + 4, bytes.count)
    let digits = String(decoding: bytes[offset..<end], as: UTF8.self)
    guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit),
      let unit = UInt16(digits, radix: 16)
    else { throw problem("expected four hexadecimal digits", at: start) }
    offset = end
    return unit
  }

  // MARK: - Bytes

  private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    offset += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }

  private func problem(_ message: String, at place: Int? = nil) -> Problem {
    let before = bytes[..<(place ?? offset)]
    let lineStart = (before.lastIndex(of: 0x0A) ?? -1) + 1
    return Problem(
      line: before.count { $0 == 0x0A } + 1,
      column: String(decoding: before[lineStart...], as: UTF8.self).unicodeScalars.count + 1,
      message: message)
  }
}
