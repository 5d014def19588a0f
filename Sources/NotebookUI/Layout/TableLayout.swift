import CellLanguage
import Notebook
import Terminal

/// Where the entries and labels of an array stand, relative to the top left of its table.
///
/// An entry takes a slot: its number, right-aligned in a field, between two columns that are free for the brackets of
/// the focus and for marks. A heatmap puts a shade right before the number, where that is as wide as the field into the first of
/// them.
struct TableLayout: Sendable {
  struct Slice: Hashable {
    let index: Int
    let origin: Point
    /// `A[0]`, where there are several.
    let label: String?
  }

  static let widestLabel = 12
  /// The same where columns are free.
  static let roomyLabel = 40
  /// What the arrows in the corner of a matrix take that is shown in part.
  static let cornerWidth = 5
  /// The bars of a vector, and of a matrix whose columns stand side by side.
  static let longBar = 22
  static let shortBar = 9

  let shape: TableShape
  let labels: TableLabels
  let format: EntryFormat
  let view: MatrixView
  let slices: [Slice]
  let rows: Range<Int>
  let columns: Range<Int>
  let size: Size
  let head: String?
  private let labelWidth: Int
  private let fields: [Int]
  /// Columns behind each number for its bar.
  private let barWidth: Int
  /// Columns behind each number for its change against the pinned state, and one more than before it: whose it is can be seen.
  private let changeWidth: Int
  private let columnSpace: Int
  private let spacing: Spacing

  init(_ shape: TableShape, _ request: LayoutRequest) {
    self.shape = shape
    labels = request.labels
    format = request.format
    view = request.view
    let labels = request.labels
    let isScalar = shape.shape.isEmpty
    changeWidth = request.compares && !isScalar ? PinnedChange.width(request.format) + 1 : 0
    spacing = request.spacing
    // What stands behind a single number follows it closely.
    let single = isScalar ? request.values.first.map { request.format.text($0).count } : nil
    fields = (0..<shape.columns).map {
      single ?? max(request.format.width, labels.columnWidth($0))
    }
    barWidth = request.view == .bars ? Self.barWidth(shape, most: request.barWidth) : 0
    let behind = barWidth + changeWidth + spacing.columns
    let rowPitch = 1 + spacing.rows
    rows = Fitting.range(
      count: shape.rows, from: request.window.row,
      into: request.limit.height - labels.headerHeight, width: { _ in rowPitch })
    let fields = fields
    let isCut =
      rows.count < shape.rows
      || fields.reduce(labels.rowWidth) { $0 + $1 + 2 + behind } > request.limit.width
    labelWidth = isCut && labels.hasRows ? max(Self.cornerWidth, labels.rowWidth) : labels.rowWidth
    columnSpace = request.limit.width - labelWidth
    columns = Fitting.range(
      count: shape.columns, from: request.window.column, into: columnSpace,
      width: { fields[$0] + 2 + behind })
    let width = labelWidth + fields[columns].reduce(0) { $0 + $1 + 2 + behind }
    let grid = SliceGrid(
      shape,
      unit: Size(
        width: width,
        height: max(0, rows.count * rowPitch - spacing.rows) + labels.headerHeight),
      name: request.name, limit: request.limit, chosen: request.window.slice)
    slices = grid.slices
    head = grid.head
    size = grid.size
  }

  /// As much of what a bar may take as makes sense of it; 0 where it is a small one before its number.
  private static func barWidth(_ shape: TableShape, most: Int) -> Int {
    guard most >= shortBar else { return 0 }
    return shape.isUpright || shape.columns == 1 ? min(longBar, most) : shortBar
  }

  /// Whether all of each matrix is shown.
  var isWhole: Bool {
    rows.count == shape.rows && columns.count == shape.columns && slices.count == shape.sliceCount
  }

  /// Where more of the matrix lies, said in the corner between its labels: `↓→`.
  var corner: String {
    guard labels.hasRows, labels.headerHeight > 0 else { return "" }
    return (columns.lowerBound > 0 ? "←" : "") + (rows.lowerBound > 0 ? "↑" : "")
      + (rows.upperBound < shape.rows ? "↓" : "") + (columns.upperBound < shape.columns ? "→" : "")
  }

