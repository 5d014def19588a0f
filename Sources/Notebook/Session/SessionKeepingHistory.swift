import CellLanguage

/// What can be undone, for the next time.
extension Session {
  /// The history as it is kept: of what can be undone and redone the newest. See `KeptHistory`.
  ///
  /// What was written once isn't made anew, so that saving again takes no longer the more was done.
  ///
  /// - Parameter pin: the state that is pinned.
  /// - Returns: nil for a notebook that is written: what it was is in no lesson.
  package mutating func historyText(pin: Session?) -> String? {
    guard !isAuthoring else { return nil }
    return KeptHistory.text(
      lesson: original.id, undo: keptUndo(), redo: keptRedo(), pin: pin?.keptPin)
  }

  private mutating func keptUndo() -> [String] {
    var lines = KeptLines(bytes: KeptHistory.undoBytes)
    for index in history.done.indices.reversed() {
      if history.done[index].kept == nil {
        history.keep(done: index, as: kept(history.done[index]))
      }
      guard let kept = history.done[index].kept, lines.add(kept.before) else {
        return lines.oldestFirst
      }
    }
    for edit in history.older.reversed() where !lines.add(edit.text) { break }
    return lines.oldestFirst
  }

  private mutating func keptRedo() -> [String] {
    var lines = KeptLines(bytes: KeptHistory.redoBytes)
    for index in history.undone.indices.reversed() {
      if history.undone[index].kept == nil {
        history.keep(undone: index, as: kept(history.undone[index]))
      }
      guard let kept = history.undone[index].kept, lines.add(kept.after) else {
        return lines.oldestFirst
      }
    }
    for edit in history.newer.reversed() where !lines.add(edit.text) { break }
    return lines.oldestFirst
  }

  private func kept(_ edit: History.Edit) -> History.Kept {
    var (before, after) = (KeptEdit(), KeptEdit())
    for (cell, old, new) in edit.cells where old != new {
      if let key = edit.ownKeys[cell] {
        before.texts[key] = old
        after.texts[key] = new
        before.about = before.about ?? key
      } else if original.cells.indices.contains(cell) {
        note(cell, from: old, to: new, in: &before, &after)
      }
    }
    if let own = edit.blocks?.own {
      before.own = own.before
      after.own = own.after
    }
    if let place = name(of: edit.panel, after: edit) { before.about = place }
    before.position = edit.position
    before.deed = edit.deed
    (after.about, after.position, after.deed) = (before.about, before.position, before.deed)
    return History.Kept(before: before.text, after: after.text)
  }

  private func note(
    _ cell: CellID, from old: String, to new: String, in before: inout KeptEdit,
    _ after: inout KeptEdit
  ) {
    let then = edits(of: cell, with: cellText(old, of: cell))
    let now = edits(of: cell, with: cellText(new, of: cell))
    for name in Set(then.keys).union(now.keys) where then[name] != now[name] {
      before.edits[name] = .some(then[name])
      after.edits[name] = .some(now[name])
    }
  }

  /// What the edit of a panel of the lesson is told by.
  private func name(of panel: PanelID, after edit: History.Edit) -> String? {
    guard original.cells.indices.contains(panel.cell),
      let new = edit.cells.first(where: { $0.cell == panel.cell })?.after
    else { return nil }
    let alignment = CellAlignment(
      lesson: lessonText(of: panel.cell), now: cellText(new, of: panel.cell))
    let key = editKeys[panel.cell, alignment.place(of: panel.statement) ?? panel.statement]
    return key.isEmpty ? nil : key
  }

  /// Under which names cells of the reader's are kept.
  func ownKeys(of cells: [CellID]) -> [CellID: String] {
    guard case .reading(let own) = arrangement else { return [:] }
    return cells.filter(ownCells.contains).reduce(into: [:]) { keys, cell in
      keys[cell] = own.first { $0.cell == cell }?.key
    }
  }

  fileprivate var keptPin: KeptPin {
    var pin = KeptPin()
    pin.edits = edits
    guard case .reading(let own) = arrangement else { return pin }
    for block in own { if let cell = block.cell { pin.texts[block.key] = cells[cell].source.text } }
    return pin
  }
}

extension KeptBlock {
  /// Those that differ, as they are on either side; nil where one isn't there.
  static func differences(
    _ before: [String: KeptBlock], _ after: [String: KeptBlock]
  ) -> (before: [String: KeptBlock?], after: [String: KeptBlock?]) {
    var differences: (before: [String: KeptBlock?], after: [String: KeptBlock?]) = ([:], [:])
    for key in Set(before.keys).union(after.keys) where before[key] != after[key] {
      differences.before[key] = .some(before[key])
      differences.after[key] = .some(after[key])
    }
    return differences
  }
}

/// The newest edits, in as many bytes as they may take.
private struct KeptLines {
  private var lines: [String] = []
  private var bytes: Int

  init(bytes: Int) { self.bytes = bytes }

  /// - Returns: whether it was taken.
  mutating func add(_ line: String) -> Bool {
    bytes -= line.utf8.count + 2
    guard bytes >= 0, lines.count < KeptHistory.countLimit else { return false }
    lines.append(line)
    return true
  }

  var oldestFirst: [String] { lines.reversed() }
}
