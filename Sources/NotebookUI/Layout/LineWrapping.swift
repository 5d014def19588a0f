import Terminal

/// Breaks running text into lines: at spaces, and inside a word only where it is wider than a line.
struct LineWrapping {
  private let width: Int
  private let hanging: Int
  private var lines: [StyledLine] = []
  private var line = StyledLine()
  private var used = 0
  /// The word being gathered; its pieces may have different styles.
  private var word = StyledLine()
  private var wordWidth = 0
  private var pendingSpace: (style: Style, count: Int)?
  private let keepsSpaces: Bool

  /// - Parameters:
  ///   - hanging: how far every line after the first is indented.
  ///   - keepsSpaces: whether several spaces stay several, except where a line is broken.
  /// - Returns: at least one line.
  static func wrap(
    _ runs: [Run], width: Int, hanging: Int = 0, keepsSpaces: Bool = false
  ) -> [StyledLine] {
    var wrapping = LineWrapping(
      width: max(1, width), hanging: max(0, min(hanging, width - 8)), keepsSpaces: keepsSpaces)
    for run in runs { wrapping.take(run) }
    return wrapping.finished()
  }

  private init(width: Int, hanging: Int, keepsSpaces: Bool) {
    self.width = width
    self.hanging = hanging
    self.keepsSpaces = keepsSpaces
  }

  private mutating func take(_ run: Run) {
    for glyph in Glyphs(run.text.onOneLine()) {
      if glyph.text == " " {
        finishWord()
        if used > 0 { addSpace(run.style) }
      } else {
        if wordWidth + glyph.width > width - hanging { finishWord() }
        // A space that doesn't break is drawn as any other.
        word.append(glyph.text == "\u{A0}" ? " " : glyph.text, run.style)
        wordWidth += glyph.width
      }
    }
  }

  private mutating func addSpace(_ style: Style) {
    let count = pendingSpace?.count ?? 0
    pendingSpace = (style, keepsSpaces ? count + 1 : 1)
  }

  private mutating func finishWord() {
    guard wordWidth > 0 else { return }
    let space = pendingSpace?.count ?? 0
    if used > 0 && indent + used + space + wordWidth > width { finishLine() }
    if let pendingSpace {
      let spaces = String(repeating: " ", count: pendingSpace.count)
      line.append(spaces, spaceStyle(pendingSpace.style))
      used += pendingSpace.count
    }
    for run in word.runs { line.append(run.text, run.style) }
    used += wordWidth
    word = StyledLine()
    wordWidth = 0
    pendingSpace = nil
  }

  /// A space keeps its style only between two pieces of that style: no shade sticks out of a word.
  private func spaceStyle(_ style: Style) -> Style {
    line.runs.last?.style == style && word.runs.first?.style == style ? style : .text
  }

  private var indent: Int { lines.isEmpty ? 0 : hanging }

  private mutating func finishLine() {
    lines.append(line.indented(by: indent))
    line = StyledLine()
    used = 0
    pendingSpace = nil
  }

  private mutating func finished() -> [StyledLine] {
    finishWord()
    if used > 0 || lines.isEmpty { finishLine() }
    return lines
  }
}

extension String {
  /// Breaks and tabs inside running text are spaces.
  func onOneLine() -> String {
    utf8.contains { $0 < 0x20 } ? String(map { $0.isNewline || $0 == "\t" ? " " : $0 }) : self
  }
}
