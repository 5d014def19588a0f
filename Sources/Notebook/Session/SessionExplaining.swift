import AttentionEngine
import CellLanguage

extension Session {
  /// How an entry was computed, on one line.
  ///
  /// - Parameters:
  ///   - digits: the decimals that the panel is shown with; nil for those of its cell.
  ///   - shown: the cells of the step whose results may be named; nil where all may.
  ///   - isAsked: whether it isn't to be said which entries an input reaches.
  package func explain(
    _ id: PanelID, at position: [Int], width: Int, ascii: Bool, digits: Int? = nil,
    shown: Set<CellID>? = nil, isAsked: Bool = false
  ) -> ExplainLine? {
    guard let panel = panel(id), case .array(let array) = panel.content,
      array.shape.count == position.count,
      zip(position, array.shape).allSatisfy({ (0..<$1).contains($0) })
    else { return nil }
    let again = shownAgain(by: panel)
    let isInput = (again ?? panel).isInput
    var told = told(inStepOf: id.cell, shown)
    told.isAsked = isAsked
    return ExplainLine.make(
      for: array.trace, name: panel.name, position: position,
      labels: { labels(of: $0, in: panel, showing: again) },
      digits: digits ?? panel.options.digits, width: width, ascii: ascii, dtype: array.dtype,
      isInput: isInput, origin: again.map { origin(of: $0, shownBy: panel) } ?? nil,
      formula: (again ?? panel).formula,
      results: namedResults(withMentions: isInput || array.trace.isConstant, digits: digits),
      told: told)
  }

  /// What a panel shows again that has nothing but a name for a formula; nil of any other.
  package func shownAgain(by panel: Panel) -> Panel? {
    guard panel.name == nil, let name = panel.formula else { return nil }
    return panelID(forName: name).flatMap { self.panel($0) }
  }

  /// Where an input that is shown again stands, and whether its numbers can be changed.
  package func origin(of again: Panel, shownBy panel: Panel) -> String? {
    guard again.isInput else { return nil }
    let step = step(of: panel.id.cell)
    guard !lesson.cells[again.id.cell].options.hidden, !again.options.locked,
      let own = self.step(of: again.id.cell)
    else { return "fixed in this lesson" }
    let place = own == step ? "an input above" : "an input of step \(own + 1)"
    return isInTask(panel.id.cell) ? "\(place), locked in this task" : place
  }

  /// Where what a panel shows again can be changed; nil of a panel with a formula of its own.
  package func wordsOfShownAgain(_ panel: Panel) -> String? {
    guard !panel.isOwn, let again = shownAgain(by: panel), let name = again.name else { return nil }
    if let origin = origin(of: again, shownBy: panel) {
      let place =
        origin.hasPrefix("an input") && !isInTask(panel.id.cell) ? ": change it there" : ""
      return "\(name) is \(origin)\(place)."
    }
    let own = lesson.cells[again.id.cell].options.hidden ? nil : step(of: again.id.cell)
    guard let own else { return "\(name) is computed by the lesson and only shown here." }
    let place = own == step(of: panel.id.cell) ? "above" : "in step \(own + 1)"
    return "\(name) is computed \(place) and only shown here."
  }

  private func isInTask(_ cell: CellID) -> Bool {
    lesson.steps.flatMap(\.blocks).contains {
      if case .exercise(let exercise) = $0 {
        exercise.blocks.flatMap(\.cellIDs).contains(cell)
      } else {
        false
      }
    }
  }

  /// The step in which a cell stands, counted from 0.
  func step(of cell: CellID) -> Int? {
    lesson.steps.firstIndex { $0.blocks.flatMap(\.cellIDs).contains(cell) }
  }

