/// Where in a notebook that is written a line of its file stands.
package struct SourcePlace: Hashable, Sendable {
  package let block: BlockID
  package let kind: BlockKind
  /// Of the text that is edited there, counted from 0.
  package let line: Int
}

extension Session {
  /// The place of a line of `markdown`, counted from 1; of one between two blocks, the end of the one above.
  package func place(ofLine line: Int) -> SourcePlace? {
    guard case .writing(let blocks) = arrangement else { return nil }
    var first = 1
    var found: SourcePlace?
    for block in synced(blocks) {
      guard first <= line || found == nil else { break }
      let text = SourceText(block.text)
      let lead = SourceText.lineCount(of: String(text.lead))
      // A cell is edited without the fence around it.
      let fence = block.kind == .code ? 1 : 0
      let last = max(0, SourceText.lineCount(of: String(text.body)) - 2 * fence)
      let inside = max(0, min(last, line - first - lead - fence))
      found = SourcePlace(block: block.id, kind: block.kind, line: inside)
      first += SourceText.lineCount(of: block.text)
    }
    return found
  }
}
