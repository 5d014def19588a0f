import CellLanguage
import Notebook
import Terminal

/// What the footer says in each state.
extension State {
  func drawFooter(_ grid: inout Grid) {
    if let line = playLine { grid.put(line, at: Point(x: 1, y: size.height - 1)) }
    for hint in footer.hints {
      let point = Point(x: hint.area.x, y: hint.area.y)
      let x = grid.put(hint.key, at: point, style: Style(.footerKey, bold: true))
      grid.put(" \(hint.label)", at: Point(x: x, y: point.y), style: Style(.footerText))
    }
  }

  var footer: Footer {
    Footer(
      offered.compactMap { hint($0) }, keeping: kept, help: hint(.help), row: size.height - 1,
      width: size.width, from: playLine.map { $0.width + 4 } ?? 1)
  }

  /// What matters where the reader is: what the footer names, with what has no room in it.
  var sectionHere: [HelpSection] {
    guard [.lesson, .quiz, .guess, .block].contains(context) else { return [] }
    var seen: Set<Action> = []
    let here = offered.filter { !extras.contains($0) && seen.insert($0).inserted }
    let briefs = here.compactMap { bindings.binding($0, in: context)?.brief }
    let rows = bindings.rows.filter { $0.contexts.contains(context) && !$0.keys.isEmpty }
    return [
      HelpSection(title: "Here", briefs.flatMap { brief in rows.filter { $0.brief == brief } })
    ]
  }

  /// What must not be missed where there is little room: the way out, what the place is for, what takes a change back.
  private var kept: [Action] {
    switch context {
    case .home: [.back, .open, .down, .search, .palette]
    case .help, .finding, .copying, .mending: [.back, .open, .down]
    case .editing: [.accept, .giveUp, .completeNext, .newLine, .acceptNext]
    case .walk: [.back, .open, .right, .left, .down]
    case .writing: [.accept, .newLine, .giveUp, .indent]
    case .block: [.back, .edit, .undo, .write, .addCellBelow, .addTextBelow, .nextStep]
    case .playing: [.back, .forward, .play, .slower]
    case .notes: [.back, .pauseClock, .down, .nextDemo]
    case .lesson, .quiz, .guess:
      [.back, .edit, .pickOption] + (context == .quiz ? [.nextStep, .answerQuiz] : []) + [.undo]
        + [
          .editFormula, .markOption, .nextStep, .previousStep, .explain,
          .hint, .solution, .returnToPin, .write, .addTextBelow, .nextPanel,
        ]
        // Where the changes stand, what makes them.
        + (reading?.pin == nil ? [.switchView] : [.nudgeUp, .switchView])
        + (playing == nil ? [] : [.play]) + [
          .deleteBlock, .pin, .nudgeUp, .nextHead,
        ]
    }
  }

  /// Whether a part of the step is out of view below, on a screen where that is to be expected. The rule names its key, the
  /// help as well.
  private var hasMoreBelow: Bool {
    guard let reading, size.height < 20 || size.width < 80 else { return false }
    return reading.scroll < lastScroll
  }

  /// Named where there is room to spare.
  private var extras: Set<Action> {
    guard context != .home else { return [] }
    let extras: Set<Action> = [.redo, .search, .palette]
    guard context == .lesson else { return extras }
    return extras.union(
      reading?.session.isAuthoring == true
        ? [.addStep, .moveUp, .deleteBlock] : [.addCellBelow])
  }

  private var quizHasSeveralRight: Bool {
    reading?.focus?.question.flatMap { reading?.quiz($0) }?.hasSeveralRight == true
  }

  private func hint(_ action: Action) -> Footer.Hint? {
    guard let binding = bindings.binding(action, in: context), let hint = binding.hint else {
      return nil
    }
    var shown = Footer.Hint(
      action, key: key(action) ?? Spelling.keys(hint.key, ascii: isASCII),
      labels: labels(action) ?? [hint.label] + (binding.shortLabel.map { [$0] } ?? []))
    shown.isExtra = extras.contains(action)
    return shown
  }

  /// Whether the chosen lesson was begun.
  private var isBegun: Bool {
    shelf.lessons[safe: home.selected].map { standing(in: $0).step > 0 } ?? false
  }

