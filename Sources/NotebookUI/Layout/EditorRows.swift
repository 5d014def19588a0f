import Terminal

/// A text being written as the rows that show it: lines that are too long go on below, prose at blanks.
struct EditorRows {
  struct Row: Hashable {
    /// The characters that it shows; a blank at which prose is broken stands at the end of its row.
    let range: Range<Int>
    /// Which of the text's lines it belongs to, counted from 0.
    let line: Int
    /// Whether it is the first row of that line.
    let isFirst: Bool
  }

  let rows: [Row]
  private let characters: [Character]

  /// - Parameter width: the columns that a row may take, the caret behind the last character not counted.
  init(_ characters: [Character], width: Int, atBlanks: Bool) {
    self.characters = characters
    var rows: [Row] = []
    var start = 0
    var line = 0
    while true {
      let end = characters[start...].firstIndex(of: "\n") ?? characters.count
      let ranges = Self.broken(characters, start..<end, width: max(2, width), atBlanks: atBlanks)
      for (index, range) in ranges.enumerated() {
        rows.append(Row(range: range, line: line, isFirst: index == 0))
      }
      if end == characters.count { break }
      start = end + 1
      line += 1
    }
    self.rows = rows
  }

  private static func broken(
    _ characters: [Character], _ line: Range<Int>, width: Int, atBlanks: Bool
  ) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = line.lowerBound
    var used = 0
    /// Behind the last blank of the row.
    var breakable = start
    var index = start
    while index < line.upperBound {
      let columns = Self.columns(characters[index])
      let isBlank = characters[index] == " "
      // A blank may hang over the edge, so that the next word begins its row.
      if used + columns > width, !(atBlanks && isBlank) {
        let end = atBlanks && breakable > start ? breakable : max(index, start + 1)
        ranges.append(start..<end)
        start = end
        index = end
        breakable = end
        used = 0
        continue
      }
      used += columns
      index += 1
      if isBlank { breakable = index }
    }
    return ranges + [start..<line.upperBound]
  }

  private static func columns(_ character: Character) -> Int {
    TextWidth.columns(of: String(character))
  }

  func text(_ row: Int) -> String { String(characters[rows[row].range]) }

  // MARK: - The caret

  /// Where the caret before a character stands.
  func place(of caret: Int) -> (row: Int, column: Int) {
    let row = rows.lastIndex { $0.range.lowerBound <= caret } ?? 0
    return (row, columns(in: row, before: caret))
  }

  private func columns(in row: Int, before caret: Int) -> Int {
    let range = rows[row].range
    let end = min(caret, range.upperBound)
    return TextWidth.columns(of: String(characters[range.lowerBound..<end]))
  }

  /// The caret nearest to a column of a row.
  func caret(row: Int, column: Int) -> Int {
    let range = rows[row].range
    var used = 0
    for index in range {
      let columns = Self.columns(characters[index])
      // On the nearer side of a wide character.
      if used + (columns + 1) / 2 > column { return index }
      used += columns
    }
    // Behind the last character of a row that goes on stands the first of the next.
    let goesOn = row + 1 < rows.count && !rows[row + 1].isFirst
    return goesOn ? max(range.lowerBound, range.upperBound - 1) : range.upperBound
  }
}

extension TextEditor {
  /// Moves the caret by rows as they are shown; past the ends, to the end of the text.
  mutating func moveRows(by step: Int, in rows: EditorRows) {
    let place = rows.place(of: caret)
    let column = goal ?? place.column
    let row = place.row + step
    if row < 0 { return move(to: 0) }
    if row >= rows.rows.count { return move(to: characters.count) }
    move(to: rows.caret(row: row, column: column), goal: column)
  }
}
