import AttentionEngine
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

  /// How an entry was computed, on one line.
  ///
  /// - Parameters:
  ///   - digits: the decimals that the panel is shown with; nil for those of its cell.
  ///   - shown: the cells of the step whose results may be named; nil where all may.
  package func explain(
    _ id: PanelID, at position: [Int], width: Int, ascii: Bool, digits: Int? = nil,
    shown: Set<CellID>? = nil
  ) -> ExplainLine? {
    guard let panel = panel(id), case .array(let array) = panel.content,
      array.shape.count == position.count,
      zip(position, array.shape).allSatisfy({ (0..<$1).contains($0) })
    else { return nil }
    let (results, told) = results(of: id.cell, shown)
    return ExplainLine.make(
      for: array.trace, name: panel.name, position: position, labels: labels(of:),
      digits: digits ?? panel.options.digits, width: width, ascii: ascii, dtype: array.dtype,
      isInput: panel.isInput, results: results, told: told)
  }

  /// The named arrays through which an input can reach what stands in the same step as its cell, and the names of those
  /// that stand there; where it stands alone there, all of them.
  ///
  /// An input can reach results of many later steps; the ones in sight are those that the reader can watch.
  private func results(
    of cell: CellID, _ shown: Set<CellID>?
  ) -> (all: [(name: String, array: NDArray)], told: Set<String>?) {
    let step = lesson.steps.firstIndex { $0.blocks.flatMap(\.cellIDs).contains(cell) }
    let results = step.map { panels(inStep: $0).filter { !$0.isInput } } ?? []
    let all = namedArrays
    let inSight = Set(
      results.filter { shown?.contains($0.id.cell) != false }.compactMap(\.name))
    if inSight.isEmpty && shown == nil { return (all, nil) }
    let needed = Self.upstream(of: inSight, in: all)
    return (all.filter { needed.contains($0.name) }, inSight)
  }

  /// Some names, and those that they are computed from, down to the inputs.
  private static func upstream(
    of names: Set<String>, in all: [(name: String, array: NDArray)]
  ) -> Set<String> {
    let traces = Dictionary(all.map { ($0.name, $0.array.trace) }) { first, _ in first }
    var known = names
    var open = Array(names)
    while let name = open.popLast() {
      for source in traces[name]?.nearestNames ?? [] where known.insert(source).inserted {
        open.append(source)
      }
    }
    return known
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
