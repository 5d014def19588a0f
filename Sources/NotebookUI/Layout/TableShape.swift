/// How an array of rank 0 to 4 is laid out as tables: a table for each of its matrices, in order.
///
/// A vector is a table of one row, or of one column where it stands upright; a scalar is one of one entry.
struct TableShape: Hashable {
  let shape: [Int]
  let isUpright: Bool

  init(shape: [Int], upright: Bool = false) {
    self.shape = shape
    isUpright = upright && shape.count == 1
  }

  var rows: Int {
    if shape.count < 2 { return isUpright ? shape[0] : 1 }
    return shape[shape.count - 2]
  }

  var columns: Int { shape.isEmpty || isUpright ? 1 : shape[shape.count - 1] }

  /// The axes before the last two: batches and heads.
  private var leading: [Int] { Array(shape.dropLast(2)) }

  var sliceCount: Int { leading.reduce(1, *) }
  var isEmpty: Bool { sliceCount == 0 || rows == 0 || columns == 0 }

  /// The leading indices of a slice.
  func prefix(ofSlice slice: Int) -> [Int] {
    var rest = slice
    var indices: [Int] = []
    for size in leading.reversed() {
      indices.append(size == 0 ? 0 : rest % size)
      rest = size == 0 ? 0 : rest / size
    }
    return indices.reversed()
  }

  func position(_ place: TablePlace) -> [Int] {
    switch shape.count {
    case 0: []
    case 1: [isUpright ? place.row : place.column]
    default: prefix(ofSlice: place.slice) + [place.row, place.column]
    }
  }

  /// Where an entry stands; nil where the shape has no such entry.
  func place(of position: [Int]) -> TablePlace? {
    guard position.count == shape.count, zip(position, shape).allSatisfy({ 0..<$1 ~= $0 }) else {
      return nil
    }
    if isUpright { return TablePlace(slice: 0, row: position[0], column: 0) }
    var slice = 0
    for (index, size) in zip(position, leading) { slice = slice * size + index }
    let column = position.last ?? 0
    return TablePlace(slice: slice, row: position.dropLast().last ?? 0, column: column)
  }

  /// Where the entry with this offset in row-major order stands.
  func offset(of place: TablePlace) -> Int {
    (place.slice * rows + place.row) * columns + place.column
  }
}

extension TableShape {
  func contains(_ place: TablePlace) -> Bool {
    0..<sliceCount ~= place.slice && 0..<rows ~= place.row && 0..<columns ~= place.column
  }

  func place(atOffset offset: Int) -> TablePlace? {
    guard !isEmpty, offset >= 0, offset < sliceCount * rows * columns else { return nil }
    return TablePlace(
      slice: offset / (rows * columns), row: offset / columns % rows, column: offset % columns)
  }
}

/// One entry's table, row and column, counted from 0.
struct TablePlace: Hashable {
  var slice: Int
  var row: Int
  var column: Int
}
