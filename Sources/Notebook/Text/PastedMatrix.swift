import CellLanguage

/// A matrix as other programs write it: NumPy's source and print, PyTorch's, MATLAB's, CSV, a spreadsheet's cells.
package struct PastedMatrix: Hashable, Sendable {
  /// Two axes where it came in lines.
  package let shape: [Int]
  /// The text of each entry as cells are written, in row-major order.
  package let entries: [String]

  init(shape: [Int], entries: [String]) {
    self.shape = shape
    self.entries = entries
  }

  /// What keeps a text from being one, as a sentence.
  package struct Problem: Error, Hashable, Sendable {
    package let message: String
  }

  /// More than any matrix that is edited by hand.
  static let limit = 10_000
  /// More than so many numbers take; a terminal's longest paste is longer, so that what was cut there is refused here.
  private static let byteLimit = 1 << 19

  package init(_ text: String) throws(Problem) {
    guard text.utf8.count <= Self.byteLimit else {
      throw Problem(
        message: "That is too large to paste: a matrix has at most \(Self.limit) numbers.")
    }
    let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingBlanks }
      .filter { !$0.isEmpty }
    if text.contains("...") {
      throw Problem(
        message: "The ... in it stands for numbers that were left out; print all of them first.")
    }
    self = try text.contains("[") ? BracketedMatrix.read(text) : Self.read(lines: lines)
    guard entries.count <= Self.limit else {
      throw Problem(message: "A matrix of more than \(Self.limit) numbers can't be pasted.")
    }
  }

  /// Whether a text is meant as more than one number: it has brackets, or several lines or cells.
  package static func isLikely(_ text: String) -> Bool {
    let text = text[...].trimmingBlanks
    if text.contains(where: { $0 == "[" || $0 == "\t" || $0.isNewline }) { return true }
    let fields = text.split { $0 == " " || $0 == "," || $0 == ";" }
    // Two with a comma between are one number to many readers.
    return fields.count > (text.contains(",") ? 2 : 1) && fields.allSatisfy { Double($0) != nil }
  }

  // MARK: - Lines

  private static func read(lines: [Substring]) throws(Problem) -> PastedMatrix {
    let printed = PrintedMatrix(lines: lines)
    let cells = PastedCells(lines: printed.lines)
    var entries: [String] = []
    for (index, row) in cells.rows.enumerated() {
      guard row.count == cells.rows[0].count else {
        throw uneven(cells.place.row + index, row.count, cells.rows[0].count)
      }
      for (column, cell) in row.enumerated() {
        let text = try entry(
          cell, row: cells.place.row + index, column: cells.place.column + column)
        entries.append(PrintedMatrix.scaled(text, by: printed.exponent))
      }
    }
    return PastedMatrix(
      shape: [cells.rows.count, cells.rows.first?.count ?? 0], entries: entries)
  }

  private static func uneven(_ row: Int, _ count: Int, _ columns: Int) -> Problem {
    Problem(message: "Row \(row + 1) has \(count) numbers, where the first has \(columns).")
  }

  private static func entry(
    _ text: String, row: Int, column: Int
  ) throws(Problem) -> String {
    if text.isEmpty {
      throw Problem(message: "Row \(row + 1), column \(column + 1) is empty.")
    }
    if text.contains(where: \.isLetter), spelled(text) == text, !isNumber(text) {
      let shown = TextFilter.visible(String(text.prefix(20)))
      throw Problem(message: "'\(shown)' is no number: copy the numbers without their labels.")
    }
    return spelled(text)
  }

  static func isNumber(_ text: String) -> Bool {
    Double(text) != nil || ["True", "False", "pi"].contains(text) || text.contains("(")
  }

  /// A number as cells have it: `NaN` is `nan`, a long minus a short one.
  static func spelled(_ text: String) -> String {
    let plain = String(text.map { $0 == "−" ? "-" : $0 })
    switch plain.lowercased() {
    case "nan": return "nan"
    case "inf", "infinity", "+inf": return "inf"
    case "-inf", "-infinity": return "-inf"
    case "true": return "True"
    case "false": return "False"
    default: return plain
    }
  }
}

extension Substring {
  var trimmingBlanks: Substring {
    var rest = drop { $0.isWhitespace }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}
