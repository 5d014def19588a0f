import Notebook
import Terminal

/// What stands in the place of a derivation where the cursor is on no number: the terms that the step uses.
struct TermLines {
  private(set) var lines: [StyledLine] = []

  /// - Parameter height: how many lines there are; what has no room on them is named at their end.
  init(_ terms: [GlossaryEntry], width: Int, height: Int, ascii: Bool) {
    guard !terms.isEmpty else { return }
    lines = [StyledLine("Words used here", .dim)]
    let widest = terms.map { TextWidth.columns(of: $0.term) }.max() ?? 0
    let lead = min(widest, width / 3)
    let entries = terms.map { Self.lines(of: $0, lead: lead, width: width, ascii: ascii) }
    var used = 1
    var count = 0
    // Where not all have room, a line is kept to say so.
    while count < entries.count {
      let next = used + entries[count].count
      guard next <= (count + 1 == entries.count ? height : height - 1) else { break }
      used = next
      count += 1
    }
    lines += entries.prefix(count).joined()
    guard count < entries.count, lines.count < height else { return }
    lines.append(StyledLine(Self.words(of: Array(terms.dropFirst(count)), width: width), .dim))
  }

  /// `and 2 more: vector, cosine`
  private static func words(of left: [GlossaryEntry], width: Int) -> String {
    let count = "and \(left.count) more"
    let whole = "\(count): \(left.map(\.term).joined(separator: ", "))"
    return TextWidth.columns(of: whole) <= width ? whole : count
  }

  /// The term, as wide as it may be, and its meaning beside it.
  private static func lines(
    of term: GlossaryEntry, lead: Int, width: Int, ascii: Bool
  ) -> [StyledLine] {
    let terms = LineWrapping.wrap([Run(term.term, .title)], width: lead)
    let words = LineWrapping.wrap(
      [Run(Spelling.text(term.meaning, ascii: ascii), .label)], width: width - lead - 2)
    return (0..<max(terms.count, words.count)).map { index in
      let term = terms[safe: index] ?? StyledLine()
      let gap = String(repeating: " ", count: lead + 2 - term.width)
      return StyledLine(term.runs + [Run(gap)] + (words[safe: index]?.runs ?? []))
    }
  }
}

extension State {
  /// The terms of the step, in an area whose first column is free.
  func drawTerms(in area: Rectangle, on grid: inout Grid) {
    draw(terms(in: area), at: Point(x: area.x + 1, y: area.y), on: &grid)
  }

  /// The same on the area's last lines.
  ///
  /// - Returns: how many lines these are, with a free one above.
  func drawTerms(atEndOf area: Rectangle, on grid: inout Grid) -> Int {
    let lines = terms(in: area)
    guard !lines.isEmpty else { return 0 }
    draw(lines, at: Point(x: area.x + 1, y: area.y + area.height - lines.count), on: &grid)
    return lines.count + 1
  }

  private func terms(in area: Rectangle) -> [StyledLine] {
    guard let terms = reading?.terms?.entries, area.width > 20 else { return [] }
    return TermLines(terms, width: area.width - 2, height: area.height, ascii: isASCII).lines
  }

  private func draw(_ lines: [StyledLine], at point: Point, on grid: inout Grid) {
    for (row, line) in lines.enumerated() {
      grid.put(line, at: Point(x: point.x, y: point.y + row), limit: grid.size.width)
    }
  }
}
