import AttentionEngine
import CellLanguage
import Notebook
import Terminal

/// Draws panels with the marks that come on top: the focus, what took part in it, what changed, what is being typed.
struct PanelPainter {
  let reading: Reading
  /// The entries that took part in the focused one, by their offsets.
  let sources: [PanelID: Set<Int>]

  /// - Parameter isCrowded: whether something else stands close to its left.
  func draw(
    _ box: PanelBox, at origin: Point, crowded isCrowded: Bool = false, on pane: inout Pane
  ) {
    for (index, line) in box.header.enumerated() {
      pane.put(line, at: Point(x: origin.x, y: origin.y + index))
    }
    for (index, line) in box.body.enumerated() {
      pane.put(line, at: Point(x: origin.x, y: origin.y + box.header.count + index))
    }
    if let (line, at) = box.legendPlace {
      pane.put(line, at: at.moved(by: origin))
    }
    markWhole(box, at: origin, gap: isCrowded || origin.x < 2 ? 1 : 2, on: &pane)
    guard case .array(let array) = box.panel.content else { return }
    let tableOrigin = Point(x: origin.x + box.tableOrigin.x, y: origin.y + box.tableOrigin.y)
    if let figure = box.figure { drawFigure(figure, box, array, at: tableOrigin, on: &pane) }
    guard let table = box.table else { return }
    drawLabels(of: table, at: tableOrigin, on: &pane)
    let pinned = reading.pinnedEntries(of: box.panel)
    let noise = box.panel.noise
    let entries = EntryStyles(
      array: array, panel: box.panel, view: table.view,
      editable: reading.editableOffsets(box.panel, table.shape),
      sources: sources[box.id] ?? [], marks: marks(of: box, isCompared: pinned != nil),
      veiled: reading.veiled(box.panel), hasSmallBars: table.hasSmallBars)
    for place in table.places {
      guard let slot = table.slot(place)?.moved(by: tableOrigin) else { continue }
      let offset = table.shape.offset(of: place)
      let entry = entries[offset]
      let change =
        entry.isVeiled
        ? nil
        : pinned.flatMap {
          PinnedChange(from: $0[offset], to: entry.value, table.format, within: noise)
        }
      if entry.isShaded { fill(table.cell(around: slot), entry.style.role, on: &pane) }
      draw(
        change.map { entry.compared($0) } ?? entry, table.format,
        isScalar: table.shape.shape.isEmpty, in: slot, on: &pane)
      drawChange(change, table.change(behind: slot), slot, on: &pane)
      if let area = table.bar(behind: slot), let scale = entries.scale {
        let bar = Bar(entry.value, scale: scale, width: area.width)
        pane.put(bar.line, at: Point(x: area.x, y: area.y))
      }
    }
    markFocus(box, table, entries, at: origin, on: &pane)
  }

  private func drawFigure(
    _ figure: any EntryLayout, _ box: PanelBox, _ array: NDArray, at origin: Point,
    on pane: inout Pane
  ) {
    let sources = sources[box.id] ?? []
    let pinned = reading.pinnedEntries(of: box.panel)
    let entries = EntryStyles(
      array: array, panel: box.panel, view: .table,
      editable: reading.editableOffsets(box.panel, figure.shape), sources: sources,
      marks: marks(of: box, isCompared: pinned != nil))
    var shown = figure.places
    if let flow = figure as? FlowLayout {
      // Away from the panel, the weights that took part in the focused number are shown.
      let chosen = flow.focus ?? sources.min().flatMap { flow.shape.place(atOffset: $0) }
      drawFlow(flow, entries, array.tensor.entries, at: origin, chosen: chosen, on: &pane)
      shown = chosen.map { flow.places(ofQuery: $0) } ?? []
    }
    if let plot = figure as? PlotLayout { drawPlot(plot, entries, at: origin, on: &pane) }
    for place in shown {
      guard let pinned, let slot = figure.slot(place)?.moved(by: origin) else { continue }
      let offset = figure.shape.offset(of: place)
      let change = PinnedChange(
        from: pinned[offset], to: entries[offset].value, figure.format, within: box.panel.noise)
      drawChange(change, nil, slot, on: &pane)
    }
    markFocus(
      box, figure, entries,
      at: Point(x: origin.x - box.tableOrigin.x, y: origin.y - box.tableOrigin.y), on: &pane)
  }

  /// What the last key changed; beside what the pin says it would be said twice, or otherwise.
  private func marks(of box: PanelBox, isCompared: Bool) -> [Int: Trend] {
    isCompared ? [:] : reading.marks[box.id] ?? [:]
  }

