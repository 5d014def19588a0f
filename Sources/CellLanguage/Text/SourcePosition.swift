/// A place in a source as people count it.
package struct SourcePosition: Hashable, Sendable {
  /// The line in the file that the source stands in, counted from 1.
  package let line: Int
  /// The code point of the line, counted from 1, as Python counts.
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

extension Source {
  /// The text of a range, whose ends may lie anywhere: what is outside the text is left out.
  package func text(in range: SourceRange) -> String {
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: clamped(range.start))
    let end = bytes.index(bytes.startIndex, offsetBy: clamped(max(range.start, range.end)))
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The same source with another text in place of a range.
  package func replacing(_ range: SourceRange, with replacement: String) -> Source {
    let before = text(in: SourceRange(0, range.start))
    let after = text(in: SourceRange(range.end, text.utf8.count))
    return Source(before + replacement + after, name: name, firstLine: firstLine)
  }

  /// The line and column of an offset; the end of the text is a place too.
  package func position(at offset: Int) -> SourcePosition {
    let offset = clamped(offset)
    let lineRange = lineRange(at: offset)
    let before = text(in: SourceRange(0, lineRange.start))
    let inLine = text(in: SourceRange(lineRange.start, offset))
    return SourcePosition(
      line: firstLine + Source.lineBreaks(in: before), column: inLine.unicodeScalars.count + 1)
  }

  /// The line around an offset, without its line break.
  package func lineRange(at offset: Int) -> SourceRange {
    let bytes = Array(text.utf8)
    var start = clamped(offset)
    while start > 0, !Source.endsLine(bytes, at: start - 1) { start -= 1 }
    var end = clamped(offset)
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") {
      end += 1
    }
    return SourceRange(min(start, end), end)
  }

  private func clamped(_ offset: Int) -> Int {
    min(max(offset, 0), text.utf8.count)
  }

  /// `\n`, `\r\n` and a lone `\r` each end a line, as in Python.
  private static func endsLine(_ bytes: [UInt8], at index: Int) -> Bool {
    if bytes[index] == UInt8(ascii: "\n") { return true }
    guard bytes[index] == UInt8(ascii: "\r") else { return false }
    return index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
  }

  private static func lineBreaks(in text: String) -> Int {
    let bytes = Array(text.utf8)
    return bytes.indices.count { endsLine(bytes, at: $0) }
  }
}
