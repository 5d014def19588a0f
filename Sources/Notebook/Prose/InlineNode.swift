/// A piece of a paragraph while it is being read: an inline, or a mark that may yet turn out to be text.
struct InlineNode {
  var inline: Inline
  /// How many emphases and links stand inside one another in it.
  var depth = 0

  init(_ inline: Inline, depth: Int = 0) {
    self.inline = inline
    self.depth = depth
  }

  static let nothing = InlineNode(.text(""))

  /// The inlines of a row of nodes, neighbouring texts joined.
  static func inlines(_ nodes: ArraySlice<InlineNode>) -> [Inline] {
    var result: [Inline] = []
    var text = ""
    for node in nodes {
      if case .text(let piece) = node.inline {
        text += piece
        continue
      }
      if !text.isEmpty { result.append(.text(text)) }
      text = ""
      result.append(node.inline)
    }
    if !text.isEmpty { result.append(.text(text)) }
    return result
  }
}