  /// The names that an input of a cell may be said to reach: what stands in the same step, or where nothing computed
  /// does, in any.
  private func told(inStepOf cell: CellID, _ shown: Set<CellID>?) -> ExplainLine.Told {
    let panels = step(of: cell).map { self.panels(inStep: $0) } ?? []
    let inSight = panels.filter { shown?.contains($0.id.cell) != false }
    let names = namesShown(by: inSight)
    guard names.isEmpty, shown == nil else {
      let isOpen = inSight.contains { panel in
        switch panel.content {
        case .hole, .waiting: true
        case .array, .text, .failure: false
        }
      }
      let hasFunctions = inSight.contains { panel in
        panel.name.map { sheet.value(of: $0)?.holdsFunction == true } ?? false
      }
      // What a function takes isn't reached before it is called.
      return ExplainLine.Told(
        names: names, isOpen: isOpen, isPart: shown != nil || hasFunctions)
    }
    let everywhere = lesson.steps.indices.flatMap { self.panels(inStep: $0) }
    return ExplainLine.Told(names: namesShown(by: everywhere), isPart: true)
  }

  /// The names of what is computed, also where it is shown again.
  func namesShown(by panels: [Panel]) -> Set<String> {
    Set(
      panels.flatMap { panel -> [String] in
        if let again = shownAgain(by: panel) {
          return again.isInput ? [] : [again.name].compactMap { $0 }
        }
        guard !panel.isInput, sheet.units[panel.id.cell].indices.contains(panel.id.statement)
        else { return [] }
        return sheet.units[panel.id.cell][panel.id.statement].definedNames
      })
  }

  /// Every name with what it stands for, in text order.
  ///
  /// - Parameter digits: the most decimals of a panel; nil where each has those of its cell.
  func namedResults(withMentions: Bool, digits: Int? = nil) -> [NamedResult] {
    var functions: [String: [String]] = [:]
    var results: [NamedResult] = []
    for cell in cellOrder {
      let options = lesson.cells[cell].options
      for unit in sheet.units[cell] {
        let mentions = { (name: String?) in
          withMentions ? unit.mentions(functions, defining: name) : []
        }
        // What failed, or waits for what failed, is reached all the same.
        if withMentions, unit.definitions.isEmpty {
          for name in unit.definedNames {
            var result = NamedResult(name, nil)
            result.mentions = mentions(name)
            results.append(result)
          }
        }
        for (name, value) in unit.definitions {
          if value.holdsFunction {
            functions[name] = mentions(nil)
            continue
          }
          var result = NamedResult(name, NDArray(shown: value))
          result.digits = min(options.digits, digits ?? options.digits)
          result.isHidden = options.hidden
          result.mentions = mentions(name)
          results.append(result)
        }
      }
    }
    return results
  }

  /// A panel that shows a name again may have labels where the name has none.
  private func labels(
    of name: String, in panel: Panel, showing again: Panel?
  ) -> (rows: [String], columns: [String]) {
    let own = panelID(forName: name).flatMap { self.panel($0) }
    let (rows, columns) = (own?.rowLabels ?? [], own?.columnLabels ?? [])
    guard again?.name == name else { return (rows, columns) }
    return (
      panel.rowLabels.isEmpty ? rows : panel.rowLabels,
      panel.columnLabels.isEmpty ? columns : panel.columnLabels
    )
  }
}

extension SheetUnit {
  /// The names whose values are taken, those in the functions that it calls among them.
  ///
  /// - Parameter name: one of those that are defined; what only those beside it are made of is none of its own.
  fileprivate func mentions(
    _ functions: [String: [String]], defining name: String?
  ) -> [String] {
    let mentioned = statement.usedValues(defining: name).flatMap { functions[$0] ?? [$0] }
    guard let name, definitions.count > 1 else { return mentioned }
    let (own, others) = (numbers { $0 == name }, numbers { $0 != name })
    return mentioned.filter { own.contains($0) || !others.contains($0) }
  }

  /// The names that the numbers of some definitions are made of.
  private func numbers(of isWanted: (String) -> Bool) -> Set<String> {
    Set(
      definitions.filter { isWanted($0.0) }
        .flatMap { NDArray(shown: $0.1)?.trace.nearestNames ?? [] })
  }
}
