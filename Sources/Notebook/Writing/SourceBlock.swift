/// A part of a notebook's file with its text to the last byte; all of them one behind the other are the file.
struct SourceBlock: Sendable {
  let id: BlockID
  let kind: BlockKind
  /// With the empty lines below it.
  var text: String
  /// The cells in it that run, in text order.
  var cells: [CellID] = []
}

/// The text of a block: what it says, and the empty lines around it.
struct SourceText {
  let lead: Substring
  let body: Substring
  /// The end of its last line, and the empty lines below.
  let tail: Substring

  init(_ text: String) {
    let lines = SourceText.lines(of: text)
    guard let first = lines.firstIndex(where: { !SourceText.isBlank($0) }),
      let last = lines.lastIndex(where: { !SourceText.isBlank($0) })
    else {
      (lead, body, tail) = (text[...], "", "")
      return
    }
    let line = lines[last]
    let end = line.lastIndex { !SourceText.isLineBreak($0) }.map { line.index(after: $0) }
    lead = text[..<lines[first].startIndex]
    body = text[lines[first].startIndex..<(end ?? line.endIndex)]
    tail = text[(end ?? line.endIndex)...]
  }

  /// The lines, each with its end.
  static func lines(of text: String) -> [Substring] {
    var lines: [Substring] = []
    var start = text.startIndex
    for index in text.indices where isLineBreak(text[index]) {
      let next = text.index(after: index)
      lines.append(text[start..<next])
      start = next
    }
    if start < text.endIndex { lines.append(text[start...]) }
    return lines
  }

  static func isLineBreak(_ character: Character) -> Bool {
    character == "\n" || character == "\r\n" || character == "\r"
  }

  static func isBlank(_ line: Substring) -> Bool {
    line.allSatisfy { $0 == " " || $0 == "\t" || isLineBreak($0) }
  }

  /// How many lines begin in a text.
  static func lineCount(of text: String) -> Int { text.count(where: isLineBreak) }

  /// How the lines of a text end: as its first one does.
  static func lineEnd(of text: String) -> String {
    text.first(where: isLineBreak).map(String.init) ?? "\n"
  }
}

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
