import CellLanguage
import Notebook
import Terminal

/// The lines of a flow: how thick each is, and which are drawn.
///
/// Of one query all lines are drawn, in every head the same query's: those of several would lie over one another. Where none is
/// chosen, of all queries as many as can be followed.
struct FlowLines {
  let layout: FlowLayout
  let values: [Double]
  let scale: EntryStyles.Scale
  /// The query whose weights are written out.
  let chosen: TablePlace?
  /// The least share that has a line.
  private let least: Double

  init(_ layout: FlowLayout, values: [Double], chosen: TablePlace?) {
    self.layout = layout
    self.values = values
    self.chosen = chosen
    let scale = EntryStyles.Scale(values)
    self.scale = scale
    guard chosen == nil else {
      least = FlowLegend.least
      return
    }
    let shares = layout.slices.flatMap { slice in
      layout.rows.flatMap { row in
        layout.columns.map { column in
          let place = TablePlace(slice: slice.index, row: row, column: column)
          return Self.share(values[layout.shape.offset(of: place)], scale)
        }
      }
    }
    let most = max(layout.rows.count, layout.columns.count) * layout.slices.count
    least = Self.steps.first { step in shares.count { $0 >= step } <= most } ?? 1
  }

  private static let steps = [FlowLegend.least] + (1...10).map { Double($0) / 10 }

  private static func share(_ value: Double, _ scale: EntryStyles.Scale) -> Double {
    value.isFinite ? min(1, abs(value) / scale.top) : 0
  }

  func canvas(of slice: TableLayout.Slice) -> DotCanvas {
    var canvas = DotCanvas(
      size: Size(width: layout.canvas.width, height: layout.canvas.height))
    for row in layout.rows where chosen.map({ $0.row == row }) ?? true {
      for column in layout.columns {
        draw(TablePlace(slice: slice.index, row: row, column: column), on: &canvas)
      }
    }
    return canvas
  }

  private func draw(_ place: TablePlace, on canvas: inout DotCanvas) {
    let value = values[layout.shape.offset(of: place)]
    let share = Self.share(value, scale)
    guard share >= least else { return }
    let start = Point(x: 0, y: 4 * layout.line(place.row, in: layout.rows) + 1)
    let end = Point(
      x: canvas.columns - 1, y: 4 * layout.line(place.column, in: layout.columns) + 1)
    canvas.line(
      from: start, to: end, thickness: FlowLegend.thickness(share), gap: value < 0 ? 2 : 0,
      dash: 2, chosen == nil ? .text : .live)
  }
}

/// How thick the line of a weight is.
enum FlowLegend {
  /// Weights below this share of the largest have no line.
  static let least = 0.05

  /// In dots: one from a share of 0.05, two from a third and three from two thirds.
  static func thickness(_ share: Double) -> Int { share < 1.0 / 3 ? 1 : share < 2.0 / 3 ? 2 : 3 }
}

extension PanelPainter {
  /// What goes from query to query and from key to key: ` ↑↓` and ` ←→`.
  private var arrows: (String, String) {
    func names(_ actions: [Action]) -> String {
      let keys = actions.map { reading.bindings.key($0) }
      return keys.allSatisfy { $0.count == 1 } ? " " + keys.joined() : ""
    }
    return (names([.up, .down]), names([.left, .right]))
  }

  func drawFlow(
    _ layout: FlowLayout, _ entries: EntryStyles, _ values: [Double], at origin: Point,
    chosen: TablePlace?, on pane: inout Pane
  ) {
    let lines = FlowLines(layout, values: values, chosen: chosen)
    func put(_ text: String, _ point: Point, _ style: Style) {
      pane.put(text, at: Point(x: origin.x + point.x, y: origin.y + point.y), style: style)
    }
    for slice in layout.slices {
      if let label = slice.label { put(label, slice.origin, Style(.dim)) }
      let isHere = layout.focus?.slice == slice.index
      let (ups, sides) = isHere ? arrows : ("", "")
      put("query\(ups)", layout.heading(of: slice).query, Style(.dim))
      put("key\(sides)", layout.heading(of: slice).key, Style(.dim))
      for row in layout.rows {
        let isChosen = chosen?.slice == slice.index && chosen?.row == row
        put(
          layout.query(row), layout.queryLabel(row, in: slice),
          isChosen ? Style(.strong, bold: true) : Style(.label))
      }
      let start = layout.canvasOrigin(in: slice)
      for (y, line) in lines.canvas(of: slice).lines.enumerated() {
        pane.put(line, at: Point(x: origin.x + start.x, y: origin.y + start.y + y))
      }
      for column in layout.columns {
        put(layout.labels.column(column), layout.keyLabel(column, in: slice), Style(.label))
        guard let chosen, chosen.slice == slice.index else { continue }
        let place = TablePlace(slice: slice.index, row: chosen.row, column: column)
        guard let slot = layout.slot(place)?.moved(by: origin) else { continue }
        draw(
          entries[layout.shape.offset(of: place)], layout.format, isScalar: false, in: slot,
          on: &pane)
      }
    }
  }
}
