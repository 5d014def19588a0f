import CellLanguage
import Notebook
import Terminal

/// Where a line plot stands: numbers beside the upright axis, the lines, what stands below them, on the right the names of the
/// lines with the numbers that the cursor can come to. A single line over a slider has its number where the slider stands.
///
/// A result that rests on a slider is drawn over it, a line for each entry; a vector over its indices; of a matrix each row.
struct PlotLayout: EntryLayout {
  /// One line of the plot.
  struct Series {
    let index: Int
    /// The entry or the row that it shows.
    let place: TablePlace
    /// Heights over `positions`.
    let values: [Double]
  }

  /// A number that the cursor can come to, with its name.
  struct Readout {
    let place: TablePlace
    let label: String
    /// The line of the label.
    let y: Int
    /// Where the number stands, brackets included.
    let slot: Point
  }

  /// What tells lines apart that have no colours: at their crossings, at their points and before their names.
  static let marks = ["●", "■", "△", "○", "▽", "◇"]

  static let widest = 44
  static let narrowest = 8
  static let mostSeries = 24
  static let mostRows = 8

  let shape: TableShape
  let labels: TableLabels
  let format: EntryFormat
  let curve: Curve?
  let focus: TablePlace?
  let series: [Series]
  /// Where each value of a series stands, 0 to 1 from left to right.
  let positions: [Double]
  let scale: PlotScale
  let size: Size
  /// Where the lines are drawn.
  let canvas: Rectangle
  private(set) var readings: [Readout] = []
  /// Whether each of several lines has a colour and a mark of its own.
  let tellsApart: Bool
  /// What stands at the ends of the lines.
  let endNames: [String]
  /// What stands above numbers on the right: `at day = 2`.
  var readingsTitle: String?
  let labelX: Int
  let slotX: Int
  let slice: Int
  let head: String?

  init(_ shape: TableShape, _ request: LayoutRequest) {
    self.shape = shape
    labels = request.labels
    format = request.format
    curve = request.curve
    focus = request.focus
    let limit = request.limit
    let grid = SliceGrid(
      shape, unit: Size(width: limit.width, height: limit.height), name: "", limit: limit,
      chosen: request.slice)
    slice = grid.slices[0].index
    head = grid.head
    series = Self.series(request, shape, slice: slice)
    positions = Self.positions(request, shape)
    scale = PlotScale(holding: series.flatMap(\.values))
    let ticks = scale.labels.map(\.utf8.count).max() ?? 1
    let height = max(5, min(limit.height >= 28 ? 12 : 8, limit.height - 2))
    let names = Self.names(request, shape, series, slice)
    let count = series.count
    let isMarked = count > 1 && count <= height
    let ends = isMarked && curve == nil ? series.map { request.labels.row($0.place.row) } : names
    let nameWidth = max(
      names.map { TextWidth.columns(of: $0) }.max() ?? 0,
      isMarked ? 2 + (ends.map { TextWidth.columns(of: $0) }.max() ?? 0) : 0)
    let title = request.curve.map { Self.title($0, of: count, lines: height) }
    let right = max(nameWidth + 1 + format.width + 2, title.map { TextWidth.columns(of: $0) } ?? 0)
    let rest = max(ticks, format.width) + 2 + 1 + right
    let width = max(Self.narrowest, min(Self.widest, limit.width - rest))
    canvas = Rectangle(x: max(ticks, format.width) + 2, y: 0, width: width, height: height)
    labelX = canvas.x + width + 1
    slotX = labelX + nameWidth + (nameWidth > 0 ? 1 : 0)
    size = Size(width: max(slotX + format.width + 2, labelX + right), height: height + 2)
    tellsApart = isMarked
    endNames = ends
    readings =
      curve == nil
      ? [reading(names.first ?? "")]
      : crossingReading(names.first ?? "").map { [$0] } ?? endReadings(names, below: title)
  }

  /// Of many lines, how many have their numbers beside them.
  private static func title(_ curve: Curve, of count: Int, lines: Int) -> String {
    (count > lines ? "\(lines - 1) of \(count), " : "")
      + "at \(curve.name) = \(Reading.text(ofStep: curve.current))"
  }

  private static func series(_ request: LayoutRequest, _ shape: TableShape, slice: Int) -> [Series]
  {
    if let curve = request.curve {
      let count = min(shape.rows * shape.columns, mostSeries)
      return (0..<count).compactMap { offset in
        shape.place(atOffset: offset).map { place in
          Series(
            index: offset, place: place,
            values: curve.values.map { $0.indices.contains(offset) ? $0[offset] : .nan })
        }
      }
    }
    // Of many rows only the one under the cursor could be followed.
    let rows = shape.rows > mostRows ? [request.focus?.row ?? 0] : Array(0..<shape.rows)
    return rows.map { row in
      let start = shape.offset(of: TablePlace(slice: slice, row: row, column: 0))
      return Series(
        index: row, place: TablePlace(slice: slice, row: row, column: 0),
        values: Array(request.values[start..<start + shape.columns]))
    }
  }

