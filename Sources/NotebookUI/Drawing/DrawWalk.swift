import AttentionEngine
import Notebook
import Terminal

extension State {
  func drawWalk(_ grid: inout Grid) {
    guard let reading, let walk else { return }
    let frame = WalkFrame(size: size)
    let writer = DerivationWriter(
      reading.session, root: walk.root, step: reading.step, ascii: isASCII,
      digits: reading.digits(of:))
    drawTitle(of: walk, writer, in: reading, on: &grid)
    let rows = walk.tree.rows
    let scroll = max(0, min(walk.scroll, rows.count - frame.height))
    let shown = scroll..<min(rows.count, scroll + frame.height)
    let painter = WalkPainter(writer: writer, rows: rows[shown], width: size.width)
    for index in shown {
      let isSelected = index == walk.selected
      let point = Point(x: 1, y: 2 + index - scroll)
      let column = painter.draw(rows[index], isSelected: isSelected, at: point, on: &grid)
      if isSelected { grid.cursor = Point(x: min(column, size.width - 1), y: point.y) }
    }
    let below = rows.count - shown.upperBound
    grid.putRule(row: frame.upperRule, note: scroll > 0 ? "↑ \(scroll) more" : "")
    grid.putRule(
      row: frame.lowerRule, message: message, note: below > 0 ? "↓ \(below) more" : "")
    let words = writer.sentence(
      about: walk.row, width: (size.width - 2) * frame.bottomLines - 12, isTop: walk.selected == 0)
    let lines = LineWrapping.wrap(
      [Run(words)], width: size.width - 2, hanging: 2, keepsSpaces: true)
    for (index, line) in lines.prefix(frame.bottomLines).enumerated() {
      grid.put(line, at: Point(x: 1, y: frame.lowerRule + 1 + index), limit: size.width - 1)
    }
  }

  private func drawTitle(
    of walk: Walk, _ writer: DerivationWriter, in reading: Reading, on grid: inout Grid
  ) {
    let right = "step \(reading.step + 1) of \(max(1, reading.lesson.steps.count))"
    let title = WalkTitle(walk.direction, walk.root, writer)
    var x = 1
    let hasRoom = title.width + 4 + right.count <= size.width
    let end = hasRoom ? size.width - 1 - right.count : size.width + 1
    if hasRoom { grid.put(right, at: Point(x: end, y: 0), style: Style(.dim)) }
    for (text, style) in title.parts(Style(.title), Style(.title, bold: true)) {
      x = grid.put(text, at: Point(x: x, y: 0), style: style, limit: end - 2)
    }
  }
}

extension DerivationWriter {
  /// All that is known about a row, to be read below the tree.
  fileprivate func sentence(about row: Derivation.Row, width: Int, isTop: Bool) -> String {
    let head = [label(row.node), value(row.node)].compactMap { $0 }
    let note = note(row.node).map { "  \($0)" } ?? ""
    let used =
      TextWidth.columns(of: head.joined(separator: " = ")) + 3 + TextWidth.columns(of: note)
    let working = working(row.node, width: max(0, width - used))
    let parts = working.isEmpty ? head : [head[0], working] + head.dropFirst()
    return parts.joined(separator: " = ") + note
  }
}

/// Draws the rows of a derivation: guides, name, number, and in a column of their own the arithmetic and notes.
struct WalkPainter {
  let writer: DerivationWriter
  private let width: Int
  /// Where the arithmetic begins.
  private let column: Int
  /// More levels than these aren't indented.
  private let levels: Int

  init(writer: DerivationWriter, rows: ArraySlice<Derivation.Row>, width: Int) {
    self.writer = writer
    self.width = width
    let levels = max(2, width / 8)
    self.levels = levels
    let heads = rows.map { row in
      Self.guides(row, levels: levels).count
        + TextWidth.columns(of: Self.head(row, writer, short: width < 60))
    }
    // Few columns more are better than rows that stick out.
    let most = width * 5 / 11 + 8
    let widest = heads.filter { $0 <= most }.max() ?? 0
    column = 1 + widest + 2
  }

  /// - Returns: the column at which the name of the row begins.
  func draw(
    _ row: Derivation.Row, isSelected: Bool, at point: Point, on grid: inout Grid
  ) -> Int {
    var x = grid.put(Self.guides(row, levels: levels), at: point, style: Style(.rule))
    let start = x
    let limit = width - 1
    let name = writer.label(row.node, short: width < 60)
    // Of a long list fewer numbers are named before the name is cut, and of a name and a number the name is.
    func room(beside value: String?) -> Int {
      limit - x - (value.map { TextWidth.columns(of: $0) + 3 } ?? 0)
    }
    let values = [3, 1].map { writer.value(row.node, edge: $0) }
    let value = values.first { TextWidth.columns(of: name) <= room(beside: $0) } ?? values[1]
    let label = TextWidth.clipped(name, to: max(4, room(beside: value)))
    x = grid.put(
      label, at: Point(x: x, y: point.y),
      style: Style(isPlain(row) ? .dim : .heading, bold: !isPlain(row)),
      limit: limit)
    if let value {
      x = grid.put(" = ", at: Point(x: x, y: point.y), style: Style(.dim), limit: limit)
      x = grid.put(
        value, at: Point(x: x, y: point.y), style: Style(.text, bold: true), limit: limit)
    }
    drawWorking(row, from: max(x + 2, column), y: point.y, on: &grid)
    if isSelected {
      let area = Rectangle(x: start, y: point.y, width: max(1, x - start), height: 1)
      grid.restyle(area, role: .focus)
    }
    return start
  }

  private func drawWorking(_ row: Derivation.Row, from x: Int, y: Int, on grid: inout Grid) {
    let room = width - 1 - x
    guard room >= 6 else { return }
    let note = writer.note(row.node) ?? ""
    let spare = note.isEmpty ? room : room - TextWidth.columns(of: note) - 2
    let working = writer.working(row.node, width: spare)
    var x = grid.put(working, at: Point(x: x, y: y), style: Style(.text))
    guard !note.isEmpty, TextWidth.columns(of: note) <= width - 1 - x else { return }
    if !working.isEmpty { x += 2 }
    grid.put(note, at: Point(x: x, y: y), style: Style(.dim))
  }

  private func isPlain(_ row: Derivation.Row) -> Bool {
    switch row.node {
    case .entry(let entry): entry.name == nil
    case .line, .source, .reached, .otherwise: false
    case .score, .pass, .shifted, .aside, .term, .terms, .more: true
    }
  }

  private static func head(
    _ row: Derivation.Row, _ writer: DerivationWriter, short: Bool
  ) -> String {
    [writer.label(row.node, short: short), writer.value(row.node)].compactMap { $0 }.joined(
      separator: " = ")
  }

  /// The lines of the tree, and whether the row can be opened: `│ ├▸`.
  private static func guides(_ row: Derivation.Row, levels: Int) -> String {
    guard row.depth > 0 else { return "" }
    let above = row.guides.suffix(levels).map { $0 ? "│ " : "  " }.joined()
    let mark = row.isOpen ? "▾" : row.opens ? "▸" : " "
    return above + (row.isLast ? "└" : "├") + mark + " "
  }
}
