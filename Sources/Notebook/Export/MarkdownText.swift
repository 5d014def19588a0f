import CellLanguage

/// Prose as Markdown again, with its numbers computed; nothing in it is read as anything but what it was.
struct MarkdownText {
  /// The text of a number quoted in the prose.
  let number: (LiveNumber) -> String

  func text(_ block: ProseBlock) -> String {
    switch block {
    case .paragraph(let inlines): return text(inlines)
    case .heading(let level, let inlines):
      return String(repeating: "#", count: level) + " " + line(inlines)
    case .list(let isOrdered, let start, let items):
      return items.enumerated().map { index, blocks in
        let mark = isOrdered ? "\(start &+ index). " : "- "
        return indented(blocks, mark, String(repeating: " ", count: mark.count))
      }.joined(separator: "\n")
    case .quote(let blocks): return indented(blocks, "> ", "> ")
    case .table(let header, let alignments, let rows):
      let rules = header.indices.map { $0 < alignments.count ? rule(alignments[$0]) : "---" }
      return MarkdownText.table([header.map(line), rules] + rows.map { $0.map(line) })
    case .rule: return "---"
    }
  }

  private func indented(_ blocks: [ProseBlock], _ first: String, _ others: String) -> String {
    let lines = blocks.map(text).joined(separator: "\n\n")
      .split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { ($0 == 0 ? first : others) + $1 }.joined(separator: "\n")
  }

  /// Rows of cells in Markdown; the second holds the rules.
  static func table(_ rows: [[String]]) -> String { rows.map(row).joined(separator: "\n") }

  /// A bar of a cell's own, in code too, would end it.
  private static func row(_ cells: [String]) -> String {
    let escaped = cells.map { cell in
      var result = ""
      for character in cell {
        if character == "|", result.last != "\\" { result += "\\" }
        result.append(character)
      }
      return result
    }
    return "| " + escaped.joined(separator: " | ") + " |"
  }

  private func rule(_ alignment: ColumnAlignment) -> String {
    switch alignment {
    case .leading: "---"
    case .center: ":---:"
    case .trailing: "---:"
    }
  }

  // MARK: - In a line

  /// Without line breaks.
  func line(_ inlines: [Inline]) -> String {
    text(inlines).split(separator: "\n").joined(separator: " ")
  }

  private func text(_ inlines: [Inline]) -> String { inlines.map(text).joined() }

  private func text(_ inline: Inline) -> String {
    switch inline {
    case .text(let text), .math(let text): MarkdownText.escaped(text)
    case .live(let live): MarkdownText.escaped(number(live))
    case .code(let text): MarkdownText.code(TextFilter.visible(text))
    case .emphasis(let inner): "*\(text(inner))*"
    case .strong(let inner): "**\(text(inner))**"
    case .link(let inner, let destination): link(text(inner), destination)
    case .lineBreak: "  \n"
    }
  }

  /// A link where it leads to the web; of any other only the words.
  private func link(_ text: String, _ destination: String) -> String {
    let isPlain = destination.utf8.allSatisfy {
      $0 > 0x20 && $0 < 0x7F && !"<>\\".utf8.contains($0)
    }
    return Inline.isWeb(destination) && isPlain
      ? "[\(text)](<\(destination)>)" : "\(text) (\(MarkdownText.escaped(destination)))"
  }

  /// Every character that Markdown, HTML or formulas could begin with is spelt as itself.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in TextFilter.visible(text) {
      if "\\`*_[]<>#$|&~".contains(character) { result += "\\" }
      result.append(character)
    }
    return withoutMark(result)
  }

  /// A dash, an equals sign or a number with a point would begin a list or make a heading.
  private static func withoutMark(_ text: String) -> String {
    if let first = text.first, "-+=".contains(first) { return "\\" + text }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")",
      rest.dropFirst().first.map({ $0 == " " }) ?? true
    else { return text }
    return digits + "\\" + rest
  }

  static func code(_ text: String) -> String {
    let fence = fence(around: text, least: 1)
    let pad = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return fence + pad + text + pad + fence
  }

  static func listing(_ text: String, language: String) -> String {
    let shown = PythonComment.visible(text)
    let fence = fence(around: shown, least: 3)
    let word = language.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return fence + word + "\n" + shown + (shown.hasSuffix("\n") ? "" : "\n") + fence
  }

  /// More backticks than stand side by side in the text.
  private static func fence(around text: String, least: Int) -> String {
    var (longest, run) = (0, 0)
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    return String(repeating: "`", count: max(least, longest + 1))
  }
}