  private func drawLabels(of table: TableLayout, at origin: Point, on pane: inout Pane) {
    let style = Style(.label)
    for slice in table.slices {
      if let label = slice.label {
        let y = origin.y + slice.origin.y
        pane.put(label, at: Point(x: origin.x + slice.origin.x, y: y), style: Style(.dim))
      }
      let corner = table.cornerPlace(in: slice).moved(by: origin)
      pane.put(table.corner, at: corner, style: Style(.dim))
      for column in table.columns where table.labels.headerHeight > 0 {
        let field = table.columnLabel(column, in: slice).moved(by: origin)
        pane.putTrailing(table.labels.column(column), in: field, style: style)
      }
      guard table.labels.hasRows else { continue }
      for row in table.rows {
        let point = table.rowLabel(row, in: slice)
        pane.put(
          table.labels.row(row), at: Point(x: origin.x + point.x, y: origin.y + point.y),
          style: style)
      }
    }
  }

  func draw(
    _ entry: EntryStyles.Entry, _ format: EntryFormat, isScalar: Bool, in slot: Rectangle,
    on pane: inout Pane
  ) {
    let text = entry.isVeiled ? Reading.veil : format.text(entry.value)
    let field = Rectangle(x: slot.x + 1, y: slot.y, width: slot.width - 2, height: 1)
    if let shade = entry.shade {
      let x = field.x + field.width - TextWidth.columns(of: text) - 1
      pane.put(shade.symbol, at: Point(x: x, y: slot.y), style: Style(shade.role))
    }
    if isScalar {
      pane.put(text, at: Point(x: field.x, y: field.y), style: entry.style)
    } else {
      pane.putTrailing(text, in: field, style: entry.style)
    }
    if let mark = entry.mark {
      let style = entry.isShaded ? Style(entry.style.role) : Style(.changed)
      pane.put(mark, at: Point(x: slot.x + slot.width - 1, y: slot.y), style: style)
    }
  }

  private func fill(_ area: Rectangle, _ role: Role, on pane: inout Pane) {
    let blank = String(repeating: " ", count: area.width)
    for y in area.y..<area.y + area.height {
      pane.put(blank, at: Point(x: area.x, y: y), style: Style(role))
    }
  }

  /// How an entry differs from the pinned state: behind it, or where there is no room by a symbol alone.
  private func drawChange(
    _ change: PinnedChange?, _ area: Rectangle?, _ slot: Rectangle, on pane: inout Pane
  ) {
    guard let change else { return }
    let style = Style(change.role, bold: true)
    let mark = Rectangle(x: slot.x + slot.width - 1, y: slot.y, width: 1, height: 1)
    if let area {
      pane.put(change.text, at: Point(x: area.x, y: area.y), style: style)
    } else {
      pane.put(change.trend.symbol, at: Point(x: mark.x, y: mark.y), style: style)
    }
  }

  // MARK: - Focus and editing

  private func markFocus(
    _ box: PanelBox, _ layout: any EntryLayout, _ entries: EntryStyles, at origin: Point,
    on pane: inout Pane
  ) {
    guard let focus = reading.focus, focus.panel == box.id, let position = focus.position,
      let place = layout.shape.place(of: position), let slot = box.slot(position)?.moved(by: origin)
    else { return }
    if case .entry(box.id, position) = reading.editing?.target { return }
    let offset = layout.shape.offset(of: place)
    let entry = entries[offset]
    let isVeiled = reading.isVeiled(box.panel, at: position)
    let shown = isVeiled ? Reading.veil : layout.format.text(entry.value)
    let width = TextWidth.columns(of: shown) + 2
    let isScalar = box.figure == nil && layout.shape.shape.isEmpty
    let x = isScalar ? slot.x : slot.x + slot.width - width
    let shade = isVeiled ? nil : entry.shade
    pane.put("[\(shown)]", at: Point(x: x, y: slot.y), style: Style(.focus, bold: true))
    // A number that fills its column has its shade in the column before, which is free.
    if let shade, x > slot.x || shade.symbol != " " {
      pane.put(shade.symbol, at: Point(x: x - 1, y: slot.y), style: Style(shade.role))
    }
    let isFree = entry.shade == nil || !layout.hasEntry(right: place)
    if isFree, box.table?.change(behind: slot) == nil,
      let change = change(of: entry, offset, in: box, layout)
    {
      let behind = Point(x: slot.x + slot.width, y: slot.y)
      pane.put(change.trend.symbol, at: behind, style: Style(change.role, bold: true))
    }
    pane.setCursor(Point(x: x + 1, y: slot.y))
  }

