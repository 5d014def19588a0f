import Notebook
import Terminal

extension State {
  /// Lines that say more about the chosen one.
  private var detailLines: Int { 2 }

  /// The choices in view at once.
  var finderHeight: Int { max(1, size.height - 4 - detailLines) }

  func drawFinder(_ grid: inout Grid) {
    guard let finder else { return }
    drawPrompt(finder, on: &grid)
    let choices = choices
    let chosen = chosenIndex(in: choices)
    let first = Self.firstShown(chosen, of: choices.count, height: finderHeight)
    let leadWidth = min(22, choices.map { TextWidth.columns(of: $0.lead) }.max() ?? 0)
    for (row, choice) in choices.dropFirst(first).prefix(finderHeight).enumerated() {
      draw(
        choice, leadWidth: leadWidth, isChosen: first + row == chosen, row: 2 + row, on: &grid)
    }
    let below = choices.count - first - finderHeight
    grid.putRule(row: 1, note: first > 0 ? "↑ \(first) more" : "")
    grid.putRule(row: 2 + finderHeight, note: below > 0 ? "↓ \(below) more" : "")
    let detail = choices[safe: chosen]?.detail ?? nothingFound(finder)
    let wrapped = LineWrapping.wrap([Run(detail)], width: size.width - 2)
    var lines = Array(wrapped.prefix(detailLines))
    if wrapped.count > lines.count, let last = lines.popLast() {
      lines.append(StyledLine(TextWidth.clipped(last.text + " …", to: size.width - 2)))
    }
    for (index, line) in lines.enumerated() {
      grid.put(line, at: Point(x: 1, y: 3 + finderHeight + index), limit: size.width - 1)
    }
  }

  /// The chosen one as near the middle as can be.
  static func firstShown(_ chosen: Int, of count: Int, height: Int) -> Int {
    max(0, min(count - height, chosen - height / 2))
  }

  private func drawPrompt(_ finder: Finder, on grid: inout Grid) {
    let title = finder.kind == .command ? "Command" : "Search"
    let prompt = finder.kind == .command ? "  : " : "  / "
    var x = grid.put(title, at: Point(x: 1, y: 0), style: Style(.title, bold: true))
    x = grid.put(prompt, at: Point(x: x, y: 0), style: Style(.footerKey, bold: true))
    let view = TextView(
      finder.field.text, caret: finder.field.caret, width: max(4, size.width - x - 2))
    let end = grid.put(view.text, at: Point(x: x, y: 0), style: Style(.editing))
    grid.cursor = Point(x: x + view.cursor, y: 0)
    let note = prompted(finder)
    let start = size.width - 1 - TextWidth.columns(of: note)
    if start > end + 2 { grid.put(note, at: Point(x: start, y: 0), style: Style(.dim)) }
  }

  /// What can be typed, or how much was found.
  private func prompted(_ finder: Finder) -> String {
    let isInLesson = layers.contains(.lesson)
    guard finder.field.isEmpty else {
      let count = choices.count
      let hits = count == 1 ? "1 hit" : "\(count) hits"
      if finder.kind == .command { return "" }
      return isInLesson && finder.isOfAll ? "\(hits) in all lessons" : hits
    }
    return switch finder.kind {
    case .text: finder.isOfAll ? "in all lessons" : "prose, formulas, tasks of this lesson"
    case .command: isInLesson ? "a command, or the number of a step" : "a command"
    }
  }

  private func nothingFound(_ finder: Finder) -> String {
    if finder.field.isEmpty { return "" }
    if finder.kind == .command { return wordsWithoutCommand }
    if finder.elsewhere > 0 {
      let hits = finder.elsewhere == 1 ? "one hit" : "\(finder.elsewhere) hits"
      return "Not in this lesson; \(hits) in others: \(keyOfMore) searches them all."
    }
    return finder.isOfAll
      ? "No lesson has that in it. Backspace widens the search."
      : "Nothing has that in it, in no lesson. Backspace widens the search."
  }

  /// Tab, where it is bound as at first.
  var keyOfMore: String {
    let keys = bindings.binding(.down, in: .finding)?.keys ?? []
    return (keys.first { $0 == .plain(.tab) } ?? keys.first)?.name ?? keyName(.down)
  }

  private func draw(
    _ choice: Choice, leadWidth: Int, isChosen: Bool, row: Int, on grid: inout Grid
  ) {
    let limit = size.width - 1
    if isChosen { grid.put("▸", at: Point(x: 1, y: row), style: Style(.focus, bold: true)) }
    let isCommand = finder?.kind == .command
    let leadStyle = isChosen ? Style(.selection, bold: true) : Style(isCommand ? .heading : .dim)
    let lead = TextWidth.clipped(choice.lead, to: leadWidth)
    grid.put(lead, at: Point(x: 3, y: row), style: leadStyle)
    let x = 3 + leadWidth + 2
    guard isCommand else {
      let excerpt = Excerpt(choice.text, match: choice.match, width: limit - x)
      grid.put(excerpt.line, at: Point(x: x, y: row), limit: limit)
      return
    }
    let text = TextWidth.clipped(choice.text, to: max(4, limit - x))
    let keyStyle = Style(.footerKey, bold: true)
    let end = grid.put(text, at: Point(x: x, y: row), style: keyStyle, limit: limit)
    switch choice.goal {
    case .action, .skeleton: break
    default: return
    }
    let start = max(x + 18, end + 2)
    if limit - start >= 20 {
      let help = TextWidth.clipped(choice.detail, to: limit - start)
      grid.put(help, at: Point(x: start, y: row), style: Style(.dim), limit: limit)
    }
  }
}

/// The part of a text around what was looked for.
struct Excerpt {
  let line: StyledLine

  init(_ text: String, match: Range<Int>, width: Int) {
    let characters = Array(text)
    var start = 0
    // As much before the match as keeps it in sight.
    if match.upperBound + 8 > width { start = max(0, match.lowerBound - max(4, width / 3)) }
    let lead = start > 0 ? "…" : ""
    let shown = lead + String(characters[start...])
    let clipped = Array(TextWidth.clipped(shown, to: max(1, width)))
    let low = min(clipped.count, match.lowerBound - start + lead.count)
    let high = min(clipped.count, match.upperBound - start + lead.count)
    line = StyledLine([
      Run(String(clipped[..<low])), Run(String(clipped[low..<high]), Style(.selection, bold: true)),
      Run(String(clipped[high...])),
    ])
  }
}

extension Grid {
  /// Lights up every place in an area where a term stands.
  mutating func light(_ term: String, in area: Rectangle) {
    let wanted = TextSearch.folded(term)
    for y in area.intersection(bounds).rows {
      let row = (0..<size.width).map { self[$0, y].text.lowercased() }
      for range in TextSearch.ranges(of: wanted, in: row) {
        let found = Rectangle(x: range.lowerBound, y: y, width: range.count, height: 1)
        restyle(found) { $0 = Style(.selection, bold: true, underline: true) }
      }
    }
  }
}