  /// The key of a hint where that depends on more than the context.
  private func key(_ action: Action) -> String? {
    if action == .down, context == .finding, finder?.elsewhere ?? 0 > 0 { return keyOfMore }
    guard action == .pickOption, let id = reading?.focus?.question,
      let count = reading?.quiz(id)?.options.count
    else { return nil }
    return count < 2 ? "1" : "1-\(min(9, count))"
  }

  /// What a hint says where that depends on more than the context; shorter, where there is little room.
  private func labels(_ action: Action) -> [String]? {
    switch action {
    case .nudgeUp:
      reading.map { Reading.text(ofStep: $0.effectiveNudge) }
        .map { $0.hasPrefix("0.") ? [$0, String($0.dropFirst())] : [$0] }
    case .down where context == .finding && finder?.elsewhere ?? 0 > 0: ["all lessons"]
    case .open where context == .walk:
      walk?.row.node.goal.map { ["go to \($0.name)", "go there"] }
    case .pickOption
    where reading?.focus?.question.map { reading?.board.isPassed($0) == true } == true:
      ["why"]
    case .nextPanel where isQuestionNext: ["to the question", "question"]
    case .nextStep where isAtLastStep && reading?.hasHiddenParts == false:
      nextLesson.map { ["lesson \(shelf.lessons[$0].number ?? $0 + 1)"] }
    case .nextStep where reading?.hasHiddenParts == true: isRoom ? ["reveal"] : ["show", "show"]
    case .solution where solutionIsOpen: ["close"]
    case .pin where reading?.pin != nil: ["unpin"]
    case .newLine where context == .writing: ["keep"]
    case .giveUp where reading?.writing?.isLeaving == true: ["throw away"]
    case .giveUp where reading?.writing?.isChanged == false: ["close"]
    case .pauseClock where notes?.isPaused == true: ["clock on"]
    case .play where context == .playing: [playing?.mode == .running ? "pause" : "run"]
    case .play where playing != nil: ["go on"]
    case .edit where context == .lesson:
      switch reading?.focusTakesEntry {
      case true?: reading?.focusedPanel?.isTruth == true ? ["turn over", "turn"] : ["edit"]
      default: reading?.focusedCell == nil ? ["edit formula", "edit"] : ["change cell", "change"]
      }
    case .open where isBegun && context == .home: ["continue"]
    case .back where layer == .lesson && reading?.hasOpenHelp == true: ["close"]
    case .back where [.help, .finder, .copy, .mending, .walk].contains(layer):
      ["back to \(placeBelow)", "back"]
    default: nil
    }
  }

  /// The actions worth naming, in the order in which they stand.
  private var offered: [Action] {
    switch context {
    case .home: choiceCount == 0 ? [.back] : [.open, .down, .back, .search, .palette]
    case .help: [.back, .down]
    case .finding: [.open, .back, .down]
    case .copying: copyLines.count > copyHeight ? [.back, .down] : [.back]
    case .mending: [.open, .back, .down]
    case .editing: offeredWhileEditing
    case .lesson: offeredInLesson
    case .quiz: offeredInQuiz
    case .guess: [.edit] + offeredInQuestion
    case .block: [.edit] + offeredOnOwn + offeredInQuestion
    case .writing: offeredWhileWriting
    case .walk: offeredInWalk
    case .notes: offeredInNotes
    case .playing: [.forward, .play, .back, .slower]
    }
  }

