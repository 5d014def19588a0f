import CellLanguage
import Notebook
import Terminal

/// The keys that matter now, on the last line. `? help` stands at its right end and is never cut off.
struct Footer {
  struct Hint {
    let action: Action
    let key: String
    let label: String
    /// Where it stands.
    var area: Rectangle

    var width: Int { TextWidth.columns(of: key) + 1 + TextWidth.columns(of: label) }
  }

  private(set) var hints: [Hint] = []

  /// - Parameter wanted: the hints in order of importance; those that don't fit are left out.
  init(_ wanted: [Hint], help: Hint?, row: Int, width: Int) {
    var end = width - 1
    if var help {
      end -= help.width
      help.area = Rectangle(x: end, y: row, width: help.width, height: 1)
      hints.append(help)
      end -= 2
    }
    var x = 1
    for var hint in wanted where x + hint.width <= end {
      hint.area = Rectangle(x: x, y: row, width: hint.width, height: 1)
      hints.append(hint)
      x += hint.width + 2
    }
  }
}

extension State {
  func drawFooter(_ grid: inout Grid) {
    for hint in footer.hints {
      let point = Point(x: hint.area.x, y: hint.area.y)
      let x = grid.put(hint.key, at: point, style: Style(.footerKey, bold: true))
      grid.put(" \(hint.label)", at: Point(x: x, y: point.y), style: Style(.footerText))
    }
  }

  var footer: Footer {
    let hints = offered.compactMap { hint($0) }
    return Footer(hints, help: hint(.help), row: size.height - 1, width: size.width)
  }

  private func hint(_ action: Action) -> Footer.Hint? {
    guard let binding = Bindings.binding(action, in: context), let hint = binding.hint else {
      return nil
    }
    return Footer.Hint(
      action: action, key: key(action) ?? Spelling.keys(hint.key, ascii: isASCII),
      label: label(action) ?? hint.label,
      area: Rectangle(x: 0, y: 0, width: 0, height: 0))
  }

  /// Whether the chosen lesson was begun.
  private var isBegun: Bool {
    shelf.lessons[safe: home.selected].map { standing(in: $0).step > 0 } ?? false
  }

  /// The key of a hint where that depends on more than the context.
  private func key(_ action: Action) -> String? {
    guard action == .pickOption, let id = reading?.focus?.question,
      let count = reading?.quiz(id)?.options.count
    else { return nil }
    return count < 2 ? "1" : "1-\(min(9, count))"
  }

  /// What a hint says where that depends on more than the context.
  private func label(_ action: Action) -> String? {
    switch action {
    case .nudgeUp: reading.map { "nudge \(Reading.text(ofStep: $0.effectiveNudge))" }
    case .edit where context == .guess: "guess"
    case .open where context == .walk: walk?.row.node.goal.map { "go to \($0.name)" } ?? "go there"
    case .pin where reading?.pin != nil: "unpin"
    case .edit:
      switch reading?.focusIsEditable {
      case true?: reading?.focusedPanel?.isTruth == true ? "turn over" : "edit"
      default: "edit formula"
      }
    case .open where isBegun: "continue"
    case .back where layer == .lesson && reading?.hasOpenHelp == true: "close"
    case .back where layer == .help && layers.contains(.walk): "back to the tree"
    case .back where [.help, .finder, .copy].contains(layer):
      layers.contains(.lesson) ? "back to the step" : "back"
    default: nil
    }
  }

  /// The actions worth naming, the most important first.
  private var offered: [Action] {
    switch context {
    case .home: shelf.lessons.isEmpty ? [.back] : [.open, .down, .back, .search, .palette]
    case .help: [.back, .down]
    case .finding: [.open, .back, .down]
    case .copying: copyLines.count > copyHeight ? [.back, .down] : [.back]
    case .editing: offeredWhileEditing
    case .lesson: offeredInLesson
    case .quiz: offeredInQuiz
    case .guess: [.edit] + offeredInQuestion
    case .walk: offeredInWalk
    }
  }

  private var offeredInWalk: [Action] {
    guard let walk else { return [.back] }
    if walk.selected == 0 { return [.down, .back] }
    return (walk.row.isOpen ? [.left] : walk.row.opens ? [.right] : [])
      + (walk.row.node.goal == nil ? [] : [.open]) + [.back, .down]
  }

  private var offeredWhileEditing: [Action] {
    if case .entry = reading?.editing?.target { return [.accept, .giveUp, .acceptNext, .acceptUp] }
    if case .guess = reading?.editing?.target { return [.accept, .giveUp] }
    let completes = reading?.editing?.completing != nil || completion != nil
    return [.accept, .giveUp] + (completes ? [.completeNext] : []) + [.newLine]
  }

  private var offeredInQuiz: [Action] {
    guard let reading, let id = reading.focus?.question else { return [] }
    if reading.board.isPassed(id) { return offeredInQuestion }
    let marks = reading.quiz(id)?.hasSeveralRight == true
    return [.pickOption, .down] + (marks ? [.markOption, .answerQuiz] : [.answerQuiz])
      + offeredInQuestion
  }

  /// What the questions of a step have in common.
  private var offeredInQuestion: [Action] {
    guard let reading else { return [] }
    let isLast = reading.step + 1 >= reading.lesson.steps.count
    return (reading.stops.count > 1 ? [.nextPanel] : [])
      + [isLast ? .previousStep : .nextStep]
      + (reading.focus?.question.map { reading.board.isPassed($0) } == true ? [] : [.solution])
      + [.back]
  }

  private var offeredInLesson: [Action] {
    guard let reading else { return [] }
    var actions: [Action] = []
    if let panel = reading.focusedPanel {
      if reading.focusIsEditable {
        actions += [.edit] + (panel.isTruth ? [] : [.nudgeUp])
        if reading.session.hidesFormula(panel.id) { actions.append(.editFormula) }
      } else if !panel.isInput && !panel.options.locked {
        actions.append(.edit)
      }
    }
    if reading.focus?.position != nil { actions.append(.explain) }
    if reading.stops.count > 1 { actions.append(.nextPanel) }
    let isLast = reading.step + 1 >= reading.lesson.steps.count
    actions.append(isLast ? .previousStep : .nextStep)
    if case .exercise(let exercise)? = reading.currentTask {
      if reading.maySeeSolution(of: exercise.id) {
        actions.append(.solution)
      } else if !exercise.hints.isEmpty {
        actions.append(.hint)
      }
    }
    let views: [Action] = (reading.focusedPanel?.offeredViews.count ?? 0) > 1 ? [.switchView] : []
    let heads: [Action] =
      (reading.focusedPanel?.tableShape?.sliceCount ?? 0) > 1 ? [.nextHead] : []
    if reading.pin == nil {
      actions += views + heads + [.back]
    } else {
      actions += [.returnToPin, .back, .pin] + views + heads
    }
    // At the end, so that nothing moves when they come and go.
    if reading.session.canUndo { actions.append(.undo) }
    if reading.session.canRedo { actions.append(.redo) }
    if reading.pin == nil { actions.append(.pin) }
    return actions
  }
}

extension Panel {
  /// Whether the entries are truth values.
  var isTruth: Bool {
    if case .array(let array) = content { array.dtype == .bool } else { false }
  }
}
