import CellLanguage
import Notebook
import Terminal

/// The lines below the step.
struct Bottom {
  var lines: [StyledLine]
  /// Where the caret stands in them.
  var cursor: Point?
  var count: Int { lines.count }
}

extension State {
  /// What takes the place of the explanation and may need more lines: what is being typed, or a message too long for
  /// the rule.
  var bottomInstead: Bottom? {
    guard layer == .lesson, let reading else { return nil }
    let width = size.width - 2
    if let editing = reading.editing { return EditLines(reading, editing, width: width).bottom }
    guard let message, messageOnRule == nil else { return nil }
    let role: Role = message.kind == .refusal ? .warning : .strong
    return Bottom(lines: LineWrapping.wrap([Run(message.text, role)], width: width))
  }

  /// The explanation on the lines that are kept for it.
  func bottom(explaining explanation: FocusExplanation?) -> Bottom {
    guard let explanation else { return Bottom(lines: []) }
    let lines = LineWrapping.wrap(
      [Run(explanation.text)], width: size.width - 2, hanging: 2, keepsSpaces: true)
    return Bottom(lines: Array(lines.prefix(Frame.explainLines(size))))
  }

  /// The message, where it fits on the rule beside the note of what is out of view.
  var messageOnRule: Message? {
    message.flatMap { TextWidth.columns(of: $0.text) <= size.width - 26 ? $0 : nil }
  }
}

/// The text being typed, with what is wrong with it.
struct EditLines {
  private let reading: Reading
  private let editing: Editing
  private let width: Int

  init(_ reading: Reading, _ editing: Editing, width: Int) {
    self.reading = reading
    self.editing = editing
    self.width = width
  }

  var bottom: Bottom {
    let lead = lead
    let caret = editing.field.caretPlace
    let space = max(4, width - lead.width - 1)
    var lines: [StyledLine] = []
    var cursor: Point?
    var problem = editing.problem
    var offset = 0
    for (index, text) in editing.field.lines.enumerated() {
      let start = index == 0 ? lead : StyledLine(String(repeating: " ", count: lead.width))
      let column = index == caret.line ? caret.column : 0
      let view = TextView(text, caret: column, width: space)
      if index == caret.line { cursor = Point(x: lead.width + view.cursor, y: lines.count) }
      lines.append(StyledLine(start.runs + [Run(view.text, .editing)]))
      if let found = problem, found.primary.range.start <= offset + text.utf8.count {
        lines += words(of: found, under: text, offset: offset, lead: lead)
        problem = nil
      }
      offset += text.utf8.count + 1
    }
    return Bottom(lines: lines, cursor: cursor)
  }

  /// The carets below a line, and what is wrong.
  private func words(of problem: Diagnostic, under text: String, offset: Int, lead: StyledLine)
    -> [StyledLine]
  {
    let range = problem.primary.range
    let local = Diagnostic(
      code: problem.code, problem.message,
      at: SourceRange(max(0, range.start - offset), max(0, range.end - offset)),
      help: problem.help)
    return DiagnosticLines(diagnostic: local, text: text, width: width, lead: lead).below
  }

  /// `K[cat, y] = `; a formula begins with its own name.
  private var lead: StyledLine {
    guard case .entry(let id, let position) = editing.target,
      let panel = reading.session.panel(id)
    else { return StyledLine() }
    let name = TextWidth.clipped(panel.entryName(position), to: width / 2)
    return StyledLine([Run(name, Style(.heading, bold: true)), Run(" = ", .dim)])
  }
}

/// The part of a line that shows its caret.
struct TextView {
  let text: String
  /// The column of the caret in it.
  let cursor: Int

  init(_ line: String, caret: Int, width: Int) {
    let characters = Array(line)
    let before = String(characters.prefix(caret))
    let column = TextWidth.columns(of: before)
    if column < width {
      var shown = ""
      var used = 0
      for glyph in Glyphs(line) {
        if used + glyph.width > width { break }
        shown += glyph.text
        used += glyph.width
      }
      text = shown
      cursor = column
      return
    }
    // The caret stands at the end of what is shown.
    var glyphs = Array(Glyphs(before))
    var used = glyphs.reduce(0) { $0 + $1.width }
    let excess = used - (width - 1)
    var dropped = 0
    while dropped < excess, !glyphs.isEmpty { dropped += glyphs.removeFirst().width }
    used -= dropped
    text = glyphs.map(\.text).joined()
    cursor = used
  }
}
