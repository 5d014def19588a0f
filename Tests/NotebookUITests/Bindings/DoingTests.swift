import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Every key does what its line of help says, in a state where it can.
@Suite struct DoingTests {
  private struct Pressed {
    let before: State
    let after: State
    let effects: [Effect]
    let key: KeyPress

    init(_ key: KeyPress, in state: State) {
      self.key = key
      before = state
      var state = state
      effects = state.update(.key(key))
      after = state
    }
  }

  @Test(arguments: PressingTests.presses)
  func itIsDone(_ press: (context: Context, action: Action, key: KeyPress)) {
    let all = PressingTests.states(press.context).map { Pressed(press.key, in: $0) }
    let done = all.compactMap { Self.isDone(press.action, press.context, $0) }
    // Of what isn't listed below, the tests of its own place tell.
    guard !done.isEmpty else { return }
    #expect(done.contains(true), "\(press.key.name) as \(press.action) in \(press.context)")
  }

  /// All that the table had when this was written is judged below.
  @Test func noneIsLeftOut() {
    let judged = PressingTests.presses.filter { press in
      PressingTests.states(press.context).first.map {
        Self.isDone(press.action, press.context, Pressed(press.key, in: $0)) != nil
      } ?? false
    }
    let pairs = Set(judged.map { "\($0.action) in \($0.context)" })
    #expect(pairs.count >= 120, "\(pairs.count)")
  }

  // MARK: - What the help says

  /// Nil for what isn't judged here.
  private static func isDone(_ action: Action, _ context: Context, _ press: Pressed) -> Bool? {
    if let done = isDoneAnywhere(action, press) { return done }
    let (before, after) = (press.before, press.after)
    if [.lesson, .quiz, .guess].contains(context) { return isDoneInLesson(action, press) }
    if context == .home { return isDoneAtHome(action, press) }
    if context == .editing { return isDoneWhileEditing(action, press) }
    if context == .walk { return isDoneInWalk(action, press) }
    if context == .finding { return isDoneInFinder(action, press) }
    if context == .copying {
      return scrolls(action, before.copy?.scroll, after.copy?.scroll, press)
    }
    if context == .help { return scrolls(action, before.help.scroll, after.help.scroll, press) }
    return nil
  }

  private static func isDoneAnywhere(_ action: Action, _ press: Pressed) -> Bool? {
    let (before, after) = (press.before, press.after)
    switch action {
    case .leave: return press.effects.contains(.quit(0))
    case .suspend: return press.effects == [.suspend]
    case .redraw: return press.effects == [.redraw]
    case .help: return after.layer == .help
    case .search, .palette: return after.layer == .finder
    case .mouse: return before.usesMouse != after.usesMouse
    // A count doesn't begin with 0.
    case .count where press.key.key == .character("0") && before.count == nil: return nil
    case .count: return after.count != before.count
    default: return nil
    }
  }

  private static func isDoneAtHome(_ action: Action, _ press: Pressed) -> Bool? {
    let (before, after) = (press.before.home.selected, press.after.home.selected)
    switch action {
    case .up: return after == before - 1
    case .down: return after == before + 1
    case .firstEntry: return after == 0
    case .lastEntry: return after == press.after.shelf.lessons.count - 1
    case .open: return press.after.layer == .lesson
    case .back: return press.effects.contains(.quit(0))
    default: return nil
    }
  }

  /// What is scrolled and left again.
  private static func scrolls(
    _ action: Action, _ before: Int?, _ after: Int?, _ press: Pressed
  ) -> Bool? {
    switch action {
    case .up: return (after ?? 0) < (before ?? 0)
    case .down: return (after ?? 0) > (before ?? 0)
    case .forward: return (after ?? 0) > (before ?? 0) + 1
    case .backward: return (after ?? 0) < (before ?? 0)
    case .back: return press.after.layers.count == press.before.layers.count - 1
    default: return nil
    }
  }

  // MARK: - In a lesson

  private static func isDoneInLesson(_ action: Action, _ press: Pressed) -> Bool? {
    guard let before = press.before.reading, let after = press.after.reading else { return false }
    return isMoved(action, before, after)
      ?? isChanged(action, before, after, press) ?? isAnswered(action, before, after, press)
      ?? isLookedAt(action, before, after, press)
  }

  private static func isMoved(_ action: Action, _ before: Reading, _ after: Reading) -> Bool? {
    let (from, to) = (before.focus?.position, after.focus?.position)
    let isElsewhere = before.focus?.panel != after.focus?.panel || before.focus != after.focus
    switch action {
    case .left: return to?.last == from?.last.map { $0 - 1 }
    case .right:
      return to?.last == from?.last.map { $0 + 1 } || (from == nil && isElsewhere)
    case .up, .down, .nextPanel, .previousPanel: return isElsewhere
    case .rowStart: return to?.last == 0 && isElsewhere
    case .rowEnd: return isElsewhere && to?.dropLast() == from?.dropLast()
    case .firstEntry, .lastEntry: return isElsewhere
    case .nextStep: return after.step == before.step + 1
    case .previousStep: return after.step == before.step - 1
    case .forward: return after.step > before.step || after.scroll > before.scroll
    case .backward: return after.step < before.step || after.scroll < before.scroll
    case .nextHead, .previousHead:
      return to?.first != from?.first && to?.dropFirst() == from?.dropFirst() && to?.count == 3
    default: return nil
    }
  }

