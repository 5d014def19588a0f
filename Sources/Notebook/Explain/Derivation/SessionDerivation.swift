import AttentionEngine
import CellLanguage

extension Session {
  /// How an entry came about; nil where there is none. See `reach(of:at:)` for what it has a say in.
  package func derivation(of id: PanelID, at position: [Int]) -> Derivation? {
    entry(of: id, at: position).map { entry in
      Derivation(.entry(entry)) { self.others(of: $0) }
    }
  }

  /// What the formula of a name takes otherwise than as numbers: an index, a condition, a size.
  private func others(of entry: TracedEntry) -> [DerivationNode] {
    guard let name = entry.name, let id = panelID(forName: name),
      sheet.units[id.cell].indices.contains(id.statement)
    else { return [] }
    let taken = Set(entry.trace.nearestNames)
    var seen: Set<String> = [name]
    return roles(in: sheet.units[id.cell][id.statement].statement, defining: name, &seen).compactMap
    {
      (name, role) in
      guard !taken.contains(name), let value = sheet.value(of: name),
        let array = NDArray(shown: value), array.tensor.count > 0
      else { return nil }
      return .otherwise(
        TracedEntry(trace: array.trace.named(name), position: array.shape.map { _ in 0 }), role)
    }
  }

  /// What the formula of a name takes another name for; nil where it doesn't.
  func role(of source: String, in name: String) -> NameRole? {
    guard let id = panelID(forName: name), sheet.units[id.cell].indices.contains(id.statement)
    else { return nil }
    var seen: Set<String> = [name]
    return roles(in: sheet.units[id.cell][id.statement].statement, defining: name, &seen)
      .first { $0.name == source }?.role
  }

  /// The names that a statement takes, those in the functions that it calls among them.
  private func roles(
    in statement: Statement, defining name: String? = nil, _ seen: inout Set<String>
  ) -> [(name: String, role: NameRole)] {
    var roles: [(name: String, role: NameRole)] = []
    for (name, role) in statement.usedRoles(defining: name) where seen.insert(name).inserted {
      if sheet.value(of: name)?.holdsFunction == true, let id = panelID(forName: name),
        sheet.units[id.cell].indices.contains(id.statement)
      {
        roles += self.roles(in: sheet.units[id.cell][id.statement].statement, &seen)
      } else {
        roles.append((name, role))
      }
    }
    return roles
  }

  /// What an entry has a say in, over all steps: the results, and in them the entries.
  ///
  /// Found from the formulas' structure, so that an entry counts also where its weight happens to be 0.
  ///
  /// - Parameter panels: what is told of; nil is all that the lesson shows.
  package func reach(of id: PanelID, at position: [Int], in panels: [Panel]? = nil) -> Derivation? {
    guard let entry = entry(of: id, at: position) else { return nil }
    let all = namedResults(withMentions: true)
    let reach = Reach(
      of: NamedEntry(name: entry.name ?? "", position: position), in: all,
      telling: namesShown(
        by: panels ?? lesson.steps.indices.flatMap { self.panels(inStep: $0) }),
      work: Reach.mostWork)
    let arrays = Dictionary(all.map { ($0.name, $0.array) }) { first, _ in first }
    let results = reach.results.compactMap { result -> DerivationNode? in
      guard let trace = arrays[result.name]??.trace.named(result.name) else { return nil }
      return .reached(
        TracedEntry(trace: trace, position: trace.shape.map { _ in 0 }),
        positions: result.positions, by: result.way)
    }
    return Derivation(.source(entry, reaches: results))
  }

  /// The panel that shows a name, in this step if one does, else where it is defined or else the first; and its step.
  package func place(showing name: String, near step: Int) -> (panel: PanelID, step: Int)? {
    let own = panelID(forName: name)
    let steps = [step] + [self.step(ofName: name)].compactMap { $0 } + lesson.steps.indices
    for step in steps {
      let panel = panels(inStep: step).first {
        $0.id == own || $0.name == nil && $0.formula == name
      }
      if let panel { return (panel.id, step) }
    }
    return nil
  }

  /// An entry of a panel with the name that it has in the lesson.
  private func entry(of id: PanelID, at position: [Int]) -> TracedEntry? {
    guard let panel = panel(id), case .array(let array) = panel.content,
      array.shape.count == position.count,
      zip(position, array.shape).allSatisfy({ (0..<$1).contains($0) })
    else { return nil }
    return TracedEntry(
      trace: panel.name.map { array.trace.named($0) } ?? array.trace, position: position)
  }

  package func panel(named name: String) -> Panel? {
    panelID(forName: name).flatMap { panel($0) }
  }

  /// The step in which a name is defined, counted from 0.
  func step(ofName name: String) -> Int? {
    guard let cell = panelID(forName: name)?.cell else { return nil }
    return lesson.steps.firstIndex { $0.blocks.flatMap(\.cellIDs).contains(cell) }
  }

  func dtype(ofName name: String) -> DType {
    guard case .array(let array)? = panel(named: name)?.content else { return .float64 }
    return array.dtype
  }
}

extension Trace {
  /// How a value came about, as a node that bears its name.
  fileprivate func named(_ name: String) -> Trace {
    if case .name = origin { return self }
    return Trace(value, origin: .name(name), operands: Operands(self))
  }
}
