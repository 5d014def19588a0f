import Notebook
import Terminal

/// What a demonstration in a room does with the pauses of a lesson, and a reader with those that ask for a guess.
extension State {
  /// Shows what the next pause holds back, and scrolls no farther than it must.
  ///
  /// - Returns: whether there was any.
  mutating func reveal() -> Bool {
    guard let before = reading, before.hasHiddenParts else { return false }
    let shown = page
    reading?.open(parts: before.shownParts + 1)
    _ = reading?.judge()
    reading?.refreshCurves()
    reading?.focusFresh(since: before)
    showPart(since: shown)
    if let scroll = reading?.scroll { reading?.curtain?.setScroll(scroll, inStep: before.step) }
    return true
  }

  /// As much as can be of what the page has more than before, its beginning before its end.
  private mutating func showPart(since before: StepPage?) {
    guard !isTooSmall, let page = layOut(), let top = before.flatMap({ page.top(since: $0) }),
      let scroll = reading?.scroll
    else { return }
    let last = page.height - frame.body.height
    self.scroll(to: max(scroll, min(last, max(0, top - 1))))
    scrollIntoRange()
  }

  /// Hides again what was revealed last, and goes back to where the presenter was.
  ///
  /// - Returns: whether there was anything.
  mutating func hide() -> Bool {
    guard isRoom, let step = reading?.step, let opening = reading?.curtain?.close(inStep: step)
    else { return false }
    reading?.editing = nil
    reading?.focus = opening.focus
    reading?.scroll = opening.scroll
    reading?.repairFocus()
    scrollIntoRange()
    return true
  }

  /// Whether the presenter has scrolled on since the last pause: PgUp goes back the way that PgDn came.
  var isScrolledSincePause: Bool {
    guard let reading else { return false }
    guard isRoom else { return false }
    let then = reading.curtain?.lastOpening(ofStep: reading.step)?.scrollThen ?? 0
    return reading.scroll > then
  }
}

extension StepPage {
  /// The first line of what stands here and didn't before.
  fileprivate func top(since before: StepPage) -> Int? {
    let known = Set(before.panels.map(\.box.id))
    let lines = texts.filter { text in
      text.line.width > 0 && !before.texts.contains { $0.at == text.at && $0.line == text.line }
    }
    return (lines.map(\.at.y) + panels.filter { !known.contains($0.box.id) }.map(\.at.y)).min()
  }
}

extension State {
  /// What was gone to behind a pause is where the step stood when that was passed.
  mutating func keepScrollOfReveal() {
    guard let reading else { return }
    self.reading?.curtain?.setScroll(reading.scroll, inStep: reading.step)
  }
}

extension Reading {
  /// Passes the pauses before a part of the step, counted from 1, that somebody goes to.
  ///
  /// - Returns: whether there were any.
  mutating func reveal(part: Int) -> Bool {
    var opened = false
    while hasHiddenParts, shownParts < part {
      open(parts: shownParts + 1)
      opened = true
    }
    guard opened else { return false }
    _ = judge()
    refreshCurves()
    return true
  }

  /// The same before a panel.
  mutating func reveal(_ panel: PanelID) -> Bool {
    let part = lesson.steps[safe: step]?.part(of: panel.cell)
    return part.map { reveal(part: $0) } ?? false
  }

  /// The cursor comes to what was revealed, where the presenter can do something there.
  fileprivate mutating func focusFresh(since before: Reading) {
    let known = Set(before.panels.map(\.id))
    let asked = Set(before.questions.compactMap(\.question))
    let fresh = panels.filter { !known.contains($0.id) }
    let question = questions.first { !asked.contains($0.question ?? "") }
    let input = fresh.first { $0.isInput && !$0.options.locked }
    if let focus = input.map({ lastFocus(in: $0) }) ?? question
      ?? (focus == nil ? fresh.first.map { lastFocus(in: $0) } : nil)
    {
      self.focus = focus
    }
  }
}
