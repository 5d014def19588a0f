import CellLanguage
import Terminal

/// What the marks of a view stand for: of a heatmap the shades, `0  ░▒▓█ 1`, or with negative entries `-2 █▓▒░ ░▒▓█ 2`; of bars
/// how much a full one is, `full bar: 1`.
struct ViewLegend {
  let line: StyledLine
  /// The same in less room.
  let short: StyledLine

  static func shades(_ scale: EntryStyles.Scale) -> ViewLegend {
    let sides = (scale.isSigned ? [-1.0, -0.75, -0.5, -0.25, 0] : [0]) + [0.25, 0.5, 0.75, 1]
    let shades = sides.map { share in
      Run(scale.symbol(share * scale.top), Style(scale.symbolRole(share * scale.top)))
    }
    let top = topText(scale)
    let low = scale.isSigned ? "-\(top)" : "0"
    return ViewLegend(
      line: StyledLine([Run("\(low) ", .dim)] + shades + [Run(" \(top)", .dim)]),
      short: StyledLine([Run(low, .dim)] + shades + [Run(top, .dim)]))
  }

  static func bars(_ scale: EntryStyles.Scale) -> ViewLegend {
    let line = StyledLine([Run("full bar: \(topText(scale))", .dim)])
    return ViewLegend(line: line, short: line)
  }

  /// Of bars before their numbers, upright and alike for either sign: `0 ▁▃▅▇ 1`.
  static func smallBars(_ scale: EntryStyles.Scale) -> ViewLegend {
    let bars = Run([0.1, 0.4, 0.7, 1].map { Bar.small($0 * scale.top, scale) }.joined(), .live)
    let top = (scale.isSigned ? "±" : "") + topText(scale)
    return ViewLegend(
      line: StyledLine([Run("0 ", .dim), bars, Run(" \(top)", .dim)]),
      short: StyledLine([Run("0", .dim), bars, Run(top, .dim)]))
  }

  /// The largest of a scale, `1` for `1.00`.
  static func topText(_ scale: EntryStyles.Scale) -> String {
    var text = MatrixNumbers(for: [scale.top], digits: 2).text(scale.top)
    guard text.contains("."), !text.contains("e") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}

extension PanelBox {
  /// Between a title and the legend behind it.
  private static let legendGap = 2

  /// Puts the legend where it takes no room from anything: behind the title, on a line that is free below it, behind or before the
  /// labels of the columns. Where there is none it stands outside of the panel.
  ///
  /// - Parameter room: the columns up to the next panel.
  mutating func placeLegend(room: Int) {
    guard let legend, legendPlace == nil else { return }
    for width in [size.width, room] {
      for place in behindText where place.x + legend.line.width <= width {
        put(legend.line, at: place)
        return
      }
    }
    guard let corner = freeCorner else { return }
    for line in [legend.line, legend.short] where line.width <= corner.width {
      put(line, at: Point(x: corner.x, y: corner.y))
      return
    }
  }

  /// Behind the last line of the title, on the empty lines below it, behind the labels of the columns.
  private var behindText: [Point] {
    let title = header.lastIndex { !$0.runs.isEmpty } ?? 0
    var places = (title..<header.count).map { y in
      Point(x: header[y].width > 0 ? header[y].width + Self.legendGap : 0, y: y)
    }
    if let table, table.labels.headerHeight > 0, table.slices.first?.label == nil {
      places.append(Point(x: tableOrigin.x + table.size.width + 1, y: tableOrigin.y))
    }
    return places
  }

  private mutating func put(_ line: StyledLine, at place: Point) {
    legendPlace = (line, place)
    size.width = max(size.width, place.x + line.width)
  }

  /// Before the label of the first column.
  private var freeCorner: Rectangle? {
    guard let table, table.labels.headerHeight > 0, table.corner.isEmpty,
      let slice = table.slices.first, let column = table.columns.first
    else { return nil }
    let label = table.columnLabel(column, in: slice)
    let end = label.x + label.width - table.labels.columnWidth(column) - 1
    return Rectangle(
      x: tableOrigin.x + slice.origin.x, y: tableOrigin.y + label.y, width: end - slice.origin.x,
      height: 1)
  }
}
