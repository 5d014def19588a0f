import Notebook
import Terminal

extension State {
  func drawLesson(_ grid: inout Grid) {
    guard let reading, let page else { return }
    // While something is written, nobody asks how the entry beside it came about.
    let explanation = reading.writing == nil ? explanation : nil
    let bottom =
      bottomInstead ?? bottom(explaining: wordsOutOfView(on: page) ?? explanation)
    let frame = frame(of: page)
    drawTitle(of: reading, on: &grid)
    let last = max(0, page.height - frame.body.height)
    let scroll = max(0, min(reading.scroll, last))
    grid.putRule(
      row: frame.upperRule, message: reading.pin == nil ? nil : .note(pinWords),
      note: note("↑", lines: scroll, .backward))
    var pane = Pane(grid: grid, area: frame.body, scroll: scroll)
    for (line, at) in page.texts { pane.put(line, at: at) }
    let painter = PanelPainter(reading: reading, sources: explanation?.sources ?? [:])
    for (box, at) in page.panels {
      painter.draw(box, at: at, crowded: page.isCrowded(leftOf: box, at), on: &pane)
    }
    painter.drawTyping(page.panels, on: &pane)
    let questions = QuestionPainter(reading: reading)
    for stop in page.stops { questions.draw(stop, on: &pane) }
    grid = pane.grid
    if let lit { grid.light(lit, in: frame.body) }
    drawAside(in: frame, on: &grid)
    if bottom.count <= Frame.explainLines(size) { drawBelow(in: frame, on: &grid) }
    let rule = LowerRule(self, page, message: messageOnRule ?? writingTitle ?? firstHint)
    rule.draw(row: frame.lowerRule, on: &grid)
    draw(bottom, in: frame, on: &grid)
  }

  /// What the marks beside the entries mean.
  private var pinWords: String {
    size.width < 60 ? "▲▼ since the pin" : "▲▼ against the pinned state"
  }

  /// What of the step is out of view, and the key that brings it: `↓ 3 more lines: PgDn`.
  func note(_ arrow: String, lines: Int, _ action: Action) -> String {
    guard lines > 0, [.lesson, .quiz, .guess, .block].contains(context) else {
      return Self.note(arrow, lines: lines)
    }
    let words = size.width < 60 ? "\(arrow) \(lines) more" : Self.note(arrow, lines: lines)
    return "\(words): \(keyName(action))"
  }

  static func note(_ arrow: String, lines: Int) -> String {
    lines > 0 ? "\(arrow) \(lines) more \(lines == 1 ? "line" : "lines")" : ""
  }

