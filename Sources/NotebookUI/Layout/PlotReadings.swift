import Notebook
import Terminal

/// Where the numbers of a plot stand that the cursor can come to.
extension PlotLayout {
  func reading(_ name: String) -> Readout {
    let place = focus ?? TablePlace(slice: slice, row: 0, column: 0)
    return Readout(place: place, label: name, y: 0, slot: slot(y: 0))
  }

  /// On the right.
  private func slot(y: Int) -> Point { Point(x: slotX, y: canvas.y + y) }

  var slotWidth: Int { format.width + 2 }

  /// Of a single line beside where the slider stands: several numbers would stand on one another's lines.
  func crossingReading(_ name: String) -> Readout? {
    guard let current, series.count == 1, let height = nearest(of: series[0]),
      let share = scale.share(height)
    else { return nil }
    let crossing = canvas.x + column(current) / 2
    let wanted = row(share: share) / 4
    let sides = sides(of: crossing, hasNames: !name.isEmpty)
    let lines = dots
    let places = Self.near(sides: sides).map { Point(x: $0.x, y: wanted + $0.y) }
      .filter { 0..<canvas.height ~= $0.y && $0.x + slotWidth <= canvas.x + canvas.width }
    let place =
      places.first { covered(by: $0, of: lines) == 0 }
      ?? places.min { covered(by: $0, of: lines) < covered(by: $1, of: lines) }
      ?? Point(x: sides[0], y: wanted)
    return Readout(
      place: series[0].place, label: name, y: labelRows([0], from: 0)[0] ?? 0,
      slot: Point(x: place.x, y: canvas.y + place.y))
  }

  /// Right of the crossing, where it doesn't reach what stands at the ends of the lines, and left of it.
  private func sides(of crossing: Int, hasNames: Bool) -> [Int] {
    let end = hasNames ? canvas.x + canvas.width : size.width
    return (crossing + 1 + slotWidth <= end ? [crossing + 1] : [])
      + [max(canvas.x, crossing - slotWidth)]
  }

  /// Where a number is looked for beside a crossing, the nearest first.
  private static func near(sides: [Int]) -> [Point] {
    func places(_ columns: [Int], _ rows: [Int]) -> [Point] {
      rows.flatMap { y in columns.map { Point(x: $0, y: y) } }
    }
    let right = sides.prefix(1).flatMap { x in (1...10).map { x + $0 } }
    return places(sides, [0, 1, -1]) + places(right, [0, 1]) + places(sides, [2, -2])
  }

  /// How many cells of lines a number would cover.
  private func covered(by place: Point, of lines: DotCanvas) -> Int {
    (place.x - canvas.x..<place.x - canvas.x + slotWidth).count {
      !lines.isEmpty(cell: Point(x: $0, y: place.y))
    }
  }

  func mark(_ index: Int) -> String { Self.marks[index % Self.marks.count] }

  /// The names at the ends of several lines, each behind its mark.
  var ends: [(index: Int, text: String, y: Int, place: TablePlace)] {
    guard tellsApart else { return [] }
    let rows = labelRows(
      Array(series.indices), from: curve == nil || readingsTitle != nil ? 1 : 0)
    return series.indices.map { ($0, endNames[$0], rows[$0] ?? 0, series[$0].place) }
  }

  /// The lines alone.
  private var dots: DotCanvas {
    var dots = DotCanvas(size: Size(width: canvas.width, height: canvas.height))
    for series in series { draw(series, thickness: 1, .text, on: &dots) }
    return dots
  }

  /// One line, broken where there is no number.
  func draw(_ series: Series, thickness: Int, _ role: Role, on dots: inout DotCanvas) {
    var before: Point?
    for (position, value) in zip(positions, series.values) {
      let point = scale.share(value).map { Point(x: column(position), y: row(share: $0)) }
      if let point { dots.line(from: before ?? point, to: point, thickness: thickness, role) }
      before = point
      if let point, curve == nil, 4 * positions.count <= canvas.width {
        dots.mark(tellsApart ? mark(series.index) : "•", x: point.x, y: point.y, role)
      }
    }
  }

  /// Each behind the name at the end of its line, or as near to it as others leave room, below what says of where they are.
  mutating func endReadings(_ names: [String], below title: String?) -> [Readout] {
    let shown = Fitting.range(
      count: series.count, from: focus.map { shape.offset(of: $0) } ?? 0,
      into: canvas.height - (series.count > canvas.height ? 1 : 0))
    if shown.count < canvas.height { readingsTitle = title }
    let rows = labelRows(Array(shown), from: readingsTitle == nil ? 0 : 1)
    return shown.map { index in
      let y = rows[index] ?? 0
      return Readout(place: series[index].place, label: names[index], y: y, slot: slot(y: y))
    }
  }

  /// The lines for what stands at the ends of some series, none above `first`.
  private func labelRows(_ shown: [Int], from first: Int) -> [Int: Int] {
    let ends = shown.map { index -> (index: Int, y: Int) in
      let end = series[index].values.last(where: \.isFinite)
      return (index, end.flatMap { scale.share($0) }.map { row(share: $0) / 4 } ?? canvas.height)
    }
    var free = first
    var rows: [Int: Int] = [:]
    for (rank, end) in ends.sorted(by: { ($0.y, $0.index) < ($1.y, $1.index) }).enumerated() {
      let last = canvas.height - (ends.count - rank)
      let y = max(free, min(end.y, last))
      rows[end.index] = y
      free = y + 1
    }
    return rows
  }
}
