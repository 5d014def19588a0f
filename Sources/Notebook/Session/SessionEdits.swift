package import CellLanguage

extension Session {
  /// What defines each name whose definition the reader changed, by name: `K = [[1, 0], [0, 2]]`, helper statements
  /// before it included. See `EditKeys` for what defines no name.
  package var edits: [String: String] {
    var edits: [String: String] = [:]
    for cell in lessonCells where cells[cell].source.text != lesson.cells[cell].source.text {
      collect(cell, cells[cell], into: &edits)
    }
    return edits
  }

  /// Those of one cell of the lesson, with another text than it has.
  func edits(of cell: CellID, with text: CellText) -> [String: String] {
    var edits: [String: String] = [:]
    if text.source.text != lesson.cells[cell].source.text { collect(cell, text, into: &edits) }
    return edits
  }

  /// Those that are none of the reader's own, in text order.
  var lessonCells: [CellID] { cellOrder.filter { !ownCells.contains($0) } }

  private func collect(_ cell: CellID, _ now: CellText, into edits: inout [String: String]) {
    let original = lessonText(of: cell)
    guard original.program.diagnostics.isEmpty else {
      edits[EditKeys.ofWhole(cell)] = now.source.text
      return
    }
    let alignment = CellAlignment(lesson: original, now: now)
    for (index, statements) in alignment.ranges.enumerated() {
      let text = now.range(of: statements).map { now.source.text(in: $0) } ?? ""
      if text != original.text(index) { edits[editKeys[cell, index]] = text }
    }
  }

  func lessonText(of cell: CellID) -> CellText { CellText(lesson.cells[cell].program) }
}

// MARK: - Putting back

extension Session {
  /// A lesson as the reader left it.
  package init(lesson: Lesson, progress: LessonProgress, limits: Limits = .standard) {
    self.init(lesson: lesson, limits: limits)
    restore(progress)
  }

  /// Puts back what the reader did, in place of all that was done here; none of it can be undone.
  ///
  /// The lesson may have changed since. What it has locked stays as it has it; an edit of what is no longer there, or
  /// that no longer fits, is left aside and kept for `progress(step:)`.
  package mutating func restore(_ progress: LessonProgress) {
    attempts = progress.attempts
    history = History()
    restoreBlocks(progress.own)
    setAside = progress.edits
    var texts: [(cell: CellID, text: CellText)] = []
    for cell in lessonCells {
      let text = restored(cell, from: progress.edits)
      if text.source.text != cells[cell].source.text { texts.append((cell, text)) }
    }
    if let first = texts.first {
      _ = replace(texts, panel: PanelID(cell: first.cell, statement: 0), at: nil)
    }
  }

  /// What is to be kept of this session, with the step that the reader is at, counted from 0.
  package func progress(step: Int) -> LessonProgress {
    var progress = LessonProgress()
    progress.step = step
    progress.edits = setAside.merging(edits) { _, now in now }
    progress.attempts = attempts
    progress.own = keptBlocks
    return progress
  }

  /// The lesson's text of a cell with the edits that fit it; those are aside no longer.
  mutating func restored(_ cell: CellID, from edits: [String: String]) -> CellText {
    var text = lessonText(of: cell)
    guard !lesson.cells[cell].options.locked else { return text }
    guard text.program.diagnostics.isEmpty else { return restoredWhole(cell, from: edits) }
    // From the last to the first, so that the places of those before stay.
    for index in text.program.statements.indices.reversed() {
      let key = editKeys[cell, index]
      if let edit = edits[key], let new = putting(edit, at: index, of: cell, in: text) {
        text = new
        setAside[key] = nil
      }
    }
    return text
  }

  private mutating func restoredWhole(_ cell: CellID, from edits: [String: String]) -> CellText {
    let key = EditKeys.ofWhole(cell)
    let original = lessonText(of: cell)
    guard let edit = edits[key] else { return original }
    let text = CellText(edit, in: original.source, limits: limits)
    guard text.program.diagnostics.isEmpty else { return original }
    setAside[key] = nil
    return text
  }

  /// A cell's text with an edit in the place of one of the lesson's statements; nil where it doesn't fit there.
  private func putting(
    _ edit: String, at index: Int, of cell: CellID, in text: CellText
  ) -> CellText? {
    guard let statement = text.statement(index) else { return nil }
    let typed = CellText(edit, in: Source(edit), limits: limits)
    guard typed.program.diagnostics.isEmpty, !typed.program.statements.isEmpty else { return nil }
    if let editable = lesson.cells[cell].options.editable, let entries = text.literal(index) {
      return text.takingEntries(editable, of: entries, from: typed, limits: limits)
    }
    let new = text.replacing(statement.range, with: edit, limits: limits)
    let count = text.program.statements.count - 1 + typed.program.statements.count
    return new.program.diagnostics.isEmpty && new.program.statements.count == count ? new : nil
  }
}

extension CellText {
  /// The text with some entries of a literal as another text has them; nil where that has no literal of the same shape.
  fileprivate func takingEntries(
    _ positions: [[Int]], of entries: LiteralInput, from typed: CellText, limits: Limits
  ) -> CellText? {
    guard typed.program.statements.count == 1, let others = typed.literal(0),
      others.name == entries.name, others.shape == entries.shape
    else { return nil }
    let changes = Set(positions).compactMap { position in
      entries.range(at: position).flatMap { own in
        others.range(at: position).map { (own, typed.source.text(in: $0)) }
      }
    }
    var source = source
    for (range, text) in changes.sorted(by: { $0.0.start > $1.0.start }) {
      source = source.replacing(range, with: text)
    }
    let new = CellText(Program(parsing: source, limits: limits))
    return new.program.diagnostics.isEmpty ? new : nil
  }
}
