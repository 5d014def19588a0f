import Terminal

/// Panels from left to right in rows as they fit, then down.
enum PanelFlow {
  static let gap = 3
  /// How far a panel is moved to stand under one of the row above.
  private static let farthestSnap = 14

  /// A panel with its long header broken into lines, and with the header whole.
  struct Choice {
    let broken: PanelBox
    let whole: PanelBox
  }

  /// The top left of each box and the height of all; what lies in one row gets headers of one height.
  ///
  /// A row takes as many panels as fit with their headers broken; then headers are left whole where there is space.
  static func arrange(_ choices: [Choice], width: Int, _ spacing: Spacing = .ordinary) -> (
    placed: [(PanelBox, Point)], height: Int
  ) {
    var placed: [(PanelBox, Point)] = []
    var y = 0
    var stops: [Int] = []
    var afterLine = false
    var rest = choices[...]
    while !rest.isEmpty {
      let count = fitting(rest.map(\.broken), width: width, gap: spacing.panels)
      let chosen = unbroken(Array(rest.prefix(count)), width: width, gap: spacing.panels)
      var row = spread(chosen, width: width, stops: stops, gap: spacing.panels)
      rest.removeFirst(count)
      alignHeaders(&row)
      placeLegends(&row, width: width, gap: spacing.panels)
      let height = row.map(\.box.size.height).max() ?? 0
      // Rows of one line each stand without an empty line between them.
      if !placed.isEmpty && !(afterLine && height == 1) { y += spacing.elements }
      placed += row.map { ($0.box, Point(x: $0.x, y: y)) }
      y += height
      stops = row.map(\.x)
      afterLine = height == 1
    }
    return (placed, y)
  }

  private typealias Placed = (box: PanelBox, x: Int)

  /// How many boxes fit in a row, at least one.
  private static func fitting(_ boxes: [PanelBox], width: Int, gap: Int) -> Int {
    var used = 0
    var count = 0
    for box in boxes {
      used += box.size.width + (count > 0 ? gap : 0)
      if count > 0 && used > width { break }
      count += 1
    }
    return count
  }

  private static func unbroken(_ row: [Choice], width: Int, gap: Int) -> [PanelBox] {
    var spare = width - row.reduce(0) { $0 + $1.broken.size.width } - gap * (row.count - 1)
    return row.map { choice in
      let more = choice.whole.size.width - choice.broken.size.width
      guard more <= spare else { return choice.broken }
      spare -= more
      return choice.whole
    }
  }

  /// Boxes side by side, each but the first moved to the right to stand under one of the row above; where the row has no room for
  /// all of them to do so, none is: a single one would leave a hole.
  private static func spread(_ boxes: [PanelBox], width: Int, stops: [Int], gap: Int) -> [Placed] {
    var spare = width - boxes.reduce(0) { $0 + $1.size.width } - gap * (boxes.count - 1)
    var x = 0
    var aligned: [Placed] = []
    for box in boxes {
      let limit = min(spare, farthestSnap)
      if !aligned.isEmpty {
        guard let stop = stops.first(where: { $0 >= x && $0 - x <= limit }) else {
          return packed(boxes, gap: gap)
        }
        spare -= stop - x
        x = stop
      }
      aligned.append((box, x))
      x += box.size.width + gap
    }
    return aligned
  }

  private static func packed(_ boxes: [PanelBox], gap: Int) -> [Placed] {
    var x = 0
    return boxes.map { box in
      defer { x += box.size.width + gap }
      return (box, x)
    }
  }

  private static func placeLegends(_ row: inout [Placed], width: Int, gap: Int) {
    for index in row.indices {
      let end = row.indices.contains(index + 1) ? row[index + 1].x - gap : width
      row[index].box.placeLegend(room: end - row[index].x)
    }
  }

  private static func alignHeaders(_ row: inout [Placed]) {
    let tables = row.filter { ($0.box.table?.shape.shape.isEmpty ?? true) == false }
    let height = tables.map(\.box.header.count).max() ?? 0
    for index in row.indices { row[index].box.padHeader(to: height) }
  }
}
