/// A report by the Test Anything Protocol, version 14: a test point for each task of each hand-in, with a block of YAML
/// below those that aren't passed. Source: testanything.org/tap-version-14-specification.html.
enum TAPReport {
  static func text(of report: Report) -> String {
    let points = report.handIns.flatMap { handIn in
      handIn.refusal.map { [refused(handIn, $0)] }
        ?? handIn.lessons.flatMap { lesson in
          lesson.tasks.map { point($0, in: lesson, of: handIn) }
        }
    }
    let plan = "1..\(points.count)" + (points.isEmpty ? " # SKIP there are no tasks" : "")
    let lines = points.enumerated().flatMap { $1.lines(number: $0 + 1) }
    return (["TAP version 14", plan] + lines).joined(separator: "\n") + "\n"
  }

  private struct Point {
    let isPassed: Bool
    let description: String
    let diagnostics: [String]

    func lines(number: Int) -> [String] {
      ["\(isPassed ? "ok" : "not ok") \(number) - \(description)"]
        + (diagnostics.isEmpty ? [] : (["---"] + diagnostics + ["..."]).map { "  " + $0 })
    }
  }

  private static func refused(_ handIn: HandInReport, _ reason: String) -> Point {
    Point(
      isPassed: false, description: escaped(ReportWords.name(handIn)),
      diagnostics: ["status: refused", member("message", ReportWords.line(reason))]
        + block("details", handIn.notes.map { "note: \(ReportWords.line($0))" }))
  }

  private static func point(
    _ task: TaskReport, in lesson: LessonReport, of handIn: HandInReport
  ) -> Point {
    let file = handIn.file == nil ? "" : ReportWords.name(handIn) + " "
    let name = file + "\(ReportWords.line(lesson.id))/\(ReportWords.line(task.id))"
    return Point(
      isPassed: task.isPassed, description: escaped(name), diagnostics: diagnostics(task, handIn))
  }

  private static func diagnostics(_ task: TaskReport, _ handIn: HandInReport) -> [String] {
    guard !task.isPassed || !task.notes.isEmpty || task.hidden != nil else { return [] }
    return [
      "status: \(task.status.rawValue)", "earned: \(task.earned)", "points: \(task.points)",
    ] + (handIn.student.map { [member("student", ReportWords.line($0))] } ?? [])
      + (task.isPassed ? [] : [member("message", ReportWords.reason(task))])
      + block("details", ReportWords.details(task))
  }

  // MARK: - Escaping

  /// `\` and `#` of a description have a meaning of their own.
  private static func escaped(_ text: String) -> String {
    ReportWords.replacing(
      "#", with: "\\#", in: ReportWords.replacing("\\", with: "\\\\", in: text))
  }

  private static func member(_ name: String, _ text: String) -> String {
    "\(name): \(quoted(text))"
  }

  /// As literal lines: of quoted ones in a list, readers of TAP 13 take some for members.
  private static func block(_ name: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["\(name): |"] + lines.map { "  " + $0 }
  }

  /// A text of JSON is one of YAML.
  private static func quoted(_ text: String) -> String { JSONValue.string(text).text }
}
