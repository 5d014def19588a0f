import Notebook
import Terminal

extension State {
  /// Scrolls the step, and a large matrix inside it, as little as needed to show the focused entry.
  mutating func showFocus() {
    guard !isTooSmall, let focus = reading?.focus, var page else { return scrollIntoRange() }
    if scrollMatrix(to: focus, on: page), let moved = self.page { page = moved }
    let height = frame.body.height
    if let scroll = scroll(showing: focus, on: page, height: height) { reading?.scroll = scroll }
    scrollIntoRange(of: page, height: height)
  }

  /// How far to scroll, as little as needed.
  private func scroll(showing focus: Focus, on page: StepPage, height: Int) -> Int? {
    guard let reading else { return nil }
    if let stop = page.stops.first(where: { $0.focus == focus }) {
      return max(min(reading.scroll, stop.area.y - 1), stop.area.y + stop.area.height - height)
    }
    guard let item = page.panels.first(where: { $0.box.id == focus.panel }) else { return nil }
    let box = item.box.size
    let slot = focus.position.flatMap { item.box.slot($0) }
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
    guard !isTooSmall, let page, let lines = page.tasks[id], let scroll = reading?.scroll else {
      return
    }
    let height = frame.body.height
    reading?.scroll = max(min(scroll, lines.lowerBound), lines.upperBound - height)
    scrollIntoRange(of: page, height: height)
  }

  mutating func scrollIntoRange() {
    guard !isTooSmall, reading != nil, let page else { return }
    scrollIntoRange(of: page, height: frame.body.height)
  }

  private mutating func scrollIntoRange(of page: StepPage, height: Int) {
    guard let scroll = reading?.scroll else { return }
    reading?.scroll = max(0, min(scroll, page.height - height))
  }

  mutating func scroll(by lines: Int) {
    reading?.scroll += lines
    scrollIntoRange()
  }
}
