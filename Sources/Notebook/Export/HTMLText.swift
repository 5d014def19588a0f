import CellLanguage

/// Prose as HTML with its numbers computed; whatever a text holds, it stays text.
struct HTMLText {
  /// The text of a number quoted in the prose.
  let number: (LiveNumber) -> String

  func text(_ block: ProseBlock) -> String {
    switch block {
    case .paragraph(let inlines): return "<p>\(line(inlines))</p>"
    case .heading(let level, let inlines):
      let name = "h\(min(max(level, 3), 6))"
      return "<\(name)>\(line(inlines))</\(name)>"
    case .list(let isOrdered, let start, let items):
      let entries = items.map { "<li>\(item($0))</li>" }.joined(separator: "\n")
      return isOrdered
        ? "<ol start=\"\(start)\">\n\(entries)\n</ol>" : "<ul>\n\(entries)\n</ul>"
    case .quote(let blocks): return "<blockquote>\n\(texts(blocks))\n</blockquote>"
    case .table(let header, let alignments, let rows): return table(header, alignments, rows)
    case .rule: return "<hr>"
    }
  }

  private func texts(_ blocks: [ProseBlock]) -> String {
    blocks.map(text).joined(separator: "\n")
  }

  /// A single paragraph stands in its item without the distances of one.
  private func item(_ blocks: [ProseBlock]) -> String {
    if blocks.count == 1, case .paragraph(let inlines) = blocks[0] { return line(inlines) }
    return texts(blocks)
  }

  private func table(
    _ header: [[Inline]], _ alignments: [ColumnAlignment], _ rows: [[[Inline]]]
  ) -> String {
    func row(_ cells: [[Inline]], _ name: String) -> String {
      let texts = cells.enumerated().map { column, cell in
        let style = column < alignments.count ? HTMLText.classes[alignments[column]] ?? "" : ""
        return "<\(name)\(style)>\(line(cell))</\(name)>"
      }
      return "<tr>\(texts.joined())</tr>"
    }
    return (["<table>", row(header, "th")] + rows.map { row($0, "td") } + ["</table>"])
      .joined(separator: "\n")
  }

  private static let classes: [ColumnAlignment: String] = [
    .center: " class=\"center\"", .trailing: " class=\"number\"",
  ]

  // MARK: - In a line

  func line(_ inlines: [Inline]) -> String { inlines.map(text).joined() }

  private func text(_ inline: Inline) -> String {
    switch inline {
    case .text(let text), .math(let text): HTMLText.escaped(text)
    case .live(let live): HTMLText.escaped(number(live))
    case .code(let text): "<code>\(HTMLText.escaped(text))</code>"
    case .emphasis(let inner): "<em>\(line(inner))</em>"
    case .strong(let inner): "<strong>\(line(inner))</strong>"
    case .link(let inner, let destination): link(line(inner), destination)
    case .lineBreak: "<br>\n"
    }
  }

  /// A link where it leads to the web; of any other only the words.
  private func link(_ text: String, _ destination: String) -> String {
    Inline.isWeb(destination)
      ? "<a href=\"\(HTMLText.escaped(destination))\" rel=\"noreferrer\">\(text)</a>"
      : "\(text) (\(HTMLText.escaped(destination)))"
  }

  static func listing(_ text: String) -> String {
    "<pre><code>\(escaped(PythonComment.visible(text), keepingLineBreaks: true))</code></pre>"
  }

  /// Filtered, and without any character that HTML gives a meaning.
  static func escaped(_ text: String, keepingLineBreaks: Bool = false) -> String {
    var result = ""
    for character in TextFilter.visible(text, keepingLineBreaks: keepingLineBreaks) {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.append(character)
      }
    }
    return result
  }
}
