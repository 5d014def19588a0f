import CellLanguage
import Notebook
import Terminal

/// How the list of lessons is laid out.
struct HomeLayout {
  static let top = 2

  let shelf: Shelf
  let size: Size
  /// Lines that a lesson takes.
  let linesEach: Int
  /// The first lesson in view.
  let first: Int
  /// Lines below the list, about the chosen lesson.
  let choiceLines: Int

  init(_ state: State) {
    shelf = state.shelf
    size = state.size
    let height = max(1, size.height - 5 - (shelf.problems.isEmpty ? 0 : shelf.problems.count + 1))
    self.count = state.choiceCount
    let count = max(1, count)
    linesEach = height >= count * 3 ? 3 : height >= count * 2 ? 2 : 1
    choiceLines = linesEach == 1 && size.height >= 20 ? 2 : 1
    visible = max(1, (height + 1 - choiceLines) / linesEach)
    let last = max(0, self.count - visible)
    // The chosen lesson in the middle, so that the list needs no memory of how far it was scrolled.
    first = max(0, min(last, state.home.selected - visible / 2))
  }

  let visible: Int
  /// Lessons, and below them notebooks of one's own.
  let count: Int

  var shown: Range<Int> { first..<min(count, first + visible) }

  func row(of lesson: Int) -> Int {
    Self.top + (linesEach == 3 ? 1 : 0) + (lesson - first) * linesEach
  }

  func lesson(atRow row: Int) -> Int? {
    shown.first { (self.row(of: $0)..<self.row(of: $0) + linesEach).contains(row) }
  }
}

extension State {
  func drawHome(_ grid: inout Grid) {
    var x = grid.put("qkv", at: Point(x: 1, y: 0), style: Style(.title, bold: true))
    let tagline = "attention, in numbers that you can change"
    x = grid.put("  \(tagline)", at: Point(x: x, y: 0), style: Style(.dim))
    if let words = keeping.words {
      grid.put("  \(words)", at: Point(x: x, y: 0), style: Style(.warning), limit: size.width - 1)
    }
    grid.putRule(row: 1)
    if choiceCount == 0 { drawNoLessons(&grid) } else { drawLessons(&grid) }
    drawMessage(&grid)
  }

  /// In the place of what is said about the chosen lesson, and above it where it is long.
  private func drawMessage(_ grid: inout Grid) {
    guard let message else { return }
    let lines = LineWrapping.wrap([Run(message.text, message.kind.role)], width: size.width - 2)
      .prefix(4)
    let height = max(lines.count, HomeLayout(self).choiceLines)
    let top = size.height - 1 - height
    grid.putRule(row: top - 1)
    grid.fill(
      Rectangle(x: 0, y: top, width: size.width, height: height), with: " ",
      style: Style(.text))
    for (row, line) in lines.enumerated() { grid.put(line, at: Point(x: 1, y: top + row)) }
  }

  private func drawLessons(_ grid: inout Grid) {
    let layout = HomeLayout(self)
    let minutes = shelf.lessons.reduce(0) { $0 + min($1.minutes, 10_000) }
    let total = Self.counted(shelf.lessons.count, "lesson") + ", \(Self.duration(minutes))"
    let totalX = size.width - 1 - total.count
    if totalX > 48 { grid.put(total, at: Point(x: totalX, y: 0), style: Style(.dim)) }
    for index in layout.shown {
      if let own = ownNotebook(at: index) {
        draw(own, index, layout, on: &grid)
      } else {
        drawLesson(index, layout, on: &grid)
      }
    }
    let below = layout.count - layout.shown.upperBound
    grid.putRule(row: 1, note: layout.first > 0 ? "↑ \(layout.first) more" : "")
    let rule = size.height - 2 - layout.choiceLines
    grid.putRule(row: rule, note: below > 0 ? "↓ \(below) more" : "")
    drawChoice(layout, on: &grid)
    var row = rule - shelf.problems.count
    for problem in shelf.problems {
      grid.put(
        TextWidth.clipped(problem, to: size.width - 2), at: Point(x: 1, y: row),
        style: Style(.warning))
      row += 1
    }
  }

  private func drawLesson(_ index: Int, _ layout: HomeLayout, on grid: inout Grid) {
    let lesson = shelf.lessons[index]
    let y = layout.row(of: index)
    let chosen = index == home.selected
    let minutes = "\(lesson.minutes) min"
    let standing = standing(in: lesson)
    let end = drawEnd(minutes, standing.text(ascii: isASCII), row: y, on: &grid)
    if chosen {
      grid.put("▸", at: Point(x: 1, y: y), style: Style(.focus, bold: true))
      grid.cursor = Point(x: 1, y: y)
    }
    let number = lesson.number.map { String($0) } ?? ""
    grid.put(number, at: Point(x: 5 - min(2, number.count), y: y), style: Style(.label))
    let title = TextWidth.clipped(lesson.title.onOneLine(), to: end - 9)
    let style = chosen ? Style(.selection, bold: true) : Style(.heading)
    let x = grid.put(title, at: Point(x: 7, y: y), style: style)
    let summary = lesson.summary.onOneLine()
    if layout.linesEach > 1 {
      grid.put(
        TextWidth.clipped(summary, to: size.width - 9), at: Point(x: 7, y: y + 1),
        style: Style(.dim))
    } else {
      let start = max(x + 3, summaryColumn(layout))
      let text = TextWidth.clipped(summary, to: end - start - 2)
      // A few letters say nothing; below the list stands all of it for the chosen lesson.
      if text == summary || end - start >= 20 {
        grid.put(text, at: Point(x: start, y: y), style: Style(.dim))
      }
    }
  }

