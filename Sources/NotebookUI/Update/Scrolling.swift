import Notebook
import Terminal

extension State {
  /// Scrolls the step, and a large matrix inside it, as little as needed to show the focused entry.
  mutating func showFocus() {
    guard !isTooSmall, let focus = reading?.focus else { return scrollIntoRange() }
    scrollMatrix(to: focus)
    guard let page, let reading, let item = page.panels.first(where: { $0.box.id == focus.panel })
    else { return scrollIntoRange() }
    let height = frame.body.height
    let box = Rectangle(
      x: item.at.x, y: item.at.y, width: item.box.size.width, height: item.box.size.height)
    let slot = focus.position.flatMap { item.box.slot($0) }
    let top = slot.map { $0.y + box.y } ?? box.y
    let bottom = slot == nil ? box.y + min(box.height, height) : top + 1
    var scroll = reading.scroll
    // With the first row come its labels and the header.
    let comfortable = top - box.y < height / 2 ? box.y : top
    if comfortable < scroll { scroll = comfortable }
    if bottom > scroll + height { scroll = bottom - height }
    if top < scroll { scroll = top }
    self.reading?.scroll = scroll
    scrollIntoRange()
  }

  private mutating func scrollMatrix(to focus: Focus) {
    guard let page, let position = focus.position,
      let table = page.panels.first(where: { $0.box.id == focus.panel })?.box.table,
      !table.isWhole, let place = table.shape.place(of: position)
    else { return }
    let window = table.window(showing: place)
    reading?.windows[focus.panel] = window
  }

  mutating func scrollIntoRange() {
    guard !isTooSmall, let scroll = reading?.scroll else { return }
    let last = lastScroll
    reading?.scroll = max(0, min(scroll, last))
  }

  mutating func scroll(by lines: Int) {
    reading?.scroll += lines
    scrollIntoRange()
  }
}
