import Notebook
import Terminal

/// Marks the option or the guess that the cursor is on, and the number being typed there.
struct QuestionPainter {
  let reading: Reading

  func draw(_ stop: (focus: Focus, area: Rectangle), on pane: inout Pane) {
    guard reading.focus == stop.focus else { return }
    var origin = Point(x: stop.area.x, y: stop.area.y)
    // Text has no room for the mark but the margin.
    if case .block = stop.focus { origin.x = max(0, origin.x - 1) }
    pane.put("▸", at: origin, style: Style(.focus, bold: true))
    pane.setCursor(origin)
    guard case .guess(let id) = stop.focus, let editing = reading.editing,
      editing.target == .guess(id)
    else { return }
    drawTyped(editing, in: stop.area, on: &pane)
  }

  private func drawTyped(_ editing: Editing, in area: Rectangle, on pane: inout Pane) {
    let x = area.x + TextWidth.columns(of: GuessLines.lead)
    let width = max(4, area.width - (x - area.x))
    let view = TextView(editing.field.text, caret: editing.field.caret, width: width)
    pane.put(String(repeating: " ", count: width), at: Point(x: x, y: area.y), style: .text)
    let end = pane.put(view.text, at: Point(x: x, y: area.y), style: editing.style)
    pane.put(
      String(repeating: " ", count: max(1, min(width, 8) - (end - x))),
      at: Point(x: end, y: area.y), style: Style(.editing))
    pane.setCursor(Point(x: x + view.cursor, y: area.y))
  }
}
