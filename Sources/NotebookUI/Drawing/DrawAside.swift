import Notebook
import Terminal

extension State {
  /// On a wide screen, beside the cells: how the entry under the cursor came about, or what an input reaches. Where the cursor
  /// is on no number, the step's terms.
  func drawAside(in frame: Frame, on grid: inout Grid) {
    guard let area = frame.aside, let reading else { return }
    let inside = Rectangle(
      x: area.x + 1, y: area.y, width: area.width - 1, height: area.height)
    if let direction = reading.openDirections.first {
      guard let aside = Aside(reading, direction, height: area.height - 2) else { return }
      draw(aside, gap: 1, in: inside, on: &grid)
    } else if reading.hasTerms {
      drawTerms(in: inside, on: &grid)
    } else {
      // A line beside nothing would only part.
      return
    }
    for y in 0..<area.height {
      grid.put("│", at: Point(x: area.x, y: area.y + y), style: Style(.rule))
    }
  }

  /// On a tall screen, below the explanation: how the entry came about, and where there is room beside it also what it
  /// reaches. Where the cursor is on no number, the step's terms; on a very tall screen these stand below in any case.
  func drawBelow(in frame: Frame, on grid: inout Grid) {
    guard let area = frame.below, let reading, area.height > 1 else { return }
    if let column = frame.aside { return drawBelow(in: area, column: column, on: &grid) }
    // Rows begin a column further right than the explanation; they stand below it so.
    var left = Rectangle(x: 0, y: area.y, width: area.width, height: area.height)
    if reading.openDirections.isEmpty { return drawTerms(in: left, on: &grid) }
    if area.height >= 24 { left.height -= drawTerms(atEndOf: left, on: &grid) }
    let asides = reading.openDirections.compactMap {
      Aside(reading, $0, height: left.height - 1)
    }
    let isWide = area.width >= 150 && asides.count > 1
    if isWide { left.width = area.width * 3 / 5 }
    var right = left
    right.x = left.width
    right.width = area.width - left.width
    for (aside, area) in zip(asides, isWide ? [left, right] : [left]) {
      draw(aside, gap: 0, in: area, on: &grid)
    }
  }

  /// Where the derivation stays open beside the step, there stand below only the step's terms, unless they stand there instead,
  /// and what else is to be told of the number below what is told beside the step.
  private func drawBelow(in area: Rectangle, column: Rectangle, on grid: inout Grid) {
    guard let reading, !reading.openDirections.isEmpty else { return }
    drawTerms(
      in: Rectangle(x: 0, y: area.y, width: column.x, height: area.height), on: &grid)
    guard let direction = reading.openDirections.dropFirst().first,
      let aside = Aside(reading, direction, height: area.height - 1)
    else { return }
    let right = Rectangle(
      x: column.x + 1, y: area.y, width: column.width - 1, height: area.height)
    draw(aside, gap: 0, in: right, on: &grid)
  }

  private func draw(_ aside: Aside, gap: Int, in area: Rectangle, on grid: inout Grid) {
    guard let reading else { return }
    var page = Grid(size: Size(width: area.width, height: area.height))
    let writer = DerivationWriter(
      reading.session, root: aside.tree.rows[0].node, step: reading.step, ascii: isASCII,
      digits: reading.digits(of:))
    var x = 1
    let title = WalkTitle(aside.direction, aside.tree.rows[0].node, writer)
    for (text, style) in title.parts(Style(.dim), Style(.title, bold: true)) {
      x = page.put(text, at: Point(x: x, y: 0), style: style)
    }
    let room = area.height - 1 - gap
    let all = aside.tree.rows
    let rows = all.count > room ? all.prefix(room - 1) : all[...]
    let painter = WalkPainter(writer: writer, rows: rows, width: page.size.width)
    for (index, row) in rows.enumerated() {
      _ = painter.draw(row, isSelected: false, at: Point(x: 1, y: 1 + gap + index), on: &page)
    }
    if rows.count < all.count {
      let key = keyName(aside.direction == .origins ? .explain : .reach)
      page.put(
        "… \(all[rows.endIndex...].reduce(0) { $0 + $1.node.countOfRows }) more rows: \(key)",
        at: Point(x: 1, y: area.height - 1),
        style: Style(.dim))
    }
    grid.put(page, at: Point(x: area.x, y: area.y))
  }
}

/// The derivation that stays open beside the cells or below them.
struct Aside {
  let direction: Walk.Direction
  private(set) var tree: Derivation

  /// - Returns: nil where the cursor stands on no number, or nothing is to be said of it.
  init?(_ reading: Reading, _ direction: Walk.Direction, height: Int) {
    guard height > 0, let panel = reading.focusedPanel, let position = reading.focus?.position,
      !reading.isVeiled(panel, at: position)
    else { return nil }
    self.direction = direction
    // What stays open of itself tells of this step alone, and nothing that is held back.
    guard
      var tree = direction == .results
        ? reading.session.reach(
          of: panel.id, at: position, in: reading.panels.filter { reading.veiled($0).isEmpty })
        : reading.session.derivation(of: panel.id, at: position)
    else { return nil }
    tree.openLevels(upTo: height)
    if tree.rows.contains(where: { $0.node.goal.map(reading.isVeiled) == true }) { return nil }
    self.tree = tree
  }
}

extension Reading {
  /// Whether the step uses terms that can be looked up.
  fileprivate var hasTerms: Bool { terms?.entries.isEmpty == false }

  /// Whether there is something to stand beside the step as it is come to: else no room is left there.
  var hasAside: Bool {
    var reading = self
    reading.focus = firstFocus
    return reading.hasTerms || !reading.openDirections.isEmpty
  }

  /// What can be told of the number under the cursor, the more telling first: an input has no origin, and what nothing
  /// is made of reaches nothing. What is reached isn't told while it may be what is asked.
  fileprivate var openDirections: [Walk.Direction] {
    guard let focusedPanel else { return [] }
    return (focusedPanel.isInput ? [] : [.origins]) + (isAsking ? [] : [.results])
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
