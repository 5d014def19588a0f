import AttentionEngine
import CellLanguage

extension Session {
  /// The panels of a cell: one for each statement, and one for what can't be read.
  func makePanels(of cell: CellID) -> [Panel] {
    var panels: [Panel] = []
    guard placedCells.contains(cell) else { return [] }
    for (index, unit) in sheet.units[cell].enumerated() {
      if case .importNumPy = unit.statement.kind { continue }
      panels.append(panel(unit, PanelID(cell: cell, statement: index)))
    }
    if let fault = fault(of: cell) { panels.append(unreadable(cell, fault)) }
    return panels
  }

  /// What can't be read in a cell; of an own one nothing is left out without a word.
  private func fault(of cell: CellID) -> Diagnostic? {
    ownCells.contains(cell)
      ? OwnText.fault(of: cells[cell]) : cells[cell].program.diagnostics.first
  }

  private func panel(_ unit: SheetUnit, _ id: PanelID) -> Panel {
    let content = Panel.Content(unit)
    let isInput = cells[id.cell].literal(id.statement) != nil
    var options = lesson.cells[id.cell].options
    // A title is the cell's, not each statement's.
    if id.statement > 0 { options.title = nil }
    let (rows, columns) = labels(options, content, isOwn: isBetween(id.cell))
    return Panel(
      id: id, name: unit.definedNames.isEmpty ? nil : unit.definedNames.joined(separator: ", "),
      title: options.title, formula: isInput ? nil : unit.formula, content: content,
      rowLabels: rows, columnLabels: columns, isInput: isInput, options: options,
      isOwn: isBetween(id.cell))
  }

  /// Whether a cell is the reader's between those of a lesson.
  private func isBetween(_ cell: CellID) -> Bool { !isAuthoring && ownCells.contains(cell) }

  private func unreadable(_ cell: CellID, _ diagnostic: Diagnostic) -> Panel {
    Panel(
      id: PanelID(cell: cell, statement: cells[cell].program.statements.count), name: nil,
      title: nil, formula: cells[cell].source.text, content: .failure(diagnostic), rowLabels: [],
      columnLabels: [], isInput: false, options: lesson.cells[cell].options,
      isOwn: isBetween(cell))
  }

  private func labels(
    _ options: CellOptions, _ content: Panel.Content, isOwn: Bool
  ) -> (rows: [String], columns: [String]) {
    guard case .array(let array) = content else { return ([], []) }
    if isOwn, options.rows == nil, options.columns == nil {
      return carriedLabels(of: array.trace)
    }
    return sheet.labels(options, shape: array.shape)
  }
}

extension Panel.Content {
  init(_ unit: SheetUnit) {
    switch unit.outcome {
    case .failure(let diagnostic): self = .failure(diagnostic)
    case .waiting(let name, let reason):
      if case .hole = unit.statement.kind {
        self = .hole
      } else {
        self = .waiting(for: name, reason: reason)
      }
    case .value(let value):
      if case .assert = unit.statement.kind {
        self = .text("holds")
      } else {
        self.init(value)
      }
    }
  }

  private init(_ value: Value) {
    self = NDArray(shown: value).map { .array($0) } ?? .text(ValueText.text(of: value))
  }
}

extension NDArray {
  /// What is shown as an array or as a number; nil for anything else.
  init?(shown value: Value) {
    func scalar(_ number: Double, _ dtype: DType, _ trace: Trace?) -> NDArray {
      NDArray(dtype: dtype, trace: trace ?? Trace(Tensor(scalar: number), origin: .literal))
    }
    switch value {
    case .array(let array): self = array
    case .float(let number, let trace): self = scalar(number, .float64, trace)
    case .integer(let number, let trace): self = scalar(Double(number), .int64, trace)
    case .boolean(let flag, let trace): self = scalar(flag ? 1 : 0, .bool, trace)
    case .list: self.init(listed: value)
    default: return nil
    }
  }
}

extension SheetUnit {
  /// What is computed, as written; nil for a function, whose text is more than a line.
  fileprivate var formula: String? {
    switch statement.kind {
    case .assign(_, let value): source.text(in: value.range)
    case .hole: "..."
    case .define: nil
    default: text
    }
  }
}
