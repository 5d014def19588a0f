import CellLanguage

/// A lesson as a Jupyter notebook, nbformat 4.5: its prose as Markdown, its cells as code.
package struct JupyterNotebook {
  private let export: LessonExport
  private let prose: MarkdownText

  package init(_ session: Session) {
    export = LessonExport(session)
    prose = MarkdownText { session.text(of: $0) }
  }

  private enum Cell {
    case markdown(String)
    case code(String)
  }

  /// The file: one cell on each line.
  package var text: String {
    let lines = cells.enumerated().map { JupyterNotebook.json($1, number: $0 + 1).text }
    return "{\"cells\": [\n" + lines.joined(separator: ",\n") + "\n],\n"
      + "\"metadata\": \(JupyterNotebook.metadata.text),\n"
      + "\"nbformat\": 4,\n\"nbformat_minor\": 5}\n"
  }

  private var cells: [Cell] {
    var cells = [Cell.markdown(opening), .code(export.preparation)]
    var blocks: [String] = []
    func endProse() {
      if !blocks.isEmpty { cells.append(.markdown(blocks.joined(separator: "\n\n"))) }
      blocks = []
    }
    for piece in export.pieces {
      switch piece {
      case .step(let title):
        endProse()
        blocks.append("## " + prose.line(title))
      case .prose(let block): blocks.append(prose.text(block))
      case .listing(let language, let text):
        blocks.append(MarkdownText.listing(text, language: language))
      case .cell(let id):
        endProse()
        cells.append(.code(export.code(ofCell: id, isPrinted: false)))
      }
    }
    endProse()
    return cells + [.markdown("## The numbers of the lesson"), .code(export.assertions)]
  }

  private var opening: String {
    let summary = export.session.lesson.summary
    return "# " + MarkdownText.escaped(export.title)
      + (summary.isEmpty ? "" : "\n\n" + MarkdownText.escaped(summary))
  }

  // MARK: - JSON

  private static func json(_ cell: Cell, number: Int) -> JSONValue {
    let id = JSONValue.Member("id", .string("cell-\(number)"))
    let metadata = JSONValue.Member("metadata", .object([]))
    switch cell {
    case .markdown(let text):
      return .object([
        .init("cell_type", .string("markdown")), id, metadata, .init("source", lines(text)),
      ])
    case .code(let text):
      return .object([
        .init("cell_type", .string("code")), .init("execution_count", .null), id, metadata,
        .init("outputs", .array([])), .init("source", lines(text)),
      ])
    }
  }

  /// As Jupyter keeps text: each line with its end.
  private static func lines(_ text: String) -> JSONValue {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return .array(
      lines.enumerated().map { .string($1 + ($0 + 1 < lines.count ? "\n" : "")) })
  }

  private static let metadata = JSONValue.object([
    .init(
      "kernelspec",
      .object([
        .init("display_name", .string("Python 3")), .init("language", .string("python")),
        .init("name", .string("python3")),
      ])),
    .init("language_info", .object([.init("name", .string("python"))])),
  ])
}
