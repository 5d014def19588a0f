import AttentionEngine
import CellLanguage

extension Session {
  /// How an entry came about; nil where there is none. See `reach(of:at:)` for what it has a say in.
  package func derivation(of id: PanelID, at position: [Int]) -> Derivation? {
    entry(of: id, at: position).map { Derivation(.entry($0)) }
  }

  /// What an entry has a say in, over all steps: the results, and in them the entries.
  ///
  /// Found from the formulas' structure, so that an entry counts also where its weight happens to be 0.
  package func reach(of id: PanelID, at position: [Int]) -> Derivation? {
    guard let entry = entry(of: id, at: position) else { return nil }
    let arrays = namedTraces
    let reach = Reach(
      of: NamedEntry(name: entry.name ?? "", position: position), in: arrays)
    let traces = Dictionary(arrays.map { ($0.name, $0.trace) }) { first, _ in first }
    let positions = Dictionary(reach.results.map { ($0.name, $0.positions) }) { first, _ in first }
    let unsaid = otherwiseReached(by: entry.name ?? "", traces)
    let results = arrays.compactMap { name, trace -> DerivationNode? in
      guard positions[name] != nil || unsaid.contains(name), isShown(name) else { return nil }
      return .reached(
        TracedEntry(trace: trace, position: trace.shape.map { _ in 0 }),
        positions: positions[name] ?? nil)
    }
    return Derivation(.source(entry, reaches: results))
  }

  private func isShown(_ name: String) -> Bool {
    guard let id = panelID(forName: name), let step = step(ofName: name) else { return false }
    return panels(inStep: step).contains { $0.id == id }
  }

  /// The names whose formulas mention a name, or one of those, for other things than its numbers: to cut an array, to
  /// choose a way. How is not known, only that they may change.
  private func otherwiseReached(by name: String, _ traces: [String: Trace]) -> Set<String> {
    var byNumbers: Set<String> = [name]
    var otherwise: Set<String> = []
    for unit in cellOrder.flatMap({ sheet.units[$0] }) {
      for defined in unit.definedNames where defined != name {
        if traces[defined]?.nearestNames.contains(where: byNumbers.contains) == true {
          byNumbers.insert(defined)
        } else if unit.usedNames.contains(where: {
          byNumbers.contains($0.name) || otherwise.contains($0.name)
        }) {
          otherwise.insert(defined)
        }
      }
    }
    return otherwise
  }

  /// An entry of a panel with the name that it has in the lesson.
  private func entry(of id: PanelID, at position: [Int]) -> TracedEntry? {
    guard let panel = panel(id), case .array(let array) = panel.content,
      array.shape.count == position.count,
      zip(position, array.shape).allSatisfy({ (0..<$1).contains($0) })
    else { return nil }
    return TracedEntry(trace: panel.namedTrace ?? array.trace, position: position)
  }

  /// Every array and number of a name, in text order.
  private var namedTraces: [(name: String, trace: Trace)] {
    cellOrder.flatMap { panels(of: $0) }.compactMap { panel in
      panel.name.flatMap { name in panel.namedTrace.map { (name, $0) } }
    }
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

extension Panel {
  /// How its value came about, as a node that bears its name; nil where it has no array or no name.
  fileprivate var namedTrace: Trace? {
    guard case .array(let array) = content, let name else { return nil }
    if case .name = array.trace.origin { return array.trace }
    return Trace(array.trace.value, origin: .name(name), operands: Operands(array.trace))
  }
}
