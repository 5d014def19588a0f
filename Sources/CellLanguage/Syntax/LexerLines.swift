// Lines, the blocks that their indentation makes, and comments.

extension Lexer {
  /// Whether a new logical line begins behind this line break.
  mutating func readLineBreak() -> Bool {
    let start = offset
    skipLineBreak()
    guard brackets.isEmpty else { return false }
    if let last = tokens.last, last.kind != .newline, last.kind != .indent, last.kind != .dedent {
      tokens.append(Token(kind: .newline, range: SourceRange(start, start)))
    }
    return true
  }

  mutating func readLineJoin() {
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
  mutating func readIndentation() {
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

  mutating func readComment() {
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
}

/// The blanks a line begins with, measured twice, as Python does, to notice tabs that mean two things.
struct Indentation {
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
  /// Reads `#| name: value` or `#| name` alone; two blanks and `#` begin a comment behind the value.
  fileprivate init?(comment: String, range: SourceRange) {
    let body = comment.dropFirst(2)
    guard let colon = body.firstIndex(of: ":") else {
      let name = (body.commentStart.map { body[..<$0] } ?? body).trimmed
      guard !name.isEmpty, !name.contains(" ") else { return nil }
      self.init(name: name, value: "", range: range)
      return
    }
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
