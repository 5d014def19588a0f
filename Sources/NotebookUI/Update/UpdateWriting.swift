import CellLanguage
import Notebook
import Terminal

/// While a cell, prose or a title is written.
extension State {
  mutating func begin(_ writing: Writing) {
    var writing = writing
    writing.offer(reading?.thrown)
    reading?.writing = writing
    reading?.nudging = nil
    refreshWriting()
    showFocus()
  }

  /// What the text gives now, and the part of it that is in sight.
  mutating func refreshWriting() {
    guard var writing = reading?.writing else { return }
    writing.preview = reading?.preview(of: writing)
    writing.trial = reading?.trial(of: writing)
    reading?.writing = writing
    showCaret()
  }

  func writingLayout(_ writing: Writing) -> WritingLayout {
    WritingLayout(writing, size: size, isASCII: isASCII)
  }

  /// Scrolls the text as little as needed.
  mutating func showCaret() {
    guard let writing = reading?.writing else { return }
    let layout = writingLayout(writing)
    reading?.writing?.scroll = layout.scroll(from: writing.scroll, showing: writing.editor.caret)
  }

  // MARK: - Typing

  /// Changes the text; what was said about it before is no longer true.
  private mutating func write(_ change: (inout TextEditor) -> Void) {
    guard var writing = reading?.writing else { return }
    let before = writing.editor.text
    change(&writing.editor)
    writing.problem = nil
    writing.completing = nil
    writing.isLeaving = false
    if writingLayout(writing).isPreviewAlone { writing.isPreviewTurned = false }
    reading?.writing = writing
    if writing.editor.text == before { showCaret() } else { refreshWriting() }
  }

  /// A key that no binding has.
  mutating func write(with key: KeyPress) {
    guard let writing = reading?.writing else { return }
    let layout = writingLayout(writing)
    let page = max(1, layout.height - 1)
    switch key.key {
    case .up: write { $0.moveRows(by: -1, in: layout.rows) }
    case .down: write { $0.moveRows(by: 1, in: layout.rows) }
    case .pageUp: write { $0.moveRows(by: -page, in: layout.rows) }
    case .pageDown: write { $0.moveRows(by: page, in: layout.rows) }
    default:
      if key.typed != nil { write { $0.clearGap() } }
      write { $0.apply(key) }
    }
  }

  mutating func writePasted(_ text: String) {
    var left = TextEditor.LeftOut()
    write { left = $0.paste(text) }
    message = left.words.map { .refusal($0) }
  }

  mutating func performWhileWriting(_ action: Action) -> [Effect] {
    guard let writing = reading?.writing else { return [] }
    switch action {
    case .accept: return keepWriting()
    case .newLine where writing.isLeaving: return keepWriting()
    case .newLine where writing.editor.kind == .line: return keepWriting()
    case .newLine: write { $0.breakLine() }
    case .giveUp: leaveWriting()
    case .completeNext: complete(by: 1, elseIndent: false)
    case .completePrevious: complete(by: -1, elseIndent: false)
    case .indent: complete(by: 1, elseIndent: true)
    case .outdent: write { $0.outdent() }
    case .turnPreview: turnPreview()
    case .undo: takeBackWriting("There is nothing to take back here.") { $0.undo() }
    case .redo: takeBackWriting("There is nothing to write again here.") { $0.redo() }
    default: break
    }
    return []
  }

  private mutating func turnPreview() {
    guard reading?.writing?.trial != nil else {
      message = .note("There is nothing written yet that would look otherwise.")
      return
    }
    reading?.writing?.isPreviewTurned.toggle()
    showCaret()
  }

  private mutating func takeBackWriting(
    _ nothing: String, _ make: (inout TextEditor) -> Bool
  ) {
    var isDone = false
    write { isDone = make(&$0) }
    if !isDone { message = .note(nothing) }
  }

  private mutating func complete(by step: Int, elseIndent: Bool) {
    guard let writing = reading?.writing else { return }
    guard var completing = writing.completing ?? completion.map({ Completing($0) }) else {
      guard elseIndent else { return }
      if !writing.editor.gaps.isEmpty { return write { $0.goToGap() } }
      guard writing.editor.isAtIndentation else {
        message = .note("There is nothing to complete here.")
        return
      }
      write { $0.indent() }
      return
    }
    write { editor in editor.change { completing.step(by: step, in: &$0) } }
    reading?.writing?.completing = completing
  }

