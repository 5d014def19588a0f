import CellLanguage
import Notebook
import Terminal

/// Text being written as readers will see it.
struct PreviewLines {
  let trial: ProseTrial
  var isASCII = false

  private var prose: ProseLayout {
    ProseLayout(live: trial.text(of:), problem: trial.problem(of:), isASCII: isASCII)
  }

  /// The blocks, an empty line between each two, and first what is wrong.
  func lines(width: Int, source: String) -> [StyledLine] {
    var lines = problem(source).map { LineWrapping.wrap($0, width: width, hanging: 2) } ?? []
    for block in trial.blocks {
      let shown = self.lines(block, width: width)
      if !lines.isEmpty, !shown.isEmpty { lines.append(StyledLine()) }
      lines += shown + numbers(block, width)
    }
    return lines
  }

  /// Why numbers of a block can't be shown, apart from its words.
  private func numbers(_ block: Block, _ width: Int) -> [StyledLine] {
    var seen: Set<LiveNumber> = []
    return block.liveNumbers.flatMap { live -> [StyledLine] in
      // What can't be read is said above all.
      guard let problem = trial.problem(of: live), trial.problem == nil, seen.insert(live).inserted
      else { return [] }
      let runs = [
        TaskMark.failed.run(ascii: isASCII), Run(" \(live.text)", .failure),
        Run(" \(problem)", .dim),
      ]
      return LineWrapping.wrap(runs, width: width, hanging: 2)
    }
  }

  private func problem(_ source: String) -> [Run]? {
    guard let problem = trial.problem else { return nil }
    let line = Source(source).position(at: problem.primary.range.start).line
    let help = problem.help.map { "; \($0)" } ?? ""
    return [
      TaskMark.failed.run(ascii: isASCII), Run(" line \(line): \(problem.message)", .failure),
      Run(help, .dim),
    ]
  }

  private func lines(_ block: Block, width: Int) -> [StyledLine] {
    switch block {
    case .prose(let block): return prose.lines(block, width: width)
    case .cell(let id):
      let text = trial.cells.first { $0.id == id }?.source.text ?? ""
      return PanelBox.code(text, width: width)
    case .listing(_, let text): return PanelBox.code(text, width: width)
    case .pause: return [StyledLine("· · ·  a demonstration pauses here", .dim)]
    case .note(let text): return directions("note for the speaker: ", text, width)
    case .play(let demonstration):
      return directions("plays: ", demonstration.acts.map(\.text).joined(separator: "; "), width)
    case .exercise(let exercise):
      return exercise.blocks.flatMap { lines($0, width: width) }
        + exercise.checks.flatMap(\.messages).flatMap { directions("○ ", $0, width) }
    case .quiz(let quiz): return prose.lines(quiz.question, width: width) + options(quiz, width)
    case .predict(let predict):
      return prose.lines(predict.question, width: width)
        + reason(predict, width)
    }
  }

  /// With the reasons, and which are right: it is the author who looks.
  private func options(_ quiz: Quiz, _ width: Int) -> [StyledLine] {
    quiz.options.flatMap { option in
      let mark = (option.isRight ? TaskMark.passed : .failed).run(ascii: isASCII)
      let reason =
        option.reason.isEmpty ? [] : [Run(" — ", .dim)] + prose.runs(option.reason)
      return LineWrapping.wrap(
        [mark, Run(" ")] + prose.runs(option.text) + reason, width: width, hanging: 2)
    }
  }

  /// What is said to a guess: readers see it behind that alone.
  private func reason(_ predict: Predict, _ width: Int) -> [StyledLine] {
    let lines = prose.lines(predict.reason, width: width - 4)
    guard !lines.isEmpty else { return [] }
    return [StyledLine("said to a guess:", .dim)] + lines.map { $0.indented(by: 2) }
  }

  private func directions(_ lead: String, _ text: String, _ width: Int) -> [StyledLine] {
    LineWrapping.wrap([Run(lead + text.onOneLine(), .dim)], width: width, hanging: 2)
  }
}
