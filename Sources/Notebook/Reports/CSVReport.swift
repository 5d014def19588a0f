import CellLanguage

/// A report for spreadsheets by RFC 4180: a heading, and one row for each hand-in in the order given.
///
/// Behind the fixed columns comes one for each task, `lesson/task`, with what it earned. A text that a spreadsheet could
/// take for a formula gets an apostrophe before it, as OWASP advises ("CSV Injection").
enum CSVReport {
  private static let columns = [
    "file", "student", "verdict", "reason", "earned", "points", "missing", "notes",
  ]

  static func text(of report: Report) -> String {
    let heading = columns + report.tasks.map { text($0.name) }
    return ([heading] + report.handIns.map { row($0, in: report) }).map(line).joined()
  }

  private static func row(_ handIn: HandInReport, in report: Report) -> [String] {
    var earned: [String: Int] = [:]
    for lesson in handIn.lessons {
      for task in lesson.tasks { earned["\(lesson.id)/\(task.id)"] = task.earned }
    }
    return [
      handIn.file.map { guarded(TextFilter.visible($0, keepingLineBreaks: true)) } ?? "",
      handIn.student.map(text) ?? "",
      handIn.refusal == nil ? "graded" : "refused", handIn.refusal.map(text) ?? "",
      String(handIn.earned), String(report.points), handIn.missing.map(text).joined(separator: " "),
      notes(of: handIn),
    ] + report.tasks.map { String(earned[$0.name] ?? 0) }
  }

  private static func notes(of handIn: HandInReport) -> String {
    handIn.allNotes.map(text).joined(separator: "; ")
  }

  /// What a stranger wrote, as a cell may hold it.
  private static func text(_ text: String) -> String { guarded(ReportWords.lines(text)) }

  private static func guarded(_ shown: String) -> String {
    guard let first = shown.unicodeScalars.first, "=+-@＝＋－＠".unicodeScalars.contains(first) else {
      return shown
    }
    return "'" + shown
  }

  private static func line(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\r\n"
  }

  private static func field(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else {
      return text
    }
    return "\"" + ReportWords.replacing("\"", with: "\"\"", in: text) + "\""
  }
}