  // MARK: - Ending

  /// Esc: leaves at once where nothing was written, else asks.
  private mutating func leaveWriting() {
    guard let writing = reading?.writing else { return }
    if writing.isChanged && !writing.isLeaving {
      reading?.writing?.isLeaving = true
      reading?.writing?.problem = nil
      reading?.writing?.completing = nil
      return
    }
    if writing.isChanged {
      reading?.thrown = ThrownText(target: writing.target, text: writing.editor.text)
      let back = bindings.key(.undo, in: .writing)
      message = .note(
        "Thrown away; \(keyName(writing.target.beginning)), then \(back) brings it back.")
    }
    endWriting()
  }

  private mutating func endWriting() {
    reading?.writing = nil
    scrollIntoRange()
  }

  /// Puts what was written into the lesson. What can't be read stays in the editor, with what is wrong; asked for again,
  /// it is kept all the same.
  mutating func keepWriting() -> [Effect] {
    guard let reading, let writing = reading.writing else { return [] }
    guard writing.isChanged else {
      endWriting()
      return []
    }
    var session = reading.session
    var placed = writing
    let below = reading.placeBelowUses(of: writing)
    if let below { placed.target = .new(.code, below.place) }
    do throws(Diagnostic) {
      let isInsisting = writing.isLeaving || writing.problem != nil
      let (change, kept) = try session.keep(placed, insisting: isInsisting)
      self.reading?.writing = nil
      if reading.thrown?.target.isLike(writing.target) == true { self.reading?.thrown = nil }
      guard let change else { return [] }
      self.reading?.session = session
      follow(change, before: reading.session)
      tell(kept)
      if let below, kept == .whole {
        message = .note("It uses \(below.name), so it stands below that.")
      }
      if kept == .asIs { showFocusedPanel() }
      return [.save]
    } catch {
      show(error)
      return []
    }
  }

  private mutating func tell(_ kept: KeptWriting) {
    switch kept {
    case .whole:
      if let session = reading?.session, session.isUnsaved, let file = session.file {
        message = .note(
          TextFilter.visible("Kept in the notebook; \(keyName(.write)) saves \(file.name)."))
      }
    case .asIs:
      message = .note("Kept as it is, with what is wrong; \(keyName(.edit)) goes on with it.")
    case .draft:
      message = .note("Kept as a draft, which isn't read; \(keyName(.edit)) goes on with it.")
    }
  }

  /// The caret goes to what is wrong only where that is out of sight.
  private mutating func show(_ problem: Diagnostic) {
    guard var writing = reading?.writing else { return }
    var field = writing.editor.field
    field.moveTo(utf8Offset: problem.primary.range.start)
    let layout = writingLayout(writing)
    let row = layout.rows.place(of: field.caret).row - writing.scroll
    if !(0..<layout.height).contains(row) { writing.editor.move(to: field.caret) }
    writing.problem = problem
    writing.completing = nil
    writing.isLeaving = false
    reading?.writing = writing
    showCaret()
  }

  /// Before the program ends: what is being written is kept, what can't be read as it is.
  mutating func finishWriting() {
    guard reading?.writing?.isChanged == true else { return }
    reading?.writing?.isLeaving = true
    _ = keepWriting()
    guard let writing = reading?.writing else { return }
    reading?.session.keepDraft(of: writing)
    reading?.writing = nil
  }
}

extension Writing.Target {
  /// What begins to write there.
  fileprivate var beginning: Action {
    switch self {
    case .new(.code, _): .addCellBelow
    case .new(.heading, _): .addStep
    case .new: .addTextBelow
    case .old(_, .head): .editHead
    case .old: .edit
    }
  }
}

extension TextEditor.LeftOut {
  /// What is said about it; nil where all was put in.
  fileprivate var words: String? {
    var parts: [String] = []
    if controls > 0 {
      parts.append(controls == 1 ? "a control character" : "\(controls) control characters")
    }
    if excess > 0 { parts.append("\(excess) characters beyond \(capacity)") }
    return parts.isEmpty ? nil : "Left out of the paste: \(parts.joined(separator: ", "))."
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