  private var offeredInNotes: [Action] {
    guard let notes else { return [.back] }
    return (notes.followed == nil ? [] : [.pauseClock, .resetClock]) + [.back]
      + (notes.demos.count > 1 ? [.nextDemo] : [])
      + (notesLines.count > notesHeight ? [.down] : [])
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

  private var offeredWhileWriting: [Action] {
    guard let writing = reading?.writing else { return [] }
    if writing.isLeaving { return [.newLine, .giveUp] }
    let completes = writing.completing != nil || completion != nil
    return (writing.editor.kind == .line ? [.newLine] : [.accept]) + [.giveUp]
      + (completes ? [.indent] : []) + [.undo]
  }

  /// What can be done with something of the reader's own, and beside it.
  private var offeredOnOwn: [Action] {
    guard let reading else { return [] }
    let isAuthoring = reading.session.isAuthoring
    return (isAuthoring ? offeredWhenWriting : [.addCellBelow])
      + (isAuthoring && reading.focusIsTitle ? [.addStep] : []) + [.deleteBlock, .moveUp]
  }

  /// What a notebook is written with.
  private var offeredWhenWriting: [Action] {
    (reading?.session.isUnsaved == true ? [.write] : []) + [.addCellBelow, .addTextBelow]
  }

  private var offeredInQuiz: [Action] {
    guard let reading, let id = reading.focus?.question else { return [] }
    if reading.board.isPassed(id) { return offeredInQuestion + [.pickOption] }
    return [.pickOption, .down]
      + (quizHasSeveralRight ? [.markOption, .answerQuiz] : [.answerQuiz])
      + offeredInQuestion
  }

  /// Whether the next thing is a question that is open, and the cursor on none.
  private var isQuestionNext: Bool {
    guard context == .lesson, let question = reading?.nextStop?.question else { return false }
    return reading?.board.isPassed(question) == false
  }

  /// Whether there is no other step to go to.
  private var isAlone: Bool {
    reading?.lesson.steps.count ?? 0 < 2 && reading?.hasHiddenParts == false && nextLesson == nil
  }

  private var solutionIsOpen: Bool {
    guard let reading, let task = reading.currentTask else { return false }
    return reading.board.openSolutions.contains(task.id)
  }

  /// Where to go from a lesson's last step.
  private var lastSteps: [Action] {
    nextLesson == nil ? [.previousStep] : [.nextStep, .previousStep]
  }

  /// What the questions of a step have in common.
  private var offeredInQuestion: [Action] {
    guard let reading else { return [] }
    let isLast = reading.step + 1 >= reading.lesson.steps.count && !reading.hasHiddenParts
    let isAlone = self.isAlone
    return (reading.stops.count > 1 ? [.nextPanel] : []) + (hasMoreBelow ? [.forward] : [])
      + (demonstrations.isEmpty ? [] : [.play])
      + (isAlone ? [] : isLast ? lastSteps : [.nextStep])
      + (reading.currentTask.map { reading.board.isPassed($0.id) } == false ? [.solution] : [])
      + [.back] + (reading.session.canUndo ? [.undo] : []) + [.search, .palette]
  }

  private var offeredInLesson: [Action] {
    guard let reading else { return [] }
    var actions: [Action] = []
    if let panel = reading.focusedPanel {
      if reading.focusIsEditable {
        actions += [.edit] + (panel.isTruth ? [] : [.nudgeUp])
      } else if !panel.isInput && !panel.options.locked,
        reading.focusedCell != nil || reading.session.shownAgain(by: panel) == nil
      {
        actions.append(.edit)
      }
    }
    if reading.session.isAuthoring { actions += offeredWhenWriting }
    if reading.focus?.position != nil { actions.append(.explain) }
    if reading.focusIsOwn && !reading.session.isAuthoring {
      let editsCell = actions.first == .edit && !reading.focusIsEditable
      actions += (editsCell ? [] : [.editBlock]) + [.deleteBlock, .moveUp]
    }
    if reading.stops.count > 1 { actions.append(.nextPanel) }
    if hasMoreBelow { actions.append(.forward) }
    if !demonstrations.isEmpty { actions.append(.play) }
    let isLast = reading.step + 1 >= reading.lesson.steps.count && !reading.hasHiddenParts
    actions += isAlone ? [] : isLast ? lastSteps : [.nextStep]
    if case .exercise(let exercise)? = reading.currentTask {
      if reading.maySeeSolution(of: exercise.id) {
        actions += [.solution] + (solutionIsOpen ? [.takeSolution] : [])
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
    if reading.pin == nil, reading.focusedPanel != nil { actions.append(.pin) }
    return actions + [.search, .palette]
      + (reading.session.isAuthoring
        ? [.addStep, .deleteBlock, .moveUp] : isRoom ? [] : [.addCellBelow])
  }
}

extension Panel {
  /// Whether the entries are truth values.
  var isTruth: Bool {
    if case .array(let array) = content { array.dtype == .bool } else { false }
  }
}
