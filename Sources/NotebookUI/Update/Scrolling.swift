import Notebook
import Terminal

extension State {
  /// Scrolls the step, and a large matrix inside it, as little as needed to show the focused entry.
  ///
  /// - Returns: the step as it is laid out then.
  @discardableResult mutating func showFocus() -> StepPage? {
    guard !isTooSmall, let focus = reading?.focus, var page = layOut() else {
      scrollIntoRange()
      return nil
    }
    if scrollMatrix(to: focus, on: page), let moved = layOut() { page = moved }
    let height = frame(of: page).body.height
    if let scroll = scroll(showing: focus, on: page, height: height) { self.scroll(to: scroll) }
    scrollIntoRange(of: page, height: height)
    return page
  }

  /// Whether the line of the focus can be seen; where the window is too small, nothing was scrolled away from it.
  var focusIsInView: Bool {
    guard !isTooSmall else { return true }
    guard let reading, let focus = reading.focus, let page, let line = page.line(of: focus) else {
      return false
    }
    return reading.scroll..<reading.scroll + frame(of: page).body.height ~= line
  }

  /// What the focus stands on, to be compared with what it stood on before.
  var sight: Sight? {
    guard layer == .lesson, !isTooSmall, let reading else { return nil }
    return Sight(
      lesson: reading.lesson.id, step: reading.step, scroll: reading.scroll, focus: reading.focus,
      isTyping: reading.editing != nil || reading.writing != nil,
      isNudging: reading.nudging != nil, size: size)
  }

  /// Whatever a key did: where the cursor stands can be seen, but for a step that has just been opened, which is read
  /// from its beginning, and for what the reader scrolled away themselves.
  mutating func keepFocusInSight(since before: Sight?) {
    guard let before, let sight, before != sight, sight != sightShown, before.size == size,
      before.scroll == sight.scroll || before.step != sight.step, reading?.isAsOpened == false,
      reading?.focus != nil, !focusIsInView
    else { return }
    showFocus()
  }

  /// How far to scroll, as little as needed.
  private func scroll(showing focus: Focus, on page: StepPage, height: Int) -> Int? {
    guard let reading else { return nil }
    if let stop = page.stops.first(where: { $0.focus == focus }) {
      return max(min(reading.scroll, stop.area.y - 1), stop.area.y + stop.area.height - height)
    }
    guard let item = page.panels.first(where: { $0.box.id == focus.panel }) else { return nil }
    let box = item.box.size
    // A picture is seen whole or not at all.
    let isPicture = item.box.figure != nil && box.height <= height
    let slot = isPicture ? nil : focus.position.flatMap { item.box.slot($0) }
    let top = item.at.y + (slot?.y ?? 0)
    let bottom = slot == nil ? top + min(box.height, height) : top + 1
    // With the first rows come their labels and the header.
    let comfortable = top - item.at.y < height / 2 ? item.at.y : top
    let scroll = max(min(reading.scroll, comfortable), bottom - height)
    return min(scroll, top)
  }

  /// - Returns: whether a large matrix was scrolled inside.
  private mutating func scrollMatrix(to focus: Focus, on page: StepPage) -> Bool {
    guard case .panel(let panel, let position?) = focus,
      let layout = page.panels.first(where: { $0.box.id == panel })?.box.layout,
      !layout.isWhole, let place = layout.shape.place(of: position)
    else { return false }
    reading?.windows[panel] = layout.window(showing: place)
    return true
  }

  /// Scrolls as little as needed to show what is said to a task, its end before its beginning.
  mutating func show(task id: String) {
    guard !isTooSmall, let page = layOut(), let lines = page.tasks[id],
      let scroll = reading?.scroll
    else { return }
    let height = frame(of: page).body.height
    self.scroll(to: max(min(scroll, lines.lowerBound), lines.upperBound - height))
    scrollIntoRange(of: page, height: height)
  }

  /// Scrolls as little as needed to show all of the focused panel, where it is no taller than the screen.
  mutating func showFocusedPanel() {
    guard let page = showFocus(), let reading,
      let item = page.panels.first(where: { $0.box.id == reading.focus?.panel })
    else { return }
    let height = frame(of: page).body.height
    guard item.box.size.height <= height else { return }
    let bottom = item.at.y + item.box.size.height
    scroll(to: max(min(reading.scroll, item.at.y), bottom - height))
    scrollIntoRange(of: page, height: height)
  }

  /// After a change that was judged: scrolls as little as needed to show what the checks found, the focus staying in
  /// sight; where both have no room, it is said below the step.
  mutating func showFindings(after change: Change) {
    guard !isTooSmall, let reading, let exercise = reading.exercise(changedBy: change),
      let found = reading.firstFinding(in: exercise), let page = layOut()
    else { return }
    let lines = page.findings ?? page.tasks[exercise.id] ?? 0..<0
    let height = frame(of: page).body.height
    let focus = reading.focus.flatMap { page.line(of: $0) } ?? Int.max
    let wanted = max(reading.scroll, lines.upperBound - height)
    scroll(to: min(wanted, max(reading.scroll, focus - 1)))
    scrollIntoRange(of: page, height: height)
    let shown = self.reading?.scroll ?? 0
    if lines.upperBound > shown + height { message = .refusal(found) }
  }

  mutating func scrollIntoRange() {
    // At its top a step is in range, however long it is.
    guard !isTooSmall, reading?.scroll != 0, let page = layOut() else { return }
    scrollIntoRange(of: page, height: frame(of: page).body.height)
  }

  private mutating func scrollIntoRange(of page: StepPage, height: Int) {
    guard let scroll = reading?.scroll else { return }
    self.scroll(to: max(0, min(scroll, page.height - height)))
  }

  mutating func scroll(by lines: Int) {
    if let scroll = reading?.scroll { self.scroll(to: scroll + lines) }
    scrollIntoRange()
  }
}

/// On what the focus stands, and where.
struct Sight: Equatable {
  let lesson: String
  let step: Int
  let scroll: Int
  let focus: Focus?
  let isTyping: Bool
  let isNudging: Bool
  let size: Size
}

extension StepPage {
  /// The line of the page on which the focus stands.
  func line(of focus: Focus) -> Int? {
    if let stop = stops.first(where: { $0.focus == focus }) { return stop.area.y }
    guard let item = panels.first(where: { $0.box.id == focus.panel }) else { return nil }
    return item.at.y + (focus.position.flatMap { item.box.slot($0)?.y } ?? 0)
  }
}

extension Reading {
  /// The exercise of the step that asks to change what was changed.
  fileprivate func exercise(changedBy change: Change) -> Exercise? {
    let name = session.panel(change.panel)?.name ?? ""
    for case .exercise(let exercise) in tasksOfStep where exercise.edits.contains(name) {
      return exercise
    }
    return nil
  }

  /// What the first check that failed found, with what it asks for.
  fileprivate func firstFinding(in exercise: Exercise) -> String? {
    guard let verdict = board.verdict(on: exercise.id), !verdict.isPassed,
      let check = verdict.checks.first(where: { $0.status == .failed })
    else { return nil }
    return "Not yet: \(check.message): \(check.finding?.sentence ?? "it isn't so")"
  }
}
