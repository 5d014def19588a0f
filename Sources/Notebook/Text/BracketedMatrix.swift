import CellLanguage

/// A matrix in brackets: `array([[1., 2.], [3., 4.]])`, `[[1. 2.]\n [3. 4.]]`, `[1 2; 3 4]`, `[1 2\n3 4]`.
struct BracketedMatrix {
  private typealias Problem = PastedMatrix.Problem
  private static let makers = ["array", "asarray", "tensor", "Tensor", "Array", "matrix"]
  private static let deepest = 4

  private let text: [Character]
  private var index: Int

  static func read(_ text: String) throws(PastedMatrix.Problem) -> PastedMatrix {
    var reader = BracketedMatrix(text: Array(text), index: 0)
    let isCall = try reader.readLead()
    let value = try reader.readList(depth: 1)
    try reader.readRest(isCall: isCall)
    return PastedMatrix(shape: value.shape, entries: value.entries)
  }

  // MARK: - Around the brackets

  /// `K = np.array(` and the like.
  private mutating func readLead() throws(PastedMatrix.Problem) -> Bool {
    while index < text.count, text[index] != "[" { index += 1 }
    var lead = String(text[..<index])[...].trimmingBlanks
    if let equals = lead.lastIndex(of: "=") {
      lead = lead[lead.index(after: equals)...].trimmingBlanks
    }
    if lead.isEmpty { return false }
    let name = lead.hasSuffix("(") ? lead.dropLast().split(separator: ".").last : nil
    guard let name, Self.makers.contains(String(name)) else {
      throw Problem(message: "Before the brackets stands more than array(.")
    }
    return true
  }

  /// Nothing may follow that would make other numbers of these: `.T`, `* 2`.
  private func readRest(isCall: Bool) throws(PastedMatrix.Problem) {
    var rest = String(text[index...])[...].trimmingBlanks
    while rest.last == ";" { rest = rest.dropLast().trimmingBlanks }
    let isArguments =
      rest.first == "," && rest.last == ")" && !rest.contains("(")
      && rest.firstIndex(of: ")") == rest.lastIndex(of: ")")
    let isPlain = isCall ? rest == ")" || isArguments : rest.isEmpty
    guard isPlain else {
      let shown = TextFilter.visible(String(rest.prefix(20)))
      throw Problem(message: "Behind the brackets stands more: \(shown)")
    }
  }

  // MARK: - In the brackets

  private struct List {
    var shape: [Int]
    var entries: [String]
  }

  private mutating func readList(depth: Int) throws(PastedMatrix.Problem) -> List {
    guard depth <= Self.deepest else { throw Problem(message: "The brackets are nested too deep.") }
    index += 1
    var lists: [List] = []
    var flat = ""
    while index < text.count, text[index] != "]" {
      if text[index] == "[" {
        lists.append(try readList(depth: depth + 1))
      } else {
        flat.append(text[index])
        index += 1
      }
    }
    guard index < text.count else { throw Problem(message: "A bracket is not closed: ]") }
    index += 1
    if lists.isEmpty { return try Self.rows(depth == 1 ? Self.withRowsEnded(flat) : flat) }
    guard flat.allSatisfy({ $0.isWhitespace || $0 == "," || $0 == ";" }) else {
      throw Problem(message: "Numbers stand beside lists of numbers.")
    }
    return try Self.stacked(lists)
  }

  private static func stacked(_ lists: [List]) throws(PastedMatrix.Problem) -> List {
    for (row, list) in lists.enumerated() where list.shape != lists[0].shape {
      throw Problem(
        message:
          "Row \(row + 1) has \(list.entries.count) numbers, where the first has \(lists[0].entries.count)."
      )
    }
    return List(shape: [lists.count] + lists[0].shape, entries: lists.flatMap(\.entries))
  }

  /// In MATLAB the end of a line ends a row too. In Python it doesn't: there a comma stands before it, and NumPy breaks a
  /// long vector where the line is full, and goes on behind a blank.
  private static func withRowsEnded(_ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.trimmingBlanks.isEmpty }
    let isContinued =
      lines.dropLast().contains { [",", ";"].contains($0.trimmingBlanks.last) }
      || lines.dropFirst().contains { [",", ";"].contains($0.trimmingBlanks.first) }
    let counts = Set(lines.map { fields($0.trimmingBlanks).count })
    let isWrapped =
      lines.dropFirst().allSatisfy { $0.first == " " }
      && (counts.count > 1 || (lines.first?.count ?? 0) > fullLine)
    return lines.count < 2 || isContinued || isWrapped ? text : lines.joined(separator: ";")
  }

  /// NumPy's lines have up to 75 columns, and few are shorter by more than a number.
  private static let fullLine = 50

  /// Numbers without brackets between them; a semicolon ends a row.
  private static func rows(_ text: String) throws(PastedMatrix.Problem) -> List {
    var rows = text.split(separator: ";", omittingEmptySubsequences: false).map { fields($0) }
    if rows.count > 1, rows.last?.isEmpty == true { rows.removeLast() }
    let isTable = text.contains(";")
    for (row, fields) in rows.enumerated() where fields.count != rows[0].count {
      throw Problem(
        message: "Row \(row + 1) has \(fields.count) numbers, where the first has \(rows[0].count)."
      )
    }
    let entries = rows.joined().map { PastedMatrix.spelled(String($0)) }
    guard !entries.isEmpty else { throw Problem(message: "There are no numbers in the brackets.") }
    if entries.contains("") { throw Problem(message: "Between two commas stands no number.") }
    return List(shape: isTable ? [rows.count, rows[0].count] : [entries.count], entries: entries)
  }

  /// Between commas where there are any outside parentheses, else between blanks.
  private static func fields(_ row: Substring) -> [Substring] {
    guard row.contains(",") else { return row.split(whereSeparator: \.isWhitespace) }
    var fields = row.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmingBlanks)
    // Python allows a comma behind the last.
    if fields.last?.isEmpty == true { fields.removeLast() }
    return fields
  }
}
