/// The cells of lines that come from a spreadsheet, a CSV file or a print: their numbers, without the labels around them.
struct PastedCells {
  private(set) var rows: [[String]]
  /// Where the numbers begin among all cells.
  private(set) var place = (row: 0, column: 0)

  init(lines: [Substring]) {
    let separator = "\t;,".first { separator in lines.contains { $0.contains(separator) } }
    rows = lines.map { line in
      let fields =
        separator.map { line.split(separator: $0, omittingEmptySubsequences: false) }
        ?? line.split(whereSeparator: \.isWhitespace)
      return fields.map { $0.trimmingBlanks.filter { $0 != "\"" } }
    }
    dropEnds()
    dropHeader()
    dropLabels()
  }

  /// A separator behind the last cell of a row begins no other.
  private mutating func dropEnds() {
    let isEnded = rows.allSatisfy { $0.count > 1 && $0.last?.isEmpty == true }
    let fewest = rows.map(\.count).min() ?? 0
    for index in rows.indices {
      while rows[index].count > 1, rows[index].last?.isEmpty == true,
        isEnded && rows[index].count == rows.map(\.count).max() || rows[index].count > fewest
      {
        rows[index].removeLast()
        if isEnded { break }
      }
    }
  }

  /// The names of the columns: a first row of words, with or without a cell above the names of the rows.
  private mutating func dropHeader() {
    guard rows.count > 1, let header = rows.first, header.contains(where: \.isLabel),
      header.allSatisfy({ $0.isLabel || $0.isEmpty }),
      [0, 1].contains(rows[1].count - header.count)
    else { return }
    rows.removeFirst()
    place.row = 1
  }

  /// The names of the rows: a first column of words.
  private mutating func dropLabels() {
    guard rows.allSatisfy({ $0.count > 1 && $0[0].isLabel }) else { return }
    rows = rows.map { Array($0.dropFirst()) }
    place.column = 1
  }
}

extension String {
  /// Whether it is a word, and no number, however that is written.
  fileprivate var isLabel: Bool {
    contains(where: \.isLetter) && PastedMatrix.spelled(self) == self
      && !PastedMatrix.isNumber(self) && !["nan", "inf", "-inf"].contains(self)
  }
}
