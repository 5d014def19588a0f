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
      put(grid.cells[row.lowerBound..<row.lowerBound + width], y: y)
    }
  }

  /// A gap between two words of one look is given that look too where it can't be seen on a blank: switching it off and on
  /// again would take more bytes than the words.
  private mutating func put(_ cells: ArraySlice<Grid.Cell>, y: Int) {
    let cells = Array(cells)
    var looks = cells.map { palette.look(of: $0.style) }
    var word: Int?
    for x in cells.indices where cells[x].text != " " || !looks[x].isHiddenOnBlanks {
      if let word, word + 1 < x, looks[word] == looks[x], looks[x].isHiddenOnBlanks {
        for gap in word + 1..<x { looks[gap] = looks[x] }
      }
      word = x
    }
    for x in cells.indices { put(cells[x], looks[x], x: x, y: y) }
  }

  private mutating func put(_ cell: Grid.Cell, _ look: Look, x: Int, y: Int) {
    if cell.text.isEmpty { return }
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

extension Look {
  /// Whether a blank looks the same with it and without.
  fileprivate var isHiddenOnBlanks: Bool { background == Look.own && !underline && !reverse }
}
