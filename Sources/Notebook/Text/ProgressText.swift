import CellLanguage

/// What is kept, in lines.
package enum ProgressText {
  /// A line for each lesson, with what was done in it; below, what is kept of lessons that aren't there.
  package static func table(of document: ProgressDocument, lessons: [Lesson]) -> String {
    var rows = [["", "lesson", "passed", "points", "edits", "step", ""]]
    for lesson in lessons { rows.append(row(of: lesson, in: document)) }
    let known = Set(lessons.map(\.id))
    for id in document.lessons.keys.sorted() where !known.contains(id) {
      let edits = document.lessons[id]?.edits.count ?? 0
      rows.append(["", TextFilter.visible(id), "", "", "\(edits)", "", "not among the lessons"])
    }
    return text(of: rows)
  }

  private static func row(of lesson: Lesson, in document: ProgressDocument) -> [String] {
    let head = [lesson.number.map(String.init) ?? "", TextFilter.visible(lesson.id)]
    guard let kept = document.lessons[lesson.id] else { return head + ["", "", "", "", ""] }
    let summary = ProgressSummary(kept, of: lesson)
    let seen = summary.solutionsSeen
    let remarks = [
      summary.own == 0 ? nil : "\(summary.own) cell\(summary.own == 1 ? "" : "s") of yours",
      seen == 0 ? nil : "\(seen) solution\(seen == 1 ? "" : "s") seen",
      document.last == lesson.id ? "read last" : nil,
    ].compactMap(\.self)
    return head + [
      "\(summary.passed)/\(summary.tasks)", "\(summary.points)/\(summary.possiblePoints)",
      "\(summary.edits)", "\(summary.step + 1) of \(summary.steps)",
      remarks.joined(separator: ", "),
    ]
  }

  /// Columns, two blanks apart; the names and the last one begin at the left, numbers end at the right.
  private static func text(of rows: [[String]]) -> String {
    let widths = rows[0].indices.map { column in
      rows.map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let gap = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
        line += "  " + (column == 1 || column == row.count - 1 ? cell + gap : gap + cell)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
