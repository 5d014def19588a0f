import CellLanguage
import Notebook
import Terminal

/// The lines below the step while something is written.
struct WritingLines {
  let writing: Writing
  let layout: WritingLayout
  let size: Size
  let completion: Completion?
  let bindings: Bindings
  let isAuthoring: Bool
  var known = KnownFunctions.ofTheLanguage

  private var width: Int { layout.width }
  private var fullWidth: Int { size.width - 2 }

  var bottom: Bottom {
    var bottom = text
    let caret = writing.editor.caret
    switch layout.place {
    case .nowhere: break
    case .alone:
      bottom.lines = layout.preview(at: caret, height: layout.room)
      bottom.cursor = nil
    case .below:
      bottom.lines += [previewRule]
      bottom.lines += layout.preview(at: caret, height: layout.linesBelow - 1)
    case .beside:
      let height = max(bottom.count, min(layout.preview.count, layout.room))
      let shown = layout.preview(at: caret, height: height)
      bottom.lines = (0..<height).map { index in
        beside(bottom.lines[safe: index] ?? StyledLine(), shown[safe: index] ?? StyledLine())
      }
    }
    bottom.lines += status
    return bottom
  }

  private var previewRule: StyledLine {
    let words = " as it will be seen "
    let rest = max(0, min(fullWidth, StepPage.widestProse) - 2 - TextWidth.columns(of: words))
    return StyledLine([
      Run("──", .rule), Run(words, .dim), Run(String(repeating: "─", count: rest), .rule),
    ])
  }

  private func beside(_ text: StyledLine, _ preview: StyledLine) -> StyledLine {
    let gap = String(repeating: " ", count: max(0, width - text.width))
    return StyledLine(text.runs + [Run(gap), Run(" │ ", .rule)] + preview.runs)
  }

  /// The text as it is written, with what was wrong with it.
  private var text: Bottom {
    var bottom = Bottom(lines: [])
    let caret = layout.rows.place(of: writing.editor.caret)
    let problem = problemPlace
    var ends: [Int] = []
    for index in layout.rows.rows.indices.dropFirst(writing.scroll) {
      if index == caret.row {
        let x = layout.gutter + min(caret.column, width - layout.gutter - 1)
        bottom.cursor = Point(x: x, y: bottom.count)
      }
      bottom.lines.append(row(index))
      if let problem, problem.row == index {
        ends = [bottom.count - 1]
        bottom.lines += words(of: problem)
        ends.append(bottom.count)
      }
    }
    let height = max(layout.height, min(bottom.count, layout.room - layout.linesBelow))
    // The caret and what is wrong there are seen.
    let cursor = bottom.cursor?.y ?? 0
    let first = max(0, min(cursor, ends.first ?? cursor, max(cursor + 1, ends.last ?? 0) - height))
    bottom.cursor?.y -= first
    bottom.lines = Array(bottom.lines.dropFirst(first).prefix(height))
    bottom.lines += Array(repeating: StyledLine(), count: max(0, height - bottom.count))
    return bottom
  }

  // MARK: - Rows

  private func row(_ index: Int) -> StyledLine {
    let row = layout.rows.rows[index]
    var line = StyledLine()
    if layout.gutter > 0 {
      let number = row.isFirst ? "\(row.line + 1)" : ""
      let pad = String(repeating: " ", count: layout.gutter - 1 - number.count)
      line.append("\(pad)\(number) ", Style(.label))
    }
    let text = layout.rows.text(index)
    let isComment = writing.kind == .code && lineText(row.line).hasPrefix("#")
    line.append(text, Style(isComment ? .dim : .text))
    return line
  }

  private func lineText(_ line: Int) -> Substring {
    writing.editor.field.lines[line].drop { $0 == " " }
  }

  // MARK: - What is wrong

  private struct ProblemPlace {
    let row: Int
    let columns: Range<Int>
    let diagnostic: Diagnostic
  }

  /// The row that the problem begins in.
  private var problemPlace: ProblemPlace? {
    guard let diagnostic = writing.problem else { return nil }
    var field = writing.editor.field
    field.moveTo(utf8Offset: diagnostic.primary.range.start)
    let start = layout.rows.place(of: field.caret)
    field.moveTo(utf8Offset: max(diagnostic.primary.range.start, diagnostic.primary.range.end))
    let end = layout.rows.place(of: field.caret)
    let last =
      end.row == start.row
      ? end.column : TextWidth.columns(of: layout.rows.text(start.row))
    return ProblemPlace(
      row: start.row, columns: start.column..<max(start.column + 1, last), diagnostic: diagnostic)
  }

  /// The carets below a row, and the words beside them or below.
  private func words(of problem: ProblemPlace) -> [StyledLine] {
    let carets = String(repeating: "^", count: problem.columns.count)
    let column = layout.gutter + problem.columns.lowerBound
    let message = problem.diagnostic.message
    var line = StyledLine([
      Run(String(repeating: " ", count: column)), Run(carets, Style(.failure, bold: true)),
    ])
    var lines: [StyledLine] = []
    if line.width + 1 + TextWidth.columns(of: message) <= width {
      line.append(" \(message)", Style(.failure))
      lines.append(line)
    } else {
      let margin = width - column >= max(30, width / 2) ? column : min(2, width / 8)
      lines.append(line)
      lines += LineWrapping.wrap([Run(message, .failure)], width: width - margin).map {
        $0.indented(by: margin)
      }
    }
    return lines
  }

  // MARK: - What it gives

