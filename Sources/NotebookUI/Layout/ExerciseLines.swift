import CellLanguage
import Notebook
import Terminal

/// What stands under an exercise's cells: its checks and what they found, a hint, the solution.
struct ExerciseLines {
  let exercise: Exercise
  let reading: Reading
  let prose: ProseLayout
  private static let findingLines = 3

  private var task: LessonTask { .exercise(exercise) }
  private var verdict: Verdict? { reading.board.verdict(on: exercise.id) }
  private var attempt: Attempt { reading.attempt(at: exercise.id) }

  func lines(_ room: TextRoom) -> [StyledLine] {
    let goals = checks
    let help = help(width: room.width)
    guard !goals.isEmpty else { return help }
    // Where there is little room, the name of a mistake says more than numbers.
    let detailed = room.reserves || verdict?.because == nil
    let own = OwnNumbers(reading: reading, edits: exercise.edits).lines(width: room.width)
    return heading + own + mistake(room.width)
      + checkLines(goals, room.width, detailed: detailed)
      // An empty line before the help is a luxury.
      + (room.reserves && !help.isEmpty ? [StyledLine()] : []) + help
  }

  var isEmpty: Bool { checks.isEmpty && help(width: 80).isEmpty }

  private var checks: [CheckResult] {
    if let checks = verdict?.checks, !checks.isEmpty { return checks }
    return exercise.checks.flatMap(\.messages).map { CheckResult(message: $0, status: .pending) }
  }

  private var heading: [StyledLine] {
    if verdict?.isPassed == true {
      let words = Run(" Exercise solved · \(task.pointsText)", Style(.success, bold: true))
      return [StyledLine([TaskMark.passed.run(ascii: prose.isASCII), words])]
    }
    let seen = attempt.gaveUp ? " · solution seen" : ""
    return [StyledLine("Done when · \(task.pointsText)\(seen)", .label)]
  }

  /// The mistake that was recognised, or why the answer isn't judged.
  private func mistake(_ width: Int) -> [StyledLine] {
    let words: [Run]
    if let refusal = verdict?.refusal {
      words = [Run("Not judged: ", Style(.warning, bold: true)), Run(refusal)]
    } else if let because = verdict?.because {
      words = [Run("A known mistake: ", Style(.warning, bold: true)), Run(because)]
    } else {
      return []
    }
    return LineWrapping.wrap(words.map(spelled), width: width, hanging: 2)
  }

  // MARK: - Checks

  private func checkLines(
    _ checks: [CheckResult], _ width: Int, detailed: Bool
  ) -> [StyledLine] {
    let first = detailed ? checks.firstIndex { $0.status == .failed } : nil
    return checks.enumerated().flatMap { index, check in
      line(check, width) + (index == first ? finding(check.finding, width) : [])
    }
  }

  private func line(_ check: CheckResult, _ width: Int) -> [StyledLine] {
    let mark = TaskMark(check.status)
    let word = mark.word + String(repeating: " ", count: 9 - mark.word.count)
    let lead = StyledLine([mark.run(ascii: prose.isASCII), Run(" \(word)", mark.style.unbold)])
    let message = LineWrapping.wrap(
      [spelled(Run(check.message))], width: max(12, width - lead.width))
    return message.enumerated().map { index, line in
      index == 0 ? StyledLine(lead.runs + line.runs) : line.indented(by: lead.width)
    }
  }

  private func finding(_ finding: Finding?, _ width: Int) -> [StyledLine] {
    guard let finding else { return [] }
    let indent = 4
    var lines = LineWrapping.wrap([spelled(Run(finding.sentence))], width: width - indent - 2)
    // An error says all where it stands, with its place; here its beginning will do.
    let most = finding.problem != nil && finding.expected == nil ? 1 : Self.findingLines
    if lines.count > most {
      lines = Array(lines.prefix(most))
      lines[most - 1].runs.append(Run(" …"))
    }
    return lines.map { $0.indented(by: indent) }
  }

  private func spelled(_ run: Run) -> Run { prose.spelled(run) }

  // MARK: - Help

  private func help(width: Int) -> [StyledLine] {
    hint(width) + SolutionLines(task: task, reading: reading, prose: prose).lines(width: width)
  }

  private func hint(_ width: Int) -> [StyledLine] {
    guard let shown = reading.board.openHint[exercise.id], let hint = exercise.hints[safe: shown]
    else { return [] }
    let lead = "Hint \(shown + 1) of \(exercise.hints.count): "
    let runs = InlineRuns(hint, live: prose.live).lines.joined(by: Run(" ")).map(spelled)
    return LineWrapping.wrap(
      [Run(lead, Style(.heading, bold: true))] + runs, width: width, hanging: 2)
  }
}

extension Finding {
  /// `expected 0.23, found 0.50 at out[cat, f], with Q = …, random input 3 of 20`.
  var sentence: String {
    let values = [
      expected.map { "expected \($0)" }, found.map { "found \($0)" },
    ].compactMap { $0 }.joined(separator: ", ")
    let what = [problem, values.isEmpty ? nil : values].compactMap { $0 }.joined(separator: "; ")
    let placed = what + (place.map { " at \($0)" } ?? "")
    return placed + (input.map { ", with \($0)" } ?? "")
  }
}

extension Style {
  var unbold: Style { Style(role, bold: false, underline: underline) }
}

extension [[Run]] {
  /// All on one line.
  func joined(by separator: Run) -> [Run] {
    enumerated().flatMap { $0 == 0 ? $1 : [separator] + $1 }
  }
}
