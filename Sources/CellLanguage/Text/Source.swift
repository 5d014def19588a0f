/// A text of the cell language, with the place it comes from for messages.
package struct Source: Sendable {
  /// Of its own memory, because a source is handed on with every statement that runs.
  private final class Content: Sendable {
    let name: String?
    let text: String
    let firstLine: Int
    let lineStarts: [Int]

    init(_ text: String, name: String?, firstLine: Int) {
      self.text = text
      self.name = name
      self.firstLine = firstLine
      lineStarts = Source.lineStarts(of: text)
    }
  }

  private let content: Content

  package init(_ text: String, name: String? = nil, firstLine: Int = 1) {
    content = Content(text, name: name, firstLine: firstLine)
  }

  /// A file's name, a lesson's id, or `-e`; nothing where there is only one text.
  package var name: String? { content.name }
  package var text: String { content.text }
  /// The line in its file on which the text begins, counted from 1.
  package var firstLine: Int { content.firstLine }
  /// Where each line begins, so that a place is found without counting from the start.
  var lineStarts: [Int] { content.lineStarts }

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
    left.content === right.content
      || left.text == right.text && left.name == right.name && left.firstLine == right.firstLine
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
