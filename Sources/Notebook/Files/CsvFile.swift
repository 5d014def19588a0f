import AttentionEngine
package import CellLanguage

/// Numbers in lines, separated by commas: always a matrix, one row a line. Empty lines and `# …` lines are skipped.
package enum CsvFile {
  package static func read(_ path: String, limits: Limits = .standard) throws(FileProblem) -> Value
  {
    let text = try BoundedFile.readText(path, limit: InputValue.textLimit)
    return try matrix(in: text, path: path, limits: limits)
  }

  static func matrix(in text: String, path: String, limits: Limits) throws(FileProblem) -> Value {
    var entries: [Double] = []
    var rows = 0
    var columns = 0
    var line = 0
    var rest = text[...]
    // Not all lines at once: of short ones there may be many millions.
    while !rest.isEmpty {
      let whole = rest.prefix { !$0.isNewline }
      rest = rest[whole.endIndex...].dropFirst()
      let row = whole.trimmed
      line += 1
      if row.isEmpty || row.first == "#" { continue }
      let fields = row.split(separator: ",", omittingEmptySubsequences: false)
      if rows == 0 { columns = fields.count }
      guard fields.count == columns else {
        throw FileProblem(
          path: path, "line \(line): \(fields.count) numbers, where the lines above have \(columns)"
        )
      }
      for (index, field) in fields.enumerated() {
        entries.append(try number(field.trimmed, at: (path, line, index + 1)))
      }
      guard entries.count <= limits.entries else {
        throw FileProblem(
          path: path, "line \(line): an array has at most \(limits.entries) entries")
      }
      rows += 1
    }
    guard rows > 0 else { throw FileProblem(path: path, "there are no numbers in it") }
    return .array(NDArray(Tensor(shape: [rows, columns], entries: entries)))
  }

  /// What Python's `float` reads: no hexadecimal, no names but nan and inf.
  private static func number(
    _ field: Substring, at place: (path: String, line: Int, column: Int)
  ) throws(FileProblem) -> Double {
    let word = field.lowercased()
    let digits = word.drop { $0 == "+" || $0 == "-" }
    let isPlain = digits.utf8.allSatisfy { "0123456789.e+-".utf8.contains($0) }
    if isPlain || ["nan", "inf", "infinity"].contains(String(digits)), let number = Double(word) {
      return number
    }
    var advice = ""
    if field.contains(";") || field.contains("\t") { advice = "; commas separate the numbers" }
    if place.line == 1 {
      advice = advice.isEmpty ? "; the file may have no line of headings" : advice
    }
    let shown = TextFilter.visible(String(field.prefix(30)))
    throw FileProblem(
      path: place.path,
      "line \(place.line), field \(place.column): '\(shown)' is not a number\(advice)")
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var rest = drop { $0 == " " || $0 == "\t" }
    while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
    return rest
  }
}
