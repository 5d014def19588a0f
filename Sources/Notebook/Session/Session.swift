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
  var liveCells: [String: Int] = [:]
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
  /// The decimals of numbers where the text doesn't say how many.
  var standardDigits = CellOptions.usualDigits
  /// How many blocks have had an id.
  var blockCount = 0

  package init(lesson: Lesson, limits: Limits = .standard) {
    self.lesson = lesson
    original = lesson
    self.limits = limits
    cells = lesson.cells.map { CellText($0.program) }
    editKeys = EditKeys(cells.map(\.program))
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
    let beforeCells = lesson.cells
    let beforePlaced = placedCells
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
        id: cell, program: text.program,
        options: OwnText.options(of: text.program).options.showing(digits: standardDigits))
    }
    let given = Set(changed.map(\.cell))
    let remade = cells.indices.filter { cell in
      given.contains(cell) || hasNamedLabels(cell)
        || versions[cell] != sheet.units[cell].map(\.version)
        || beforePlaced.contains(cell) != placedCells.contains(cell)
        || beforeCells[cell].options != lesson.cells[cell].options
    }
    for cell in remade { panelsOfCell[cell] = makePanels(of: cell) }
    if writing != nil { if arrangement == nil { reviewCells() } else { reviewSaved() } }
    return Change(
      panel: panel, position: position,
      changed: Change.differences(before, panelsOfCell, in: remade),
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
  ///
  /// - Parameter lives: what is quoted beside what the sheet knows already; nil for all of the lesson.
  mutating func arrangeSheet(
    _ changed: [(cell: CellID, program: Program)], quoting lives: [LiveNumber]? = nil
  ) {
    var quoted: [(cell: CellID, program: Program)] = []
    for live in lives ?? lesson.liveNumbers where liveCells[live.expression] == nil {
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
