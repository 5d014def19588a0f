import Terminal

/// Panels from left to right in rows as they fit, then down.
enum PanelFlow {
  static let gap = 4
  /// How far a panel is moved to stand under one of the row above.
  private static let farthestSnap = 14

  /// The top left of each box and the height of all; what lies in one row gets headers of one height.
  static func arrange(_ boxes: [PanelBox], width: Int) -> (placed: [(PanelBox, Point)], height: Int)
  {
    var placed: [(PanelBox, Point)] = []
    var y = 0
    var stops: [Int] = []
    var afterLine = false
    var rest = boxes[...]
    while !rest.isEmpty {
      var row = takeRow(&rest, width: width, stops: stops)
      alignHeaders(&row)
      let height = row.map(\.box.size.height).max() ?? 0
      // Rows of one line each stand without an empty line between them.
      if !placed.isEmpty && !(afterLine && height == 1) { y += 1 }
      placed += row.map { ($0.box, Point(x: $0.x, y: y)) }
      y += height
      stops = row.map(\.x)
      afterLine = height == 1
    }
    return (placed, y)
  }

  private typealias Placed = (box: PanelBox, x: Int)

  private static func takeRow(
    _ rest: inout ArraySlice<PanelBox>, width: Int, stops: [Int]
  ) -> [Placed] {
    var row: [Placed] = []
    var x = 0
    while let box = rest.first {
      if !row.isEmpty {
        x = stops.first { $0 >= x && $0 - x <= farthestSnap && $0 + box.size.width <= width } ?? x
        if x + box.size.width > width { break }
      }
      row.append((box, x))
      x += box.size.width + gap
      rest.removeFirst()
    }
    return row
  }

  private static func alignHeaders(_ row: inout [Placed]) {
    let tables = row.filter { ($0.box.table?.shape.shape.isEmpty ?? true) == false }
    let height = tables.map(\.box.header.count).max() ?? 0
    for index in row.indices { row[index].box.padHeader(to: height) }
  }
}
