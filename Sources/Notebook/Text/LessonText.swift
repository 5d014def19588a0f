import CellLanguage

/// A lesson as plain text in reading order, every value computed: to be read aloud, for pipes and comparisons.
///
/// Every table is in sentences, with its labels in words; nothing is lined up, and no sign stands for a word.
package struct LessonText {
  private let session: Session
  private let prose: ProseText

  /// - Parameter width: the columns that prose is wrapped to.
  package init(_ session: Session, width: Int = 80) {
    self.session = session
    prose = ProseText(width: width, isSpoken: true) { session.text(of: $0) }
  }

  /// The lines, each with its end.
  package var text: String { lines.map { $0 + "\n" }.joined() }

  private var lines: [String] {
    let lesson = session.lesson
    let title = TextFilter.visible(lesson.title)
    var lines = prose.wrapped(
      SpokenSigns.spoken(lesson.number.map { "Lesson \($0): \(title)" } ?? title))
    if !lesson.summary.isEmpty {
      lines += [""] + prose.wrapped(SpokenSigns.spoken(TextFilter.visible(lesson.summary)))
    }
    for (index, step) in lesson.steps.enumerated() {
      let lead = "Step \(index + 1) of \(lesson.steps.count)"
      lines += [""] + prose.wrapped("\(lead): \(prose.text(step.title))")
      lines += separated(step.blocks)
    }
    return lines
  }

  /// Each block with an empty line before it; what is empty leaves none.
  private func separated(_ blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      let lines = lines(block)
      return lines.isEmpty ? [] : [""] + lines
    }
  }

  private func lines(_ block: Block) -> [String] {
    switch block {
    case .prose(let block): prose.lines(block)
    case .cell(let id): lines(ofCell: id)
    case .listing(_, let text):
      ["A listing:"]
        + TextFilter.visible(text, keepingLineBreaks: true).split(separator: "\n").map(String.init)
    case .pause, .note, .play: []
    case .exercise(let exercise): lines(exercise)
    case .quiz(let quiz): lines(quiz)
    case .predict(let predict):
      ["Question, \(points(predict.points))."] + prose.separated(predict.question)
        + ["", "Answer with a number."]
    }
  }

  private func lines(_ exercise: Exercise) -> [String] {
    let checks = exercise.checks.flatMap(\.messages)
    let goals = checks.enumerated().flatMap { index, message in
      let lead = checks.count == 1 ? "Check:" : "Check \(index + 1):"
      return prose.wrapped("\(lead) \(SpokenSigns.spoken(TextFilter.visible(message))).")
    }
    return ["Exercise, \(points(exercise.points))."] + separated(exercise.blocks)
      + (goals.isEmpty ? [] : [""] + goals)
  }

  private func lines(_ quiz: Quiz) -> [String] {
    let several = quiz.hasSeveralRight ? ", several answers are right" : ""
    return ["Question, \(points(quiz.points))\(several)."] + prose.separated(quiz.question)
      + quiz.options.enumerated().flatMap { index, option in
        prose.wrapped("Option \(index + 1): \(prose.text(option.text))")
      }
  }

  private func points(_ count: Int) -> String { count == 1 ? "1 point" : "\(count) points" }

  // MARK: - Cells

  /// The panels that are not hidden.
  private func lines(ofCell id: CellID) -> [String] {
    let panels = session.panels(of: id).filter { !$0.options.hidden }
    return Array(panels.map(lines).filter { !$0.isEmpty }.joined(separator: [""]))
  }

  /// `A, weights, 2 by 3, computed as softmax(S):`, then its rows.
  private func lines(_ panel: Panel) -> [String] {
    switch panel.content {
    case .array(let array):
      let spoken = SpokenArray(
        array, digits: panel.options.digits, rowLabels: panel.rowLabels,
        columnLabels: panel.columnLabels)
      guard let shape = spoken.shapeWords else {
        return sentence(panel, [], ": \(spoken.number).")
      }
      let rows = spoken.sentences
      if rows.count == 1 { return sentence(panel, [shape], ": " + rows[0]) }
      return sentence(panel, [shape], ":") + rows.flatMap { prose.wrapped($0) }
    case .text(let text):
      return text.isEmpty ? [] : sentence(panel, [], ": \(TextFilter.visible(text)).")
    case .failure(let problem): return failure(problem, panel)
    case .waiting(let cause, let reason):
      let why = reason == .hole ? ", which is to be written" : ", which has an error"
      return sentence(panel, [], ", waits for \(TextFilter.visible(cause))\(why).")
    case .hole: return prose.wrapped("\(name(panel)) is to be written.")
    }
  }

  private func name(_ panel: Panel) -> String {
    panel.name.map { TextFilter.visible($0) } ?? "This"
  }

  /// Its name, its title and where its numbers come from; a program of several lines keeps its lines.
  private func sentence(_ panel: Panel, _ shape: [String], _ rest: String) -> [String] {
    let named = [panel.name, panel.title].compactMap { $0.map { TextFilter.visible($0) } }
    let formula = panel.isInput ? nil : panel.formula
    let lines = formula.map {
      TextFilter.visible($0, keepingLineBreaks: true).split(separator: "\n").map(String.init)
    }
    let origin: String? =
      if panel.isInput { panel.options.locked ? "fixed" : "an input" } else {
        lines.flatMap { code in
          code.count > 1 ? nil : named.isEmpty ? code[0] : "computed as \(code[0])"
        }
      }
    let head =
      (named.isEmpty
      ? [origin].compactMap(\.self) + shape : named + shape + [origin].compactMap(\.self))
      .joined(separator: ", ")
    let code = (lines?.count ?? 0) > 1 ? ["The cell:"] + (lines ?? []) : []
    return code + prose.wrapped(head + rest)
  }

  private func failure(_ problem: Diagnostic, _ panel: Panel) -> [String] {
    let source = session.source(of: panel.id.cell)
    let range = problem.primary.range
    let place = TextFilter.visible(source.text(in: range))
    // The line itself is read first: where it stands in a file says nothing to a listener.
    let parts = [
      "Error at \(place.isEmpty ? "the end of this" : place): \(Self.spoken(problem.message)).",
      problem.help.map { "Advice: \(Self.spoken($0))." },
    ]
    let code = TextFilter.visible(
      source.text(in: source.lineRange(at: range.start)), keepingLineBreaks: false)
    return prose.wrapped(code)
      + parts.compactMap(\.self).flatMap { prose.wrapped(TextFilter.visible($0)) }
  }

  /// `can't multiply 2×3 by 2×2` as `can't multiply 2 by 3 with 2 by 2`, as shapes are read everywhere.
  private static func spoken(_ words: String) -> String {
    let characters = Array(words)
    let isShape = { (index: Int) in
      characters[index] == "×" && index > 0 && index + 1 < characters.count
        && characters[index - 1].isNumber && characters[index + 1].isNumber
    }
    guard characters.indices.contains(where: isShape) else { return words }
    return words.replacing(" by ", with: " with ").replacing("×", with: " by ")
  }
}
