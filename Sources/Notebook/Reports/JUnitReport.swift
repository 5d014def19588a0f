/// A report for build servers: JUnit's XML, a suite for each hand-in, a case for each task.
///
/// Valid by both schemas in use, `junit-10.xsd` of Jenkins' xUnit plugin and `JUnit.xsd` of Ant's; hence the members that
/// say nothing here. Times are 0 and the date is fixed, so that the same hand-ins give the same report.
enum JUnitReport {
  static func text(of report: Report) -> String {
    let suites = report.handIns.enumerated().flatMap { suite($1, index: $0, points: report.points) }
    return
      (["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites>"] + suites
      + ["</testsuites>"]).joined(separator: "\n") + "\n"
  }

  // MARK: - Suites

  private static func suite(_ handIn: HandInReport, index: Int, points: Int) -> [String] {
    let cases = handIn.lessons.flatMap { lesson in lesson.tasks.map { testCase($0, in: lesson) } }
    let refusal = handIn.refusal.map(refusedCase) ?? []
    let errors = handIn.tasks.count { $0.status == .refused } + (handIn.refusal == nil ? 0 : 1)
    let failures = handIn.tasks.count { !$0.isPassed && $0.status != .refused }
    let head = element(
      "testsuite",
      [
        ("name", ReportWords.name(handIn)), ("package", "qkv"), ("id", String(index)),
        ("timestamp", "1970-01-01T00:00:00"), ("hostname", "localhost"),
        ("tests", String(handIn.tasks.count + (handIn.refusal == nil ? 0 : 1))),
        ("failures", String(failures)), ("errors", String(errors)), ("skipped", "0"),
        ("time", "0"),
      ])
    return ["  <\(head)>"] + properties(of: handIn, points: points) + refusal
      + cases.flatMap { $0 } + [
        "    <system-out></system-out>", systemErr(handIn), "  </testsuite>",
      ]
  }

  private static func properties(of handIn: HandInReport, points: Int) -> [String] {
    var properties = [("earned", String(handIn.earned)), ("points", String(points))]
    if let student = handIn.student { properties.insert(("student", student), at: 0) }
    return ["    <properties>"]
      + properties.map { name, value in
        "      <" + element("property", [("name", name), ("value", ReportWords.line(value))]) + "/>"
      } + ["    </properties>"]
  }

  /// The notes.
  private static func systemErr(_ handIn: HandInReport) -> String {
    let notes = handIn.allNotes.map(ReportWords.line).joined(separator: "\n")
    return "    <system-err>\(escaped(notes))</system-err>"
  }

  // MARK: - Cases

  private static func testCase(_ task: TaskReport, in lesson: LessonReport) -> [String] {
    let head = element(
      "testcase",
      [
        ("name", ReportWords.line(task.id)), ("classname", ReportWords.line(lesson.id)),
        ("time", "0"),
      ])
    guard !task.isPassed else { return ["    <\(head)/>"] }
    let tag = task.status == .refused ? "error" : "failure"
    let trouble = element(
      tag, [("type", task.status.rawValue), ("message", ReportWords.reason(task))])
    let details = escaped(ReportWords.details(task).joined(separator: "\n"))
    return ["    <\(head)>", "      <\(trouble)>\(details)</\(tag)>", "    </testcase>"]
  }

  private static func refusedCase(_ reason: String) -> [String] {
    let error = element("error", [("type", "refused"), ("message", ReportWords.line(reason))])
    return [
      "    <testcase name=\"hand-in\" classname=\"qkv\" time=\"0\">", "      <\(error)></error>",
      "    </testcase>",
    ]
  }

  // MARK: - XML

  private static func element(_ name: String, _ attributes: [(String, String)]) -> String {
    name + attributes.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined()
  }

  /// Text as XML 1.0 may hold it.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
      }
    }
    return result
  }

  /// Char, production 2 of XML 1.0.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
