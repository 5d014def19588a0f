extension Grid {
  package var bounds: Rectangle {
    Rectangle(x: 0, y: 0, width: size.width, height: size.height)
  }

  /// Writes `text` from `point` to the right, as far as the column before `limit` (the grid's edge where nil): clips and
  /// never wraps. A wide character that would be cut is left out, with all after it. Control characters become visible
  /// stand-ins. What stands outside the grid is not drawn, but counted.
  ///
  /// - Returns: the column after the text.
  @discardableResult
  package mutating func put(
    _ text: String, at point: Point, style: Style = .text, limit: Int? = nil
  ) -> Int {
    let limit = min(limit ?? size.width, size.width)
    var x = point.x
    for glyph in Glyphs(text) {
      if x + glyph.width > limit { break }
      set(glyph, x: x, y: point.y, style: style)
      x += glyph.width
    }
    return x
  }

  /// Makes an area blank, in `style`.
  package mutating func fill(_ area: Rectangle, style: Style = .text) {
    fill(area, with: " ", style: style)
  }

  /// Fills an area with one character of one column.
  package mutating func fill(_ area: Rectangle, with text: String, style: Style) {
    var glyphs = Glyphs(text)
    guard let glyph = glyphs.next(), glyph.width == 1 else { return }
    let area = area.intersection(bounds)
    for y in area.rows {
      for x in area.columns { set(glyph, x: x, y: y, style: style) }
    }
  }

  /// Gives what stands in an area another meaning; bold and underline stay.
  package mutating func restyle(_ area: Rectangle, role: Role) {
    restyle(area) { $0.role = role }
  }

  /// Changes the style of every cell in an area.
  package mutating func restyle(_ area: Rectangle, _ change: (inout Style) -> Void) {
    let area = area.intersection(bounds)
    for y in area.rows {
      for x in area.columns { change(&self[x, y].style) }
    }
  }

  /// Copies another grid into this one, its top left at `point`; what doesn't fit is clipped.
  package mutating func put(_ grid: Grid, at point: Point) {
    for y in 0..<grid.size.height {
      for x in 0..<grid.size.width where !grid[x, y].text.isEmpty {
        let cell = grid[x, y]
        let wide = x + 1 < grid.size.width && grid[x + 1, y].text.isEmpty
        let glyph = Glyph(text: cell.text, width: wide ? 2 : 1)
        if point.x + x + glyph.width > size.width { continue }
        set(glyph, x: point.x + x, y: point.y + y, style: cell.style)
      }
    }
  }

  private mutating func set(_ glyph: Glyph, x: Int, y: Int, style: Style) {
    guard x >= 0, y >= 0, x + glyph.width <= size.width, y < size.height else { return }
    // Half a wide character can't be shown: its other half becomes blank.
    if self[x, y].text.isEmpty, x > 0 { self[x - 1, y].text = " " }
    let end = x + glyph.width
    if end < size.width, self[end, y].text.isEmpty { self[end, y].text = " " }
    self[x, y] = Cell(glyph.text, style)
    if glyph.width == 2 { self[x + 1, y] = Cell("", style) }
  }
}
