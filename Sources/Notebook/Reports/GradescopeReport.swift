/// A report for Gradescope: the `results.json` of one hand-in.
///
/// Of hidden checks it has the count alone, which students may see. Source:
/// gradescope-autograders.readthedocs.io, "Autograder Specifications", "Output Format".
enum GradescopeReport {
  /// - Parameter report: of one hand-in; of several the first is written.
  static func text(of report: Report) -> String {
    guard let handIn = report.handIns.first else { return "{\"score\": 0, \"tests\": []}\n" }
    let tests = handIn.lessons.flatMap { lesson in lesson.tasks.map { test($0, in: lesson) } }
    return JSONReport.object([
      ("score", .integer(handIn.earned)),
      ("output", .string(output(of: handIn, points: report.points))),
      ("output_format", .string("text")),
      ("visibility", .string("visible")),
      ("tests", .array(tests + untested(handIn, report))),
    ]).text + "\n"
  }

  private static func output(of handIn: HandInReport, points: Int) -> String {
    let refusal = handIn.refusal.map { ["The hand-in is refused: \(ReportWords.line($0))"] } ?? []
    let notes = handIn.notes + handIn.lessons.flatMap(\.notes)
    return
      ([ReportWords.points(handIn.earned, of: points)] + refusal
      + notes.map { "note: \(ReportWords.line($0))" }).joined(separator: "\n")
  }

  private static func test(_ task: TaskReport, in lesson: LessonReport) -> JSONValue {
    let details =
      task.status == .missing ? [ReportWords.reason(task)] : ReportWords.details(task)
    return JSONReport.object([
      ("score", .integer(task.earned)),
      ("max_score", .integer(task.points)),
      ("status", .string(task.isPassed ? "passed" : "failed")),
      ("name", .string("\(ReportWords.line(lesson.id))/\(ReportWords.line(task.id))")),
      ("name_format", .string("text")),
      ("output", .string(details.joined(separator: "\n"))),
      ("output_format", .string("text")),
      ("visibility", .string("visible")),
    ])
  }

  /// Of a hand-in that is refused every task counts 0, so that the most that can be reached stays the same.
  private static func untested(_ handIn: HandInReport, _ report: Report) -> [JSONValue] {
    guard handIn.refusal != nil else { return [] }
    return report.tasks.map { task in
      JSONReport.object([
        ("score", .integer(0)),
        ("max_score", .integer(task.points)),
        ("status", .string("failed")),
        ("name", .string(ReportWords.line(task.name))),
        ("name_format", .string("text")),
        ("output", .string("not judged")),
        ("output_format", .string("text")),
        ("visibility", .string("visible")),
      ])
    }
  }
}
