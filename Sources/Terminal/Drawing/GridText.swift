/// A grid as plain text, for tests and for whoever wants to read it without a terminal.
extension Grid {
  /// Every row without its trailing blanks.
  package var rows: [String] {
    (0..<size.height).map { row($0) }
  }

  package func row(_ y: Int) -> String {
    var text = ""
    for x in 0..<size.width { text += self[x, y].text }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The runs of a row that mean more than plain text, from left to right, each as `role: what stands there`, with `+bold`
  /// and `+underline` after the role. For instance `["heading+bold: Scaling", "focus: [1.00]"]`.
  package func styles(row y: Int) -> [String] {
    var runs: [(style: Style, text: String)] = []
    for x in 0..<size.width {
      let cell = self[x, y]
      if let last = runs.last, last.style == cell.style {
        runs[runs.count - 1].text += cell.text
      } else {
        runs.append((cell.style, cell.text))
      }
    }
    return runs.filter { $0.style != .text }.map { "\($0.style): \($0.text)" }
  }

  /// The text that stands in an area, row by row.
  package func text(in area: Rectangle) -> [String] {
    let area = area.intersection(bounds)
    return area.rows.map { y in area.columns.map { self[$0, y].text }.joined() }
  }
}

extension Style: CustomStringConvertible {
  package var description: String {
    "\(role)" + (bold ? "+bold" : "") + (underline ? "+underline" : "")
  }
}
