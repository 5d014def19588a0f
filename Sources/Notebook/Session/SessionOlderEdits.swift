import CellLanguage

/// Undoing what an earlier run did.
///
/// What is kept of an edit is never believed: it goes the way of what is put back when a lesson is opened, which keeps
/// what the lesson locks. An edit that no longer fits, or changes nothing, is passed over.
extension Session {
  /// Takes up what was kept; nothing of it changes a number by itself.
  ///
  /// - Returns: the state that was pinned.
  package mutating func take(_ kept: KeptHistory) -> Session? {
    guard !isAuthoring else { return nil }
    history = History(older: kept.undo, newer: kept.redo)
    return kept.pin.map { pinned($0) }
  }

  mutating func takeBackOlder() -> History.Edit? {
    while let kept = history.takeOlder() {
      guard let edit = edit(of: kept) else { continue }
      let reversed = edit.reversed
      history.addUndone(reversed)
      return reversed
    }
    return nil
  }

  mutating func makeNewerAgain() -> History.Edit? {
    while let kept = history.takeNewer() {
      guard let edit = edit(of: kept) else { continue }
      history.addRedone(edit)
      return edit
    }
    return nil
  }

  /// The edit that leads from how things are to how they are kept; nil where that is no other state.
  private mutating func edit(of kept: KeptEdit) -> History.Edit? {
    var texts: [(cell: CellID, text: CellText)] = []
    guard let lesson = lessonTexts(kept.edits), let own = ownTexts(kept.texts) else { return nil }
    texts = lesson + own
    let blocks = placing(kept.own, &texts)
    let changes = texts.map {
      (cell: $0.cell, before: cells[$0.cell].source.text, after: $0.text.source.text)
    }
    guard blocks != nil || changes.contains(where: { $0.before != $0.after }) else { return nil }
    var edit = History.Edit(
      panel: panel(of: kept, texts), position: kept.position, cells: changes, block: nil,
      blocks: blocks, deed: kept.deed)
    edit.ownKeys = ownKeys(of: texts.map(\.cell))
    return edit
  }

  /// The cells of the lesson with these definitions; nil where one doesn't fit.
  private func lessonTexts(_ kept: [String: String?]) -> [(cell: CellID, text: CellText)]? {
    var target = edits
    for (name, text) in kept { target[name] = text }
    var copy = self
    var texts: [(cell: CellID, text: CellText)] = []
    var found = 0
    for cell in lessonCells {
      let names = names(of: cell).filter { kept.keys.contains($0) }
      if names.isEmpty { continue }
      let text = copy.restored(cell, from: target)
      let edits = edits(of: cell, with: text)
      guard names.allSatisfy({ edits[$0] == kept[$0] ?? nil }) else { return nil }
      found += names.count
      texts.append((cell, text))
    }
    return found == kept.count ? texts : nil
  }

  /// Under which the edits of a cell are kept.
  private func names(of cell: CellID) -> [String] {
    let original = lessonText(of: cell)
    guard original.program.diagnostics.isEmpty else { return [EditKeys.ofWhole(cell)] }
    return original.program.statements.indices.map { editKeys[cell, $0] }
  }

  private func ownTexts(_ kept: [String: String]) -> [(cell: CellID, text: CellText)]? {
    guard case .reading(let own) = arrangement else { return nil }
    var texts: [(cell: CellID, text: CellText)] = []
    for (key, text) in kept.sorted(by: { $0.key < $1.key }) {
      guard let cell = own.first(where: { $0.key == key })?.cell,
        let text = try? OwnText.cell(text, in: cells[cell].source, limits: limits, asIs: true)
      else { return nil }
      texts.append((cell, text))
    }
    return texts
  }

  /// Where blocks are to stand; nil where all stay.
  private mutating func placing(
    _ kept: [String: KeptBlock?], _ texts: inout [(cell: CellID, text: CellText)]
  ) -> History.Blocks? {
    guard !kept.isEmpty, case .reading(let own) = arrangement else { return nil }
    let before = keptBlocks
    var target = before
    for (key, block) in kept { target[key] = block }
    guard target != before else { return nil }
    let there = Dictionary(own.map { ($0.key, $0) }) { first, _ in first }
    let (after, new, _) = arranged(target, reusing: there)
    texts += new
    let gone = own.first { block in !after.contains { $0.key == block.key } }
    let about = kept.keys.sorted().compactMap { key in after.first { $0.key == key } }.first
    return History.Blocks(
      before: arrangement, after: .reading(after),
      ids: (gone?.id ?? about.flatMap { there[$0.key]?.id }, about?.id),
      own: KeptBlock.differences(before, target))
  }

  private func panel(
    of kept: KeptEdit, _ texts: [(cell: CellID, text: CellText)]
  ) -> PanelID {
    for (cell, text) in texts where original.cells.indices.contains(cell) {
      let place = names(of: cell).firstIndex { $0 == kept.about }
      let ranges = CellAlignment(lesson: lessonText(of: cell), now: text).ranges
      if let place, ranges.indices.contains(place), let last = ranges[place].last {
        return PanelID(cell: cell, statement: last)
      }
    }
    return texts.first.map { PanelID(cell: $0.cell, statement: 0) } ?? .nowhere
  }

  /// The lesson as it was pinned. Cells of the reader's that came since aren't in it.
  private func pinned(_ kept: KeptPin) -> Session {
    var pin = self
    pin.history = History()
    var texts: [(cell: CellID, text: CellText)] = []
    for cell in lessonCells { texts.append((cell, pin.restored(cell, from: kept.edits))) }
    guard case .reading(var own) = arrangement else { return pin }
    own.removeAll { $0.cell != nil && kept.texts[$0.key] == nil }
    for block in own {
      guard let cell = block.cell, let text = kept.texts[block.key],
        let text = try? OwnText.cell(text, in: cells[cell].source, limits: limits, asIs: true)
      else { continue }
      texts.append((cell, text))
    }
    _ = pin.replace(texts, arrangement: .reading(own), panel: .nowhere)
    return pin
  }
}

extension History.Edit {
  /// The same the other way.
  fileprivate var reversed: History.Edit {
    var edit = self
    edit.cells = cells.map { (cell: $0.cell, before: $0.after, after: $0.before) }
    edit.blocks = blocks.map {
      History.Blocks(
        before: $0.after, after: $0.before, ids: ($0.ids.after, $0.ids.before),
        own: ($0.own.after, $0.own.before))
    }
    return edit
  }
}
