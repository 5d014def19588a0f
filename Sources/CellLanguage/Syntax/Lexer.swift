/// Cuts a source into tokens as Python's own tokenizer does: blocks by indentation, lines joined inside brackets.
///
/// What can't be read becomes an `invalid` token with its diagnostic, and reading goes on behind it.
struct Lexer {
  let source: Source
  let limits: Limits
  let bytes: [UInt8]
  var offset = 0
  private(set) var tokens: [Token] = []
  /// The diagnostics of `invalid` tokens.
  private(set) var problems: [Diagnostic] = []
  private(set) var options: [CellOption] = []
  /// Diagnostics that belong to no token: a malformed option.
  private(set) var optionProblems: [Diagnostic] = []
  private var brackets: [(symbol: Symbol, range: SourceRange)] = []
  private var indentations = [Indentation()]
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

  // MARK: - Lines

  /// Whether a new logical line begins behind this line break.
  private mutating func readLineBreak() -> Bool {
    let start = offset
    skipLineBreak()
    guard brackets.isEmpty else { return false }
    if let last = tokens.last, last.kind != .newline, last.kind != .indent, last.kind != .dedent {
      tokens.append(Token(kind: .newline, range: SourceRange(start, start)))
    }
    return true
  }

  private mutating func readLineJoin() {
    let start = offset
    offset += 1
    if let next = peek(), next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r") {
      skipLineBreak()
      if offset == bytes.count { reject(from: start, to: start + 1, "nothing follows this '\\'") }
    } else {
      reject(
        from: start, "'\\' joins lines and must be the last character of its line",
        help: "a line inside brackets goes on without it")
    }
  }

  /// Blocks open and close by the blanks a line begins with; empty lines and comments don't count.
  private mutating func readIndentation() {
    let start = offset
    var indentation = Indentation()
    while let byte = peek(), indentation.add(byte) { offset += 1 }
    guard let byte = peek(),
      ![UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "#")].contains(byte),
      let current = indentations.last
    else { return }
    if !indentation.isConsistent(with: current) {
      reject(
        from: start, "this line's tabs and spaces don't fit the lines above",
        help: "indent with spaces only")
    } else if indentation.columns > current.columns {
      indentations.append(indentation)
      emit(.indent, from: start)
    } else if indentation.columns < current.columns {
      closeBlocks(downTo: indentation, from: start)
    }
  }

  private mutating func closeBlocks(downTo indentation: Indentation, from start: Int) {
    while let last = indentations.last, last.columns > indentation.columns {
      indentations.removeLast()
      tokens.append(Token(kind: .dedent, range: SourceRange(offset, offset)))
    }
    if indentations.last?.columns != indentation.columns {
      reject(
        from: start, "this line is indented like no block above it",
        help: "lines of one block begin in the same column")
    }
  }

  private mutating func readComment() {
    let start = offset
    while let byte = peek(), byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") { offset += 1 }
    let text = text(from: start)
    guard text.hasPrefix("#|"), brackets.isEmpty, isFirstOnLine(start) else { return }
    let range = SourceRange(start, offset)
    if let option = CellOption(comment: text, range: range) {
      options.append(option)
    } else {
      optionProblems.append(
        Diagnostic(
          code: "syntax", "an option is a name, a colon and a value", at: range,
          help: "for example #| view: heatmap"))
    }
  }

  private func isFirstOnLine(_ start: Int) -> Bool {
    let lineStart = bytes[..<start].lastIndex {
      $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
    }
    return bytes[(lineStart.map { $0 + 1 } ?? 0)..<start].allSatisfy {
      $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t")
    }
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

/// The blanks a line begins with, measured twice, as Python does, to notice tabs that mean two things.
private struct Indentation {
  /// With tab stops every eight columns.
  var columns = 0
  /// With a tab as wide as a space.
  var characters = 0

  mutating func add(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "):
      columns += 1
      characters += 1
    case UInt8(ascii: "\t"):
      columns = (columns / 8 + 1) * 8
      characters += 1
    case 0x0C:
      self = Indentation()
    default:
      return false
    }
    return true
  }

  func isConsistent(with other: Indentation) -> Bool {
    (columns - other.columns).signum() == (characters - other.characters).signum()
  }
}

extension CellOption {
  /// Reads `#| name: value`; two blanks and `#` begin a comment behind the value.
  fileprivate init?(comment: String, range: SourceRange) {
    let body = comment.dropFirst(2)
    guard let colon = body.firstIndex(of: ":") else { return nil }
    let name = body[..<colon].trimmed
    guard !name.isEmpty, !name.contains(" ") else { return nil }
    var value = body[body.index(after: colon)...]
    if let end = value.commentStart { value = value[..<end] }
    self.init(name: name, value: value.trimmed, range: range)
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var rest = self
    while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
    return String(rest.drop { $0 == " " || $0 == "\t" })
  }

  fileprivate var commentStart: Index? {
    var blanks = 0
    for index in indices {
      if self[index] == "#", blanks >= 2 { return index }
      blanks = self[index] == " " || self[index] == "\t" ? blanks + 1 : 0
    }
    return nil
  }
}
