package import CellLanguage

// What of a lesson can be looked at, and how an entry came about.

extension Session {
  /// The panels of a step's cells that are not hidden, in text order.
  package func panels(inStep step: Int) -> [Panel] {
    guard lesson.steps.indices.contains(step) else { return [] }
    return lesson.steps[step].blocks.flatMap(\.cellIDs)
      .filter { !lesson.cells[$0].options.hidden }.flatMap { panels(of: $0) }
  }

  /// The panels of a cell, one for each statement; hidden ones as well.
  package func panels(of cell: CellID) -> [Panel] {
    panelsOfCell.indices.contains(cell) ? panelsOfCell[cell] : []
  }

  package func panel(_ id: PanelID) -> Panel? {
    let panels = panels(of: id.cell)
    if panels.indices.contains(id.statement), panels[id.statement].id == id {
      return panels[id.statement]
    }
    return panels.first { $0.id == id }
  }

  /// The panel whose statement defines a name.
  package func panelID(forName name: String) -> PanelID? {
    guard let place = sheet.definers[name], cells.indices.contains(place.cell) else { return nil }
    return PanelID(cell: place.cell, statement: place.index)
  }

  /// Whether the entry there is a literal that the reader may change.
  package func isEditable(_ id: PanelID, at position: [Int]) -> Bool {
    guard entryRange(id, position) != nil else { return false }
    let options = lesson.cells[id.cell].options
    return !options.locked && options.editable?.contains(position) != false
  }

  /// An entry as written: `1/sqrt(2)`. Nil where the panel is no input.
  package func entryText(_ id: PanelID, at position: [Int]) -> String? {
    entryRange(id, position).map { cells[id.cell].source.text(in: $0) }
  }

  /// The whole statement as written, to be edited; of a cell that can't be read all of its text.
  package func formulaText(_ id: PanelID) -> String {
    guard cells.indices.contains(id.cell) else { return "" }
    let cell = cells[id.cell]
    return cell.isUnreadable(at: id.statement) ? cell.source.text : cell.text(id.statement) ?? ""
  }

  /// Where the ranges of a panel's failure point: its cell's text as it is now.
  package func source(of cell: CellID) -> Source { cells[cell].source }

  func entryRange(_ id: PanelID, _ position: [Int]) -> SourceRange? {
    guard cells.indices.contains(id.cell) else { return nil }
    return cells[id.cell].literal(id.statement)?.range(at: position)
  }
}

extension Block {
  /// The cells in it, those of an exercise included.
  var cellIDs: [CellID] {
    switch self {
    case .cell(let id): [id]
    case .exercise(let exercise): exercise.blocks.flatMap(\.cellIDs)
    default: []
    }
  }
}

extension Session {
  /// The numbers that the lesson by itself gives a name, as written, on one line; nil where they are computed.
  package func lessonNumbers(ofName name: String) -> String? {
    for cell in original.cells {
      for statement in cell.program.statements {
        guard let literal = LiteralInput(statement), literal.name == name else { continue }
        return cell.source.text(in: literal.value).split(whereSeparator: \.isWhitespace)
          .joined(separator: " ")
      }
    }
    return nil
  }
}
