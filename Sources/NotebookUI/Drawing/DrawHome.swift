import CellLanguage
import Notebook
import Terminal

extension State {
  func drawHome(_ grid: inout Grid) {
    var x = grid.put("qkv", at: Point(x: 1, y: 0), style: Style(.title, bold: true))
    let tagline = ["attention, in numbers that you can change", "attention, in numbers"].first {
      x + 2 + $0.count < size.width
    }
    x = grid.put("  \(tagline ?? "")", at: Point(x: x, y: 0), style: Style(.dim))
    if let words = keeping.words {
      let style = Style(.warning, bold: keeping == .failing)
      x = grid.put("  \(words)", at: Point(x: x, y: 0), style: style, limit: size.width - 1)
    }
    grid.putRule(row: 1)
    if choiceCount == 0 { drawNoLessons(&grid) } else { drawLessons(&grid, besides: x) }
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

  /// - Parameter end: of what stands in the first row.
  private func drawLessons(_ grid: inout Grid, besides end: Int) {
    let layout = HomeLayout(self)
    let minutes = shelf.lessons.reduce(0) { $0 + min($1.minutes, 10_000) }
    let total = Self.counted(shelf.lessons.count, "lesson") + ", \(Self.duration(minutes))"
    let totalX = size.width - 1 - total.count
    if totalX > max(48, end + 1) { grid.put(total, at: Point(x: totalX, y: 0), style: Style(.dim)) }
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
    let columns = layout.columns
    let y = layout.row(of: index)
    let chosen = index == home.selected
    let end = drawEnd(of: lesson, columns, row: y, on: &grid)
    if chosen { drawChosen(row: y, on: &grid) }
    let number = lesson.number.map { String($0) } ?? ""
    let numberEnd = columns.title - (columns.title > 5 ? 2 : 1)
    grid.put(
      number, at: Point(x: numberEnd - min(2, number.count), y: y), style: Style(.label))
    let title = Self.title(of: lesson, width: end - columns.title)
    let style = chosen ? Style(.selection, bold: true) : Style(.heading)
    grid.put(title, at: Point(x: columns.title, y: y), style: style)
    let summary = HomeSummary(lesson)
    if layout.linesEach > 1 {
      let width = size.width - 9
      grid.put(
        summary.sentences(width: width) ?? TextWidth.clipped(summary.text, to: width),
        at: Point(x: columns.title, y: y + 1), style: Style(.dim))
    } else if let start = columns.summary, let text = summary.sentences(width: end - start) {
      grid.put(text, at: Point(x: start, y: y), style: Style(.dim))
    }
  }

  /// A title that has no room whole stands without what follows its colon.
  private static func title(of lesson: ShelvedLesson, width: Int) -> String {
    let title = lesson.title.onOneLine()
    guard TextWidth.columns(of: title) > width, let colon = title.firstRange(of: ": ") else {
      return TextWidth.clipped(title, to: width)
    }
    return TextWidth.clipped(String(title[..<colon.lowerBound]), to: width)
  }

  private func drawChosen(row y: Int, on grid: inout Grid) {
    grid.put("▸", at: Point(x: 1, y: y), style: Style(.focus, bold: true))
    grid.cursor = Point(x: 1, y: y)
  }

  /// A notebook of one's own: where a lesson has its number it has the mark of what is the reader's.
  private func draw(
    _ own: OwnNotebookEntry, _ index: Int, _ layout: HomeLayout, on grid: inout Grid
  ) {
    let y = layout.row(of: index)
    let isChosen = index == home.selected
    if isChosen { drawChosen(row: y, on: &grid) }
    let titleX = layout.columns.title
    grid.put("◆", at: Point(x: titleX - (titleX > 5 ? 3 : 2), y: y), style: Style(.label))
    let end = size.width - 6
    grid.put("yours", at: Point(x: end, y: y), style: Style(.dim))
    let style =
      isChosen
      ? Style(.selection, bold: true) : Style(own.problem == nil ? .heading : .dim)
    let x = grid.put(
      TextWidth.clipped(own.title, to: end - titleX - 2), at: Point(x: titleX, y: y), style: style)
    let words = own.problem ?? TextFilter.visible(own.outline?.summary ?? "").onOneLine()
    if layout.linesEach > 1 {
      grid.put(
        TextWidth.clipped(words.isEmpty ? own.words : words, to: size.width - 9),
        at: Point(x: titleX, y: y + 1), style: Style(own.problem == nil ? .dim : .warning))
    } else {
      let start = max(x + 3, layout.columns.summary ?? 0)
      let text = HomeSummary(words).sentences(width: end - start - 2) ?? ""
      grid.put(
        text, at: Point(x: start, y: y), style: Style(own.problem == nil ? .dim : .warning))
    }
  }

  /// Progress and minutes at the right.
  ///
  /// - Returns: the column that what stands before them has to end at.
  private func drawEnd(
    of lesson: ShelvedLesson, _ columns: HomeColumns, row: Int, on grid: inout Grid
  ) -> Int {
    var end = size.width - 1
    if columns.showsMinutes {
      let minutes = HomeColumns.minutes(lesson)
      grid.put(minutes, at: Point(x: end - minutes.count, y: row), style: Style(.dim))
      end -= columns.minutesWidth
    }
    let standing = standing(in: lesson)
    guard
      let progress = columns.marksProgress ? standing.text(ascii: isASCII) : standing.numbers
    else { return end }
    let start = end - TextWidth.columns(of: progress)
    grid.put(progress, at: Point(x: start, y: row), style: Style(.success))
    return start - (columns.showsMinutes ? 2 : 1)
  }

  /// What the chosen lesson is about, where the list has no room for all of it, and how far the reader is in it.
  private func drawChoice(_ layout: HomeLayout, on grid: inout Grid) {
    if let own = ownNotebook(at: home.selected) {
      let point = Point(x: 1, y: size.height - 2)
      let text = TextWidth.clipped(own.words, to: size.width - 2)
      grid.put(text, at: point, style: Style(own.problem == nil ? .dim : .warning))
      return
    }
    guard let lesson = shelf.lessons[safe: home.selected] else { return }
    var lines = Array(HomeSummary(lesson).lines(width: size.width - 2).prefix(layout.summaryLines))
    while lines.count < layout.summaryLines { lines.append(StyledLine()) }
    if layout.standingLines > 0 {
      lines.append(StyledLine(standingWords(of: lesson, columns: layout.columns), .dim))
    }
    for (index, line) in lines.enumerated() {
      let point = Point(x: 1, y: size.height - 1 - lines.count + index)
      grid.put(line, at: point, limit: size.width - 1)
    }
  }

  /// `12 steps, builds on 4 Softmax and temperature`, with the numbers alone where titles have no room.
  private func standingWords(of lesson: ShelvedLesson, columns: HomeColumns) -> String {
    let needed = lesson.needs.map { id in shelf.lessons.first { $0.id == id } }
    let standing = standing(in: lesson)
    let steps =
      standing.step > 0
      ? "continue at step \(standing.step + 1) of \(max(standing.steps, standing.step + 1))"
      : Self.counted(standing.steps, "step")
    let time = columns.showsMinutes ? "" : ", \(HomeColumns.minutes(lesson))"
    guard !needed.isEmpty else { return steps + time }
    let titles = zip(lesson.needs, needed).map { id, lesson in
      lesson.map { lesson in
        lesson.number.map { "\($0) \(lesson.title.onOneLine())" } ?? lesson.title.onOneLine()
      } ?? id
    }
    var wordings = ["\(steps)\(time), builds on \(titles.joined(separator: ", "))"]
    let numbers = needed.compactMap { $0?.number.map(String.init) }
    if numbers.count == needed.count {
      wordings.append("\(steps)\(time), builds on \(numbers.joined(separator: ", "))")
    }
    wordings.append(steps + time)
    return wordings.first { TextWidth.columns(of: $0) <= size.width - 2 } ?? steps
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
