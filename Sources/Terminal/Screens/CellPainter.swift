import CNcurses

/// Puts the cells of grids into ncurses, under colour pairs that are defined as they are needed.
struct CellPainter {
  private let palette: Palette
  private let pairLimit: Int
  private var pairs: [Int: Int32] = [:]

  init(palette: Palette, pairs: Int) {
    self.palette = palette
    self.pairLimit = pairs
  }

  /// Puts every row that differs from the one shown, or all rows where nothing is shown. A whole row, because half of a wide
  /// character can't be put by itself.
  mutating func paint(_ grid: Grid, over shown: Grid?, size: Size) {
    let width = min(grid.size.width, size.width)
    let isComparable = shown?.size == grid.size
    for y in 0..<min(grid.size.height, size.height) {
      let row = y * grid.size.width..<(y + 1) * grid.size.width
      if isComparable, let shown, shown.cells[row] == grid.cells[row] { continue }
      for x in 0..<width { put(grid.cells[row.lowerBound + x], x: x, y: y) }
    }
  }

  private mutating func put(_ cell: Grid.Cell, x: Int, y: Int) {
    if cell.text.isEmpty { return }
    let look = palette.look(of: cell.style)
    let scalars = cell.text.unicodeScalars.map(\.value)
    qkv_put(
      Int32(x), Int32(y), scalars, Int32(scalars.count), attributes(look), pair(for: look))
  }

  private func attributes(_ look: Look) -> Int32 {
    var attributes = 0
    if look.bold { attributes |= QKV_BOLD }
    if look.underline { attributes |= QKV_UNDERLINE }
    if look.reverse { attributes |= QKV_REVERSE }
    if look.dim { attributes |= QKV_DIM }
    return Int32(attributes)
  }

  /// The number of the pair of colours; 0, the terminal's own, where there are no more.
  private mutating func pair(for look: Look) -> Int32 {
    if look.foreground == Look.own, look.background == Look.own { return 0 }
    let key = (look.foreground + 1) << 32 | (look.background + 1)
    if let pair = pairs[key] { return pair }
    guard pairs.count + 1 < pairLimit else { return 0 }
    let pair = Int32(pairs.count + 1)
    qkv_set_pair(pair, Int32(look.foreground), Int32(look.background))
    pairs[key] = pair
    return pair
  }
}
