import Terminal

/// Where the entries of an array stand on the screen, relative to the top left of what shows them.
protocol EntryLayout: Sendable {
  var shape: TableShape { get }
  var format: EntryFormat { get }
  var size: Size { get }
  /// Whether every entry can be seen without scrolling inside.
  var isWhole: Bool { get }
  /// The entries that have a slot, where the cursor can come to from elsewhere.
  var places: [TablePlace] { get }

  /// Where the number of an entry stands, brackets included; nil where it is out of view.
  func slot(_ place: TablePlace) -> Rectangle?
  /// The entry that a click at a point means.
  func place(at point: Point) -> TablePlace?
  /// The window that shows an entry, moved no farther than it must be.
  func window(showing place: TablePlace) -> TableWindow
  /// Which part of the matrix is in view, `[0:7, 0:8] of`; nil where all is.
  var part: String? { get }
  /// Which of several matrices is shown alone: `A[0], 1 of 2`.
  var head: String? { get }
  /// Whether a picture has fewer columns than it takes to be read.
  var isCramped: Bool { get }
}

extension EntryLayout {
  var isCramped: Bool { false }

  /// Whether the next entry of the row is in view.
  func hasEntry(right place: TablePlace) -> Bool {
    slot(TablePlace(slice: place.slice, row: place.row, column: place.column + 1)) != nil
  }
}

extension TableLayout: EntryLayout {}

/// The matrices of an array of more than two axes: all of them where there is room, else one.
struct SliceGrid {
  static let gap = 3

  let slices: [TableLayout.Slice]
  /// Of all of them together.
  let size: Size
  /// `A[0], 1 of 2`, where one is shown alone.
  let head: String?

  /// - Parameters:
  ///   - unit: what one matrix takes, without its label.
  ///   - chosen: the one that is shown where there is no room for all.
  init(_ shape: TableShape, unit: Size, name: String, limit: Size, chosen: Int) {
    let count = shape.sliceCount
    guard count > 1 else {
      slices = [TableLayout.Slice(index: 0, origin: Point(x: 0, y: 0), label: nil)]
      size = unit
      head = nil
      return
    }
    let perRow = max(1, (limit.width + Self.gap) / (unit.width + Self.gap))
    let rowCount = (count - 1) / perRow + 1
    let height = rowCount * (unit.height + 2) - 1
    // Several rows of them leave room for other panels.
    guard count <= 64, rowCount == 1 || (perRow > 1 && height <= limit.height * 2 / 3) else {
      let index = max(0, min(chosen, count - 1))
      slices = [TableLayout.Slice(index: index, origin: Point(x: 0, y: 0), label: nil)]
      size = unit
      head = Self.words(name, shape, index)
      return
    }
    slices = (0..<count).map { slice in
      let origin = Point(
        x: slice % perRow * (unit.width + Self.gap), y: slice / perRow * (unit.height + 2))
      return TableLayout.Slice(
        index: slice, origin: origin, label: Self.label(name, shape, slice))
    }
    size = Size(
      width: min(count, perRow) * (unit.width + Self.gap) - Self.gap, height: height)
    head = nil
  }

  /// As it is called where all are shown, and which of them it is.
  private static func words(_ name: String, _ shape: TableShape, _ slice: Int) -> String {
    "\(label(name, shape, slice)), \(slice + 1) of \(shape.sliceCount)"
  }

  private static func label(_ name: String, _ shape: TableShape, _ slice: Int) -> String {
    "\(name)[\(shape.prefix(ofSlice: slice).map { String($0) }.joined(separator: ", "))]"
  }
}

/// As many of some things as fit.
enum Fitting {
  /// At least one; from an offset that is moved back where the end would leave space.
  static func range(
    count: Int, from offset: Int, into space: Int, width: (Int) -> Int = { _ in 1 }
  ) -> Range<Int> {
    guard count > 0 else { return 0..<0 }
    var start = max(0, min(offset, count - 1))
    var end = start
    var used = 0
    while end < count, end == start || used + width(end) <= space {
      used += width(end)
      end += 1
    }
    while start > 0, end == count, used + width(start - 1) <= space {
      start -= 1
      used += width(start)
    }
    return start..<end
  }

  /// Moves a range of a given length no farther than it must be to hold an index.
  static func start(of range: Range<Int>, showing index: Int) -> Int {
    if index < range.lowerBound { return index }
    return index >= range.upperBound ? index - range.count + 1 : range.lowerBound
  }
}
