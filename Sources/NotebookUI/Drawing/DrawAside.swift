import Notebook
import Terminal

extension State {
  /// On a wide screen, beside the cells: how the entry under the cursor came about, or what an input reaches.
  func drawAside(in frame: Frame, on grid: inout Grid) {
    guard let area = frame.aside, let reading, let aside = Aside(reading, height: area.height - 2)
    else { return }
    for y in 0..<area.height {
      grid.put("│", at: Point(x: area.x, y: area.y + y), style: Style(.rule))
    }
    var page = Grid(size: Size(width: area.width - 1, height: area.height))
    let writer = DerivationWriter(
      reading.session, root: aside.tree.rows[0].node, step: reading.step, ascii: isASCII,
      digits: reading.digits(of:))
    var x = 1
    let words = aside.direction == .origins ? ("How ", " came about") : ("What ", " reaches")
    for (text, style) in [
      (words.0, Style(.dim)), (writer.label(aside.tree.rows[0].node), Style(.title, bold: true)),
      (words.1, Style(.dim)),
    ] {
      x = page.put(text, at: Point(x: x, y: 0), style: style)
    }
    let rows = aside.tree.rows.prefix(area.height - 2)
    let painter = WalkPainter(writer: writer, rows: rows, width: page.size.width)
    for (index, row) in rows.enumerated() {
      _ = painter.draw(row, isSelected: false, at: Point(x: 1, y: 2 + index), on: &page)
    }
    grid.put(page, at: Point(x: area.x + 1, y: area.y))
  }
}

/// The derivation that stays open beside the cells.
struct Aside {
  let direction: Walk.Direction
  private(set) var tree: Derivation

  /// - Returns: nil where the cursor stands on no number.
  init?(_ reading: Reading, height: Int) {
    guard height > 0, let panel = reading.focusedPanel, let position = reading.focus?.position,
      !reading.isVeiled(panel, at: position)
    else { return nil }
    direction = panel.isInput ? .results : .origins
    guard
      let tree = panel.isInput
        ? reading.session.reach(of: panel.id, at: position)
        : reading.session.derivation(of: panel.id, at: position)
    else { return nil }
    self.tree = tree
    self.tree.openLevels(upTo: height)
  }
}

extension Grid {
  /// Another grid on this one.
  fileprivate mutating func put(_ page: Grid, at point: Point) {
    for y in 0..<page.size.height where point.y + y < size.height {
      for x in 0..<page.size.width where point.x + x < size.width {
        self[point.x + x, point.y + y] = page[x, y]
      }
    }
  }
}
