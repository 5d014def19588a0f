/// A text of the cell language, with the place it comes from for messages.
package struct Source: Sendable {
  /// A file's name, a lesson's id, or `-e`; nothing where there is only one text.
  package let name: String?
  package let text: String
  /// The line in its file on which the text begins, counted from 1.
  package let firstLine: Int
  /// Where each line begins, so that a place is found without counting from the start.
  let lineStarts: [Int]

  package init(_ text: String, name: String? = nil, firstLine: Int = 1) {
    self.text = text
    self.name = name
    self.firstLine = firstLine
    lineStarts = Source.lineStarts(of: text)
  }

  /// `\n`, `\r\n` and a lone `\r` each end a line, as in Python.
  private static func lineStarts(of text: String) -> [Int] {
    var starts = [0]
    var previous: UInt8 = 0
    for (offset, byte) in text.utf8.enumerated() {
      if previous == UInt8(ascii: "\n")
        || (previous == UInt8(ascii: "\r") && byte != UInt8(ascii: "\n"))
      {
        starts.append(offset)
      }
      previous = byte
    }
    if previous == UInt8(ascii: "\n") || previous == UInt8(ascii: "\r") {
      starts.append(text.utf8.count)
    }
    return starts
  }
}

extension Source: Hashable {
  package static func == (left: Source, right: Source) -> Bool {
    left.text == right.text && left.name == right.name && left.firstLine == right.firstLine
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(name)
    hasher.combine(firstLine)
  }
}

/// A half-open range of UTF-8 offsets in a source's text.
package struct SourceRange: Hashable, Sendable {
  package var start: Int
  package var end: Int

  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  package func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(start, other.start), max(end, other.end))
  }
}
