/// Links: `[text](destination "title")`. The title is read and dropped.
extension InlineParser {
  /// Longer destinations with titles are text.
  private static let destinationLimit = 2000

  mutating func openBracket() {
    append(.text("["))
    brackets.append(Bracket(node: nodes.count - 1, firstDelimiter: delimiters.runs.count))
    position += 1
  }

  mutating func closeBracket() {
    guard let bracket = brackets.popLast() else { return take("]") }
    guard bracket.isActive, let (destination, end) = destination(at: position + 1) else {
      return take("]")
    }
    flush()
    resolveEmphasis(above: bracket.firstDelimiter)
    let inside = (bracket.node + 1)..<nodes.count
    let depth = 1 + (nodes[inside].lazy.map(\.depth).max() ?? 0)
    guard depth <= InlineParser.nestingLimit else { return take("]") }
    let link = Inline.link(InlineNode.inlines(nodes[inside]), destination: destination)
    nodes.removeSubrange(bracket.node...)
    nodes.append(InlineNode(link, depth: depth))
    // No link stands inside a link. Those already inactive stay so, so each is visited once.
    for index in brackets.indices.reversed() {
      if !brackets[index].isActive { break }
      brackets[index].isActive = false
    }
    skip(to: end)
  }

  /// `(destination "title")` from `start` on, and where it ends.
  private func destination(at start: Int) -> (String, Int)? {
    let limit = min(scalars.count, start + InlineParser.destinationLimit)
    guard start < limit, scalars[start] == "(" else { return nil }
    var index = blanks(from: start + 1, limit)
    guard let (text, end) = target(from: index, limit) else { return nil }
    index = blanks(from: end, limit)
    if index > end, let afterTitle = title(from: index, limit) {
      index = blanks(from: afterTitle, limit)
    }
    return index < limit && scalars[index] == ")" ? (text, index + 1) : nil
  }

  private func blanks(from start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit, scalars[index].isBlankOrBreak { index += 1 }
    return index
  }

  private func target(from start: Int, _ limit: Int) -> (String, Int)? {
    guard start < limit else { return nil }
    let isBracketed = scalars[start] == "<"
    var result = String.UnicodeScalarView()
    var index = isBracketed ? start + 1 : start
    var depth = 0
    while index < limit {
      let scalar = scalars[index]
      if isBracketed {
        if scalar == ">" { return (String(result), index + 1) }
        if scalar == "<" || scalar == "\n" { return nil }
      } else {
        if scalar.isBlankOrBreak || scalar.value < 0x20 { break }
        if scalar == "(" { depth += 1 }
        if depth > InlineParser.nestingLimit { return nil }
        if scalar == ")" { depth -= 1 }
        if depth < 0 { break }
      }
      if scalar == "\\", index + 1 < limit, scalars[index + 1].isASCIIPunctuation { index += 1 }
      result.append(scalars[index])
      index += 1
    }
    return isBracketed || depth > 0 ? nil : (String(result), index)
  }

  private func title(from start: Int, _ limit: Int) -> Int? {
    guard start < limit else { return nil }
    let close = scalars[start]
    guard close == "\"" || close == "'" else { return nil }
    var index = start + 1
    while index < limit {
      if scalars[index] == close { return index + 1 }
      index += scalars[index] == "\\" ? 2 : 1
    }
    return nil
  }
}
