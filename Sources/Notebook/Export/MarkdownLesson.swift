import CellLanguage

/// A lesson as Markdown to be read: its prose with every number computed, its cells as tables.
package struct MarkdownLesson {
  private let export: LessonExport
  private let prose: MarkdownText

  package init(_ session: Session) {
    export = LessonExport(session)
    prose = MarkdownText { session.text(of: $0) }
  }

  package var text: String {
    let summary = export.session.lesson.summary
    let opening = ["# " + MarkdownText.escaped(export.title), MarkdownText.escaped(summary)]
    return (opening + export.pieces.flatMap(blocks)).filter { !$0.isEmpty }
      .joined(separator: "\n\n") + "\n"
  }

  private func blocks(_ piece: LessonExport.Piece) -> [String] {
    switch piece {
    case .step(let title): ["## " + prose.line(title)]
    case .prose(let block): [prose.text(block)]
    case .listing(let language, let text): [MarkdownText.listing(text, language: language)]
    case .cell(let id): export.printedPanels(ofCell: id).flatMap(blocks)
    }
  }

  private func blocks(_ panel: PrintedPanel) -> [String] {
    [
      panel.code.map { MarkdownText.listing($0, language: "python") },
      panel.caption.isEmpty ? nil : prose.line(panel.caption),
    ].compactMap(\.self) + panel.tables.flatMap(blocks)
  }

  /// Markdown has no table without a head; the labels of rows have a column of their own.
  private func blocks(_ table: LabelledTable) -> [String] {
    guard table.width > 0 else { return ["No numbers."] }
    let corner = table.hasRowLabels ? [""] : []
    let labels =
      table.columnLabels.isEmpty
      ? Array(repeating: "", count: table.width) : table.columnLabels.map(MarkdownText.escaped)
    let rules = corner.map { _ in "---" } + labels.map { _ in "---:" }
    let rows = table.rows.map { row in
      [row.label].compactMap(\.self).map(MarkdownText.escaped)
        + row.entries.map(MarkdownText.escaped)
    }
    return [table.position.map { "Matrix \($0):" }].compactMap(\.self)
      + [MarkdownText.table([corner + labels, rules] + rows)]
  }
}

extension LessonExport {
  /// Those that a reader sees.
  func printedPanels(ofCell id: CellID) -> [PrintedPanel] {
    session.panels(of: id).filter { !$0.options.hidden }
      .map { PrintedPanel($0, of: session) }
  }
}
