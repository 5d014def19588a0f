import CellLanguage

extension Session {
  package var canUndo: Bool { history.canUndo }
  package var canRedo: Bool { history.canRedo }

  /// Takes back the last edit or reset; nil where there is none.
  package mutating func undo() -> Change? {
    guard let edit = history.takeBack() ?? takeBackOlder() else { return nil }
    let texts = edit.cells.map { (cell: $0.cell, text: cellText($0.before, of: $0.cell)) }
    var change = replace(
      texts, arrangement: edit.blocks?.before, panel: edit.panel, at: edit.position,
      block: edit.blocks?.ids.before ?? edit.block)
    change.deed = edit.deed
    return change
  }

  package mutating func redo() -> Change? {
    guard let edit = history.doAgain() ?? makeNewerAgain() else { return nil }
    let texts = edit.cells.map { (cell: $0.cell, text: cellText($0.after, of: $0.cell)) }
    var change = replace(
      texts, arrangement: edit.blocks?.after, panel: edit.panel, at: edit.position,
      block: edit.blocks?.ids.after ?? edit.block)
    change.deed = edit.deed
    return change
  }

  /// Gives a panel's statement the lesson's text again, in the place of its helpers too; nil where it has it.
  package mutating func resetPanel(_ id: PanelID) -> Change? {
    guard cells.indices.contains(id.cell) else { return nil }
    let original = lessonText(of: id.cell)
    guard original.program.diagnostics.isEmpty, cells[id.cell].program.diagnostics.isEmpty,
      let (range, text) = lessonStatement(of: id), let now = cells[id.cell].range(of: range)
    else {
      let isSame = original.source.text == cells[id.cell].source.text
      return isSame ? nil : commit([(id.cell, original)], panel: id, at: nil)
    }
    guard cells[id.cell].source.text(in: now) != text else { return nil }
    let new = cells[id.cell].replacing(now, with: text, limits: limits)
    let panel = PanelID(cell: id.cell, statement: range.lowerBound)
    return commit([(id.cell, new)], panel: panel, at: nil)
  }

  /// The statements that stand in the place of the same one of the lesson as a panel's, and the lesson's text of it.
  private func lessonStatement(of id: PanelID) -> (range: Range<Int>, text: String)? {
    guard cells.indices.contains(id.cell) else { return nil }
    let original = lessonText(of: id.cell)
    let alignment = CellAlignment(lesson: original, now: cells[id.cell])
    guard let place = alignment.place(of: id.statement), let text = original.text(place) else {
      return nil
    }
    return (alignment.ranges[place], text)
  }

  /// Gives every cell of the lesson its text again, and leaves the reader's own where they are; nil where all have it.
  package mutating func resetLesson() -> Change? {
    let changed = cellOrder.filter { cells[$0].source.text != lesson.cells[$0].source.text }
    guard let first = changed.first else { return nil }
    defer { history.name(.reset) }
    return commit(
      changed.map { ($0, CellText(lesson.cells[$0].program)) },
      panel: PanelID(cell: first, statement: 0), at: nil)
  }

  /// Whether a panel's statement has another text than in the lesson, or helpers of the reader's before it.
  package func isEdited(_ id: PanelID) -> Bool {
    guard cells.indices.contains(id.cell),
      cells[id.cell].source.text != lesson.cells[id.cell].source.text
    else { return false }
    guard let (range, text) = lessonStatement(of: id), let now = cells[id.cell].range(of: range)
    else { return true }
    return cells[id.cell].source.text(in: now) != text
  }

  /// Whether numbers stand in a panel where the lesson has a formula, or a hole for one.
  package func hidesFormula(_ id: PanelID) -> Bool {
    guard cells.indices.contains(id.cell), cells[id.cell].literal(id.statement) != nil else {
      return false
    }
    let original = lessonText(of: id.cell)
    let place = CellAlignment(lesson: original, now: cells[id.cell]).place(of: id.statement)
    return place.map { original.literal($0) == nil } ?? false
  }

  /// A text of a cell, read.
  func cellText(_ text: String, of cell: CellID) -> CellText {
    text == lesson.cells[cell].source.text
      ? CellText(lesson.cells[cell].program)
      : CellText(text, in: lesson.cells[cell].source, limits: limits)
  }

  /// Makes an edit that can be taken back.
  mutating func commit(
    _ texts: [(cell: CellID, text: CellText)], panel: PanelID, at position: [Int]?,
    block: BlockID? = nil
  ) -> Change {
    let edits = edits(texts)
    if edits.contains(where: { $0.before != $0.after }) {
      var edit = History.Edit(panel: panel, position: position, cells: edits, block: block)
      edit.ownKeys = ownKeys(of: texts.map(\.cell))
      history.add(edit)
    }
    return replace(texts, panel: panel, at: position, block: block)
  }

  private func edits(
    _ texts: [(cell: CellID, text: CellText)]
  ) -> [(cell: CellID, before: String, after: String)] {
    texts.map { (cell: $0.cell, before: cells[$0.cell].source.text, after: $0.text.source.text) }
  }

  /// Makes an edit that puts blocks elsewhere, and can be taken back.
  ///
  /// - Parameter ids: the block that it is about, or what stands in its place, before and after.
  mutating func commit(
    _ texts: [(cell: CellID, text: CellText)], _ after: Arrangement, panel: PanelID,
    ids: (before: BlockID?, after: BlockID?)
  ) -> Change {
    let blocks = History.Blocks(before: arrangement, after: after, ids: ids)
    history.add(
      History.Edit(panel: panel, position: nil, cells: edits(texts), blocks: blocks))
    let kept = keptBlocks
    defer { history.note(own: KeptBlock.differences(kept, keptBlocks)) }
    return replace(texts, arrangement: after, panel: panel, block: ids.after)
  }
}
