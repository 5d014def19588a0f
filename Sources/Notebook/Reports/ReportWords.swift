import CellLanguage

/// The words that every form of a report shares. All of them are safe to show.
///
/// Names, answers and messages come from strangers: each is filtered here, and cut where it is longer than anybody reads.
enum ReportWords {
  /// Characters of one text.
  static let limit = 500

  /// On one line.
  static func line(_ text: String) -> String { TextFilter.visible(cut(text)) }

  /// With its line breaks, for forms that can quote them.
  static func lines(_ text: String) -> String {
    TextFilter.visible(cut(text), keepingLineBreaks: true)
  }

  private static func cut(_ text: String) -> String {
    guard text.utf8.count > limit, text.unicodeScalars.count > limit else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit))) + "…"
  }

  /// The text with another in place of a character. By scalars: a mark that joins a quote must not hide it.
  static func replacing(_ scalar: Unicode.Scalar, with new: String, in text: String) -> String {
    guard text.unicodeScalars.contains(scalar) else { return text }
    var result = String.UnicodeScalarView()
    for each in text.unicodeScalars {
      if each == scalar {
        result.append(contentsOf: new.unicodeScalars)
      } else {
        result.append(each)
      }
    }
    return String(result)
  }

  /// What stands for the hand-in: its file, in whole.
  static func name(_ handIn: HandInReport) -> String {
    guard let file = handIn.file else { return "saved answers" }
    return file.isEmpty ? "(a file without a name)" : TextFilter.visible(file)
  }

  /// `6 of 9 points`
  static func points(_ earned: Int, of points: Int) -> String {
    "\(earned) of \(points) point\(points == 1 ? "" : "s")"
  }

  /// What a check found, and where; nothing for one that holds.
  static func finding(_ finding: Finding) -> [String] {
    [finding.with(input: nil).text, finding.input.map { "with \($0)" } ?? ""].filter { !$0.isEmpty }
      .map(line)
  }

  static func hidden(_ hidden: TaskReport.Hidden) -> String {
    switch hidden {
    case .judged(let passed, let count):
      "hidden checks: \(passed) of \(count) passed"
    case .remaining(let count):
      count == 1 ? "1 hidden check remains" : "\(count) hidden checks remain"
    }
  }

  /// The checks and all that is said of a task, a line each.
  static func details(_ task: TaskReport) -> [String] {
    var lines: [String] = []
    for check in task.checks {
      lines.append("\(mark(check.status)) \(check.status.rawValue): \(line(check.message))")
      if let finding = check.finding { lines += self.finding(finding).map { "    " + $0 } }
    }
    if let refusal = task.refusal { lines.append("not judged: \(line(refusal))") }
    if let because = task.because { lines.append("why: \(line(because))") }
    if let hidden = task.hidden { lines.append(self.hidden(hidden)) }
    return lines + task.notes.map { "note: \(line($0))" }
  }

  static func mark(_ status: CheckResult.Status) -> String {
    switch status {
    case .passed: "✓"
    case .failed: "✗"
    case .pending: "…"
    }
  }

  static func mark(_ status: TaskReport.Status) -> String {
    switch status {
    case .passed: "✓"
    case .failed, .refused: "✗"
    case .pending: "…"
    case .missing: "–"
    }
  }

  /// Why a task isn't passed, on one line; for one that is, nothing.
  static func reason(_ task: TaskReport) -> String {
    switch task.status {
    case .passed: ""
    case .missing: "there is no answer"
    case .refused: "not judged: " + line(task.refusal ?? "the answer can't be read")
    case .pending, .failed: firstTrouble(task)
    }
  }

  private static func firstTrouble(_ task: TaskReport) -> String {
    if let check = task.checks.first(where: { $0.status != .passed }) { return line(check.message) }
    return task.hidden.map(hidden) ?? task.status.rawValue
  }
}

extension ReportWords {
  static func withoutTrailingBlanks(_ text: String) -> String {
    var text = text[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
