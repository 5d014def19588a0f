import CellLanguage
import Notebook
import Terminal

/// The list of what is to be mended in a notebook of one's own.
extension State {
  /// The lines of it in view at once.
  var mendingHeight: Int { max(1, size.height - 4) }

  func drawMending(_ grid: inout Grid) {
    guard let mending else { return }
    let title = TextWidth.clipped(mending.name.onOneLine(), to: max(8, size.width / 2))
    let x = grid.put(title, at: Point(x: 1, y: 0), style: Style(.title, bold: true))
    let words = size.width < 60 ? mending.count : "\(mending.count), as qkv verify has it"
    grid.put(
      "  \(words)", at: Point(x: x, y: 0), style: Style(.dim),
      limit: size.width - 1)
    let rows = mendingRows
    let scroll = mendingScroll
    for (row, line) in rows.dropFirst(scroll).prefix(mendingHeight).enumerated() {
      grid.put(line.line, at: Point(x: 1, y: 2 + row), limit: size.width - 1)
    }
    let chosen = rows.firstIndex { $0.problem == mending.chosen } ?? 0
    grid.cursor = Point(x: 1, y: 2 + chosen - scroll)
    let below = rows.count - scroll - mendingHeight
    grid.putRule(row: 1, note: Self.note("↑", lines: scroll))
    grid.putRule(row: size.height - 2, note: Self.note("↓", lines: below))
  }

  /// Which problem stands on a row of the screen.
  func mendingIndex(atRow row: Int) -> Int? {
    guard (2..<2 + mendingHeight).contains(row) else { return nil }
    return mendingRows[safe: row - 2 + mendingScroll]?.problem
  }

  /// What is chosen is in sight, as near to the middle as can be.
  private var mendingScroll: Int {
    let rows = mendingRows
    guard let chosen = mending?.chosen,
      let first = rows.firstIndex(where: { $0.problem == chosen }),
      let last = rows.lastIndex(where: { $0.problem == chosen })
    else { return 0 }
    let height = mendingHeight
    let middle = (first + last) / 2 - height / 2
    return max(0, min(max(middle, last - height + 1), first, rows.count - height))
  }

  /// Each problem with its place, and below it what to do.
  private var mendingRows: [(problem: Int, line: StyledLine)] {
    guard let mending else { return [] }
    return mending.problems.enumerated().flatMap { index, found in
      let isChosen = index == mending.chosen
      let place = place(ofLine: found.problem.line)
      let words = TextFilter.visible(found.problem.message)
      let message = Run(words, isChosen ? Style(.selection, bold: true) : Style(.text))
      let advice = Run(TextFilter.visible(found.problem.advice), .dim)
      let width = size.width - 2
      let found = LineWrapping.wrap(
        [Run("\(place)  ", .label), message], width: width - 2, hanging: 2, keepsSpaces: true)
      let mark = Run(isChosen ? "▸ " : "  ", Style(.focus, bold: true))
      let lines =
        [StyledLine([mark] + (found.first?.runs ?? []))]
        + found.dropFirst().map { $0.indented(by: 2) }
        + LineWrapping.wrap([advice], width: width - 4).map { $0.indented(by: 4) }
      return lines.map { (index, $0) }
    }
  }

  /// `step 2, line 28`
  private func place(ofLine line: Int) -> String {
    guard let session = reading?.session, let place = session.place(ofLine: line),
      let step = session.step(of: place.block)
    else { return "line \(line)" }
    return "step \(step + 1), line \(line)"
  }
}
