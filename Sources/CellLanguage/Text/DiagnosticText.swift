/// A diagnostic as people read it: the line, carets under the place, the message behind them, help below.
///
///     S = Q @ K
///         ^^^^^ can't multiply 3×2 by 3×2: the inner sizes, 2 and 3, differ
///         Q is 3×2, K is 3×2; K.T is 2×3, so Q @ K.T is 3×3
package struct DiagnosticText: Hashable, Sendable {
  /// The lines, without line breaks, safe to show anywhere.
  package let lines: [String]

  package var text: String { lines.joined(separator: "\n") }

  /// - Parameter width: The columns a line of the source may take; of a longer one the part around the place is shown.
  package init(_ diagnostic: Diagnostic, in source: Source, width: Int = 100) {
    var lines: [String] = []
    if let name = source.name {
      let position = source.position(at: diagnostic.primary.range.start)
      lines.append("\(TextFilter.visible(name)):\(position.line):\(position.column):")
    }
    let excerpt = Excerpt(diagnostic.primary.range, in: source, width: width)
    lines.append(excerpt.line)
    lines += excerpt.marked("^", message: TextFilter.visible(diagnostic.message))
    lines += excerpt.indented(diagnostic.primary.text)
    lines += excerpt.indented(diagnostic.help ?? "")
    if let secondary = diagnostic.secondary {
      lines += DiagnosticText.lines(of: secondary, in: source, below: excerpt, width: width)
    }
    self.lines = lines
  }

  /// The second place; its line is not repeated where it is the one above.
  private static func lines(
    of label: Diagnostic.Label, in source: Source, below first: Excerpt, width: Int
  ) -> [String] {
    let excerpt = Excerpt(label.range, in: source, width: width)
    let marked = excerpt.marked("-", message: TextFilter.visible(label.text))
    return excerpt.line == first.line && excerpt.lineRange == first.lineRange
      ? marked : [excerpt.line] + marked
  }
}

/// The first line of a range of a source, as it is shown, and where the range lies in it.
private struct Excerpt {
  let line: String
  let lineRange: SourceRange
  private var column: Int
  private let columns: Int

  init(_ range: SourceRange, in source: Source, width: Int) {
    lineRange = source.lineRange(at: range.start)
    var cells: [(text: String, width: Int)] = []
    var before = 0
    var marked = 0
    var column = 0
    var offset = lineRange.start
    for scalar in source.text(in: lineRange).unicodeScalars {
      let text = scalar == "\t" ? Excerpt.tab(at: column) : TextFilter.visible(scalar)
      let cellWidth = DisplayWidth.of(text)
      if offset < range.start {
        before += cellWidth
      } else if offset < range.end {
        marked += cellWidth
      }
      cells.append((text, cellWidth))
      column += cellWidth
      offset += String(scalar).utf8.count
    }
    let window = Excerpt.window(of: cells, around: before, width: max(10, width))
    line = window.text
    self.column = before - window.cut
    columns = min(max(1, marked), max(1, window.columns - self.column))
  }

  private static func tab(at column: Int) -> String {
    String(repeating: " ", count: 4 - column % 4)
  }

  /// The part of a long line that has the column in its first half, with `…` where something is left out.
  private static func window(
    of cells: [(text: String, width: Int)], around column: Int, width: Int
  ) -> (text: String, cut: Int, columns: Int) {
    let total = cells.reduce(0) { $0 + $1.width }
    if total <= width {
      return (cells.map(\.text).joined(), 0, total)
    }
    let first = column < width - 10 ? 0 : column - width / 2
    var text = first > 0 ? "…" : ""
    var position = 0
    var start: Int?
    var shown = first > 0 ? 1 : 0
    for cell in cells {
      if position >= first {
        if start == nil { start = position }
        guard shown + cell.width < width else { break }
        text += cell.text
        shown += cell.width
      }
      position += cell.width
    }
    let cut = (start ?? 0) - (first > 0 ? 1 : 0)
    let isCutBehind = position < total
    return (text + (isCutBehind ? "…" : ""), cut, shown + (isCutBehind ? 1 : 0))
  }

  private var margin: String { String(repeating: " ", count: max(0, column)) }

  func marked(_ mark: Character, message: String) -> [String] {
    let carets = margin + String(repeating: mark, count: columns)
    return [message.isEmpty ? carets : carets + " " + message]
  }

  /// Lines below the carets, from the column where they begin.
  func indented(_ text: String) -> [String] {
    text.split(separator: "\n").map { margin + TextFilter.visible(String($0)) }
  }
}
