import CellLanguage
import Notebook
import Terminal

extension State {
  mutating func performInLesson(_ action: Action, key: KeyPress?, after nudging: Nudging?)
    -> [Effect]
  {
    let last = sent
    sent = nil
    if isOnHole, let typed = key?.typed, Self.beginnings.contains(action) {
      beginHole(with: String(typed))
      return []
    }
    switch action {
    case .left, .right, .up, .down, .rowStart, .rowEnd, .firstEntry, .lastEntry, .nextPanel,
      .previousPanel:
      move(action)
    case .nextStep: return reveal() ? [] : go(by: 1, action)
    case .previousStep: return hide() ? [] : go(by: -1, action)
    case .forward: return scrollForward()
    case .backward: return scrollBackward()
    case .pickOption, .markOption, .answerQuiz: return performOnTask(action, key: key)
    case .hint: return showHint()
    case .solution: return toggleSolution()
    case .takeSolution: return takeSolution()
    case .addCellBelow, .addCellAbove, .addTextBelow, .addTextAbove, .addStep, .editBlock,
      .editHead, .moveUp, .moveDown, .deleteBlock:
      return performOnBlocks(action)
    case .write: return writeFile()
    case .verify: askForProof()
    case .edit: return beginEdit()
    case .editFormula: beginFormula()
    case .copy: return copyMatrix(after: last)
    case .again: return again()
    case .typeNumber where countInstead(key): break
    case .typeNumber where key?.typed == "." && repeatsByPoint: return again()
    case .typeNumber: if let typed = key?.typed { beginTyping(String(typed)) }
    case .nudgeUp: return nudge(up: true, after: nudging)
    // Only the key that a number can begin with may turn out to be its sign.
    case .nudgeDown: return nudge(up: false, after: key?.typed == "-" ? nudging : .plain)
    case .largerNudge: changeNudgeStep(larger: true)
    case .smallerNudge: changeNudgeStep(larger: false)
    case .undo:
      if asksAboutElsewhere(.undo, "takes it back", { $0.undo() }) { return [] }
      return takeBack("Undone", "There is nothing to undo.") { $0.undo() }
    case .redo:
      if asksAboutElsewhere(.redo, "does it again", { $0.redo() }) { return [] }
      return takeBack("Done again", "There is nothing to redo.") { $0.redo() }
    case .resetMatrix: return resetMatrix()
    case .resetLesson:
      if asksAboutReset() { return [] }
      return takeBack(
        "The lesson is as at first", isNamed: true, "The lesson is as at first already."
      ) {
        $0.resetLesson()
      }
    case .nextHit: return goToHit(by: 1)
    case .jumpBack: return jumpBack()
    case .previousHit: return goToHit(by: -1)
    case .switchView: switchView()
    case .explain: explainFocus()
    case .reach: showReach()
    case .play: return play()
    case .pin: return togglePin()
    case .returnToPin: return returnToPin()
    case .nextHead: changeHead(by: 1)
    case .previousHead: changeHead(by: -1)
    case .fewerDigits: changeDigits(by: -1)
    case .moreDigits: changeDigits(by: 1)
    case .back:
      if closeHelpers() { return [] }
      layers = [.home]
      tellOfUnsaved()
      return [.save]
    default: break
    }
    return []
  }

  /// What their keys do has no meaning where there is no number yet; they may begin a formula.
  private static let beginnings: Set<Action> = [
    .typeNumber, .nudgeDown, .smallerNudge, .previousHead,
  ]

  // MARK: - Steps

  private mutating func go(by steps: Int, _ action: Action) -> [Effect] {
    guard let reading else { return [] }
    let step = reading.step + steps
    if reading.lesson.steps.indices.contains(step) {
      self.reading?.go(toStep: step)
      return [.save]
    } else {
      if steps > 0 { return leaveLesson(by: action) }
      message = .note("This is the first step.")
      return []
    }
  }

  mutating func scrollForward() -> [Effect] {
    let last = lastScroll
    guard let reading, reading.scroll < last else { return reveal() ? [] : go(by: 1, .forward) }
    scroll(by: min(last - reading.scroll, max(1, frame.body.height - 2)))
    return []
  }

  private mutating func scrollBackward() -> [Effect] {
    if !isScrolledSincePause, hide() { return [] }
    guard let reading, reading.scroll > 0 else { return go(by: -1, .backward) }
    scroll(by: -max(1, frame.body.height - 2))
    return []
  }

  // MARK: - Looking

  private mutating func changeHead(by step: Int) {
    guard let reading, let panel = reading.focusedPanel, let shape = reading.shape(of: panel),
      shape.sliceCount > 1, let position = reading.focus?.position,
      var place = shape.place(of: position)
    else {
      message = .note("This is one matrix; ( and ) go through the heads of several.")
      return
    }
    place.slice = (place.slice + step + shape.sliceCount) % shape.sliceCount
    self.reading?.focus = Focus(panel: panel.id, position: shape.position(place))
    showFocus()
  }

  private mutating func changeDigits(by step: Int) {
    guard let reading, let panel = reading.focusedPanel, panel.tableShape != nil else { return }
    let digits = max(0, min(12, reading.digits(of: panel) + step))
    self.reading?.digits[panel.id] = digits
    message = .note(
      "\(panel.called(or: "The value")) with \(digits) decimal\(digits == 1 ? "" : "s").")
    showFocus()
  }

  private mutating func changeNudgeStep(larger: Bool) {
    let steps = Reading.nudgeSteps
    guard let reading else { return }
    if let panel = reading.focusedPanel, let fixed = panel.options.fixedStep {
      let step = Reading.text(ofStep: fixed)
      message = .note(
        "\(panel.called(or: "This number")) goes by \(step): the lesson fixes its steps.")
      return
    }
    let now = reading.nudgeStep
    let next = larger ? steps.first { $0 > now } : steps.last { $0 < now }
    let step = next ?? now
    self.reading?.nudgeStep = step
    // In lessons opened from now on too.
    standardNudge = step
    message = .note(
      "\(keyName(.nudgeUp)) and \(keyName(.nudgeDown)) change a number by \(Reading.text(ofStep: step))."
    )
  }
}

extension Reading {
  static let nudgeSteps: [Double] = [0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 10, 100]

  /// How far a nudge goes on the focused entry: the lesson says it, or the reader.
  var effectiveNudge: Double { focusedPanel?.options.fixedStep ?? nudgeStep }

  static func text(ofStep step: Double) -> String {
    let text = PythonFloat.repr(step)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension CellOptions {
  /// How far a nudge goes, where the lesson says it.
  fileprivate var fixedStep: Double? { slider?.step ?? step }
}
