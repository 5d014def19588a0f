/// Cuts a source into tokens as Python's own tokenizer does: blocks by indentation, lines joined inside brackets.
///
/// What can't be read becomes an `invalid` token with its diagnostic, and reading goes on behind it.
struct Lexer {
  let source: Source
  let limits: Limits
  let bytes: [UInt8]
  var offset = 0
  var tokens: [Token] = []
  /// The diagnostics of `invalid` tokens.
  private(set) var problems: [Diagnostic] = []
  var options: [CellOption] = []
  /// Diagnostics that belong to no token: a malformed option.
  var optionProblems: [Diagnostic] = []
  private(set) var brackets: [(symbol: Symbol, range: SourceRange)] = []
  var indentations = [Indentation()]
  /// Offsets of brackets known never to be closed: they don't join lines, so that what follows can be read.
  private var unclosed: Set<Int>

  init(_ source: Source, limits: Limits) {
    self.init(source, limits: limits, unclosed: [])
    if !brackets.isEmpty {
      self = Lexer(source, limits: limits, unclosed: Set(brackets.map(\.range.start)))
    }
  }

  private init(_ source: Source, limits: Limits, unclosed: Set<Int>) {
    self.source = source
    self.limits = limits
    self.bytes = Array(source.text.utf8)
    self.unclosed = unclosed
    readAll()
  }

  // MARK: - Reading

  private mutating func readAll() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    var isLineStart = true
    while true {
      if isLineStart {
        isLineStart = false
        readIndentation()
      }
      skipBlanks()
      guard let byte = peek() else { break }
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        isLineStart = readLineBreak()
      case UInt8(ascii: "#"):
        readComment()
      case UInt8(ascii: "\\"):
        readLineJoin()
      default:
        readToken(byte)
      }
    }
    finish()
  }

  private mutating func readToken(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      readNumber()
    case UInt8(ascii: ".") where peek(1).map(Lexer.isDigit) == true:
      readNumber()
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      readQuote()
    default:
      if scalar(at: offset).beginsName { readName() } else { readSymbol() }
    }
  }

  /// Ends the last line and every open block.
  private mutating func finish() {
    if let last = tokens.last, last.kind != .newline, last.kind != .dedent {
      emit(.newline, from: offset)
    }
    for _ in indentations.dropFirst() { emit(.dedent, from: offset) }
    emit(.end, from: offset)
  }

  private mutating func readName() {
    let start = offset
    while offset < bytes.count, scalar(at: offset).continuesName { skipScalar() }
    let word = text(from: start)
    if let quote = peek(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      let prefix = StringPrefix(word)
    {
      readString(from: start, prefix: prefix)
    } else {
      emit(Keyword(rawValue: word).map(Token.Kind.keyword) ?? .name(word), from: start)
    }
  }

  private mutating func readSymbol() {
    let start = offset
    for length in [3, 2, 1] where offset + length <= bytes.count {
      let text = String(decoding: bytes[offset..<offset + length], as: UTF8.self)
      guard let symbol = Symbol.byText[text] else { continue }
      offset += length
      emitSymbol(symbol, from: start)
      return
    }
    let scalar = scalar(at: offset)
    skipScalar()
    reject(
      from: start, Lexer.describe(scalar) + " isn't part of Python",
      help: Lookalikes.advice(for: scalar))
  }

  // MARK: - Brackets

  private mutating func emitSymbol(_ symbol: Symbol, from start: Int) {
    if symbol.closer != nil {
      if unclosed.contains(start) {
        return reject(from: start, "this '\(symbol.rawValue)' is never closed")
      }
      brackets.append((symbol, SourceRange(start, offset)))
    } else if symbol.isCloser, !closeBracket(symbol, from: start) {
      return
    }
    if symbol == .ampersand || symbol == .bar, tokens.last?.kind == .symbol(symbol),
      tokens.last?.range.end == start
    {
      let word = symbol == .bar ? "or" : "and"
      return reject(
        from: start - 1, "'\(symbol.rawValue)\(symbol.rawValue)' isn't an operator of Python",
        help: "write \(word) between conditions, \(symbol.rawValue) between boolean arrays")
    }
    emit(.symbol(symbol), from: start)
  }

  /// Whether the closer meets its opener; where not, the token is rejected and the brackets are set right.
  private mutating func closeBracket(_ closer: Symbol, from start: Int) -> Bool {
    guard let open = brackets.last else {
      reject(from: start, "this '\(closer.rawValue)' closes nothing")
      return false
    }
    if open.symbol.closer == closer {
      brackets.removeLast()
      return true
    }
    // Only so far back as brackets may nest, else a long row of wrong closers would take quadratic time.
    let match =
      brackets.suffix(limits.nesting).lastIndex { $0.symbol.closer == closer } ?? brackets.count - 1
    brackets.removeSubrange(match...)
    reject(
      from: start, "'\(closer.rawValue)' can't close '\(open.symbol.rawValue)'",
      secondary: Diagnostic.Label(open.range, "opened here"))
    return false
  }

  // MARK: - Bytes

  func peek(_ distance: Int = 0) -> UInt8? {
    offset + distance < bytes.count ? bytes[offset + distance] : nil
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private mutating func skipBlanks() {
    while let byte = peek(), byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == 0x0C
    {
      offset += 1
    }
  }

  mutating func skipLineBreak() {
    offset += peek() == UInt8(ascii: "\r") && peek(1) == UInt8(ascii: "\n") ? 2 : 1
  }

  mutating func skipScalar() {
    offset += UTF8.width(scalar(at: offset))
  }

  func scalar(at offset: Int) -> Unicode.Scalar {
    let byte = bytes[offset]
    if byte < 0x80 { return Unicode.Scalar(byte) }
    let end = min(offset + 4, bytes.count)
    return String(decoding: bytes[offset..<end], as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
  }

  func text(from start: Int) -> String {
    String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  // MARK: - Emitting

  mutating func emit(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind: kind, range: SourceRange(start, offset)))
  }

  mutating func reject(
    from start: Int, to end: Int? = nil, code: String = "syntax", _ message: String,
    secondary: Diagnostic.Label? = nil, help: String? = nil
  ) {
    let range = SourceRange(start, end ?? offset)
    problems.append(
      Diagnostic(code: code, message, at: range, secondary: secondary, help: help))
    tokens.append(Token(kind: .invalid(problems.count - 1), range: range))
  }

  /// `'€'`, or `the character <U+200B>` for what can't be seen.
  static func describe(_ scalar: Unicode.Scalar) -> String {
    let shown = TextFilter.visible(scalar)
    if shown.unicodeScalars.count > 1 || scalar.properties.isWhitespace {
      return shown == String(Character(scalar))
        ? "the space <U+\(String(scalar.value, radix: 16, uppercase: true))>"
        : "the character \(shown)"
    }
    return "'\(shown)'"
  }
}

extension UTF8 {
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
    scalar.value < 0x80 ? 1 : scalar.value < 0x800 ? 2 : scalar.value < 0x10000 ? 3 : 4
  }
}
