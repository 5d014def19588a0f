import CellLanguage

/// A lesson as plain text in reading order, every value computed: for pipes, comparisons and screen readers.
package struct LessonText {
  private let session: Session
  private let prose: ProseText

  /// - Parameter width: the columns that prose is wrapped to.
  package init(_ session: Session, width: Int = 80) {
    self.session = session
    prose = ProseText(width: width) { session.text(of: $0) }
  }

  /// The lines, each with its end.
  package var text: String { lines.map { $0 + "\n" }.joined() }

  private var lines: [String] {
    let lesson = session.lesson
    let number = lesson.number.map { "\($0) " } ?? ""
    var lines = ["# " + number + TextFilter.visible(lesson.title)]
    if !lesson.summary.isEmpty { lines += [""] + prose.wrapped(TextFilter.visible(lesson.summary)) }
    for step in lesson.steps {
      lines += ["", "## " + prose.text(step.title)]
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
      TextFilter.visible(text, keepingLineBreaks: true).split(
        separator: "\n", omittingEmptySubsequences: false
      ).map { "    " + $0 }
    case .pause, .note, .play: []
    case .exercise(let exercise): lines(exercise)
    case .quiz(let quiz): lines(quiz)
    case .predict(let predict): ["Predict:"] + prose.separated(predict.question)
    }
  }

  private func lines(_ exercise: Exercise) -> [String] {
    let points = exercise.points == 1 ? "1 point" : "\(exercise.points) points"
    let checks = exercise.checks.flatMap(\.messages).flatMap {
      prose.wrapped(TextFilter.visible($0), mark: "- [ ] ")
    }
    return ["Exercise \(TextFilter.visible(exercise.id)), \(points)"]
      + separated(exercise.blocks)
      + (checks.isEmpty ? [] : ["", "It will be checked that:"] + checks)
  }

  private func lines(_ quiz: Quiz) -> [String] {
    ["Question:"] + prose.separated(quiz.question) + [""]
      + quiz.options.flatMap { prose.wrapped(prose.text($0.text), mark: "- [ ] ") }
  }

  // MARK: - Cells

  /// The panels that are not hidden.
  private func lines(ofCell id: CellID) -> [String] {
    let panels = session.panels(of: id).filter { !$0.options.hidden }
    return Array(panels.map(lines).filter { !$0.isEmpty }.joined(separator: [""]))
  }

  private func lines(_ panel: Panel) -> [String] {
    let title = panel.title.map { [TextFilter.visible($0)] } ?? []
    return title + formula(of: panel) + content(of: panel)
  }

  /// The statement, where it says more than its value.
  private func formula(of panel: Panel) -> [String] {
    guard !panel.isInput, let formula = panel.formula else { return [] }
    if case .hole = panel.content { return [] }
    let name = panel.name.map { TextFilter.visible($0) + " = " } ?? ""
    let lines = TextFilter.visible(formula, keepingLineBreaks: true).split(separator: "\n")
    return lines.enumerated().map { ($0 == 0 ? name : "") + $1 }
  }

  private func content(of panel: Panel) -> [String] {
    let name = panel.name.map { TextFilter.visible($0) }
    switch panel.content {
    case .array(let array):
      return ValueLines.lines(
        name: name, array, digits: panel.options.digits, rowLabels: panel.rowLabels,
        columnLabels: panel.columnLabels)
    case .text(let text):
      let shown = TextFilter.visible(text)
      return shown.isEmpty ? [] : [name.map { "\($0) = \(shown)" } ?? shown]
    case .failure(let diagnostic):
      return DiagnosticText(diagnostic, in: session.source(of: panel.id.cell)).lines
    case .waiting(let cause, let reason):
      let why = reason == .hole ? ", which is still to fill in" : ""
      return ["\(name ?? "this") waits for \(TextFilter.visible(cause))\(why)"]
    case .hole:
      return ["\(name ?? "this") = ...  (to fill in)"]
    }
  }
}
