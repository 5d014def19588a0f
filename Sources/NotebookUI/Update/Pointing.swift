import Notebook
import Terminal

extension State {
  /// A click focuses what it hits or does what a hint in the footer says; the wheel scrolls.
  mutating func point(_ mouse: MouseEvent) -> [Effect] {
    guard !isTooSmall else { return [] }
    switch mouse.action {
    case .wheelUp, .wheelDown:
      let isUp = mouse.action == .wheelUp
      if let effects = nudgeSlider(at: mouse.point, up: isUp) { return effects }
      wheel(by: isUp ? -3 : 3)
    case .press: return click(mouse.point)
    case .release, .drag: break
    }
    return []
  }

  /// The wheel over the focused number of a slider: a step of it for each notch; nil elsewhere.
  private mutating func nudgeSlider(at point: Point, up: Bool) -> [Effect]? {
    guard context == .lesson, layer == .lesson, let reading, reading.editing == nil,
      reading.focusIsEditable, reading.focusedPanel?.options.slider != nil,
      frame.body.contains(point), page?.focus(at: pagePoint(point)) == reading.focus
    else { return nil }
    message = nil
    lit = nil
    count = nil
    self.reading?.marks = [:]
    return nudge(up: up, after: .plain)
  }

  private mutating func wheel(by lines: Int) {
    switch layer {
    case .home: home.selected = max(0, min(choiceCount - 1, home.selected + lines.signum()))
    case .lesson: scroll(by: lines)
    case .notes: _ = performInNotes(lines < 0 ? .up : .down)
    case .copy: _ = performInCopy(lines < 0 ? .up : .down)
    case .mending: _ = performInMending(lines < 0 ? .up : .down)
    case .finder: _ = performInFinder(lines < 0 ? .up : .down)
    case .walk:
      walk?.selected += lines
      walk?.keepInSight(height: WalkFrame(size: size).height)
    case .help: help.scroll = max(0, min(help.scroll + lines, lastHelpScroll))
    }
  }

  private mutating func click(_ point: Point) -> [Effect] {
    message = nil
    lit = nil
    count = nil
    let clicked = clicked
    self.clicked = nil
    let hint = footer.hints.first { $0.area.contains(point) }
    if hint?.action != confirming { confirming = nil }
    if let hint {
      reading?.marks = [:]
      reading?.nudging = nil
      return perform(hint.action, after: .plain)
    }
    takeOver()
    switch layer {
    case .home: return clickHome(point)
    case .lesson: return clickStep(point, after: clicked)
    case .finder: return clickFinder(point)
    case .walk: return clickWalk(point)
    case .mending: return clickMending(point)
    case .help, .copy, .notes: return []
    }
  }

  /// A click chooses a row; another one opens or closes it.
  private mutating func clickWalk(_ point: Point) -> [Effect] {
    let frame = WalkFrame(size: size)
    guard let walk, point.y >= 2, point.y < frame.lowerRule else { return [] }
    let row = point.y - 2 + walk.scroll
    guard walk.tree.rows.indices.contains(row) else { return [] }
    if row == walk.selected {
      return performInWalk(walk.row.isOpen ? .left : .right)
    }
    self.walk?.selected = row
    return []
  }

  private mutating func clickHome(_ point: Point) -> [Effect] {
    guard let lesson = HomeLayout(self).lesson(atRow: point.y) else { return [] }
    if lesson == home.selected { return performAtHome(.open) }
    home.selected = lesson
    return []
  }

  private mutating func clickFinder(_ point: Point) -> [Effect] {
    let choices = choices
    let chosen = chosenIndex(in: choices)
    let first = Self.firstShown(chosen, of: choices.count, height: finderHeight)
    let index = first + point.y - 2
    guard (2..<2 + finderHeight).contains(point.y), choices.indices.contains(index) else {
      return []
    }
    if index == chosen { return take(choices[index]) }
    finder?.chosen = index
    return []
  }

  /// What is being typed is accepted first; where it can't be, the cursor stays with it.
  private mutating func clickStep(_ point: Point, after clicked: Focus?) -> [Effect] {
    if reading?.writing != nil { return clickWhileWriting(point) }
    guard frame.body.contains(point), let reading, let target = page?.focus(at: pagePoint(point))
    else { return [] }
    if let focus = reading.focus, focus == target, reading.editing != nil { return [] }
    let wasChosen = clicked == target
    let effects = reading.editing == nil ? [] : accept(thenEdit: nil)
    guard self.reading?.editing == nil else { return effects }
    self.reading?.focus = target
    self.reading?.nudging = nil
    self.reading?.repairFocus()
    showFocus()
    self.clicked = target
    if case .option = target, wasChosen { return effects + perform(.answerQuiz) }
    return effects
  }

  /// A click in the text puts the caret there; one in the step keeps what was written, where it can be kept.
  private mutating func clickWhileWriting(_ point: Point) -> [Effect] {
    guard let writing = reading?.writing else { return [] }
    let frame = frame
    if frame.body.contains(point) { return keepWriting() }
    let layout = writingLayout(writing)
    let row = point.y - frame.bottom.y + writing.scroll
    guard frame.bottom.contains(point), writing.problem == nil,
      layout.rows.rows.indices.contains(row), point.y - frame.bottom.y < layout.height
    else { return [] }
    let caret = layout.rows.caret(row: row, column: max(0, point.x - 1 - layout.gutter))
    reading?.writing?.editor.move(to: caret)
    return []
  }

  private func pagePoint(_ point: Point) -> Point {
    let scroll = max(0, min(reading?.scroll ?? 0, lastScroll))
    return Point(x: point.x - frame.body.x, y: point.y - frame.body.y + scroll)
  }
}

extension StepPage {
  /// What the focus comes to by a click.
  fileprivate func focus(at point: Point) -> Focus? {
    if let stop = stops.first(where: { $0.area.contains(point) }) { return stop.focus }
    for (box, at) in panels {
      let inside = Point(x: point.x - at.x, y: point.y - at.y)
      if let position = box.position(at: inside) { return Focus(panel: box.id, position: position) }
      let area = Rectangle(x: 0, y: 0, width: box.size.width, height: box.size.height)
      if area.contains(inside) {
        return box.layout == nil ? Focus(panel: box.id, position: nil) : nil
      }
    }
    return nil
  }
}
