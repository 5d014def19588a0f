import Notebook
import Terminal

/// Prose as lines of a given width.
struct ProseLayout {
  /// Deeper lists and quotes are drawn without further indentation.
  private static let deepest = 12

  let live: (LiveNumber) -> String
  /// Why a number can't be shown, where its text is to stand in its place.
  var problem: (LiveNumber) -> String? = { _ in nil }
  /// Whether signs are spelled for ASCII.
  var isASCII = false

  /// The blocks, an empty line between each two.
  func lines(_ blocks: [ProseBlock], width: Int, depth: Int = 0) -> [StyledLine] {
    var lines: [StyledLine] = []
    for block in blocks {
      if !lines.isEmpty { lines.append(StyledLine()) }
      lines += self.lines(block, width: width, depth: depth)
    }
    return lines
  }

  func lines(_ block: ProseBlock, width: Int, depth: Int = 0) -> [StyledLine] {
    switch block {
    case .paragraph(let inlines): wrap(inlines, width: width)
    case .heading(_, let inlines):
      wrap(inlines, style: Style(.heading, bold: true), width: width)
    case .list(let ordered, let start, let items):
      list(items, from: ordered ? start : nil, width: width, depth: depth)
    case .quote(let blocks): quote(blocks, width: width, depth: depth)
    case .table(let header, let alignments, let rows):
      ProseTable(header: header, alignments: alignments, rows: rows, live: live).lines(width: width)
    case .rule: [StyledLine(String(repeating: "─", count: min(width, 24)), .rule)]
    }
  }

  func wrap(
    _ inlines: [Inline], style: Style = .text, width: Int, hanging: Int = 0
  ) -> [StyledLine] {
    InlineRuns(inlines, style: style, live: live, problem: problem).lines.flatMap {
      LineWrapping.wrap($0.map(spelled), width: width, hanging: hanging)
    }
  }

  /// A text of one line.
  func runs(_ inlines: [Inline]) -> [Run] {
    InlineRuns(inlines, live: live, problem: problem).lines.flatMap { $0 }.map(spelled)
  }

  func spelled(_ run: Run) -> Run {
    Run(Spelling.text(run.text, ascii: isASCII), run.style)
  }

  private func list(_ items: [[ProseBlock]], from start: Int?, width: Int, depth: Int)
    -> [StyledLine]
  {
    let last = start.map { $0.addingReportingOverflow(items.count - 1).partialValue }
    let margin = last.map { "\($0). ".count } ?? 2
    var lines: [StyledLine] = []
    for (index, item) in items.enumerated() {
      let number = start.map { "\($0.addingReportingOverflow(index).partialValue)." } ?? "•"
      let inside = depth < Self.deepest ? width - margin : width
      let gap = String(repeating: " ", count: max(0, margin - number.count))
      lines += hang(
        self.lines(tight: item, width: max(8, inside), depth: depth + 1), behind: number + gap,
        role: .label, depth: depth)
    }
    return lines
  }

  /// The blocks of a list's item, without empty lines between them.
  private func lines(tight blocks: [ProseBlock], width: Int, depth: Int) -> [StyledLine] {
    blocks.flatMap { lines($0, width: width, depth: depth) }
  }

  private func quote(_ blocks: [ProseBlock], width: Int, depth: Int) -> [StyledLine] {
    guard depth < Self.deepest else { return lines(blocks, width: width, depth: depth + 1) }
    return lines(blocks, width: max(8, width - 2), depth: depth + 1).map {
      StyledLine([Run("▏ ", .rule)] + $0.runs)
    }
  }

  private func hang(_ lines: [StyledLine], behind mark: String, role: Role, depth: Int)
    -> [StyledLine]
  {
    lines.enumerated().map { index, line in
      if index == 0 { return StyledLine([Run(mark, role)] + line.runs) }
      return depth < Self.deepest ? line.indented(by: TextWidth.columns(of: mark)) : line
    }
  }
}
