import AttentionEngine
package import CellLanguage

extension Session {
  /// What a panel held in an earlier state of the session; nil where it wasn't there or had another shape or kind.
  package func earlier(_ panel: Panel, in pinned: Session) -> NDArray? {
    let old = panel.name.map { pinned.panel(named: $0) } ?? pinned.panel(panel.id)
    guard case .array(let now) = panel.content, case .array(let then)? = old?.content,
      now.shape == then.shape, (now.dtype == .bool) == (then.dtype == .bool)
    else { return nil }
    return then
  }

  /// Gives every cell the text that it had in an earlier state, as one edit; nil where all have it. What was added or
  /// deleted since stays so.
  package mutating func goBack(to pinned: Session, as deed: Change.Deed? = nil) -> Change? {
    let there = Set(pinned.cellOrder)
    let texts = cellOrder.filter(there.contains).compactMap { cell in
      cells[cell].source.text == pinned.cells[cell].source.text
        ? nil : (cell: cell, text: pinned.cells[cell])
    }
    guard let first = texts.first else { return nil }
    defer { if let deed { history.name(deed) } }
    return commit(texts, panel: PanelID(cell: first.cell, statement: 0), at: nil)
  }
}
