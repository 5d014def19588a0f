import Notebook
import Terminal

/// How a text that is copied gets to the clipboard.
package enum ClipboardWay: Hashable, Sendable {
  /// The terminal would print what is sent to it.
  case none
  /// It takes it, or swallows it.
  case straight
  /// Through tmux or screen, which mostly keep it to themselves.
  case heldUp

  /// - Parameter term: the variable TERM.
  package init(term: String?) {
    self =
      !Clipboard.isTaken(by: term)
      ? .none : Clipboard.isHeldUp(by: term) ? .heldUp : .straight
  }
}

/// A matrix as text to be selected.
package struct Copy: Hashable, Sendable {
  let name: String
  let text: String
  /// Whether it was sent to the clipboard as well.
  var isSent = false
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
    let words =
      copy.isSent
      ? "  copied where the terminal lets it; else select it and copy"
      : "  select it with the mouse and copy"
    grid.put(
      words, at: Point(x: x, y: 0), style: Style(.dim),
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
