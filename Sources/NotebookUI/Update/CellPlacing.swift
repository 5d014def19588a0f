import CellLanguage
import Notebook

extension Reading {
  /// Where a new cell is to stand so that what it uses of this step stands above it, and the name it has to pass; nil where
  /// it can stand where it was begun.
  func placeBelowUses(of writing: Writing) -> (place: Insertion, name: String)? {
    guard case .new(.code, let place) = writing.target else { return nil }
    let program = Program(parsing: Source(writing.editor.text), limits: session.limits)
    guard program.diagnostics.isEmpty else { return nil }
    let own = Set(program.statements.flatMap { $0.definedNames.map(\.0) })
    let used = Set(program.statements.flatMap { $0.usedNames.map(\.0) }).subtracting(own)
    let above = Set(names(before: writing.target))
    let items = session.outline(ofStep: step)
    for item in items.reversed() where item.kind == .code || item.isOwn {
      guard let cell = session.cell(of: item.id),
        let name = session.names(of: cell).last(where: { used.contains($0) && !above.contains($0) })
      else { continue }
      return place == .after(item.id) ? nil : (.after(item.id), name)
    }
    return nil
  }

  /// Shows the step's parts up to a block that was just put behind a pause still to be passed.
  mutating func reveal(_ block: BlockID) {
    while hasHiddenParts, hides(block) { open(parts: shownParts + 1) }
  }

  private func hides(_ block: BlockID) -> Bool {
    let shown = shownByBlock
    return session.outline(ofStep: step).contains { item in
      item.id == block && !item.blocks.isEmpty
        && item.blocks.allSatisfy { shown[safe: $0]?.isEmpty != false }
    }
  }
}
