import CellLanguage
import Notebook
import Terminal

/// What stands under an exercise's cells: its checks and what they found, a hint, the solution.
struct ExerciseLines {
  let exercise: Exercise
  let reading: Reading
  let prose: ProseLayout

  private var task: LessonTask { .exercise(exercise) }
  private var verdict: Verdict? { reading.board.verdict(on: exercise.id) }

  func block(_ room: TextRoom) -> TextBlock {
    let goals = checks
    let help = help(width: room.width)
    guard !goals.isEmpty else { return TextBlock(help, task: exercise.id) }
    let findings = CheckFindings(checks: goals, prose: prose, width: room.width)
    let own =
      ChangedText(task: task, reading: reading).lines(width: room.width)
      + OwnNumbers(
        reading: reading, edits: exercise.edits,
        judged: exercise.checks.map(\.program.source.text).joined(separator: "\n")
      ).lines(width: room.width)
    let found = goals.indices.map { findings.lines(below: $0) }
    let checkLines = goals.indices.flatMap { line(goals[$0], room.width) + found[$0] }
    var block = TextBlock(
      headed(own, width: room.width) + mistake(room.width) + checkLines
        // An empty line before the help is a luxury.
        + (room.reserves && !help.isEmpty ? [StyledLine()] : []) + help, task: exercise.id)
    block.rest = findings.rest
    block.findingCount = found.reduce(0) { $0 + $1.count }
    return block
  }

  var isEmpty: Bool { checks.isEmpty && help(width: 80).isEmpty }

  private var checks: [CheckResult] {
    if let checks = verdict?.checks, !checks.isEmpty { return checks }
    return exercise.checks.flatMap(\.messages).map { CheckResult(message: $0, status: .pending) }
  }

  private var heading: [StyledLine] {
    let seen = reading.seenText(of: task)
    if reading.board.isPassed(exercise.id) {
      let words = Run(
        " Exercise solved · \(task.pointsText)", Style(.success, bold: true))
      let kept = verdict?.isPassed == true ? "" : " · by what stood here before"
      return [
        StyledLine([TaskMark.passed.run(ascii: prose.isASCII), words, Run(kept + seen, .label)])
      ]
    }
    return [StyledLine("Done when · \(task.pointsText)\(seen)", .label)]
  }

  /// The heading, and below it what is said of the answer; a single line of that behind it, where it has room: nothing moves then.
  private func headed(_ own: [StyledLine], width: Int) -> [StyledLine] {
    let heading = heading
    guard own.count == 1, heading.count == 1, heading[0].width + 2 + own[0].width <= width else {
      return heading + own
    }
    return [StyledLine(heading[0].runs + [Run("  ")] + own[0].runs)]
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

extension Style {
  var unbold: Style { Style(role, bold: false, underline: underline) }
}

extension [[Run]] {
  /// All on one line.
  func joined(by separator: Run) -> [Run] {
    enumerated().flatMap { $0 == 0 ? $1 : [separator] + $1 }
  }
}
