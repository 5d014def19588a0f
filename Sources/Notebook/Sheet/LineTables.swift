import CellLanguage

/// The lines on which offsets of cells' texts lie, each text looked through once.
struct LineTables {
  /// For each cell, the offsets of its line breaks.
  private var breaks: [Int: [Int]] = [:]

  /// The line of an offset, counted as the source counts.
  mutating func line(at offset: Int, of source: Source, cell: Int) -> Int {
    let table = breaks[cell] ?? LineTables.breaks(in: source)
    breaks[cell] = table
    var low = 0
    var high = table.count
    while low < high {
      let middle = (low + high) / 2
      if table[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return source.firstLine + low
  }

  private static func breaks(in source: Source) -> [Int] {
    source.text.utf8.enumerated().compactMap { $1 == UInt8(ascii: "\n") ? $0 : nil }
  }
}
