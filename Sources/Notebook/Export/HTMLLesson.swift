import CellLanguage

/// A lesson as one page of HTML to be read or printed: no script, nothing loaded from elsewhere.
package struct HTMLLesson {
  private let export: LessonExport
  private let prose: HTMLText

  package init(_ session: Session) {
    export = LessonExport(session)
    prose = HTMLText { session.text(of: $0) }
  }

  package var text: String {
    let title = HTMLText.escaped(export.title)
    let summary = HTMLText.escaped(export.session.lesson.summary)
    let opening = ["<h1>\(title)</h1>"] + (summary.isEmpty ? [] : ["<p>\(summary)</p>"])
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>
      \(HTMLLesson.style)
      </style>
      </head>
      <body>
      \((opening + export.pieces.flatMap(blocks)).joined(separator: "\n"))
      </body>
      </html>

      """
  }

  private func blocks(_ piece: LessonExport.Piece) -> [String] {
    switch piece {
    case .step(let title): ["<h2>\(prose.line(title))</h2>"]
    case .prose(let block): [prose.text(block)]
    case .listing(_, let text): [HTMLText.listing(text)]
    case .cell(let id): export.printedPanels(ofCell: id).flatMap(blocks)
    }
  }

  /// The first table bears the panel's line as its caption.
  private func blocks(_ panel: PrintedPanel) -> [String] {
    let code = panel.code.map { [HTMLText.listing($0)] } ?? []
    let caption = prose.line(panel.caption)
    guard !panel.tables.isEmpty else {
      return code + (caption.isEmpty ? [] : ["<p>\(caption)</p>"])
    }
    return code
      + panel.tables.enumerated().map { index, table in
        let position = table.position.map { "matrix \(HTMLText.escaped($0))" }
        let parts = [index == 0 && !caption.isEmpty ? caption : nil, position].compactMap(\.self)
        return self.table(table, caption: parts.joined(separator: "<br>"))
      }
  }

  private func table(_ table: LabelledTable, caption: String) -> String {
    let corner = table.hasRowLabels ? "<td></td>" : ""
    let labels = table.columnLabels.map { "<th scope=\"col\">\(HTMLText.escaped($0))</th>" }
    let head = labels.isEmpty ? [] : ["<tr>\(corner)\(labels.joined())</tr>"]
    let rows = table.rows.map { row in
      let label = row.label.map { "<th scope=\"row\">\(HTMLText.escaped($0))</th>" } ?? ""
      let entries = row.entries.map { "<td>\(HTMLText.escaped($0))</td>" }
      return "<tr>\(label)\(entries.joined())</tr>"
    }
    return
      (["<table class=\"matrix\">", "<caption>\(caption)</caption>"] + head + rows
      + ["</table>"]).joined(separator: "\n")
  }

  private static let style = """
    :root { color-scheme: light dark; }
    body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.55 system-ui, sans-serif; }
    h2 { margin-top: 2.5rem; }
    code, pre, .matrix { font-family: ui-monospace, monospace; font-variant-numeric: tabular-nums; }
    pre { overflow-x: auto; padding: .75rem; border: 1px solid #8888; }
    table { border-collapse: collapse; margin: 1rem 0; }
    caption { text-align: left; padding-bottom: .25rem; }
    th, td { padding: .1rem .6rem; text-align: left; }
    .matrix td, .number { text-align: right; }
    .matrix th { font-weight: normal; opacity: .75; }
    .matrix th[scope=col] { text-align: right; }
    .center { text-align: center; }
    h2, table, pre { break-inside: avoid; break-after: auto; }
    """
}