  func cornerPlace(in slice: Slice) -> Point {
    Point(x: slice.origin.x, y: headerTop(of: slice))
  }

  var part: String? { TablePart(shape: shape, rows: rows, columns: columns).text }

  /// The window that shows an entry, moved no farther than it must be.
  func window(showing place: TablePlace) -> TableWindow {
    var window = TableWindow(
      row: Fitting.start(of: rows, showing: place.row), column: columns.lowerBound,
      slice: place.slice)
    if place.column < columns.lowerBound { window.column = place.column }
    if place.column >= columns.upperBound {
      window.column = place.column
      var used = slotPitch(place.column)
      while window.column > 0, used + slotPitch(window.column - 1) <= columnSpace {
        window.column -= 1
        used += slotPitch(window.column)
      }
    }
    return window
  }

  private func headerTop(of slice: Slice) -> Int { slice.origin.y + (slice.label == nil ? 0 : 1) }

  /// Where the label of a column stands: as wide as the column's numbers.
  func columnLabel(_ column: Int, in slice: Slice) -> Rectangle {
    Rectangle(
      x: slice.origin.x + slotX(column) + 1, y: headerTop(of: slice), width: fields[column],
      height: 1)
  }

  func rowLabel(_ row: Int, in slice: Slice) -> Point {
    Point(x: slice.origin.x, y: rowY(row, in: slice))
  }

  private func rowY(_ row: Int, in slice: Slice) -> Int {
    headerTop(of: slice) + labels.headerHeight + (row - rows.lowerBound) * (1 + spacing.rows)
  }

  private func slotX(_ column: Int) -> Int {
    labelWidth + spacing.columns / 2
      + (columns.lowerBound..<column).reduce(0) { $0 + slotPitch($1) }
  }

  /// From the slot of a column to that of the next.
  private func slotPitch(_ column: Int) -> Int {
    fields[column] + 2 + barWidth + changeWidth + spacing.columns
  }

  /// The slot of an entry, brackets included; nil where it is out of view.
  func slot(_ place: TablePlace) -> Rectangle? {
    guard let slice = slices.first(where: { $0.index == place.slice }), rows.contains(place.row),
      columns.contains(place.column)
    else { return nil }
    return Rectangle(
      x: slice.origin.x + slotX(place.column), y: rowY(place.row, in: slice),
      width: fields[place.column] + 2, height: 1)
  }

  /// Whether bars stand before the numbers, where they have no columns of their own.
  var hasSmallBars: Bool { view == .bars && barWidth == 0 }

  /// Where the bar of an entry stands.
  func bar(behind slot: Rectangle) -> Rectangle? {
    guard barWidth > 0 else { return nil }
    return Rectangle(
      x: slot.x + slot.width + changeWidth + 1, y: slot.y, width: barWidth - 2, height: 1)
  }

  /// What the shade of a heatmap covers: cells touch one another, whatever room is left between their numbers.
  func cell(around slot: Rectangle) -> Rectangle {
    Rectangle(
      x: slot.x - spacing.columns / 2, y: slot.y, width: slot.width + spacing.columns,
      height: 1 + spacing.rows)
  }

  /// Where the change of an entry against the pinned state stands.
  func change(behind slot: Rectangle) -> Rectangle? {
    guard changeWidth > 0 else { return nil }
    return Rectangle(x: slot.x + slot.width, y: slot.y, width: changeWidth, height: 1)
  }

  /// The entry whose slot holds a point.
  func place(at point: Point) -> TablePlace? {
    for slice in slices {
      for row in rows where rowY(row, in: slice) == point.y {
        for column in columns {
          let place = TablePlace(slice: slice.index, row: row, column: column)
          if slot(place)?.contains(point) == true { return place }
        }
      }
    }
    return nil
  }
}

/// The first row and column of a matrix that are shown, and which of several matrices, where not all are.
package struct TableWindow: Hashable, Sendable {
  package var row = 0
  package var column = 0
  package var slice = 0
}
