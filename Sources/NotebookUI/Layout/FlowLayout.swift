import CellLanguage
import Notebook
import Terminal

/// Where the tokens and weights of a flow stand: queries on the left, keys on the right, lines between them, and behind
/// the keys the weights of one query as numbers.
struct FlowLayout: EntryLayout {
  static let widestCanvas = 28
  static let narrowestCanvas = 6
  static let fewestLines = 6
  /// Up to this many lines, tokens are set apart, which makes the lines between them easier to follow.
  static let tallest = 15

  let shape: TableShape
  let labels: TableLabels
  let format: EntryFormat
  /// The entry under the cursor: its row is the query whose weights are written out.
  let focus: TablePlace?
  let slices: [TableLayout.Slice]
  let rows: Range<Int>
  let columns: Range<Int>
  let size: Size
  /// Where the lines go, from the top left of a slice's picture.
  let canvas: Rectangle
  /// Lines from one token to the next.
  let spacing: Int
  private let name: String
  private let keyX: Int
  private let slotX: Int
  let head: String?

  init(_ shape: TableShape, _ request: LayoutRequest) {
    self.shape = shape
    labels = request.labels
    format = request.format
    focus = request.focus
    name = request.name
    let labels = request.labels
    let limit = request.limit
    let most = max(shape.rows, shape.columns)
    // Above the tokens stands a heading. A few tokens are shown even where the step must be scrolled then.
    let lines = max(Self.fewestLines, limit.height - 1)
    spacing = request.isTall && 2 * most - 1 <= min(lines, Self.tallest) ? 2 : 1
    let space = max(1, (lines + spacing - 1) / spacing)
    rows = Fitting.range(count: shape.rows, from: request.window.row, into: space)
    columns = Fitting.range(count: shape.columns, from: request.window.column, into: space)
    // The word above the queries stands above the lines too.
    let queries = labels.hasRows ? rows.map { labels.row($0) } : [request.name]
    let keys = columns.map { labels.column($0) } + ["key"]
    let queryWidth = queries.map { TextWidth.columns(of: $0) }.max() ?? 0
    let keyWidth = keys.map { TextWidth.columns(of: $0) }.max() ?? 0
    let rest = queryWidth + 2 + keyWidth + 1 + format.width + 2
    let width = max(Self.narrowestCanvas, min(Self.widestCanvas, limit.width - rest))
    let height = (max(rows.count, columns.count) - 1) * spacing + 1
    canvas = Rectangle(x: queryWidth + 1, y: 1, width: width, height: height)
    keyX = canvas.x + width + 1
    slotX = keyX + keyWidth + 1
    let grid = SliceGrid(
      shape, unit: Size(width: slotX + format.width + 2, height: height + 1), name: request.name,
      limit: limit, chosen: request.slice)
    slices = grid.slices
    head = grid.head
    size = grid.size
  }

  var isWhole: Bool {
    rows.count == shape.rows && columns.count == shape.columns && slices.count == shape.sliceCount
  }

  var part: String? { TablePart(shape: shape, rows: rows, columns: columns).text }

  /// A token on the left.
  func query(_ row: Int) -> String { labels.hasRows ? labels.row(row) : name }

  private func top(of slice: TableLayout.Slice) -> Int {
    slice.origin.y + (slice.label == nil ? 0 : 1)
  }

  /// The line of a token, counted from the first that is shown.
  func line(_ index: Int, in range: Range<Int>) -> Int { (index - range.lowerBound) * spacing }

  func heading(of slice: TableLayout.Slice) -> (query: Point, key: Point) {
    let y = top(of: slice)
    return (Point(x: slice.origin.x, y: y), Point(x: slice.origin.x + keyX, y: y))
  }

  func queryLabel(_ row: Int, in slice: TableLayout.Slice) -> Point {
    Point(x: slice.origin.x, y: top(of: slice) + 1 + line(row, in: rows))
  }

  func keyLabel(_ column: Int, in slice: TableLayout.Slice) -> Point {
    Point(x: slice.origin.x + keyX, y: top(of: slice) + 1 + line(column, in: columns))
  }

  func canvasOrigin(in slice: TableLayout.Slice) -> Point {
    Point(x: slice.origin.x + canvas.x, y: top(of: slice) + canvas.y)
  }

  /// Lines that are shorter go down steeper than the eye follows.
  var isCramped: Bool { canvas.width < 8 }

  func slot(_ place: TablePlace) -> Rectangle? {
    guard let slice = slices.first(where: { $0.index == place.slice }), rows.contains(place.row),
      columns.contains(place.column)
    else { return nil }
    if let focus, focus.slice == place.slice, focus.row != place.row { return nil }
    let y = keyLabel(place.column, in: slice).y
    return Rectangle(x: slice.origin.x + slotX, y: y, width: format.width + 2, height: 1)
  }

  var places: [TablePlace] {
    slices.flatMap { slice in
      columns.map { column in
        let row = focus.flatMap { $0.slice == slice.index ? $0.row : nil } ?? rows.lowerBound
        return TablePlace(slice: slice.index, row: row, column: column)
      }
    }
  }

  /// The weights of one query.
  func places(ofQuery query: TablePlace) -> [TablePlace] {
    columns.map { TablePlace(slice: query.slice, row: query.row, column: $0) }
  }

  func place(at point: Point) -> TablePlace? {
    for slice in slices {
      let here = focus.flatMap { $0.slice == slice.index ? $0 : nil }
      let x = point.x - slice.origin.x
      if 0..<canvas.x ~= x {
        for row in rows where queryLabel(row, in: slice).y == point.y {
          return TablePlace(
            slice: slice.index, row: row, column: here?.column ?? columns.lowerBound)
        }
      }
      if keyX..<slotX + format.width + 2 ~= x {
        for column in columns where keyLabel(column, in: slice).y == point.y {
          return TablePlace(slice: slice.index, row: here?.row ?? rows.lowerBound, column: column)
        }
      }
    }
    return nil
  }

  func window(showing place: TablePlace) -> TableWindow {
    TableWindow(
      row: Fitting.start(of: rows, showing: place.row),
      column: Fitting.start(of: columns, showing: place.column), slice: place.slice)
  }
}

/// Which part of a large matrix is in view, as NumPy would slice it: `[0:7, 0:8] of`.
struct TablePart {
  let shape: TableShape
  let rows: Range<Int>
  let columns: Range<Int>

  /// Nil where all is in view. What belongs together isn't broken.
  var text: String? {
    guard rows.count < shape.rows || columns.count < shape.columns else { return nil }
    let inside =
      shape.shape.count == 1
      ? part(shape.isUpright ? rows : columns, of: shape.isUpright ? shape.rows : shape.columns)
      : "\(part(rows, of: shape.rows)),\u{A0}\(part(columns, of: shape.columns))"
    return "[\(inside)]\u{A0}of"
  }

  private func part(_ range: Range<Int>, of count: Int) -> String {
    range.count < count ? "\(range.lowerBound):\(range.upperBound)" : ":"
  }
}
