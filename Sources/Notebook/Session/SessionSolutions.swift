package import CellLanguage

extension Session {
  /// Puts solutions in the place of what defines their names, helpers before each, as one edit.
  ///
  /// - Returns: nil where they stand there already.
  package mutating func adopt(_ solutions: [Program]) -> Change? {
    var texts: [CellID: CellText] = [:]
    var first: PanelID?
    for solution in solutions {
      var start: Int?
      for statement in solution.statements {
        let from = start ?? statement.range.start
        start = from
        guard let name = statement.definedNames.first?.0, let place = lessonPlace(of: name) else {
          continue
        }
        start = nil
        let text = solution.source.text(in: SourceRange(from, statement.range.end))
        let now = texts[place.cell] ?? cells[place.cell]
        texts[place.cell] = putting(text, at: place, in: now)
        first = first ?? place
      }
    }
    let changed = cellOrder.compactMap { cell in
      texts[cell].flatMap {
        $0.source.text == cells[cell].source.text ? nil : (cell: cell, text: $0)
      }
    }
    guard let first, !changed.isEmpty else { return nil }
    return commit(changed, panel: first, at: nil)
  }

  /// Where the lesson defines a name.
  private func lessonPlace(of name: String) -> PanelID? {
    for id in cellOrder where isAuthoring || !ownCells.contains(id) {
      let cell = lesson.cells[id]
      for (index, statement) in cell.program.statements.enumerated()
      where statement.definedNames.contains(where: { $0.0 == name }) {
        return PanelID(cell: cell.id, statement: index)
      }
    }
    return nil
  }

  private func putting(_ text: String, at place: PanelID, in now: CellText) -> CellText {
    let alignment = CellAlignment(lesson: lessonText(of: place.cell), now: now)
    guard let range = now.range(of: alignment.ranges[place.statement]) else { return now }
    return now.replacing(range, with: text, limits: limits)
  }
}