  /// What becomes of it, what it gives, what can be completed; as many lines as are kept for that.
  private var status: [StyledLine] {
    var lines: [StyledLine] = []
    if writing.isLeaving {
      let short = "\(key(.newLine)) keeps it, \(key(.giveUp)) throws it away."
      let words = "Keep what you wrote? \(short) Other keys go on writing."
      let fits = TextWidth.columns(of: words) <= fullWidth * layout.statusLines
      lines = LineWrapping.wrap([Run(fits ? words : short, .warning)], width: fullWidth)
    } else if let problem = writing.problem {
      lines = LineWrapping.wrap([Run(words(besides: problem), .dim)], width: fullWidth)
    } else {
      let completing = CompletionLine(
        writing.editor.field, writing.completing, completion: completion, width: fullWidth,
        known: known)
      let preview = previewLines(
        completing.line.width > 0 ? max(1, layout.statusLines - 1) : layout.statusLines)
      // What isn't whole yet says little: the function needs the room more.
      let isFree = preview.isEmpty || writing.preview?.kind == .unfinished
      lines =
        layout.statusLines > 1 && completing.line.width > 0
        ? isFree && completing.lines.count == layout.statusLines
          ? completing.lines : [preview.first ?? StyledLine(), completing.line]
        : completing.line.width > 0 ? [completing.line] : preview
    }
    let empty = Array(repeating: StyledLine(), count: max(0, layout.statusLines - lines.count))
    return Array((lines + empty).prefix(layout.statusLines))
  }

  /// What to try, and that nothing has to be tried now.
  private func words(besides problem: Diagnostic) -> String {
    let keeps =
      writing.kind == .heading || writing.kind == .head
      ? nil : "\(key(.accept)) again keeps it as it is."
    // No capital: it may begin with a name.
    return [problem.help, keeps].compactMap { $0 }.joined(separator: "; ")
  }

  private func key(_ action: Action) -> String { bindings.key(action, in: .writing) }

  /// What can be written, for an empty text.
  private var hint: String {
    if writing.offersThrown { return "\(key(.undo)) brings back what you threw away." }
    return switch writing.kind {
    case .code: "x = 1, Q @ K.T, def f(x): …; what stands above can be used"
    case .heading: "the title of the step; \(key(.newLine)) keeps it"
    default:
      isAuthoring
        ? "Markdown: **strong**, $x^2$, {S[0, 1]:.2f}; for questions leave, and :add quiz"
        : "Markdown: **strong**, `code`, - a list, $x^2$; {S[0, 1]:.2f} shows a number"
    }
  }

  /// - Parameter count: of lines that it may take.
  private func previewLines(_ count: Int) -> [StyledLine] {
    if writing.editor.isEmpty { return [StyledLine(TextWidth.clipped(hint, to: fullWidth), .dim)] }
    if !writing.editor.gaps.isEmpty {
      let words =
        "\(key(.indent)): the next ‹…›, which goes when you type. \(key(.accept)) keeps it."
      return [StyledLine(TextWidth.clipped(words, to: fullWidth), .dim)]
    }
    // A name that is not whole yet is unknown to nobody's surprise.
    guard let preview = writing.preview, preview.kind != .problem || completion == nil else {
      return []
    }
    let role: Role =
      switch preview.kind {
      case .value: .live
      case .problem: .failure
      case .waiting, .unfinished: .dim
      }
    let mark =
      switch preview.kind {
      case .problem: "✗ "
      case .unfinished: "… "
      case .value, .waiting: ""
      }
    let wrapped = LineWrapping.wrap(
      [Run(mark + preview.text, role)], width: fullWidth, keepsSpaces: true)
    guard wrapped.count > count, count > 0 else { return wrapped }
    let last = TextWidth.clipped(
      wrapped[(count - 1)...].map(\.text).joined(separator: " "), to: fullWidth)
    return wrapped.prefix(count - 1) + [StyledLine(last, role)]
  }
}

extension State {
  func bottom(_ writing: Writing) -> Bottom {
    WritingLines(
      writing: writing, layout: writingLayout(writing), size: size,
      completion: writing.completing == nil ? completion : nil, bindings: bindings,
      isAuthoring: reading?.session.isAuthoring == true,
      known: writing.kind == .code ? reading?.knownFunctions ?? .ofTheLanguage : .ofTheLanguage
    ).bottom
  }
}

extension State {
  /// What is being written, and where it will stand; on the rule above it.
  var writingTitle: Message? {
    guard let reading, let writing = reading.writing else { return nil }
    let words: String
    switch writing.target {
    case .old(let block, .code): words = "\(reading.title(of: block)), your cell"
    case .old(_, let kind): words = kind.words.capitalizedFirst
    case .new(let kind, let place): words = "New \(kind.noun)\(reading.words(of: place))"
    }
    let hint = writing.kind == .prose ? " · Markdown" : ""
    let whole = words + hint
    return .note(TextWidth.columns(of: whole) <= size.width - 26 ? whole : words)
  }
}

extension BlockKind {
  fileprivate var noun: String {
    switch self {
    case .code: "cell"
    case .heading: "step: its title"
    default: "text"
    }
  }
}

extension Reading {
  /// ` below K`
  fileprivate func words(of place: Insertion) -> String {
    switch place {
    case .after(let block): kind(of: block) == .heading ? "" : " below \(words(of: block))"
    case .before(let block): " above \(words(of: block))"
    case .start, .end: ""
    }
  }
}
