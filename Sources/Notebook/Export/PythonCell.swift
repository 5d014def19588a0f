import CellLanguage

/// A cell as Python: its text with its comments, changed where Python would mean something else.
struct PythonCell {
  let program: Program
  let units: [SheetUnit]
  let definitions: [(name: String, value: Value)]
  let ownNames: Set<String>

  /// - Parameter isPrinted: whether bare expressions are printed.
  func text(isPrinted: Bool) -> String {
    let statements = units.map {
      PythonStatement(
        unit: $0, definitions: definitions, ownNames: ownNames, isPrinted: isPrinted)
    }
    let text: String
    if !program.diagnostics.isEmpty {
      let whole = statements.map { own($0, offset: $0.unit.statement.range.start) }
      text = ([unreadable] + whole).joined(separator: "\n")
    } else if sharesLines {
      text = statements.map { own($0, offset: $0.unit.statement.range.start) }
        .joined(separator: "\n")
    } else {
      text = PythonCell.applying(statements.flatMap(\.edits), to: program.source.text, offset: 0)
    }
    return PythonComment.visible(text).trimmingLineEnds
  }

  /// A statement without what stands around it.
  private func own(_ statement: PythonStatement, offset: Int) -> String {
    PythonCell.applying(statement.edits, to: statement.unit.text, offset: offset)
  }

  private var unreadable: String {
    let problems = program.diagnostics.map { "error: " + $0.message }
    return PythonComment.text(([program.source.text] + problems).joined(separator: "\n"))
  }

  /// Whether one statement begins on the line on which another ends: a comment would swallow it.
  private var sharesLines: Bool {
    func line(_ offset: Int) -> Int { program.source.position(at: offset).line }
    return zip(units, units.dropFirst()).contains {
      line($0.statement.range.end) == line($1.statement.range.start)
    }
  }

  private static func applying(_ edits: [TextEdit], to text: String, offset: Int) -> String {
    let bytes = Array(text.utf8)
    let ordered = edits.enumerated().sorted {
      ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
    }
    var result: [UInt8] = []
    var place = 0
    for (_, edit) in ordered {
      let start = edit.range.start - offset
      guard start >= place, edit.range.end - offset <= bytes.count else { continue }
      result += bytes[place..<start]
      result += edit.text.utf8
      place = edit.range.end - offset
    }
    return String(decoding: result + bytes[place...], as: UTF8.self)
  }
}

extension String {
  /// Without the line ends and blanks behind the last line.
  fileprivate var trimmingLineEnds: String {
    var rest = self[...]
    while let last = rest.last, last == "\n" || last == " " { rest.removeLast() }
    return String(rest)
  }
}
