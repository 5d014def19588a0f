import Notebook

/// Prose as CommonMark's examples write it; a list item that is one paragraph is shown as in a tight list.
func html(_ text: String) -> String {
  Markdown.read(MarkdownLine.lines(of: text)).blocks.map(html).joined(separator: "\n")
}

func html(_ block: ProseBlock) -> String {
  switch block {
  case .paragraph(let inlines): return "<p>\(html(inlines))</p>"
  case .heading(let level, let inlines): return "<h\(level)>\(html(inlines))</h\(level)>"
  case .rule: return "<hr />"
  case .quote(let blocks):
    return (["<blockquote>"] + blocks.map(html) + ["</blockquote>"]).joined(separator: "\n")
  case .list(let ordered, let start, let items):
    let tag = ordered ? "ol" : "ul"
    let opening = ordered && start != 1 ? "<ol start=\"\(start)\">" : "<\(tag)>"
    return ([opening] + items.map(item) + ["</\(tag)>"]).joined(separator: "\n")
  case .table(let header, let alignments, let rows):
    let lines = ([header] + rows).map { $0.map(html).joined(separator: " | ") }
    return "<table \(alignments.map { "\($0)" }.joined(separator: " "))>\n"
      + lines.joined(separator: "\n") + "\n</table>"
  }
}

private func item(_ blocks: [ProseBlock]) -> String {
  if blocks.isEmpty { return "<li></li>" }
  if case .paragraph(let inlines) = blocks[0] {
    let rest = blocks.dropFirst().map { "\n" + html($0) }.joined()
    return "<li>\(html(inlines))\(rest.isEmpty ? "" : rest + "\n")</li>"
  }
  return "<li>\n\(blocks.map(html).joined(separator: "\n"))\n</li>"
}

func html(_ inlines: [Inline]) -> String {
  inlines.map { inline in
    switch inline {
    case .text(let text): escaped(text)
    case .emphasis(let inner): "<em>\(html(inner))</em>"
    case .strong(let inner): "<strong>\(html(inner))</strong>"
    case .code(let text): "<code>\(escaped(text))</code>"
    case .math(let text): "<math>\(text)</math>"
    case .live(let live): "<live \(live.expression) : \(live.format)>"
    case .link(let inner, let destination): "<a href=\"\(destination)\">\(html(inner))</a>"
    case .lineBreak: "<br />"
    }
  }.joined()
}

private func escaped(_ text: String) -> String {
  text.map { ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"][$0] ?? String($0) }.joined()
}
