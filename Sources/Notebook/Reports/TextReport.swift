import CellLanguage

/// A report to read: a block for each hand-in, a line for each task, and below it what its checks say.
enum TextReport {
  static func text(of report: Report) -> String {
    let blocks = report.handIns.map { block($0, points: report.points) }
    let ends = report.handIns.allSatisfy({ $0.file == nil }) ? [] : [summary(of: report)]
    return (blocks + ends).map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private static func summary(of report: Report) -> [String] {
    let refused = report.handIns.count { $0.refusal != nil }
    let passed = report.handIns.count(where: \.isPassed)
    let count = report.handIns.count
    let rest = count - passed - refused
    return [
      "\(count) hand-in\(count == 1 ? "" : "s"): \(passed) passed, \(rest) not, \(refused) refused"
    ]
  }

  // MARK: - One hand-in

  private static func block(_ handIn: HandInReport, points: Int) -> [String] {
    let total = ReportWords.points(handIn.earned, of: points)
    var lines: [String] = []
    if handIn.file != nil {
      let student = handIn.student.map { " (\(ReportWords.line($0)))" } ?? ""
      lines.append("\(ReportWords.name(handIn))\(student): \(total)")
    }
    if let refusal = handIn.refusal { lines.append("  refused: \(ReportWords.line(refusal))") }
    lines += handIn.notes.map { "  note: \(ReportWords.line($0))" }
    let width = handIn.tasks.map { DisplayWidth.of(ReportWords.line($0.id)) }.max() ?? 0
    for lesson in handIn.lessons { lines += self.lesson(lesson, width: width) }
    if handIn.file == nil { lines += ["", total + remaining(handIn)] }
    return lines
  }

  /// What a reader can't see passed or failed.
  private static func remaining(_ handIn: HandInReport) -> String {
    let count = handIn.tasks.reduce(0) { sum, task in
      if case .remaining(let count)? = task.hidden { sum + count } else { sum }
    }
    return count == 0 ? "" : "; \(ReportWords.hidden(.remaining(count))), for the grader to run"
  }

  // MARK: - One lesson

  private static func lesson(_ lesson: LessonReport, width: Int) -> [String] {
    let number = lesson.number.map { "\($0) " } ?? ""
    let points = ReportWords.points(lesson.earned, of: lesson.points)
    let head = "  \(number)\(ReportWords.line(lesson.title)): \(points)"
    let notes = lesson.notes.map { "    note: \(ReportWords.line($0))" }
    if lesson.tasks.allSatisfy({ $0.status == .missing && $0.notes.isEmpty }) {
      return [head] + notes + missing(lesson.tasks)
    }
    return [head] + notes + lesson.tasks.flatMap { task($0, width: width) }
  }

  /// The names of tasks without an answer, each with its step, wrapped.
  private static func missing(_ tasks: [TaskReport]) -> [String] {
    guard !tasks.isEmpty else { return [] }
    var lines = ["    – missing   "]
    for (index, task) in tasks.enumerated() {
      let step = task.step.map { " (step \($0.number))" } ?? ""
      let word = ReportWords.line(task.id) + step + (index < tasks.count - 1 ? ", " : "")
      if DisplayWidth.of(lines[lines.count - 1] + word) > 81, index > 0 {
        lines.append(String(repeating: " ", count: 16))
      }
      lines[lines.count - 1] += word
    }
    return lines.map(ReportWords.withoutTrailingBlanks)
  }

  private static func task(_ task: TaskReport, width: Int) -> [String] {
    let status = padded(task.status.rawValue, 9)
    let id = padded(ReportWords.line(task.id), width)
    let step = task.step.map { "  \(ReportWords.line($0.words))" } ?? ""
    let head =
      "    \(ReportWords.mark(task.status)) \(status) \(id)  \(task.earned) of \(task.points)\(step)"
    // Of a task that is passed, that every check holds is clear.
    let details =
      task.isPassed
      ? ReportWords.details(task.withoutChecks) : ReportWords.details(task)
    return [head] + details.map { "        " + $0 }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }
}

extension TaskReport {
  fileprivate var withoutChecks: TaskReport {
    TaskReport(
      id: id, kind: kind, points: points, status: status, because: because, refusal: refusal,
      hidden: hidden, notes: notes, step: step)
  }
}
