import Terminal

/// A part of the grid on which a page is drawn, of which only a part may be in view.
struct Pane {
  var grid: Grid
  let area: Rectangle
  /// Lines of the page that lie above the area.
  let scroll: Int

  mutating func put(_ line: StyledLine, at point: Point) {
    var x = point.x
    for run in line.runs { x = put(run.text, at: Point(x: x, y: point.y), style: run.style) }
  }

  @discardableResult
  mutating func put(_ text: String, at point: Point, style: Style) -> Int {
    guard let y = row(point.y) else { return point.x + TextWidth.columns(of: text) }
    let limit = area.x + area.width
    return grid.put(text, at: Point(x: area.x + point.x, y: y), style: style, limit: limit) - area.x
  }

  /// Puts text at the right end of a field.
  mutating func putTrailing(_ text: String, in field: Rectangle, style: Style) {
    let text = TextWidth.clipped(text, to: field.width)
    let x = field.x + field.width - TextWidth.columns(of: text)
    put(text, at: Point(x: x, y: field.y), style: style)
  }

  mutating func restyle(_ field: Rectangle, _ change: (inout Style) -> Void) {
    guard let y = row(field.y) else { return }
    grid.restyle(
      Rectangle(x: area.x + field.x, y: y, width: field.width, height: 1), change)
  }

  mutating func setCursor(_ point: Point) {
    guard let y = row(point.y), point.x < area.width else { return }
    grid.cursor = Point(x: area.x + point.x, y: y)
  }

  /// The row of the grid that shows a line of the page.
  private func row(_ y: Int) -> Int? {
    let row = y - scroll
    return row >= 0 && row < area.height ? area.y + row : nil
  }
}

extension Grid {
  mutating func put(_ line: StyledLine, at point: Point, limit: Int? = nil) {
    var x = point.x
    for run in line.runs {
      x = put(run.text, at: Point(x: x, y: point.y), style: run.style, limit: limit)
    }
  }

  /// A rule from edge to edge, with a message at its beginning and a note near its end.
  mutating func putRule(row: Int, message: Message? = nil, note: String = "") {
    fill(Rectangle(x: 0, y: row, width: size.width, height: 1), with: "─", style: Style(.rule))
    if !note.isEmpty {
      let text = " \(note) "
      let x = size.width - 2 - TextWidth.columns(of: text)
      put(text, at: Point(x: x, y: row), style: Style(.dim))
    }
    guard let message else { return }
    put(" \(message.text) ", at: Point(x: 2, y: row), style: Style(message.kind.role))
  }
}

extension Message.Kind {
  var role: Role {
    switch self {
    case .note: .strong
    case .refusal: .warning
    case .success: .success
    }
  }
}
