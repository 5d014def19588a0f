import CellLanguage

/// A report for programs: one JSON object, a line for each hand-in. README.md names its members.
enum JSONReport {
  /// The version of the form.
  static let version = 1

  static func text(of report: Report) -> String {
    let head =
      "{\"qkv\": \(version), \"kind\": \"report\", \"passed\": \(report.isPassed), "
      + "\"points\": \(report.points), \"hand_ins\": ["
    let lines = report.handIns.map { json(of: $0, points: report.points).text }
    return head + (lines.isEmpty ? "" : "\n" + lines.joined(separator: ",\n") + "\n") + "]}\n"
  }

  private static func json(of handIn: HandInReport, points: Int) -> JSONValue {
    object([
      (
        "file",
        handIn.file.map { .string(TextFilter.visible($0, keepingLineBreaks: true)) } ?? .null
      ),
      ("student", text(handIn.student)),
      ("verdict", .string(handIn.refusal == nil ? "graded" : "refused")),
      ("reason", text(handIn.refusal)),
      ("passed", .boolean(handIn.isPassed)),
      ("earned", .integer(handIn.earned)),
      ("points", .integer(points)),
      ("notes", texts(handIn.notes)),
      ("lessons", .array(handIn.lessons.map(json))),
    ])
  }

  private static func json(of lesson: LessonReport) -> JSONValue {
    object([
      ("number", lesson.number.map(JSONValue.integer) ?? .null),
      ("id", text(lesson.id)),
      ("title", text(lesson.title)),
      ("earned", .integer(lesson.earned)),
      ("points", .integer(lesson.points)),
      ("notes", texts(lesson.notes)),
      ("tasks", .array(lesson.tasks.map(json))),
    ])
  }

  private static func json(of task: TaskReport) -> JSONValue {
    object([
      ("id", text(task.id)),
      ("kind", text(task.kind)),
      ("status", .string(task.status.rawValue)),
      ("earned", .integer(task.earned)),
      ("points", .integer(task.points)),
      ("checks", .array(task.checks.map(json))),
      ("hidden", json(of: task.hidden)),
      ("refusal", text(task.refusal)),
      ("because", text(task.because)),
      ("notes", texts(task.notes)),
    ])
  }

  private static func json(of check: CheckResult) -> JSONValue {
    object([
      ("message", text(check.message)),
      ("status", .string(check.status.rawValue)),
      ("finding", check.finding.map(json) ?? .null),
    ])
  }

  private static func json(of finding: Finding) -> JSONValue {
    object([
      ("expected", text(finding.expected)),
      ("found", text(finding.found)),
      ("place", text(finding.place)),
      ("extent", text(finding.extent)),
      ("input", text(finding.input)),
      ("problem", text(finding.problem)),
    ])
  }

  private static func json(of hidden: TaskReport.Hidden?) -> JSONValue {
    switch hidden {
    case nil: .null
    case .judged(let passed, let count)?:
      object([("passed", .integer(passed)), ("of", .integer(count))])
    case .remaining(let count)?: object([("remaining", .integer(count))])
    }
  }

  // MARK: - Parts

  static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.map { JSONValue.Member($0.0, $0.1) })
  }

  static func text(_ text: String?) -> JSONValue {
    text.map { .string(ReportWords.lines($0)) } ?? .null
  }

  private static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { text($0) }) }
}