  /// A notebook of one's own: where a lesson has its number it has the mark of what is the reader's.
  private func draw(
    _ own: OwnNotebookEntry, _ index: Int, _ layout: HomeLayout, on grid: inout Grid
  ) {
    let y = layout.row(of: index)
    let isChosen = index == home.selected
    if isChosen {
      grid.put("▸", at: Point(x: 1, y: y), style: Style(.focus, bold: true))
      grid.cursor = Point(x: 1, y: y)
    }
    grid.put("◆", at: Point(x: 4, y: y), style: Style(.label))
    let end = size.width - 6
    grid.put("yours", at: Point(x: end, y: y), style: Style(.dim))
    let style =
      isChosen
      ? Style(.selection, bold: true) : Style(own.problem == nil ? .heading : .dim)
    let x = grid.put(TextWidth.clipped(own.title, to: end - 9), at: Point(x: 7, y: y), style: style)
    let words = own.problem ?? TextFilter.visible(own.outline?.summary ?? "").onOneLine()
    if layout.linesEach > 1 {
      grid.put(
        TextWidth.clipped(words.isEmpty ? own.words : words, to: size.width - 9),
        at: Point(x: 7, y: y + 1), style: Style(own.problem == nil ? .dim : .warning))
    } else {
      let start = max(x + 3, summaryColumn(layout))
      grid.put(
        TextWidth.clipped(words, to: max(0, end - start - 2)), at: Point(x: start, y: y),
        style: Style(own.problem == nil ? .dim : .warning))
    }
  }

  /// Where all summaries begin that stand beside their titles: behind the longest title, unless that leaves them no room.
  private func summaryColumn(_ layout: HomeLayout) -> Int {
    let ends = layout.shown.filter { $0 < shelf.lessons.count }.map {
      7 + TextWidth.columns(of: shelf.lessons[$0].title.onOneLine()) + 3
    }
    let usual = min(44, size.width / 2)
    return max(usual, ends.filter { $0 <= usual + 6 }.max() ?? 0)
  }

  /// Progress and minutes at the right.
  ///
  /// - Returns: the column that they begin at.
  private func drawEnd(
    _ minutes: String, _ progress: String?, row: Int, on grid: inout Grid
  ) -> Int {
    let end = size.width - 1 - minutes.count
    grid.put(minutes, at: Point(x: end, y: row), style: Style(.dim))
    guard let progress else { return end }
    let start = size.width - 1 - 8 - TextWidth.columns(of: progress)
    grid.put(progress, at: Point(x: start, y: row), style: Style(.success))
    return start
  }

  /// What the chosen lesson is about, where the list has no room for it, and how far the reader is in it.
  private func drawChoice(_ layout: HomeLayout, on grid: inout Grid) {
    if let own = ownNotebook(at: home.selected) {
      let point = Point(x: 1, y: size.height - 2)
      let text = TextWidth.clipped(own.words, to: size.width - 2)
      grid.put(text, at: point, style: Style(own.problem == nil ? .dim : .warning))
      return
    }
    guard let lesson = shelf.lessons[safe: home.selected] else { return }
    let summary = Run(lesson.summary.onOneLine())
    let standing = Run(prerequisites(of: lesson), .dim)
    let lines =
      layout.linesEach > 1 ? [standing] : layout.choiceLines > 1 ? [summary, standing] : [summary]
    for (index, line) in lines.enumerated() {
      let point = Point(x: 1, y: size.height - 1 - lines.count + index)
      grid.put(TextWidth.clipped(line.text, to: size.width - 2), at: point, style: line.style)
    }
  }

  /// `builds on 4 Softmax and temperature`.
  private func prerequisites(of lesson: ShelvedLesson) -> String {
    let needed = lesson.needs.map { id in
      guard let lesson = shelf.lessons.first(where: { $0.id == id }) else { return id }
      return lesson.number.map { "\($0) \(lesson.title)" } ?? lesson.title
    }
    let standing = standing(in: lesson)
    let steps =
      standing.step > 0
      ? "continue at step \(standing.step + 1) of \(max(standing.steps, standing.step + 1))"
      : Self.counted(standing.steps, "step")
    return needed.isEmpty ? steps : "\(steps), builds on \(needed.joined(separator: ", "))"
  }

  private func drawNoLessons(_ grid: inout Grid) {
    var lines = [StyledLine("No lessons were found.", .heading), StyledLine()]
    if !shelf.places.isEmpty {
      lines.append(StyledLine("Looked in:"))
      lines += shelf.places.map { StyledLine("  \($0)", .code) }
      lines.append(StyledLine())
    }
    lines += shelf.problems.map { StyledLine($0, .warning) }
    let advice = "Give the folder that holds them: qkv --lessons FOLDER, or set QKV_LESSONS."
    lines += LineWrapping.wrap([Run(advice)], width: size.width - 6)
    for (index, line) in lines.prefix(max(0, size.height - 5)).enumerated() {
      grid.put(line, at: Point(x: 3, y: 3 + index), limit: size.width - 1)
    }
    grid.putRule(row: size.height - 2)
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private static func duration(_ minutes: Int) -> String {
    if minutes < 60 { return "\(minutes) min" }
    let rest = minutes % 60
    return rest == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(rest) min"
  }
}
