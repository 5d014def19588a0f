import CellLanguage

/// Prose in plain lines, nothing but letters; to be read aloud, tables in sentences and signs in words.
struct ProseText {
  /// The columns that lines are wrapped to.
  var width = 80
  var isSpoken = false
  /// The text of a number quoted in the prose.
  let number: (LiveNumber) -> String

  func lines(_ block: ProseBlock) -> [String] {
    switch block {
    case .paragraph(let inlines): text(inlines).split(separator: "\n").flatMap { wrapped($0) }
    case .heading(let level, let inlines):
      isSpoken
        ? wrapped(text(inlines) + ".")
        : [String(repeating: "#", count: level) + " " + text(inlines)]
    case .list(let isOrdered, let start, let items): list(items, isOrdered ? start : nil)
    case .quote(let blocks): quote(blocks)
    case .table(let header, let alignments, let rows):
      isSpoken ? rows.flatMap { sentence($0, header) } : table([header] + rows, alignments)
    case .rule: isSpoken ? [] : ["---"]
    }
  }

  private func quote(_ blocks: [ProseBlock]) -> [String] {
    if isSpoken { return ["A quotation:"] + separated(blocks) }
    return narrower(by: 2).separated(blocks).map { $0.isEmpty ? ">" : "> " + $0 }
  }

  /// A row of a table: each cell behind the heading of its column.
  private func sentence(_ cells: [[Inline]], _ header: [[Inline]]) -> [String] {
    let words = cells.enumerated().compactMap { column, cell -> String? in
      let text = onOneLine(cell)
      let heading = header.indices.contains(column) ? onOneLine(header[column]) : ""
      guard !text.isEmpty else { return nil }
      return heading.isEmpty ? text : "\(heading): \(text)"
    }
    return words.isEmpty ? [] : wrapped(words.joined(separator: "; ") + ".")
  }

  private func onOneLine(_ inlines: [Inline]) -> String {
    text(inlines).split(separator: "\n").joined(separator: " ")
  }

  /// Blocks with an empty line between them.
  func separated(_ blocks: [ProseBlock]) -> [String] {
    Array(blocks.map(lines).joined(separator: [""]))
  }

  private func list(_ items: [[ProseBlock]], _ start: Int?) -> [String] {
    items.enumerated().flatMap { index, blocks in
      let mark = start.map { "\($0 &+ index). " } ?? "- "
      let margin = isSpoken ? "" : String(repeating: " ", count: mark.count)
      return blocks.flatMap(narrower(by: mark.count).lines).enumerated().map {
        ($0 == 0 ? mark : margin) + $1
      }
    }
  }

  private func table(_ rows: [[[Inline]]], _ alignments: [ColumnAlignment]) -> [String] {
    let texts = rows.map { $0.map(onOneLine) }
    let count = texts.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      texts.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    return texts.map { row in
      let cells = row.enumerated().map { column, text in
        let blanks = String(repeating: " ", count: widths[column] - DisplayWidth.of(text))
        let isRight = column < alignments.count && alignments[column] == .trailing
        return isRight ? blanks + text : text + blanks
      }
      return String(cells.joined(separator: "  ").trimmingEnd)
    }
  }

  // MARK: - Wrapping

  func wrapped(_ text: some StringProtocol, mark: String = "") -> [String] {
    WrappedText.lines(text, width: width, mark: mark)
  }

  /// Nothing is narrower than a few words.
  private func narrower(by columns: Int) -> ProseText {
    ProseText(width: max(20, width - columns), isSpoken: isSpoken, number: number)
  }

  // MARK: - In a line

  func text(_ inlines: [Inline]) -> String {
    var line = ""
    var endsWithWords = false
    for inline in inlines {
      let text = text(inline, behind: line.last)
      // The words of a sign don't run into what has another style.
      if endsWithWords, let first = text.first, first.isLetter || first.isNumber { line += " " }
      line += text
      endsWithWords = isSpoken && SpokenSigns.endsWithWords(inline.plainEnd)
    }
    return line
  }

  private func spoken(_ text: String, behind previous: Character?) -> String {
    isSpoken ? SpokenSigns.spoken(text, behind: previous) : text
  }

  private func text(_ inline: Inline, behind previous: Character?) -> String {
    switch inline {
    case .text(let text), .math(let text):
      spoken(TextFilter.visible(text, keepingLineBreaks: false), behind: previous)
    case .code(let text):
      TextFilter.visible(
        isSpoken ? text.replacing("…", with: "...") : text, keepingLineBreaks: false)
    case .emphasis(let inner), .strong(let inner): text(inner)
    case .live(let live): spoken(TextFilter.visible(number(live)), behind: previous)
    case .link(let inner, let destination):
      "\(text(inner)) (\(TextFilter.visible(destination)))"
    case .lineBreak: "\n"
    }
  }
}

extension String {
  fileprivate var trimmingEnd: Substring {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}

extension Inline {
  /// The text of prose or mathematics as written, of which the last sign may be spoken.
  fileprivate var plainEnd: String {
    switch self {
    case .text(let text), .math(let text): text
    case .emphasis(let inner), .strong(let inner): inner.last?.plainEnd ?? ""
    case .code, .live, .link, .lineBreak: ""
    }
  }
}
