extension Markdown {
  /// What a list item begins with: `-`, `*`, `+`, `1.` or `1)`.
  struct ListMarker: Equatable {
    /// The character that items of one list share.
    let kind: Character
    /// The number; nil for bullets.
    let start: Int?
    /// The column in which the item's text begins.
    let contentIndent: Int
    let isEmpty: Bool
  }

  static func listMarker(_ line: MarkdownLine) -> ListMarker? {
    guard line.isMarked("-*+0123456789"), line.indent < 4, !isRule(line),
      let first = line.content.first
    else { return nil }
    if "-*+".contains(first) {
      return marker(line, kind: first, start: nil, width: 1)
    }
    let digits = line.content.prefix { $0.isASCII && $0.isNumber }
    guard (1...9).contains(digits.count), let start = Int(digits) else { return nil }
    guard let kind = line.content[digits.endIndex...].first, kind == "." || kind == ")" else {
      return nil
    }
    return marker(line, kind: kind, start: start, width: digits.count + 1)
  }

  private static func marker(
    _ line: MarkdownLine, kind: Character, start: Int?, width: Int
  ) -> ListMarker? {
    let rest = line.content.dropFirst(width)
    guard rest.isEmpty || rest.first == " " || rest.first == "\t" else { return nil }
    let gap = MarkdownLine(rest, number: line.number).indent
    let isEmpty = rest.allSatisfy { $0 == " " || $0 == "\t" }
    // Five blanks or more begin indented code in CommonMark: the text then starts after one.
    let padding = isEmpty || gap > 4 ? 1 : gap
    return ListMarker(
      kind: kind, start: start, contentIndent: line.indent + width + padding, isEmpty: isEmpty)
  }

  mutating func list(_ rest: inout ArraySlice<MarkdownLine>, depth: Int) -> ProseBlock {
    let first = rest.first.flatMap(Markdown.listMarker)
    var items: [[ProseBlock]] = []
    while let line = rest.first, let marker = Markdown.listMarker(line), marker.kind == first?.kind
    {
      items.append(blocks(item(&rest, marker)[...], depth: depth + 1))
      let afterBlanks = rest.drop(while: \.isBlank)
      if let next = afterBlanks.first, Markdown.listMarker(next)?.kind == first?.kind {
        rest = afterBlanks
      }
    }
    return .list(ordered: first?.start != nil, start: first?.start ?? 1, items: items)
  }

  /// The lines of one item, without their marker and indentation.
  private func item(
    _ rest: inout ArraySlice<MarkdownLine>, _ marker: ListMarker
  ) -> [MarkdownLine] {
    guard let line = rest.popFirst() else { return [] }
    var lines = [Markdown.withoutMarker(line, marker)]
    while let line = rest.first {
      if line.isBlank {
        let after = rest.drop(while: \.isBlank)
        guard let next = after.first, next.indent >= marker.contentIndent,
          !(marker.isEmpty && lines.count == 1)
        else { return lines }
        lines.append(line)
        rest = after
        continue
      } else if line.indent >= marker.contentIndent {
        lines.append(line.dedented(by: marker.contentIndent))
      } else if let last = lines.last, Markdown.endsInParagraph(last),
        Markdown.continuesParagraph(line), Markdown.listMarker(line) == nil
      {
        lines.append(line)
      } else {
        return lines
      }
      rest.removeFirst()
    }
    return lines
  }

  private static func withoutMarker(_ line: MarkdownLine, _ marker: ListMarker) -> MarkdownLine {
    let width = marker.start == nil ? 1 : line.content.prefix { $0.isNumber }.count + 1
    let rest = MarkdownLine(line.content.dropFirst(width), number: line.number)
    if marker.isEmpty { return MarkdownLine("", number: line.number) }
    return rest.dedented(by: marker.contentIndent - line.indent - width)
  }
}
