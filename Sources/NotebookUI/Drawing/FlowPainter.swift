import CellLanguage
import Notebook
import Terminal

/// The lines of a flow: how thick each is, which are left out, and what the legend says about it.
///
/// The lines of the chosen query stand out; of the others only as many are drawn as can still be followed.
struct FlowLines {
  /// Weights below this share of the largest have no line.
  static let least = 0.05

  let layout: FlowLayout
  let values: [Double]
  let scale: EntryStyles.Scale
  /// The query whose weights are written out.
  let chosen: TablePlace?
  /// The least share that has a line in the chosen query's matrix, where the query is another; nil where there are none.
  let threshold: Double?
  /// The same in a matrix that has no chosen query.
  let thresholdElsewhere: Double?

  init(_ layout: FlowLayout, values: [Double], chosen: TablePlace?) {
    self.layout = layout
    self.values = values
    self.chosen = chosen
    let scale = EntryStyles.Scale(values)
    self.scale = scale
    let tokens = max(layout.rows.count, layout.columns.count)
    var here: [Double] = []
    var elsewhere: [Double] = []
    for slice in layout.slices {
      for row in layout.rows where !(chosen?.slice == slice.index && chosen?.row == row) {
        let shares = layout.columns.map { column in
          let place = TablePlace(slice: slice.index, row: row, column: column)
          return Self.share(values[layout.shape.offset(of: place)], scale)
        }
        if chosen?.slice == slice.index { here += shares } else { elsewhere += shares }
      }
    }
    threshold = Self.threshold(here, most: max(Self.few, tokens))
    let matrices = layout.slices.count
    thresholdElsewhere =
      Self.threshold(elsewhere, most: max(Self.few, 2 * tokens) * matrices)
      ?? Self.steps.last { step in elsewhere.contains { $0 >= step } }
  }

  /// So many lines can be followed anyway.
  private static let few = 16
  private static let steps = [least] + (1...10).map { Double($0) / 10 }

  /// The lowest step that leaves no more lines than that.
  private static func threshold(_ shares: [Double], most: Int) -> Double? {
    steps.first { step in
      let count = shares.count { $0 >= step }
      return count > 0 && count <= most
    }
  }

  private static func share(_ value: Double, _ scale: EntryStyles.Scale) -> Double {
    value.isFinite ? min(1, abs(value) / scale.top) : 0
  }

  private func isChosen(_ place: TablePlace) -> Bool {
    place.slice == chosen?.slice && place.row == chosen?.row
  }

  /// In dots: one from a share of 0.05, two from a third and three from two thirds.
  static func thickness(_ share: Double) -> Int { share < 1.0 / 3 ? 1 : share < 2.0 / 3 ? 2 : 3 }

  func canvas(of slice: TableLayout.Slice) -> DotCanvas {
    var canvas = DotCanvas(
      size: Size(width: layout.canvas.width, height: layout.canvas.height))
    for isStrong in [true, false] {
      for row in layout.rows {
        for column in layout.columns {
          let place = TablePlace(slice: slice.index, row: row, column: column)
          if isChosen(place) == isStrong { draw(place, isStrong, on: &canvas) }
        }
      }
    }
    return canvas
  }

  private func draw(_ place: TablePlace, _ isStrong: Bool, on canvas: inout DotCanvas) {
    let value = values[layout.shape.offset(of: place)]
    let share = Self.share(value, scale)
    let weakest = place.slice == chosen?.slice ? threshold : thresholdElsewhere
    guard let least = isStrong ? Self.least : weakest, share >= least else { return }
    let start = Point(x: 0, y: 4 * layout.line(place.row, in: layout.rows) + 1)
    let end = Point(
      x: canvas.columns - 1, y: 4 * layout.line(place.column, in: layout.columns) + 1)
    let isBeside = place.slice == chosen?.slice
    let role: Role = isStrong ? .live : isBeside ? .dim : .text
    // Beside the chosen query, others are dotted.
    if isBeside && !isStrong {
      canvas.line(from: start, to: end, gap: 3, role, below: .live)
    } else {
      canvas.line(
        from: start, to: end, thickness: Self.thickness(share), gap: value < 0 ? 2 : 0, dash: 2,
        role)
    }
  }

  /// `⠒ ≥0.05  ⠶ ≥0.33  ⠿ ≥0.67`, and which of the others are drawn.
  func legend(width: Int) -> StyledLine {
    let numbers = MatrixNumbers(for: [scale.top], digits: 2)
    let steps = [("⠒", Self.least), ("⠶", 1.0 / 3), ("⠿", 2.0 / 3)]
    var line = StyledLine()
    for (index, step) in steps.enumerated() {
      line.append(index == 0 ? "" : "  ", .text)
      line.append(step.0, Style(.live))
      line.append(" ≥\(numbers.text(step.1 * scale.top))", Style(.dim))
    }
    for choice in [scale.isSigned ? ["dashed below 0"] : [], others(numbers)] {
      let words = choice.first { line.width + 2 + TextWidth.columns(of: $0) <= width }
      if let words { line.append("  \(words)", Style(.dim)) }
    }
    return line
  }

  /// What is said of the other lines, in fewer words where there is less room.
  private func others(_ numbers: MatrixNumbers) -> [String] {
    guard chosen != nil else {
      return thresholdElsewhere.flatMap { least($0, numbers) }.map { ["lines \($0)"] } ?? []
    }
    guard layout.rows.count > 1 else { return [] }
    guard let threshold else { return ["others left out"] }
    guard let least = least(threshold, numbers) else { return ["others dotted"] }
    return ["others \(least) dotted", "others \(least)"]
  }

  private func least(_ threshold: Double, _ numbers: MatrixNumbers) -> String? {
    threshold > Self.least ? "≥\(numbers.text(threshold * scale.top))" : nil
  }
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
    pane.put(
      lines.legend(width: layout.size.width),
      at: Point(x: origin.x + layout.legend.x, y: origin.y + layout.legend.y))
  }
}
