import Notebook
import Terminal

/// A table in prose: its columns as wide as their text, or narrower where the width asks for it.
struct ProseTable {
  private static let gap = 2

  let header: [[Inline]]
  let alignments: [ColumnAlignment]
  let rows: [[[Inline]]]
  let live: (LiveNumber) -> String

  func lines(width: Int) -> [StyledLine] {
    let head = header.map { cell($0, style: Style(.strong, bold: true)) }
    let body = rows.map { $0.map { cell($0, style: .text) } }
    let widths = widths([head] + body, within: width)
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "──")
    return line(head, widths) + [StyledLine(rule, .rule)] + body.flatMap { line($0, widths) }
  }

  private func cell(_ inlines: [Inline], style: Style) -> [Run] {
    Array(InlineRuns(inlines, style: style, live: live).lines.joined(separator: [Run(" ")]))
  }

  /// Natural widths; where they need too much, the widest give way.
  private func widths(_ rows: [[[Run]]], within width: Int) -> [Int] {
    let count = rows.map(\.count).max() ?? 0
    var widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? StyledLine($0[column]).width : 0 }.max() ?? 0
    }
    var excess = widths.reduce(0, +) + Self.gap * max(0, count - 1) - width
    while excess > 0, let widest = widths.max(), widest > 4 {
      let column = widths.firstIndex(of: widest) ?? 0
      let next = widths.filter { $0 < widest }.max() ?? 4
      let cut = max(1, min(excess, widest - max(4, next)))
      widths[column] -= cut
      excess -= cut
    }
    return widths
  }

  /// A row of the table, as many lines as its tallest cell.
  private func line(_ cells: [[Run]], _ widths: [Int]) -> [StyledLine] {
    let wrapped = zip(cells, widths).map { LineWrapping.wrap($0, width: $1) }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { y in
      var line = StyledLine()
      for (column, lines) in wrapped.enumerated() {
        let text = y < lines.count ? lines[y] : StyledLine()
        let space = max(0, widths[column] - text.width)
        let before = before(column, space)
        line.runs.append(Run(String(repeating: " ", count: before + (column > 0 ? Self.gap : 0))))
        line.runs += text.runs
        line.runs.append(Run(String(repeating: " ", count: space - before)))
      }
      return line
    }
  }

  private func before(_ column: Int, _ space: Int) -> Int {
    guard alignments.indices.contains(column) else { return 0 }
    switch alignments[column] {
    case .leading: return 0
    case .center: return space / 2
    case .trailing: return space
    }
  }
}
