import AttentionEngine
package import CellLanguage

/// A lesson being read and edited: the text of each cell as it is now, and all that follows from it.
///
/// The text is the truth: an edit of an entry puts other text in the place of its literal, and what depends on it is
/// computed anew.
package struct Session: Sendable {
  /// The lesson as it is shown: what the reader added stands in it. `cells` of it are in no order: see `cellOrder`.
  package internal(set) var lesson: Lesson
  /// The lesson by itself, which tasks are judged by.
  package internal(set) var original: Lesson
  /// Another value whenever `original` is another.
  package internal(set) var textVersion = 0
  package let limits: Limits
  /// By their ids; the text of a cell that was deleted stays, for when it comes back.
  var cells: [CellText]
  /// The lesson's cells, and behind them the numbers quoted in its prose.
  var sheet: Sheet
  /// Where the sheet has each quoted expression, counted from behind the cells.
  private var liveCells: [String: Int] = [:]
  /// The panels of each cell as they are now.
  var panelsOfCell: [[Panel]] = []
  /// What the reader did about the tasks, by their ids.
  package var attempts: [String: Attempt] = [:]
  /// Edits that were kept and don't fit the lesson as it is now.
  var setAside: [String: String] = [:]
  /// Blocks that were kept and can't be shown.
  var blocksAside: [String: KeptBlock] = [:]
  /// Under which names edits are kept.
  var editKeys: EditKeys
  var history = History()
  /// What the reader added, or the author wrote, and where it stands.
  var arrangement = Arrangement.reading([])
  var outline = Outline()
  /// The cells in text order.
  package internal(set) var cellOrder: [CellID]
  /// The same without their order.
  var placedCells: Set<CellID> = []
  /// Those that the reader or the author may write as they like.
  var ownCells: Set<CellID> = []
  /// The file that is written; nil where a lesson is read.
  var writing: Writing?
  /// How many blocks have had an id.
  var blockCount = 0

  package init(lesson: Lesson, limits: Limits = .standard) {
    self.lesson = lesson
    original = lesson
    self.limits = limits
    cells = lesson.cells.map { CellText($0.program) }
    editKeys = EditKeys(cells)
    cellOrder = Array(cells.indices)
    sheet = Sheet(
      programs: cells.map(\.program) + lesson.liveNumbers.map(\.program), limits: limits)
    for (index, live) in lesson.liveNumbers.enumerated() where liveCells[live.expression] == nil {
      liveCells[live.expression] = index
    }
    blockCount = lesson.blockCount
    present()
    panelsOfCell = cells.indices.map { makePanels(of: $0) }
  }

  /// How many statements have been run since the lesson was opened.
  package var runCount: Int { sheet.runCount }

  /// Puts texts in the place of cells, and blocks where they belong, and says what that changed.
  ///
  /// - Parameters:
  ///   - arrangement: nil where every block stays where it is.
  ///   - block: the one that it is about.
  mutating func replace(
    _ texts: [(cell: CellID, text: CellText)], arrangement: Arrangement? = nil, panel: PanelID,
    at position: [Int]? = nil, block: BlockID? = nil
  ) -> Change {
    let before = panelsOfCell
    let versions = sheet.units.map { $0.map(\.version) }
    for (cell, text) in texts { cells[cell] = text }
    var changed = texts.map { (cell: $0.cell, program: $0.text.program) }
    if let arrangement {
      self.arrangement = arrangement
      let given = Set(texts.map(\.cell))
      changed += present(keeping: given).map { ($0, cells[$0].program) }
      arrangeSheet(changed)
    } else {
      sheet.replace(changed)
    }
    for (cell, text) in texts where ownCells.contains(cell) {
      lesson.cells[cell] = LessonCell(
        id: cell, program: text.program, options: OwnText.options(of: text.program).options)
    }
    for cell in cells.indices
    where sheet.units[cell].map(\.version) != versions[cell] || hasNamedLabels(cell)
      || arrangement != nil || texts.contains(where: { $0.cell == cell })
    {
      panelsOfCell[cell] = makePanels(of: cell)
    }
    if writing != nil { if arrangement == nil { reviewCells() } else { reviewSaved() } }
    return Change(
      panel: panel, position: position, changed: Change.differences(before, panelsOfCell),
      block: block, step: block.flatMap { step(of: $0) })
  }

  /// Makes a cell that stands nowhere yet.
  mutating func addCell() -> CellID {
    let id = cells.count
    let empty = LessonCell(id: id, program: .empty, options: CellOptions())
    sheet.makeRoom(for: 1, at: id)
    lesson.cells.append(empty)
    cells.append(CellText(empty.program))
    panelsOfCell.append([])
    return id
  }

  /// Computes the cells in their order, and behind them what prose quotes.
  private mutating func arrangeSheet(_ changed: [(cell: CellID, program: Program)]) {
    var quoted: [(cell: CellID, program: Program)] = []
    for live in lesson.liveNumbers where liveCells[live.expression] == nil {
      liveCells[live.expression] = sheet.units.count - cells.count
      quoted.append((sheet.units.count, live.program))
      sheet.makeRoom(for: 1, at: sheet.units.count)
    }
    let isReading = !isAuthoring
    let order = Sheet.Arrangement(
      order: cellOrder + Array(cells.count..<sheet.units.count),
      guests: isReading ? ownCells : [], reserved: isReading ? original.definedNames : [])
    sheet.arrange(order, changed + quoted)
  }

  private func hasNamedLabels(_ cell: CellID) -> Bool {
    let options = lesson.cells[cell].options
    return [options.rows, options.columns].contains { if case .name = $0 { true } else { false } }
  }
}

