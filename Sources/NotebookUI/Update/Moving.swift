import Notebook
import Terminal

extension State {
  /// Moves the focus; where there is nothing to move to, the step scrolls.
  mutating func move(_ action: Action) {
    guard let focus = reading?.focus else { return scrollInstead(action) }
    switch action {
    case .nextPanel: focusPanel(by: 1)
    case .previousPanel: focusPanel(by: -1)
    default:
      if let moved = reading?.moved(action, from: focus) {
        self.reading?.focus = moved
      } else if let neighbour = page?.neighbour(of: focus, to: action) {
        self.reading?.focus = neighbour
      } else {
        return scrollInstead(action)
      }
    }
    if reading?.focus?.panel != focus.panel { showFocusedPanel() } else { showFocus() }
    sightShown = sight
  }

  private mutating func scrollInstead(_ action: Action) {
    switch action {
    case .up: scroll(by: -1)
    case .down: scroll(by: 1)
    default: break
    }
  }

  private mutating func focusPanel(by step: Int) {
    guard let stop = reading?.stop(after: step) else { return }
    reading?.focus = stop
  }
}

extension Reading {
  /// What Tab comes to from the cursor.
  var nextStop: Focus? { stop(after: 1) }

  fileprivate func stop(after step: Int) -> Focus? {
    let stops = stops
    guard let focus, let index = stops.firstIndex(where: { $0.isBeside(focus) }) else { return nil }
    return stops[(index + step + stops.count) % stops.count]
  }

  /// Where Tab comes to, in text order: each panel and each question.
  var stops: [Focus] {
    let panels = Dictionary(grouping: panels, by: \.id.cell)
    return session.outline(ofStep: step).flatMap { stops(in: $0, panels) }
  }

  /// Where Tab comes to in something of the step: in what is the reader's own and has no panel, to itself.
  func stops(in item: OutlineItem) -> [Focus] {
    stops(in: item, Dictionary(grouping: panels, by: \.id.cell))
  }

  private func stops(in item: OutlineItem, _ panels: [CellID: [Panel]]) -> [Focus] {
    let blocks = shownByBlock
    let shown = item.blocks.flatMap { blocks[safe: $0] ?? [] }
    if shown.isEmpty && !item.blocks.isEmpty && hasHiddenParts { return [] }
    let found = shown.flatMap { stops(in: $0, panels) }
    return found.isEmpty && item.isOwn ? [.block(item.id)] : found
  }

  private func stops(in block: Block, _ panels: [CellID: [Panel]]) -> [Focus] {
    switch block {
    case .cell(let id): (panels[id] ?? []).map { lastFocus(in: $0) }
    case .exercise(let exercise): exercise.blocks.flatMap { stops(in: $0, panels) }
    case .quiz, .predict: questions.filter { $0.question == block.task?.id }
    case .prose, .listing, .pause, .note, .play: []
    }
  }

  /// Where the focus comes to inside its own panel or quiz; nil at the edge.
  func moved(_ action: Action, from focus: Focus) -> Focus? {
    if case .option(let id, let option) = focus {
      return moved(action, from: option, in: id)
    }
    guard case .panel(let panel, let position?) = focus, let shape = shape(of: panel),
      var place = shape.place(of: position)
    else { return nil }
    switch action {
    case .left: place.column -= 1
    case .right: place.column += 1
    case .up: place.row -= 1
    case .down: place.row += 1
    case .rowStart: place.column = 0
    case .rowEnd: place.column = shape.columns - 1
    case .firstEntry: place = TablePlace(slice: 0, row: 0, column: 0)
    case .lastEntry:
      place = TablePlace(
        slice: shape.sliceCount - 1, row: shape.rows - 1, column: shape.columns - 1)
    default: return nil
    }
    guard shape.contains(place) else { return nil }
    return Focus(panel: panel, position: shape.position(place))
  }

  private func moved(_ action: Action, from option: Int, in quiz: String) -> Focus? {
    let last = (self.quiz(quiz)?.options.count ?? 0) - 1
    let wanted: Int
    switch action {
    case .up: wanted = option - 1
    case .down: wanted = option + 1
    case .firstEntry: wanted = 0
    case .lastEntry: wanted = last
    default: return nil
    }
    return 0 <= wanted && wanted <= last ? .option(quiz: quiz, wanted) : nil
  }

  /// Tab returns to where the cursor was in a panel; else to its first entry that can be edited.
  func lastFocus(in panel: Panel) -> Focus {
    if panel.isInput, let entry = panel.options.editable?.first, panel.tableShape != nil {
      return Focus(panel: panel.id, position: entry)
    }
    return Focus.first(of: panel)
  }
}

extension StepPage {
  /// The entry of another slice or panel that one comes to by leaving the focus in a direction.
  func neighbour(of focus: Focus, to direction: Action) -> Focus? {
    guard let from = targets.first(where: { $0.focus == focus })?.area else { return nil }
    // Inside a matrix the cursor goes by rows and columns, however they are drawn.
    let others = targets.filter { !$0.focus.isInMatrix(of: focus) }
    let reachable = others.compactMap { target -> (focus: Focus, distance: Int)? in
      distance(from: from, to: target.area, direction).map { (target.focus, $0) }
    }
    return reachable.min { $0.distance < $1.distance }?.focus
  }

  /// Everything the focus can stand on that is laid out, and where.
  var targets: [(focus: Focus, area: Rectangle)] {
    stops
      + panels.flatMap { item -> [(focus: Focus, area: Rectangle)] in
        guard let table = item.box.layout else {
          let area = Rectangle(
            x: item.at.x, y: item.at.y, width: item.box.size.width, height: item.box.size.height)
          return [(Focus(panel: item.box.id, position: nil), area)]
        }
        return table.places.compactMap { place in
          let position = table.shape.position(place)
          return item.box.slot(position).map {
            (Focus(panel: item.box.id, position: position), $0.moved(by: item.at))
          }
        }
      }
  }

  /// How far away something is in a direction; nil where it lies in another.
  private func distance(from: Rectangle, to: Rectangle, _ direction: Action) -> Int? {
    let dx = gap(from.columns, to.columns)
    let dy = gap(from.rows, to.rows)
    switch direction {
    case .left: return to.x < from.x && dy == 0 ? -dx : nil
    case .right: return to.x > from.x && dy == 0 ? dx : nil
    case .up: return to.y < from.y ? -dy * 3 + abs(dx) : nil
    case .down: return to.y > from.y ? dy * 3 + abs(dx) : nil
    default: return nil
    }
  }

  /// How far apart two ranges are: positive where the second lies behind, 0 where they overlap.
  private func gap(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    if b.lowerBound >= a.upperBound { return b.lowerBound - a.upperBound + 1 }
    if a.lowerBound >= b.upperBound { return b.upperBound - a.lowerBound - 1 }
    return 0
  }
}

extension TableLayout {
  /// The entries in view, in row-major order.
  var places: [TablePlace] {
    slices.flatMap { slice in
      rows.flatMap { row in
        columns.map { TablePlace(slice: slice.index, row: row, column: $0) }
      }
    }
  }
}

extension Rectangle {
  func moved(by point: Point) -> Rectangle {
    Rectangle(x: x + point.x, y: y + point.y, width: width, height: height)
  }
}

extension Point {
  func moved(by point: Point) -> Point { Point(x: x + point.x, y: y + point.y) }
}
