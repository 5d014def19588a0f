import Notebook
import Terminal

/// A matrix as text to be selected.
package struct Copy: Hashable, Sendable {
  let name: String
  let text: String
  var scroll = 0
}

extension State {
  /// The lines of the text in view at once.
  var copyHeight: Int { max(1, size.height - 4) }

  /// The text from the first column on, broken behind commas, which Python allows in brackets.
  var copyLines: [String] {
    (copy?.text ?? "").split(separator: "\n").flatMap { Self.broken($0, width: size.width) }
  }

  private static func broken(_ line: Substring, width: Int) -> [String] {
    var lines: [String] = []
    var rest = line
    while rest.count > width,
      let comma = rest.prefix(width).dropFirst(width / 2).lastIndex(of: ",")
    {
      let end = rest.index(after: comma)
      lines.append(String(rest[..<end]))
      rest = rest[end...].drop { $0 == " " }
    }
    return lines + [String(rest)]
  }

  func drawCopy(_ grid: inout Grid) {
    guard let copy else { return }
    let x = grid.put(
      "\(copy.name) for NumPy", at: Point(x: 1, y: 0), style: Style(.title, bold: true))
    grid.put(
      "  select it with the mouse and copy", at: Point(x: x, y: 0), style: Style(.dim),
      limit: size.width - 1)
    let lines = copyLines
    let scroll = max(0, min(copy.scroll, lines.count - copyHeight))
    for (row, line) in lines.dropFirst(scroll).prefix(copyHeight).enumerated() {
      grid.put(line, at: Point(x: 0, y: 2 + row), style: Style(.code))
    }
    let below = lines.count - scroll - copyHeight
    grid.putRule(row: 1, note: scroll > 0 ? "↑ \(scroll) more" : "")
    grid.putRule(row: size.height - 2, note: below > 0 ? "↓ \(below) more" : "")
  }
}
