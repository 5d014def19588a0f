import CellLanguage

/// A lesson as a script: its prose in comments, its cells in between.
package struct PythonScript {
  private let export: LessonExport
  private let prose: ProseText

  package init(_ session: Session) {
    export = LessonExport(session)
    prose = ProseText(width: 86) { session.text(of: $0) }
  }

  package var text: String {
    var parts = [opening, export.preparation]
    var comment: [[String]] = []
    func endComment() {
      if !comment.isEmpty { parts.append(PythonScript.comment(comment)) }
      comment = []
    }
    for piece in export.pieces {
      switch piece {
      case .step(let title):
        endComment()
        parts.append((parts.count == 2 ? "\n" : "") + cellLine(title))
      case .prose(let block): comment.append(prose.lines(block))
      case .listing(_, let text):
        comment.append(PythonComment.visible(text).split(separator: "\n").map { "    " + $0 })
      case .cell(let id):
        endComment()
        parts.append(export.code(ofCell: id, isPrinted: true))
      }
    }
    endComment()
    parts += ["# %% The numbers of the lesson", export.assertions]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var opening: String {
    let summary = TextFilter.visible(export.session.lesson.summary)
    // The first line to name a coding decides how the file is read; a title must not.
    return "# -*- coding: utf-8 -*-\n"
      + PythonScript.comment(
        [[TextFilter.visible(export.title)]] + (summary.isEmpty ? [] : [prose.wrapped(summary)]))
  }

  private func cellLine(_ title: [Inline]) -> String {
    "# %% " + prose.text(title).split(separator: "\n").joined(separator: " ")
  }

  /// Blocks of lines with an empty one between them.
  private static func comment(_ blocks: [[String]]) -> String {
    blocks.map { PythonComment.text($0.joined(separator: "\n")) }.joined(separator: "\n#\n")
  }
}
