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
    let line = lineIndex(at: offset)
    let inLine = text(in: SourceRange(lineStarts[line], offset))
    return SourcePosition(line: firstLine + line, column: inLine.unicodeScalars.count + 1)
  }

  /// The line around an offset, without its line break.
  package func lineRange(at offset: Int) -> SourceRange {
    let line = lineIndex(at: clamped(offset))
    let isLast = line + 1 == lineStarts.count
    let whole = SourceRange(lineStarts[line], isLast ? text.utf8.count : lineStarts[line + 1])
    let breaks = text(in: whole).utf8.reversed().prefix {
      $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
    }
    return SourceRange(whole.start, whole.end - breaks.count)
  }

  private func clamped(_ offset: Int) -> Int {
    min(max(offset, 0), text.utf8.count)
  }

  /// The last line that begins at the offset or before it.
  private func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
