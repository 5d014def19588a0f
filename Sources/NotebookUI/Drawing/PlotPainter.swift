import CellLanguage
import Notebook
import Terminal

extension PanelPainter {
  func drawPlot(
    _ plot: PlotLayout, _ entries: EntryStyles, at origin: Point, on pane: inout Pane
  ) {
    drawAxes(of: plot, at: origin, on: &pane)
    for (y, line) in plot.drawn.lines.enumerated() {
      pane.put(line, at: Point(x: origin.x + plot.canvas.x, y: origin.y + plot.canvas.y + y))
    }
    if let title = plot.readingsTitle {
      let point = plot.label(0).moved(by: origin)
      pane.put(title, at: point, style: Style(.label))
    }
    for end in plot.ends {
      let point = plot.label(end.y).moved(by: origin)
      let isChosen = plot.isChosen(plot.series[end.index])
      pane.put(plot.mark(end.index), at: point, style: Style(.series(end.index), bold: true))
      pane.put(
        end.text, at: Point(x: point.x + 2, y: point.y),
        style: Style(.series(end.index), bold: isChosen))
    }
    for reading in plot.readings {
      if plot.curve == nil || !plot.tellsApart {
        let isChosen = plot.focus == reading.place
        pane.put(
          reading.label, at: plot.label(reading.y).moved(by: origin),
          style: isChosen ? Style(.strong, bold: true) : Style(.label))
      }
      guard let slot = plot.slot(reading.place)?.moved(by: origin) else { continue }
      let blank = String(repeating: " ", count: slot.width)
      pane.put(blank, at: Point(x: slot.x, y: slot.y), style: .text)
      let offset = plot.shape.offset(of: reading.place)
      draw(entries[offset], plot.format, isScalar: false, in: slot, on: &pane)
    }
  }

  private func drawAxes(of plot: PlotLayout, at origin: Point, on pane: inout Pane) {
    let x = origin.x + plot.canvas.x - 1
    let labels = plot.scale.labels
    for y in 0..<plot.canvas.height {
      let tick = plot.ticks.firstIndex(of: y)
      let point = Point(x: x, y: origin.y + plot.canvas.y + y)
      pane.put(tick == nil ? "│" : "┤", at: point, style: Style(.rule))
      guard let tick, labels.indices.contains(tick) else { continue }
      let field = Rectangle(x: origin.x, y: point.y, width: plot.canvas.x - 2, height: 1)
      pane.putTrailing(labels[tick], in: field, style: Style(.label))
    }
    let bottom = origin.y + plot.canvas.y + plot.canvas.height
    let rule = "└" + String(repeating: "─", count: plot.canvas.width)
    pane.put(rule, at: Point(x: x, y: bottom), style: Style(.rule))
    for (text, column, style) in plot.legends {
      pane.put(
        text, at: Point(x: origin.x + plot.canvas.x + column, y: bottom + 1), style: style)
    }
  }
}

extension PlotLayout {
  /// The lines of the canvas that have a number beside them, the highest first.
  fileprivate var ticks: [Int] { [0, row(share: 0.5) / 4, canvas.height - 1] }

  /// The lines, those under the cursor last, so that they lie on top.
  fileprivate var drawn: DotCanvas {
    let blank = DotCanvas(size: Size(width: canvas.width, height: canvas.height))
    var ground = blank
    let now = current.map { column($0) }
    if let now, curve != nil {
      for y in stride(from: 0, to: ground.rows, by: 2) { ground.set(x: now, y: y, .rule) }
    }
    let isOneOfMany = series.count > canvas.height
    let lines = [false, true].flatMap { isChosen in
      series.filter { self.isChosen($0) == isChosen }.map { series in
        let role: Role =
          tellsApart
          ? .series(series.index) : isChosen ? .live : focus == nil && !isOneOfMany ? .text : .dim
        var line = blank
        draw(series, thickness: isChosen ? 2 : 1, role, on: &line)
        return line
      }
    }
    var dots = ground.overlaid(with: lines)
    if let now { markCurrent(at: now, on: &dots) }
    return dots
  }

  /// A mark where each line stands; of lines that meet there side by side, so that each is seen to be there.
  private func markCurrent(at x: Int, on dots: inout DotCanvas) {
    var taken: Set<Point> = []
    for series in series where curve != nil || isChosen(series) {
      let value = curve == nil ? focus.map { series.values[$0.column] } : nearest(of: series)
      guard let share = value.flatMap({ scale.share($0) }) else { continue }
      let y = row(share: share)
      var cell = Point(x: x / 2, y: y / 4)
      let step = cell.x + series.index < canvas.width ? 1 : -1
      while tellsApart, taken.contains(cell) { cell.x += step }
      taken.insert(cell)
      dots.mark(
        tellsApart ? mark(series.index) : Self.marks[0], x: 2 * cell.x, y: y,
        tellsApart ? .series(series.index) : .strong)
    }
  }

  /// What stands below the axis: the ends and the place of the slider, or the labels of the columns that have room.
  fileprivate var legends: [(text: String, column: Int, style: Style)] {
    guard let curve else { return columnLegends }
    let ends = [curve.inputs.first, curve.inputs.last].map { $0.map { Reading.text(ofStep: $0) } }
    guard let low = ends[0], let high = ends[1] else { return [] }
    let name = "\(curve.name) = \(Reading.text(ofStep: curve.current))"
    let right = canvas.width - high.utf8.count
    var legends = [(low, 0, Style(.label)), (high, right, Style(.label))]
    guard current != nil else { return legends }
    // Below the crossing, or as near to it as the ends leave room.
    let length = TextWidth.columns(of: name)
    let wanted = column(current ?? 0.5) / 2 - length / 2
    let first = low.utf8.count + 2
    let last = right - 2 - length
    if first <= last { legends.append((name, max(first, min(wanted, last)), Style(.strong))) }
    return legends
  }

  private var columnLegends: [(text: String, column: Int, style: Style)] {
    labelled.map { label in
      let isHere = focus?.column == label.column
      return (label.text, label.x, isHere ? Style(.strong, bold: true) : Style(.label))
    }
  }
}
