/// A text of the cell language, with the place it comes from for messages.
package struct Source: Hashable, Sendable {
  /// A file's name, a lesson's id, or `-e`; nothing where there is only one text.
  package let name: String?
  package let text: String
  /// The line in its file on which the text begins, counted from 1.
  package let firstLine: Int

  package init(_ text: String, name: String? = nil, firstLine: Int = 1) {
    self.text = text
    self.name = name
    self.firstLine = firstLine
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
