import Notebook
import Terminal

extension State {
  /// The lines of help in view at once.
  var helpHeight: Int { max(1, size.height - 5) }

  /// How far the help can be scrolled.
  var lastHelpScroll: Int { max(0, helpPage.height - helpHeight) }

  var helpPage: HelpPage {
    var below = self
    below.layers.removeLast()
    return HelpPage(
      below.sectionHere + HelpSection.all(of: bindings.rows, from: below.context),
      search: help.search.text,
      width: size.width, ascii: isASCII)
  }

  func drawHelp(_ grid: inout Grid) {
    var x = grid.put("Help", at: Point(x: 1, y: 0), style: Style(.title, bold: true))
    let prompt = "  type to search: "
    x = grid.put(prompt, at: Point(x: x, y: 0), style: Style(.dim))
    let view = TextView(
      help.search.text, caret: help.search.caret, width: max(4, size.width - x - 2))
    grid.put(view.text, at: Point(x: x, y: 0), style: Style(.editing))
    grid.cursor = Point(x: x + view.cursor, y: 0)
    let page = helpPage
    let height = helpHeight
    let scroll = max(0, min(help.scroll, page.height - height))
    for (x, lines) in page.columns {
      for (index, line) in lines.dropFirst(scroll).prefix(height).enumerated() {
        grid.put(line, at: Point(x: x, y: 2 + index), limit: size.width - 1)
      }
    }
    let below = page.height - scroll - height
    grid.putRule(row: 1, note: scroll > 0 ? "↑ \(scroll) more" : "")
    grid.putRule(row: size.height - 2, note: below > 0 ? "↓ \(below) more" : "")
  }
}
