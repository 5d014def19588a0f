import Terminal

/// Panels from left to right in rows, then down.
enum PanelFlow {
  static let gap = 3
  /// How far a panel is moved to stand under one of the row above.
  private static let farthestSnap = 14

  /// A panel with its long header broken into lines, and with the header whole.
  ///
  /// By these two all panels are placed, whichever way the reader looks at them: another view, a change against the pinned state
  /// or a longer number takes the place of one of them where it has room there.
  struct Choice {
    var broken: PanelBox
    var whole: PanelBox
    /// What stands in the place of one of them, in as many columns as there are up to the next panel; nil where that needs more.
    var fitted: (_ place: PanelBox, _ columns: Int) -> PanelBox? = { place, _ in place }
    /// What does as it would stand alone.
    var alone: (_ isWhole: Bool) -> PanelBox? = { _ in nil }
  }

  /// Panels in their places: the top left of each, and the height of all.
  struct Arrangement {
    var placed: [(PanelBox, Point)] = []
    var height = 0
    /// As it would be if every panel were looked at as it is at first.
    var plainHeight = 0
  }

  /// What lies in one row gets headers of one height.
  ///
  /// A row takes as many panels as fit with their headers broken; then headers are left whole where there is space.
  static func arrange(_ choices: [Choice], width: Int, _ spacing: Spacing = .ordinary)
    -> Arrangement
  {
    var choices = choices
    while true {
      var rows = Self.rows(of: choices, width: width, spacing)
      let plain = height(of: rows, spacing)
      guard let index = fit(&rows, choices, width: width, gap: spacing.panels) else {
        for row in rows.indices { finish(&rows[row], width: width, gap: spacing.panels) }
        return Arrangement(
          placed: placed(rows, spacing), height: height(of: rows, spacing), plainHeight: plain)
      }
      // One that has no room in its place is placed by itself.
      if let broken = choices[index].alone(false), let whole = choices[index].alone(true) {
        choices[index].broken = broken
        choices[index].whole = whole
      }
      choices[index].fitted = { place, _ in place }
    }
  }

  private typealias Placed = (box: PanelBox, x: Int)

  // MARK: - Rows

  private static func rows(of choices: [Choice], width: Int, _ spacing: Spacing) -> [[Placed]] {
    var rows: [[Placed]] = []
    let boxes = choices.map(\.broken)
    for range in RowBreaks(boxes, width: width, gap: spacing.panels).rows {
      let chosen = unbroken(Array(choices[range]), width: width, gap: spacing.panels)
      let stops = rows.last?.map(\.x) ?? []
      rows.append(spread(chosen, width: width, stops: stops, gap: spacing.panels))
    }
    return rows
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

  // MARK: - What stands in the places

  /// Puts each panel as it is looked at into its place; the index of the first that has no room there.
  private static func fit(
    _ rows: inout [[Placed]], _ choices: [Choice], width: Int, gap: Int
  ) -> Int? {
    var index = 0
    for row in rows.indices {
      for column in rows[row].indices {
        let columns = columns(of: rows[row], column, width: width, gap: gap)
        guard let box = choices[index].fitted(rows[row][column].box, columns) else { return index }
        rows[row][column].box = box
        index += 1
      }
    }
    return nil
  }

  /// Up to the next panel, or the end of the page.
  private static func columns(of row: [Placed], _ index: Int, width: Int, gap: Int) -> Int {
    (row.indices.contains(index + 1) ? row[index + 1].x - gap : width) - row[index].x
  }

  private static func finish(_ row: inout [Placed], width: Int, gap: Int) {
    let tables = row.filter { ($0.box.layout?.shape.shape.isEmpty ?? true) == false }
    let height = tables.map(\.box.header.count).max() ?? 0
    for index in row.indices {
      row[index].box.padHeader(to: height)
      row[index].box.placeLegend(room: columns(of: row, index, width: width, gap: gap))
    }
  }

  // MARK: - Lines

  private static func height(of row: [Placed]) -> Int {
    let tables = row.filter { ($0.box.layout?.shape.shape.isEmpty ?? true) == false }
    let headers = tables.map(\.box.header.count).max() ?? 0
    return row.map { placed in
      let box = placed.box
      let isTable = box.layout?.shape.shape.isEmpty == false
      return box.size.height + (isTable ? max(0, headers - box.header.count) : 0)
    }.max() ?? 0
  }

  private static func height(of rows: [[Placed]], _ spacing: Spacing) -> Int {
    tops(of: rows, spacing).height
  }

  /// Rows of one line each stand without an empty line between them.
  private static func tops(of rows: [[Placed]], _ spacing: Spacing) -> (tops: [Int], height: Int) {
    var tops: [Int] = []
    var y = 0
    var afterLine = false
    for row in rows {
      let height = height(of: row)
      if !tops.isEmpty && !(afterLine && height == 1) { y += spacing.elements }
      tops.append(y)
      y += height
      afterLine = height == 1
    }
    return (tops, y)
  }

  private static func placed(_ rows: [[Placed]], _ spacing: Spacing) -> [(PanelBox, Point)] {
    zip(rows, tops(of: rows, spacing).tops).flatMap { row, y in
      row.map { ($0.box, Point(x: $0.x, y: y)) }
    }
  }
}
