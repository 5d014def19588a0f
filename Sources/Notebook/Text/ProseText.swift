import CellLanguage

/// Prose in plain lines, for pipes and screen readers: nothing but letters.
struct ProseText {
  /// The columns that lines are wrapped to.
  var width = 80
  /// The text of a number quoted in the prose.
  let number: (LiveNumber) -> String

  func lines(_ block: ProseBlock) -> [String] {
    switch block {
    case .paragraph(let inlines): text(inlines).split(separator: "\n").flatMap { wrapped($0) }
    case .heading(let level, let inlines):
      [String(repeating: "#", count: level) + " " + text(inlines)]
    case .list(let isOrdered, let start, let items): list(items, isOrdered ? start : nil)
    case .quote(let blocks): narrower(by: 2).separated(blocks).map { $0.isEmpty ? ">" : "> " + $0 }
    case .table(let header, _, let rows): rows.flatMap { row($0, header) }
    case .rule: ["---"]
    }
  }

  /// Blocks with an empty line between them.
  func separated(_ blocks: [ProseBlock]) -> [String] {
    Array(blocks.map(lines).joined(separator: [""]))
  }

  private func list(_ items: [[ProseBlock]], _ start: Int?) -> [String] {
    items.enumerated().flatMap { index, blocks in
      let mark = start.map { "\($0 &+ index). " } ?? "- "
      let margin = String(repeating: " ", count: mark.count)
      return blocks.flatMap(narrower(by: mark.count).lines).enumerated().map {
        ($0 == 0 ? mark : margin) + $1
      }
    }
  }

  /// A row of a table as one sentence: each cell behind the heading of its column.
  private func row(_ cells: [[Inline]], _ header: [[Inline]]) -> [String] {
    let words = cells.enumerated().compactMap { column, cell -> String? in
      let text = onOneLine(cell)
      let heading = header.indices.contains(column) ? onOneLine(header[column]) : ""
      guard !text.isEmpty else { return nil }
      return heading.isEmpty ? text : "\(heading): \(text)"
    }
    return words.isEmpty ? [] : wrapped(words.joined(separator: "; "), mark: "- ")
  }

  private func onOneLine(_ inlines: [Inline]) -> String {
    text(inlines).split(separator: "\n").joined(separator: " ")
  }

  // MARK: - Wrapping

  /// A text in lines of the width, broken at blanks; the first behind a mark, the others as far in.
  func wrapped(_ text: some StringProtocol, mark: String = "") -> [String] {
    let margin = String(repeating: " ", count: mark.count)
    var lines: [String] = []
    var line = mark
    var isFresh = true
    for word in text.split(separator: " ") {
      if !isFresh, DisplayWidth.of(line) + 1 + DisplayWidth.of(String(word)) > width {
        lines.append(line)
        line = margin
        isFresh = true
      }
      line += (isFresh ? "" : " ") + word
      isFresh = false
    }
    return lines + [line]
  }

  /// Nothing is narrower than a few words.
  private func narrower(by columns: Int) -> ProseText {
    ProseText(width: max(20, width - columns), number: number)
  }

  // MARK: - In a line

  func text(_ inlines: [Inline]) -> String {
    inlines.map(text).joined()
  }

  private func text(_ inline: Inline) -> String {
    switch inline {
    case .text(let text), .code(let text), .math(let text):
      TextFilter.visible(text, keepingLineBreaks: false)
    case .emphasis(let inner), .strong(let inner): text(inner)
    case .live(let live): TextFilter.visible(number(live))
    case .link(let inner, let destination):
      "\(text(inner)) (\(TextFilter.visible(destination)))"
    case .lineBreak: "\n"
    }
  }
}
