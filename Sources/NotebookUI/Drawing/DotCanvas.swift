import Terminal

/// Lines drawn with the dots of braille characters, two columns and four rows of them to a cell of the screen.
struct DotCanvas {
  /// In cells.
  let size: Size
  private var dots: [UInt8]
  private var roles: [Role]
  private var marks: [String?]

  /// The dots of a braille character (Unicode, U+2800) by row and column.
  private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

  init(size: Size) {
    self.size = size
    let count = max(0, size.width) * max(0, size.height)
    dots = Array(repeating: 0, count: count)
    roles = Array(repeating: .dim, count: count)
    marks = Array(repeating: nil, count: count)
  }

  /// The columns of dots.
  var columns: Int { size.width * 2 }
  var rows: Int { size.height * 4 }

  /// Sets a dot; what is drawn later gives its cell its look.
  mutating func set(x: Int, y: Int, _ role: Role) {
    guard 0..<columns ~= x, 0..<rows ~= y else { return }
    let cell = y / 4 * size.width + x / 2
    dots[cell] |= Self.bits[y % 4][x % 2]
    roles[cell] = role
  }

  /// Puts a symbol in the place of a cell's dots.
  mutating func mark(_ symbol: String, x: Int, y: Int, _ role: Role) {
    guard 0..<columns ~= x, 0..<rows ~= y else { return }
    let cell = y / 4 * size.width + x / 2
    marks[cell] = symbol
    roles[cell] = role
  }

  /// Whether nothing is drawn in a cell of the screen.
  func isEmpty(cell: Point) -> Bool {
    guard 0..<size.width ~= cell.x, 0..<size.height ~= cell.y else { return true }
    let index = cell.y * size.width + cell.x
    return dots[index] == 0 && marks[index] == nil
  }

  /// A line of one to four dots' thickness, whole or of dashes with gaps between them.
  mutating func line(
    from start: Point, to end: Point, thickness: Int = 1, gap: Int = 0, dash: Int = 1, _ role: Role
  ) {
    let steps = max(abs(end.x - start.x), abs(end.y - start.y))
    let spread = -((thickness - 1) / 2)...(thickness / 2)
    for step in 0...steps where step % (dash + gap) < dash {
      let x = Self.between(start.x, end.x, step, of: steps)
      let y = Self.between(start.y, end.y, step, of: steps)
      for offset in spread { set(x: x, y: y + offset, role) }
    }
  }

  /// The whole number nearest to a place on the way.
  private static func between(_ start: Int, _ end: Int, _ step: Int, of steps: Int) -> Int {
    guard steps > 0 else { return start }
    let doubled = 2 * (end - start) * step + steps
    let quotient = doubled / (2 * steps)
    return start + (doubled < 0 && doubled % (2 * steps) != 0 ? quotient - 1 : quotient)
  }

  /// The canvas below several lines, each on a canvas of the same size. A cell has one colour: where lines only cross, that of
  /// the one with the most dots there, of equals the last; where they run together, theirs in turn, so that none seems to end.
  func overlaid(with lines: [DotCanvas]) -> DotCanvas {
    var all = self
    let holders = dots.indices.map { cell in
      lines.indices.filter { lines[$0].dots[cell] != 0 || lines[$0].marks[cell] != nil }
    }
    var turns: [[Int]: Int] = [:]
    for cell in upright {
      let those = holders[cell]
      guard
        var top = those.reversed().max(by: {
          lines[$0].weight(of: cell) < lines[$1].weight(of: cell)
        })
      else { continue }
      if those.count > 1, neighbours(of: cell).contains(where: { holders[$0] == those }) {
        let turn = turns[those, default: 0]
        turns[those] = turn + 1
        top = those[turn / Self.dash % those.count]
      }
      for line in those {
        all.dots[cell] |= lines[line].dots[cell]
        if let mark = lines[line].marks[cell] { all.marks[cell] = mark }
      }
      all.roles[cell] = lines[top].roles[cell]
    }
    return all
  }

  /// For so many cells a line has the colour where others run with it.
  private static let dash = 2

  /// The cells column by column.
  private var upright: [Int] {
    (0..<max(0, size.width)).flatMap { x in (0..<max(0, size.height)).map { $0 * size.width + x } }
  }

  private func weight(of cell: Int) -> Int {
    dots[cell].nonzeroBitCount + (marks[cell] == nil ? 0 : 8)
  }

  private func neighbours(of cell: Int) -> [Int] {
    let (y, x) = cell.quotientAndRemainder(dividingBy: size.width)
    return (y - 1...y + 1).flatMap { row in
      (x - 1...x + 1).compactMap { column in
        guard (row, column) != (y, x), 0..<size.height ~= row, 0..<size.width ~= column
        else { return nil }
        return row * size.width + column
      }
    }
  }

  /// The canvas as lines of text.
  var lines: [StyledLine] {
    (0..<size.height).map { y in
      var line = StyledLine()
      for x in 0..<size.width {
        let cell = y * size.width + x
        let text = marks[cell] ?? Self.character(dots[cell])
        line.append(text, Style(text == " " ? .text : roles[cell]))
      }
      return line
    }
  }

  private static func character(_ dots: UInt8) -> String {
    dots == 0 ? " " : String(Unicode.Scalar(0x2800 + UInt32(dots)) ?? " ")
  }
}
