/// Reads the blocks of prose: the part of CommonMark that lessons use.
///
/// Paragraphs, headings (`###`), lists, quotes, tables and rules mean what they mean in CommonMark and in GitHub's tables.
/// What is not in this part stays text as it is written. The time is linear in the length of the text.
package struct Markdown {
  /// Quotes and lists inside one another.
  package static let nestingLimit = 32

  package private(set) var problems: [ProseProblem] = []

  package init() {}

  /// Something in the prose that can't be meant as it is written.
  package struct ProseProblem: Hashable, Sendable {
    package let line: Int
    package let message: String
    package let advice: String
  }

  package static func read(_ lines: [MarkdownLine]) -> (
    blocks: [ProseBlock], problems: [ProseProblem]
  ) {
    var markdown = Markdown()
    let blocks = markdown.blocks(lines[...], depth: 0)
    return (blocks, markdown.problems)
  }

  mutating func report(line: Int, _ message: String, advice: String) {
    problems.append(ProseProblem(line: line, message: message, advice: advice))
  }

  mutating func inlines(_ lines: ArraySlice<MarkdownLine>) -> [Inline] {
    var parser = InlineParser(lines)
    let result = parser.parse()
    problems += parser.problems
    return result
  }
}

// MARK: - Blocks

extension Markdown {
  mutating func blocks(_ lines: ArraySlice<MarkdownLine>, depth: Int) -> [ProseBlock] {
    var rest = lines
    var blocks: [ProseBlock] = []
    while let line = rest.first {
      if line.isBlank {
        rest.removeFirst()
      } else {
        blocks.append(block(&rest, depth: depth))
      }
    }
    return blocks
  }

  private mutating func block(_ rest: inout ArraySlice<MarkdownLine>, depth: Int) -> ProseBlock {
    let line = rest[rest.startIndex]
    if let heading = Markdown.heading(line) {
      rest.removeFirst()
      return .heading(
        level: heading.level, inlines([MarkdownLine(heading.text, number: line.number)]))
    }
    if Markdown.isRule(line) {
      rest.removeFirst()
      return .rule
    }
    if Markdown.isQuote(line) || Markdown.listMarker(line) != nil {
      guard depth < Markdown.nestingLimit else {
        report(
          line: line.number,
          "quotes and lists stand more than \(Markdown.nestingLimit) deep inside one another",
          advice: "write it with less nesting")
        return .paragraph([.text(rest.popFirst().map { String($0.content) } ?? "")])
      }
      return Markdown.isQuote(line) ? quote(&rest, depth: depth) : list(&rest, depth: depth)
    }
    if let table = table(&rest) { return table }
    return paragraph(&rest)
  }

  private mutating func paragraph(_ rest: inout ArraySlice<MarkdownLine>) -> ProseBlock {
    var end = rest.startIndex + 1
    while end < rest.endIndex, Markdown.continuesParagraph(rest[end]) { end += 1 }
    let lines = rest[rest.startIndex..<end]
    if end < rest.endIndex, Markdown.isUnderline(rest[end]) {
      report(
        line: rest[end].number, "a line under a paragraph makes a heading in Markdown",
        advice: "write ### in front of a heading, or an empty line before a rule")
    }
    rest = rest[end...]
    return .paragraph(inlines(lines))
  }

  private mutating func quote(_ rest: inout ArraySlice<MarkdownLine>, depth: Int) -> ProseBlock {
    var inner: [MarkdownLine] = []
    var isInParagraph = false
    while let line = rest.first {
      if Markdown.isQuote(line) {
        var text = line.content.dropFirst()
        if text.first == " " { text = text.dropFirst() }
        inner.append(MarkdownLine(text, number: line.number))
        isInParagraph = Markdown.endsInParagraph(inner[inner.count - 1])
      } else if isInParagraph, Markdown.continuesParagraph(line) {
        inner.append(line)
      } else {
        break
      }
      rest.removeFirst()
    }
    return .quote(blocks(inner[...], depth: depth + 1))
  }
}

// MARK: - What a line begins

extension Markdown {
  /// `### text ###`, up to three blanks before it.
  static func heading(_ line: MarkdownLine) -> (level: Int, text: Substring)? {
    guard line.isMarked("#"), line.indent < 4 else { return nil }
    let marks = line.content.prefix { $0 == "#" }
    guard (1...6).contains(marks.count) else { return nil }
    let rest = line.content[marks.endIndex...]
    guard rest.isEmpty || rest.first == " " || rest.first == "\t" else { return nil }
    return (marks.count, withoutClosingMarks(trimmed(rest)))
  }

  private static func withoutClosingMarks(_ text: Substring) -> Substring {
    guard let last = text.lastIndex(where: { $0 != "#" }) else { return "" }
    return text[last] == " " || text[last] == "\t" ? trimmed(text[...last]) : text
  }

  static func trimmed(_ text: Substring) -> Substring {
    let bytes = text.utf8
    guard let first = bytes.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }),
      let last = bytes.lastIndex(where: { $0 != 0x20 && $0 != 0x09 })
    else { return "" }
    return text[first..<bytes.index(after: last)]
  }

  /// Three or more of `*`, `-` or `_` and nothing else but blanks.
  static func isRule(_ line: MarkdownLine) -> Bool {
    guard line.isMarked("*-_"), line.indent < 4, let mark = line.content.first, "*-_".contains(mark)
    else { return false }
    return line.content.allSatisfy { $0 == mark || $0 == " " || $0 == "\t" }
      && line.content.count(where: { $0 == mark }) >= 3
  }

  static func isQuote(_ line: MarkdownLine) -> Bool {
    line.isMarked(">") && line.indent < 4 && line.content.first == ">"
  }

  private static func isUnderline(_ line: MarkdownLine) -> Bool {
    guard line.isMarked("=-"), line.indent < 4 else { return false }
    let text = trimmed(line.content)
    return text.allSatisfy { $0 == "=" } || text.allSatisfy { $0 == "-" }
  }

  /// Whether a line goes on with the paragraph before it.
  static func continuesParagraph(_ line: MarkdownLine) -> Bool {
    if line.isBlank || heading(line) != nil || isRule(line) || isQuote(line) { return false }
    if isUnderline(line) { return false }
    guard let marker = listMarker(line) else { return true }
    // Only a list that says something, and that counts from 1, interrupts a paragraph.
    return marker.isEmpty || (marker.start ?? 1) != 1
  }

  /// Whether the line itself leaves a paragraph open, on which a lazy line may go on.
  static func endsInParagraph(_ line: MarkdownLine) -> Bool {
    !line.isBlank && heading(line) == nil && !isRule(line)
  }
}