  private static func isChanged(
    _ action: Action, _ before: Reading, _ after: Reading, _ press: Pressed
  ) -> Bool? {
    switch action {
    case .typeNumber:
      return after.editing?.field.text == press.key.typed.map { String($0) }
    case .edit: return after.editing != nil
    case .editFormula:
      if case .formula? = after.editing?.target { return true }
      return false
    case .nudgeUp: return entry(after) ?? 0 > entry(before) ?? 0
    case .nudgeDown: return entry(after) ?? 0 < entry(before) ?? 0
    case .smallerNudge: return after.nudgeStep < before.nudgeStep
    case .largerNudge: return after.nudgeStep > before.nudgeStep
    case .undo: return before.session.canUndo && after.session.canRedo
    case .redo: return before.session.canRedo && after.session.canUndo
    case .resetLesson where press.before.confirming != .resetLesson:
      return press.after.confirming == .resetLesson
    case .resetMatrix, .resetLesson:
      return press.after.message?.text.hasSuffix("as at first.") == true
        && !after.session.edits.keys.contains("K")
    case .again: return entry(after) != entry(before)
    default: return nil
    }
  }

  private static func isAnswered(
    _ action: Action, _ before: Reading, _ after: Reading, _ press: Pressed
  ) -> Bool? {
    switch action {
    case .pickOption, .answerQuiz:
      return before.session.attempts != after.session.attempts
        || before.board.marked != after.board.marked
        || before.board.inspected != after.board.inspected
        || press.after.message?.text.hasPrefix("There are ") == true
    case .markOption: return before.board.marked != after.board.marked
    case .hint:
      // Questions have none, and say so.
      return before.board.openHint != after.board.openHint
        || press.after.message?.text == "Questions have no hints."
    case .solution:
      return before.board.openSolutions != after.board.openSolutions
        || press.after.confirming == .solution
    case .takeSolution:
      return after.session.edits != before.session.edits
        || press.after.message?.text == "S shows the solution first."
    default: return nil
    }
  }

  private static func isLookedAt(
    _ action: Action, _ before: Reading, _ after: Reading, _ press: Pressed
  ) -> Bool? {
    switch action {
    case .explain: return press.after.walk != nil
    case .reach: return press.after.walk?.direction == .results
    case .pin: return (before.pin == nil) != (after.pin == nil)
    case .returnToPin:
      return press.after.message?.text == "All is as pinned again; u undoes."
        || (before.pin == nil && press.after.message != nil)
    case .switchView: return before.views != after.views
    case .fewerDigits, .moreDigits: return before.digits != after.digits
    case .copy: return press.after.layer == .copy
    case .nextHit, .previousHit, .jumpBack: return press.after.message != nil
    case .back:
      return press.after.layer == .home || before.hasOpenHelp != after.hasOpenHelp
        || press.key.key == .escape && press.after.confirming == .back
    default: return nil
    }
  }

  /// The number under the cursor.
  private static func entry(_ reading: Reading) -> Double? {
    guard let panel = reading.focusedPanel, let position = reading.focus?.position,
      let shape = panel.tableShape, let place = shape.place(of: position)
    else { return nil }
    return panel.entries?[shape.offset(of: place)]
  }

  // MARK: - Elsewhere

  private static func isDoneWhileEditing(_ action: Action, _ press: Pressed) -> Bool? {
    let (before, after) = (press.before.reading, press.after.reading)
    let isSame = before?.session.version == after?.session.version
    switch action {
    case .accept: return after?.editing == nil && !isSame
    case .giveUp: return after?.editing == nil && isSame
    case .acceptNext, .acceptPrevious, .acceptLeft, .acceptRight, .acceptUp, .acceptDown:
      return !isSame && after?.editing?.target != before?.editing?.target
    case .newLine: return after?.editing?.field.text.contains("\n") == true
    case .completeNext, .completePrevious:
      return after?.editing?.field.text != before?.editing?.field.text
    default: return nil
    }
  }

  private static func isDoneInWalk(_ action: Action, _ press: Pressed) -> Bool? {
    let (before, after) = (press.before.walk, press.after.walk)
    let (from, to) = (before?.selected ?? 0, after?.selected ?? 0)
    switch action {
    case .up: return to == from - 1
    case .down: return to == from + 1
    case .firstEntry: return to == 0
    case .lastEntry: return to == (after?.tree.rows.count ?? 0) - 1
    case .left, .right: return to != from || before?.tree.rows.count != after?.tree.rows.count
    case .forward: return to > from
    case .backward: return to < from
    case .open, .back: return press.after.layer == .lesson
    case .reach: return after?.direction == .results
    default: return nil
    }
  }

  private static func isDoneInFinder(_ action: Action, _ press: Pressed) -> Bool? {
    let chosen = { (state: State) in state.chosenIndex(in: state.choices) }
    let (from, to) = (chosen(press.before), chosen(press.after))
    switch action {
    case .up, .backward: return to < from
    case .down, .forward: return to > from
    case .open: return press.after != press.before
    case .back: return press.after.layer != .finder
    default: return nil
    }
  }
}

extension State {
  fileprivate var board: TaskBoard? { reading?.board }

  fileprivate static func != (left: State, right: State) -> Bool { left.draw() != right.draw() }
}
