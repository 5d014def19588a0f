extension Markdown {
  /// A row of heads, a row of dashes, and rows up to the next empty line.
  mutating func table(_ rest: inout ArraySlice<MarkdownLine>) -> ProseBlock? {
    guard let head = rest.first, let second = rest.dropFirst().first else { return nil }
    guard let alignments = Markdown.alignments(second) else { return nil }
    let header = Markdown.cells(head)
    guard header.count == alignments.count else { return nil }
    rest = rest.dropFirst(2)
    var rows: [[[Inline]]] = []
    while let line = rest.first, !line.isBlank, !Markdown.isQuote(line) {
      rows.append(row(line, columns: header.count))
      rest.removeFirst()
    }
    return .table(
      header: header.map { inlines([MarkdownLine($0, number: head.number)]) },
      alignments: alignments, rows: rows)
  }

  private mutating func row(_ line: MarkdownLine, columns: Int) -> [[Inline]] {
    let cells = Markdown.cells(line)
    if cells.count > columns {
      report(
        line: line.number, "the row has \(cells.count) cells, the table \(columns) columns",
        advice: "write \\| for a bar inside a cell")
    }
    let missing = Array(repeating: Substring(), count: max(0, columns - cells.count))
    return (cells.prefix(columns) + missing).map {
      inlines([MarkdownLine($0, number: line.number)])
    }
  }

  /// The cells between the bars; `\|` is a bar inside one.
  static func cells(_ line: MarkdownLine) -> [Substring] {
    var cells: [String] = [""]
    var isEscaped = false
    for character in trimmed(line.text) {
      if character == "|", isEscaped {
        cells[cells.count - 1].removeLast()
        cells[cells.count - 1].append("|")
      } else if character == "|" {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    if cells.count > 1, trimmed(cells[0][...]).isEmpty { cells.removeFirst() }
    if cells.count > 1, trimmed(cells[cells.count - 1][...]).isEmpty { cells.removeLast() }
    return cells.map { trimmed($0[...]) }
  }

  /// `| --- | :-: | --: |`
  static func alignments(_ line: MarkdownLine) -> [ColumnAlignment]? {
    guard line.text.contains("-"), line.text.contains("|") else { return nil }
    guard line.text.allSatisfy({ "-:| \t".contains($0) }) else { return nil }
    var alignments: [ColumnAlignment] = []
    for cell in cells(line) {
      let dashes = cell.drop { $0 == ":" }.prefix { $0 == "-" }
      guard !dashes.isEmpty, cell.count(where: { $0 == ":" }) <= 2, !cell.contains(" ") else {
        return nil
      }
      switch (cell.first == ":", cell.last == ":") {
      case (true, true): alignments.append(.center)
      case (false, true): alignments.append(.trailing)
      default: alignments.append(.leading)
      }
    }
    return alignments
  }
}
