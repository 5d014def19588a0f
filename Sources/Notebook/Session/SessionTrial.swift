package import CellLanguage

extension Session {
  /// The panels that a cell would have if its text were another.
  ///
  /// Nothing else is read or written for it, and what takes long is refused, see `isTooLongForTrial`: it is asked at every
  /// key.
  ///
  /// - Throws: what is wrong with the text, its ranges those of the text.
  package func trying(_ text: String, of block: BlockID) throws(Diagnostic) -> [Panel] {
    guard let cell = cell(of: block), isOwn(cell: cell) else { return [] }
    let new = try OwnText.cell(OwnText.normal(text), in: cells[cell].source, limits: limits)
    var trial = trial
    _ = trial.replace([(cell, new)], panel: PanelID(cell: cell, statement: 0))
    return trial.panels(of: cell)
  }

  /// The panels that a new cell would have.
  package func trying(_ text: String, at place: Insertion) throws(Diagnostic) -> [Panel] {
    let new = try OwnText.cell(OwnText.normal(text), limits: limits)
    var trial = trial
    let cell = trial.addCell()
    trial.cells[cell] = new
    trial.cellOrder.insert(cell, at: min(cellCount(before: place), cellOrder.count))
    trial.placedCells.insert(cell)
    trial.ownCells.insert(cell)
    trial.lesson.cells[cell] = LessonCell(
      id: cell, program: new.program,
      options: OwnText.options(of: new.program).options.showing(digits: standardDigits))
    trial.arrangeSheet([(cell, new.program)], quoting: [])
    return trial.makePanels(of: cell)
  }

  /// The session with numbers that no text of it quotes yet.
  func quoting(_ lives: [LiveNumber]) -> Session {
    guard lives.contains(where: { liveCells[$0.expression] == nil }) else { return self }
    var trial = trial
    trial.arrangeSheet([], quoting: lives)
    return trial
  }

  /// The same session to try a change in: it doesn't know its file, and has a smaller budget.
  private var trial: Session {
    var trial = self
    trial.writing = nil
    trial.sheet.limits.steps = 2_000_000
    return trial
  }

  /// Whether a failure in a trial tells nothing about the cell, only that it takes longer than a trial may.
  package static func isTooLongForTrial(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.code == "bound" && diagnostic.message.hasPrefix("this takes more than ")
  }

  /// How many cells stand before a place.
  private func cellCount(before place: Insertion) -> Int {
    var count = 0
    for step in lesson.steps.indices {
      if place == .start(ofStep: step) { return count }
      for item in outline(ofStep: step) {
        if place == .before(item.id) { return count }
        count += item.blocks.reduce(0) { $0 + lesson.steps[step].blocks[$1].cellIDs.count }
        if place == .after(item.id) { return count }
      }
      if place == .end(ofStep: step) { return count }
    }
    return count
  }
}