  private static func positions(_ request: LayoutRequest, _ shape: TableShape) -> [Double] {
    if let curve = request.curve, let low = curve.inputs.first, let high = curve.inputs.last {
      return curve.inputs.map { high > low ? ($0 - low) / (high - low) : 0 }
    }
    let last = Double(max(1, shape.columns - 1))
    return (0..<shape.columns).map { Double($0) / last }
  }

  /// What stands before the numbers on the right: of lines over a slider the entries, else the place of the cursor.
  private static func names(
    _ request: LayoutRequest, _ shape: TableShape, _ series: [Series], _ slice: Int
  ) -> [String] {
    func name(_ place: TablePlace) -> String {
      let row = request.labels.hasRows ? request.labels.row(place.row) : nil
      let column =
        shape.isUpright || shape.shape.isEmpty ? nil : request.labels.column(place.column)
      return [row, column].compactMap(\.self).joined(separator: ", ")
    }
    if request.curve != nil { return series.map { name($0.place) } }
    return [name(request.focus ?? TablePlace(slice: slice, row: 0, column: 0))]
  }

  /// The columns whose labels stand below the axis: every one, or every second, fifth, tenth, … as there is room.
  var labelled: [(text: String, column: Int, x: Int)] {
    var all: [(text: String, column: Int, x: Int)] = []
    for stride in [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] {
      all = Swift.stride(from: 0, to: positions.count, by: stride).map { index in
        let text = labels.column(index)
        let middle = column(positions[index]) / 2
        let last = canvas.width - TextWidth.columns(of: text)
        return (text, index, max(0, min(middle - TextWidth.columns(of: text) / 2, last)))
      }
      let isClear = zip(all, all.dropFirst()).allSatisfy {
        $0.x + TextWidth.columns(of: $0.text) < $1.x
      }
      if isClear { return all }
    }
    return Array(all.prefix(1))
  }

  // MARK: - Places

  /// Where the slider or the cursor stands, 0 to 1.
  var current: Double? {
    if let curve {
      guard let low = curve.inputs.first, let high = curve.inputs.last, high > low,
        curve.current >= low, curve.current <= high
      else { return nil }
      return (curve.current - low) / (high - low)
    }
    return focus.flatMap { positions.indices.contains($0.column) ? positions[$0.column] : nil }
  }

  /// The height of a line at the place of the slider that is nearest to where it stands.
  func nearest(of series: Series) -> Double? {
    guard let curve else { return nil }
    let index = curve.inputs.indices.min {
      abs(curve.inputs[$0] - curve.current) < abs(curve.inputs[$1] - curve.current)
    }
    return index.map { series.values[$0] }
  }

  /// The row of dots for a height.
  func row(share: Double) -> Int {
    let most = 4 * canvas.height - 4
    return 1 + (most - Shade.level(share, of: most))
  }

  /// The column of dots for a place between left and right.
  func column(_ position: Double) -> Int { Shade.level(position, of: 2 * canvas.width - 1) }

  /// Which of the series the cursor is on.
  func isChosen(_ series: Series) -> Bool {
    guard let focus else { return false }
    return curve != nil ? series.place == focus : series.place.row == focus.row
  }

  func label(_ y: Int) -> Point { Point(x: labelX, y: canvas.y + y) }

  var isWhole: Bool { shape.sliceCount == 1 }
  var part: String? { nil }
  var places: [TablePlace] { readings.map(\.place) }

  func slot(_ place: TablePlace) -> Rectangle? {
    guard let reading = readings.first(where: { $0.place == place }) else { return nil }
    return Rectangle(x: reading.slot.x, y: reading.slot.y, width: slotWidth, height: 1)
  }

  func place(at point: Point) -> TablePlace? {
    if let reading = readings.first(where: { slot($0.place)?.contains(point) == true }) {
      return reading.place
    }
    if point.x >= labelX, let reading = readings.first(where: { canvas.y + $0.y == point.y }) {
      return reading.place
    }
    guard curve == nil, canvas.contains(point) else { return nil }
    let wanted = 2 * (point.x - canvas.x)
    let nearest = positions.indices.min {
      abs(column(positions[$0]) - wanted) < abs(column(positions[$1]) - wanted)
    }
    return TablePlace(slice: slice, row: focus?.row ?? 0, column: nearest ?? 0)
  }

  func window(showing place: TablePlace) -> TableWindow { TableWindow(slice: place.slice) }
}