extension Lesson {
  /// Every name that its cells define.
  var definedNames: Set<String> {
    Set(cells.flatMap { $0.program.statements.flatMap { $0.definedNames.map(\.0) } })
  }

  /// Of its headings and blocks.
  var blockCount: Int { steps.reduce(0) { $0 + 1 + $1.blocks.count } }
}

extension Lesson {
  /// The numbers quoted in its prose, in text order.
  package var liveNumbers: [LiveNumber] {
    steps.flatMap { $0.title.flatMap(\.liveNumbers) + $0.blocks.flatMap(\.liveNumbers) }
  }
}

// MARK: - Looking

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

  /// How an entry was computed, on one line.
  ///
  /// - Parameter shown: the cells of the step whose results may be named; nil where all may.
  package func explain(
    _ id: PanelID, at position: [Int], width: Int, ascii: Bool, shown: Set<CellID>? = nil
  ) -> ExplainLine? {
    guard let panel = panel(id), case .array(let array) = panel.content,
      array.shape.count == position.count,
      zip(position, array.shape).allSatisfy({ (0..<$1).contains($0) })
    else { return nil }
    return ExplainLine.make(
      for: array.trace, name: panel.name, position: position, labels: labels(of:),
      digits: panel.options.digits, width: width, ascii: ascii, dtype: array.dtype,
      isInput: panel.isInput, results: resultsInSight(of: id.cell, shown))
  }

  /// The named arrays that stand in the same step as a cell; those of all steps where it stands alone there.
  ///
  /// An input can reach results of many later steps; the ones in sight are those that the reader can watch.
  private func resultsInSight(
    of cell: CellID, _ shown: Set<CellID>?
  ) -> [(name: String, array: NDArray)] {
    let step = lesson.steps.firstIndex { $0.blocks.flatMap(\.cellIDs).contains(cell) }
    let results = step.map { panels(inStep: $0).filter { !$0.isInput } } ?? []
    let all = namedArrays
    if let shown {
      let names = Set(results.filter { shown.contains($0.id.cell) }.compactMap(\.name))
      return all.filter { names.contains($0.name) }
    }
    let inSight = Set(results.compactMap(\.name))
    return inSight.isEmpty ? all : all.filter { inSight.contains($0.name) }
  }

  /// Every named array, in text order.
  private var namedArrays: [(name: String, array: NDArray)] {
    cellOrder.flatMap { panelsOfCell[$0] }.compactMap { panel in
      guard let name = panel.name, case .array(let array) = panel.content else { return nil }
      return (name, array)
    }
  }

  private func labels(of name: String) -> (rows: [String], columns: [String]) {
    guard let panel = panelID(forName: name).flatMap({ panel($0) }) else { return ([], []) }
    return (panel.rowLabels, panel.columnLabels)
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

// MARK: - Numbers in prose

extension Session {
  /// A number quoted in prose, by its Python format; `…` while it can't be computed.
  package func text(of live: LiveNumber) -> String {
    guard case .value(let value) = outcome(of: live) else { return "…" }
    return (try? LiveText.text(of: value, format: live.format)) ?? "…"
  }

  /// Why a number quoted in prose can't be shown; nil where it is.
  package func reason(for live: LiveNumber) -> String? {
    switch outcome(of: live) {
    case .value(let value):
      do throws(LiveText) {
        _ = try LiveText.text(of: value, format: live.format)
        return nil
      } catch {
        return error.problem
      }
    case .failure(let diagnostic): return diagnostic.message
    case .waiting(let name, .hole): return "waits for \(name), which is open"
    case .waiting(let name, .failure): return "waits for \(name), which failed"
    case nil: return "can't be read"
    }
  }

  func outcome(of live: LiveNumber) -> Outcome? {
    guard let quoted = liveCells[live.expression], sheet.units[cells.count + quoted].count == 1
    else { return nil }
    return sheet.units[cells.count + quoted][0].outcome
  }
}
