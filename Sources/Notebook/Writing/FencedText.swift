/// A cell's fence with what stands in it.
struct FencedText {
  private let lead: String
  private let fence: Fence
  private let opening: String
  private let closing: String
  private let tail: String
  /// The lines in it, without the fence's indentation.
  let content: String

  /// Nil where a text doesn't begin with a fence.
  init?(_ text: String) {
    let source = SourceText(text)
    let lines = SourceText.lines(of: String(source.body))
    guard let first = lines.first, let fence = Fence(MarkdownLine(Self.bare(first), number: 1))
    else { return nil }
    let inside = lines.dropFirst()
    let end = inside.firstIndex { fence.isClosed(by: MarkdownLine(Self.bare($0), number: 1)) }
    self.fence = fence
    lead = String(source.lead)
    opening = String(first)
    closing = inside[(end ?? inside.endIndex)...].joined()
    tail = String(source.tail)
    content = inside[..<(end ?? inside.endIndex)].map {
      String(MarkdownLine(Self.bare($0), number: 1).dedented(by: fence.indent).text)
    }.joined(separator: "\n")
  }

  private static func bare(_ line: Substring) -> Substring {
    line.last.map(SourceText.isLineBreak) == true ? line.dropLast() : line
  }

  /// The same fence around other lines, with more marks where a line of these would end it.
  func text(with content: String, lineEnd: String) -> String {
    let lines = content.split(separator: "\n", omittingEmptySubsequences: false)
    let indent = String(repeating: " ", count: fence.indent)
    let marks = String(
      repeating: fence.mark, count: max(fence.count, Self.longest(fence.mark, lines) + 1))
    let isEnough = marks.count == fence.count
    let first = isEnough ? opening : opening.replacingMarks(of: fence, with: marks)
    let last = isEnough ? closing : closing.replacingMarks(of: fence, with: marks)
    return lead + first + lines.map { ($0.isEmpty ? "" : indent) + $0 + lineEnd }.joined() + last
      + tail
  }

  /// The most marks that a line consists of.
  private static func longest(_ mark: Character, _ lines: [Substring]) -> Int {
    lines.map { line in
      let text = Markdown.trimmed(line)
      return text.allSatisfy { $0 == mark } ? text.count : 0
    }.max() ?? 0
  }

  /// A cell as a block of its own.
  static func cell(_ content: String, lineEnd: String) -> String {
    let lines = content.split(separator: "\n", omittingEmptySubsequences: false)
    let marks = String(repeating: "`", count: max(3, longest("`", lines) + 1))
    return marks + "python {.qkv}" + lineEnd + lines.map { $0 + lineEnd }.joined() + marks
  }
}

extension String {
  fileprivate func replacingMarks(of fence: Fence, with marks: String) -> String {
    guard let start = firstIndex(of: fence.mark) else { return self }
    let end = self[start...].firstIndex { $0 != fence.mark } ?? endIndex
    return self[..<start] + marks + self[end...]
  }
}