  private func drawTitle(of reading: Reading, on grid: inout Grid) {
    let steps = reading.lesson.steps
    let right = "step \(reading.step + 1) of \(max(1, steps.count))\(partsWords(reading))"
    var end = size.width - 1 - TextWidth.columns(of: right)
    grid.put(right, at: Point(x: end, y: 0), style: Style(.dim))
    if reading.session.isAuthoring && (size.width >= 60 || reading.session.isUnsaved) {
      let saved = savedWords(reading)
      end -= TextWidth.columns(of: saved.text) + 3
      grid.put(saved.text, at: Point(x: end, y: 0), style: saved.style)
    }
    if !isRoom, let words = keeping.words, size.width >= 100 || keeping == .failing {
      end -= words.count + 3
      let isFailing = keeping == .failing
      grid.put(
        words, at: Point(x: end, y: 0), style: Style(isFailing ? .warning : .dim, bold: isFailing))
    }
    if size.width >= 60, !isRoom, let done = reading.standing.text(ascii: isASCII) {
      end -= TextWidth.columns(of: done) + 3
      grid.put(done, at: Point(x: end, y: 0), style: Style(.success))
    }
    let number = reading.lesson.number.map { "\($0)  " } ?? ""
    let stepTitle = steps[safe: reading.step].map { reading.title(of: $0) }
    let limit = end - 2
    var x = grid.put(number, at: Point(x: 1, y: 0), style: Style(.dim), limit: limit)
    let title = reading.lesson.title.onOneLine()
    guard let stepTitle else {
      let text = TextWidth.clipped(title, to: limit - x)
      grid.put(text, at: Point(x: x, y: 0), style: Style(.title, bold: true), limit: limit)
      return
    }
    // The step's own title comes first: nothing of the lesson's stands before it where that would have to be cut.
    let longest = reading.longestStepTitle
    let room = limit - x - longest - 3 + (reading.step < 9 && steps.count > 9 ? -1 : 0)
    if room >= TextWidth.columns(of: title) {
      x = grid.put(title, at: Point(x: x, y: 0), style: Style(.title, bold: true), limit: limit)
      x = grid.put(" › ", at: Point(x: x, y: 0), style: Style(.dim), limit: limit)
    } else if let number = reading.lesson.number, limit - "Lesson 00 › ".count > longest {
      x = grid.put(
        "Lesson \(number)", at: Point(x: 1, y: 0), style: Style(.title, bold: true), limit: limit)
      x = grid.put(" › ", at: Point(x: x, y: 0), style: Style(.dim), limit: limit)
    } else if reading.lesson.number == nil, room >= 12 {
      let text = TextWidth.clipped(title, to: room)
      x = grid.put(text, at: Point(x: x, y: 0), style: Style(.title, bold: true), limit: limit)
      x = grid.put(" › ", at: Point(x: x, y: 0), style: Style(.dim), limit: limit)
    }
    let isFocused = reading.focusIsTitle
    if isFocused {
      grid.cursor = Point(x: x, y: 0)
      x = grid.put("▸", at: Point(x: x, y: 0), style: Style(.focus, bold: true), limit: limit)
    }
    grid.put(
      TextWidth.clipped(stepTitle, to: limit - x), at: Point(x: x, y: 0),
      style: Style(isFocused ? .selection : .heading, bold: true), limit: limit)
  }

  /// Whether the notebook that is written here stands in its file as it is.
  private func savedWords(_ reading: Reading) -> Run {
    reading.session.isUnsaved
      ? Run(isASCII ? "* not saved" : "● not saved", Style(.warning, bold: true))
      : Run(isASCII ? "saved" : "✓ saved", .dim)
  }

  /// A dot for each part of the step, filled where it is revealed.
  private func partsWords(_ reading: Reading) -> String {
    guard isRoom, let step = reading.lesson.steps[safe: reading.step],
      (2...9).contains(step.partCount)
    else { return "" }
    let shown = reading.shownParts
    return "  " + (1...step.partCount).map { $0 <= shown ? "●" : "○" }.joined()
  }

  /// Whether what is being typed stands in its matrix too, with the caret.
  private var typesInPlace: Bool {
    if case .entry = reading?.editing?.target { reading?.writing == nil } else { false }
  }

  private func draw(_ bottom: Bottom, in frame: Frame, on grid: inout Grid) {
    // Of a long text the part around the caret is shown.
    let first = max(0, (bottom.cursor?.y ?? 0) - frame.bottomLines + 1)
    for (index, line) in bottom.lines.dropFirst(first).prefix(frame.bottomLines).enumerated() {
      let point = Point(x: frame.bottom.x, y: frame.bottom.y + index)
      grid.put(line, at: point, limit: frame.bottom.x + frame.bottom.width)
    }
    if let cursor = bottom.cursor, grid.cursor == nil || !typesInPlace {
      grid.cursor = Point(x: frame.bottom.x + cursor.x, y: frame.bottom.y + cursor.y - first)
    }
  }
}

extension Reading {
  fileprivate func title(of step: Step) -> String {
    plainText(step.title) { session.text(of: $0) }
  }

  /// What the longest title of a step takes: the line is divided alike in all of them.
  fileprivate var longestStepTitle: Int {
    lesson.steps.map { TextWidth.columns(of: title(of: $0)) }.max() ?? 0
  }
}
