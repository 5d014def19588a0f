import Notebook
import Terminal

/// The help laid out: sections of keys, and the words that are the notebook's own, in as many columns as are wide enough.
struct HelpPage {
  private static let columnWidth = (least: 54, most: 76)

  private(set) var columns: [(x: Int, lines: [StyledLine])] = []
  private let isASCII: Bool
  /// Of one column.
  private let width: Int

  var height: Int { columns.map(\.lines.count).max() ?? 0 }

  init(_ sections: [HelpSection], search: String, width: Int, ascii: Bool) {
    isASCII = ascii
    let room = width - 3
    let count = max(1, min(3, room / Self.columnWidth.least))
    self.width = min(Self.columnWidth.most, room / count - (count > 1 ? 2 : 0))
    var blocks: [[StyledLine]] = []
    for way in HelpSearch.ways(search, in: Self.texts(of: sections)) where blocks.isEmpty {
      blocks = found(way, in: sections)
      if !blocks.isEmpty, let correction = way.correction {
        let words = "Nothing here says that; this says \(correction)."
        blocks.insert(LineWrapping.wrap([Run(words, .dim)], width: self.width), at: 0)
      }
    }
    if blocks.isEmpty {
      blocks = [[StyledLine("Nothing here says that. Backspace widens the search.", .dim)]]
    }
    place(blocks, count: count)
  }

  // MARK: - Sections

  /// Everything that can be found.
  private static func texts(of sections: [HelpSection]) -> [String] {
    sections.flatMap { [$0.title] + $0.rows.flatMap(\.texts) }
      + Term.all.flatMap { [$0.word, $0.meaning] } + Glossary.entries.map(\.term)
  }

  private func found(_ search: HelpSearch, in sections: [HelpSection]) -> [[StyledLine]] {
    var blocks = sections.map { $0.narrowed(to: search) }.filter { !$0.rows.isEmpty }.map(block)
    if let terms = block(Term.all.filter { search.finds([$0.word, $0.meaning]) }) {
      blocks.append(terms)
    }
    let words = search.beginnings.filter { $0.count >= 3 }
    let entries = words.flatMap { Glossary.entries(matching: $0) }
    var seen: Set<String> = []
    if let entries = block(
      entries.filter { search.finds([$0.term, $0.meaning]) && seen.insert($0.term).inserted })
    {
      blocks.append(entries)
    }
    return blocks
  }

  private func block(_ section: HelpSection) -> [StyledLine] {
    [heading(section.title)]
      + section.rows.flatMap { row in
        lines(row.keys(ascii: isASCII), Spelling.text(row.brief, ascii: isASCII), .footerKey)
      }
  }

  private func block(_ terms: [Term]) -> [StyledLine]? {
    guard !terms.isEmpty else { return nil }
    return [heading("Words")]
      + terms.flatMap { lines($0.word, Spelling.text($0.meaning, ascii: isASCII), .text) }
  }

  /// What the course means by a term. All of them would bury the keys, so they come with a search alone.
  private func block(_ entries: [GlossaryEntry]) -> [StyledLine]? {
    guard !entries.isEmpty else { return nil }
    return [heading("Terms of the field")]
      + entries.flatMap { entry in
        let words = entry.meaning + " Lesson \(entry.lesson)."
        return lines(entry.term, Spelling.text(words, ascii: isASCII), .text)
      }
  }

  private func heading(_ title: String) -> StyledLine {
    StyledLine([Run(title, Style(.heading, bold: true))])
  }

  /// What stands in front, as wide as it may, and what it means beside it.
  private func lines(_ lead: String, _ words: String, _ role: Role) -> [StyledLine] {
    let leadWidth = width >= 50 ? 16 : 9
    let leads = LineWrapping.wrap([Run(lead, Style(role, bold: true))], width: leadWidth)
    let words = LineWrapping.wrap([Run(words)], width: width - leadWidth - 1)
    return (0..<max(leads.count, words.count)).map { index in
      let lead = leads[safe: index] ?? StyledLine()
      let gap = String(repeating: " ", count: leadWidth + 1 - lead.width)
      return StyledLine(lead.runs + [Run(gap)] + (words[safe: index]?.runs ?? []))
    }
  }

  // MARK: - Columns

  /// One section below the other, each whole; a column ends where it has its share.
  private mutating func place(_ blocks: [[StyledLine]], count: Int) {
    let share = blocks.reduce(0) { $0 + $1.count + 1 } / count
    var lines: [[StyledLine]] = [[]]
    for block in blocks {
      let height = lines[lines.count - 1].count
      if height > 0, height + block.count / 2 > share, lines.count < count { lines.append([]) }
      let gap = lines[lines.count - 1].isEmpty ? [] : [StyledLine()]
      lines[lines.count - 1] += gap + block
    }
    columns = lines.enumerated().map { ($0 * (width + 2) + 2, $1) }
  }
}
