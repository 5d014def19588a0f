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
    if let writing = reading.writing { return self.bottom(writing) }
    if let editing = reading.editing {
      var bottom = EditLines(reading, editing, width: width).bottom
      if case .formula = editing.target, editing.problem == nil {
        bottom.lines.append(
          CompletionLine(
            editing.field, editing.completing, completion: completion, width: width,
            known: reading.knownFunctions
          ).line)
        // A definition without its name keeps it.
        if bottom.lines.last?.width == 0, let words = editing.wordsOfName(in: reading) {
          bottom.lines[bottom.lines.count - 1] = StyledLine(words, .dim)
        }
      }
      return bottom
    }
    guard let message, messageOnRule == nil else { return nil }
    return Bottom(lines: LineWrapping.wrap([Run(message.text, message.kind.role)], width: width))
  }

  /// The explanation on the lines that are kept for it.
  func bottom(explaining explanation: FocusExplanation?) -> Bottom {
    guard let explanation else { return Bottom(lines: []) }
    let lines = LineWrapping.wrap(
      [Run(explanation.text)], width: size.width - 2, hanging: 2, keepsSpaces: true)
    let room = Frame.explainLines(size)
    guard lines.count > room, var last = lines.prefix(room).last else {
      return Bottom(lines: lines)
    }
    // What has no room is said to be missing.
    let text = last.text.hasSuffix(" ") ? String(last.text.dropLast()) : last.text
    last = StyledLine(TextWidth.clipped(text + "  …", to: size.width - 2))
    return Bottom(lines: lines.prefix(room - 1) + [last])
  }

  /// The message, where it fits on the rule beside the note of what is out of view.
  var messageOnRule: Message? {
    message.flatMap { fitsOnRule($0.text) ? $0 : nil }
  }

  func fitsOnRule(_ text: String) -> Bool { TextWidth.columns(of: text) <= size.width - 26 }
}

extension Editing {
  /// That what is typed needs no name; nil where it has one.
  fileprivate func wordsOfName(in reading: Reading) -> String? {
    guard case .formula(let id) = target, let name = reading.session.panel(id)?.name,
      !name.contains(","), !field.text.contains("="), !field.text.contains("def ")
    else { return nil }
    return "\(name) keeps its name: what you type is its formula."
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
    var typed = Typed(width: max(4, width - lead.width - 1))
    for (index, line) in editing.field.lines.enumerated() {
      typed.add(line, caret: index == caret.line ? caret.column : nil)
    }
    return bottom(typed, lead)
  }

  private func bottom(_ typed: Typed, _ lead: StyledLine) -> Bottom {
    var bottom = Bottom(lines: [])
    var problem = editing.problem
    for (index, piece) in typed.pieces.enumerated() {
      let start = index == 0 ? lead : StyledLine(String(repeating: " ", count: lead.width))
      if let cursor = piece.cursor {
        bottom.cursor = Point(x: lead.width + cursor, y: bottom.count)
      }
      bottom.lines.append(StyledLine(start.runs + [Run(piece.text, .editing)]))
      if let found = problem,
        found.primary.range.start < piece.end || index == typed.pieces.count - 1
      {
        bottom.lines += words(of: found, under: piece.text, offset: piece.offset, lead: lead)
        problem = nil
      }
    }
    return bottom
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
    if case .guess = editing.target {
      return StyledLine([Run("Your guess", Style(.heading, bold: true)), Run(" = ", .dim)])
    }
    guard case .entry(let id, let position) = editing.target,
      let panel = reading.session.panel(id)
    else { return StyledLine() }
    let name = TextWidth.clipped(panel.entryName(position), to: width / 2)
    return StyledLine([Run(name, Style(.heading, bold: true)), Run(" = ", .dim)])
  }
}

/// A text being typed as the lines that show it: one that is too long goes on below.
private struct Typed {
  struct Piece {
    var text = ""
    /// Its bytes in the whole text, the break behind it included.
    var offset = 0
    var end = 0
    /// The column of the caret in it.
    var cursor: Int?
  }

  let width: Int
  private(set) var pieces: [Piece] = []

  init(width: Int) { self.width = width }

  mutating func add(_ line: String, caret: Int?) {
    let characters = Array(line)
    var piece = Piece(offset: pieces.last?.end ?? 0)
    var used = 0
    var length = 0
    for (index, character) in characters.enumerated() {
      let text = String(character)
      let columns = TextWidth.columns(of: text)
      if used + columns > width {
        piece.end = piece.offset + length
        pieces.append(piece)
        piece = Piece(offset: piece.end)
        used = 0
        length = 0
      }
      if index == caret { piece.cursor = used }
      piece.text += text
      used += columns
      length += text.utf8.count
    }
    if caret == characters.count { piece.cursor = used }
    piece.end = piece.offset + length + 1
    pieces.append(piece)
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
