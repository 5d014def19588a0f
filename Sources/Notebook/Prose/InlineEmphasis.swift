/// The runs of `*` and `_` that may still open or close emphasis, in text order.
struct DelimiterStack {
  struct Run {
    let mark: Unicode.Scalar
    /// Where its text stands among the nodes.
    let node: Int
    let originalCount: Int
    var count: Int
    let canOpen: Bool
    let canClose: Bool
    /// The runs before and behind it that still stand.
    var previous: Int
    var next: Int
    var isGone = false
  }

  var runs: [Run] = []

  mutating func append(
    mark: Unicode.Scalar, node: Int, count: Int, canOpen: Bool, canClose: Bool
  ) {
    // Those resolved are no longer on the stack: the last is the one before.
    let previous = runs.count - 1
    if previous >= 0 { runs[previous].next = runs.count }
    runs.append(
      Run(
        mark: mark, node: node, originalCount: count, count: count, canOpen: canOpen,
        canClose: canClose, previous: previous, next: -1))
  }

  mutating func remove(_ index: Int) {
    let run = runs[index]
    runs[index].isGone = true
    if run.previous >= 0 { runs[run.previous].next = run.next }
    if run.next >= 0 { runs[run.next].previous = run.previous }
  }
}

extension InlineParser {
  mutating func delimiterRun() {
    let mark = scalars[position]
    let end = position + scalars[position...].prefix { $0 == mark }.count
    let before = position > 0 ? scalars[position - 1] : " "
    let after = end < scalars.count ? scalars[end] : " "
    let left =
      !after.isMarkdownSpace
      && (!after.isMarkdownPunctuation || before.isMarkdownSpace || before.isMarkdownPunctuation)
    let right =
      !before.isMarkdownSpace
      && (!before.isMarkdownPunctuation || after.isMarkdownSpace || after.isMarkdownPunctuation)
    let isWord = mark == "_"
    append(.text(string(position..<end)))
    delimiters.append(
      mark: mark, node: nodes.count - 1, count: end - position,
      canOpen: left && (!isWord || !right || before.isMarkdownPunctuation),
      canClose: right && (!isWord || !left || after.isMarkdownPunctuation))
    position = end
  }

  /// CommonMark's "process emphasis" on the runs from index `bottom` on; afterwards none of them stands.
  mutating func resolveEmphasis(above bottom: Int) {
    // For each kind of closer, below which no opener can be found any more.
    var floors: [CloserKind: Int] = [:]
    var closer = bottom
    while closer >= 0, closer < delimiters.runs.count {
      let run = delimiters.runs[closer]
      if run.isGone || !run.canClose {
        closer += 1
        continue
      }
      let kind = CloserKind(run)
      if let opener = opener(for: closer, floor: max(bottom, floors[kind] ?? bottom)) {
        guard wrap(opener, closer) else { break }
        if delimiters.runs[closer].count == 0 { closer += 1 }
      } else {
        floors[kind] = closer
        if !run.canOpen { delimiters.remove(closer) }
        closer += 1
      }
    }
    delimiters.runs.removeSubrange(min(bottom, delimiters.runs.count)...)
    if let last = delimiters.runs.indices.last { delimiters.runs[last].next = -1 }
  }

  private struct CloserKind: Hashable {
    let mark: Unicode.Scalar
    let canOpen: Bool
    let remainder: Int

    init(_ run: DelimiterStack.Run) {
      mark = run.mark
      canOpen = run.canOpen
      remainder = run.originalCount % 3
    }
  }

  private func opener(for closer: Int, floor: Int) -> Int? {
    let close = delimiters.runs[closer]
    var index = close.previous
    while index >= floor {
      let open = delimiters.runs[index]
      if open.mark == close.mark, open.canOpen, !isOdd(open, close) { return index }
      index = open.previous
    }
    return nil
  }

  /// The rule of three: where one of the two could both open and close, lengths that add up to a multiple of three
  /// don't match, unless both are multiples of three.
  private func isOdd(_ open: DelimiterStack.Run, _ close: DelimiterStack.Run) -> Bool {
    (open.canClose || close.canOpen)
      && (open.originalCount + close.originalCount) % 3 == 0
      && !(open.originalCount % 3 == 0 && close.originalCount % 3 == 0)
  }

  /// Whether the emphasis could be made: beyond the limit of nesting all marks that are left stay text.
  private mutating func wrap(_ opener: Int, _ closer: Int) -> Bool {
    let open = delimiters.runs[opener]
    let close = delimiters.runs[closer]
    let width = open.count >= 2 && close.count >= 2 ? 2 : 1
    let inside = (open.node + 1)..<close.node
    let depth = 1 + (nodes[inside].lazy.map(\.depth).max() ?? 0)
    guard depth <= InlineParser.nestingLimit else {
      report(
        "emphasis stands more than \(InlineParser.nestingLimit) deep inside itself",
        advice: "write \\* for a star in the text")
      return false
    }
    var between = open.next
    while between >= 0, between < closer {
      let next = delimiters.runs[between].next
      delimiters.remove(between)
      between = next
    }
    collapse(inside, width: width, depth: depth)
    shorten(opener, by: width)
    shorten(closer, by: width)
    for index in [opener, closer] where delimiters.runs[index].count == 0 {
      delimiters.remove(index)
    }
    return true
  }

  /// Puts the emphasis in the place of the first node inside it and empties the others.
  private mutating func collapse(_ inside: Range<Int>, width: Int, depth: Int) {
    let inner = InlineNode.inlines(nodes[inside])
    guard let first = inside.first else { return }
    nodes[first] = InlineNode(width == 2 ? .strong(inner) : .emphasis(inner), depth: depth)
    for index in inside.dropFirst() { nodes[index] = .nothing }
  }

  private mutating func shorten(_ run: Int, by width: Int) {
    delimiters.runs[run].count -= width
    let mark = Character(delimiters.runs[run].mark)
    nodes[delimiters.runs[run].node].inline = .text(
      String(repeating: mark, count: delimiters.runs[run].count))
  }
}