  /// How the focused entry of a table differs from the pinned state: its brackets cover what stands there otherwise.
  private func change(
    of entry: EntryStyles.Entry, _ offset: Int, in box: PanelBox, _ layout: any EntryLayout
  ) -> PinnedChange? {
    guard !entry.isVeiled, box.table != nil, !layout.shape.shape.isEmpty,
      let pinned = reading.pinnedEntries(of: box.panel)
    else { return nil }
    return PinnedChange(
      from: pinned[offset], to: entry.value, layout.format, within: box.panel.noise)
  }

  /// A longer text is seen whole below the step.
  private static let widestTyping = 32

  /// What is being typed into an entry, on top of everything: a text that is wider than its slot covers what stands beside it in its
  /// own panel, and is scrolled where that ends.
  func drawTyping(_ panels: [(box: PanelBox, at: Point)], on pane: inout Pane) {
    guard let editing = reading.editing, case .entry(let id, let position) = editing.target,
      let item = panels.first(where: { $0.box.id == id }),
      let slot = item.box.slot(position)?.moved(by: item.at)
    else { return }
    let neighbours = panels.filter { other in
      other.at.x > item.at.x
        && other.at.y..<other.at.y + other.box.size.height ~= slot.y
    }
    let end = neighbours.map(\.at.x).min().map { $0 - 1 } ?? pane.area.width
    drawTyped(editing, in: slot, end: end, on: &pane)
  }

  private func drawTyped(
    _ editing: Editing, in slot: Rectangle, end: Int, on pane: inout Pane
  ) {
    let (field, style) = (editing.field, editing.style)
    let needed = TextWidth.columns(of: field.text) + 1
    let room = min(needed, Self.widestTyping, pane.area.width - 2, end - slot.x - 2)
    let width = max(slot.width - 2, room)
    var slot = slot
    // What is covered in part would be misread.
    if width + 2 > slot.width {
      let end = Point(x: slot.x + width + 2, y: slot.y)
      pane.put(" ", at: end, style: .text)
    }
    slot.width = width + 2
    slot.x = max(0, min(slot.x, pane.area.width - slot.width))
    let view = TextView(field.text, caret: field.caret, width: width)
    pane.put("[", at: Point(x: slot.x, y: slot.y), style: Style(.focus, bold: true))
    pane.put(
      String(repeating: " ", count: width), at: Point(x: slot.x + 1, y: slot.y), style: style)
    pane.put(view.text, at: Point(x: slot.x + 1, y: slot.y), style: style)
    pane.put(
      "]", at: Point(x: slot.x + slot.width - 1, y: slot.y), style: Style(.focus, bold: true))
    pane.setCursor(Point(x: slot.x + 1 + view.cursor, y: slot.y))
  }

  /// A panel without entries shows the focus by a mark beside it, a text by brackets as an entry does; one whose formula is
  /// being typed is lit.
  private func markWhole(
    _ box: PanelBox, at origin: Point, gap: Int, on pane: inout Pane
  ) {
    if case .formula(box.id) = reading.editing?.target {
      for y in box.header.indices {
        let area = Rectangle(x: origin.x, y: origin.y + y, width: box.header[y].width, height: 1)
        pane.restyle(area) { $0.role = .editing }
      }
      return
    }
    guard let focus = reading.focus, focus.panel == box.id, focus.position == nil else { return }
    if case .text = box.panel.content, let last = box.header.last {
      let end = Point(x: origin.x + last.width, y: origin.y + box.header.count - 1)
      pane.put("[", at: Point(x: origin.x - 1, y: origin.y), style: Style(.focus, bold: true))
      pane.put("]", at: end, style: Style(.focus, bold: true))
    } else {
      pane.put("▸", at: Point(x: origin.x - gap, y: origin.y), style: Style(.focus, bold: true))
    }
    pane.setCursor(origin)
  }
}

extension Reading {
  /// The offsets of the entries that can be edited.
  func editableOffsets(_ panel: Panel, _ shape: TableShape) -> Set<Int> {
    guard panel.isInput, !panel.options.locked else { return [] }
    let count = shape.sliceCount * shape.rows * shape.columns
    return Set(
      (0..<min(count, 10_000)).filter { offset in
        guard let place = shape.place(atOffset: offset) else { return false }
        return session.isEditable(panel.id, at: shape.position(place))
      })
  }
}
