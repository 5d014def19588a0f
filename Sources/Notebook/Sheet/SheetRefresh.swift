import CellLanguage

extension Sheet {
  /// Brings every outcome up to date, in text order.
  mutating func refresh() {
    var pass = SheetPass(self)
    for cell in units.indices {
      for index in units[cell].indices {
        pass.visit(&units[cell][index])
      }
    }
    runCount += pass.runCount
    nextVersion = pass.nextVersion
  }
}

/// One walk over a sheet from its first statement to its last.
struct SheetPass {
  /// What is known of a name at the statement that the walk has reached.
  private struct Binding {
    let version: Int
    /// Nil where the name has none.
    let value: Value?
    let waiting: (name: String, reason: WaitingReason)?
    /// The names that a function takes from outside when it is called.
    let globals: [String]
    let place: SheetPlace
  }

  private(set) var runCount = 0
  private(set) var nextVersion: Int
  /// All statements of a walk share one budget of steps.
  private var interpreter: Interpreter
  private var known: [String: Binding] = [:]
  /// The known names in the order of their definitions.
  private var knownNames: [String] = []
  /// Where each name of the sheet is defined first.
  private var firstUnit: [String: (cell: Int, source: Source, range: SourceRange)] = [:]

  init(_ sheet: Sheet) {
    nextVersion = sheet.nextVersion
    interpreter = Interpreter(limits: sheet.limits)
    for unit in sheet.units.joined() {
      for (name, range) in unit.statement.definedNames where firstUnit[name] == nil {
        firstUnit[name] = (unit.cell, unit.source, range)
      }
    }
    for (name, value) in sheet.inputs {
      let place = SheetPlace(cell: -1, line: 0, range: SourceRange(0, 0))
      bind(name, Binding(version: 0, value: value, waiting: nil, globals: [], place: place))
    }
  }

  private mutating func bind(_ name: String, _ binding: Binding) {
    if known.updateValue(binding, forKey: name) == nil { knownNames.append(name) }
  }

  /// Runs a statement unless everything it rests on is as it was, and makes its names known.
  mutating func visit(_ unit: inout SheetUnit) {
    let needs = needs(of: unit)
    if unit.inputs != needs.inputs {
      unit.inputs = needs.inputs
      unit.version = nextVersion
      nextVersion += 1
      unit.definitions = []
      settle(&unit, needs)
    }
    publish(unit)
  }

  private mutating func settle(_ unit: inout SheetUnit, _ needs: Needs) {
    if let failure = needs.failure {
      unit.outcome = .failure(failure)
    } else if case .hole(let name) = unit.statement.kind {
      unit.outcome = .waiting(for: name, reason: .hole)
    } else if let (name, reason) = needs.waiting {
      unit.outcome = .waiting(for: name, reason: reason)
    } else {
      var environment = Environment(values: needs.values)
      let result = interpreter.run(unit.statement, of: unit.source, in: &environment)
      unit.outcome = result.outcome
      unit.definitions = result.definitions
      runCount += 1
    }
  }

  private mutating func publish(_ unit: SheetUnit) {
    for (name, range) in unit.statement.definedNames where known[name] == nil {
      let value = unit.definitions.last { $0.name == name }?.value
      let globals = value?.holdsFunction == true ? unit.usedNames.map(\.name) : []
      let place = SheetPlace(cell: unit.cell, line: unit.line, range: range)
      bind(
        name,
        Binding(
          version: unit.version, value: value, waiting: value == nil ? unit.cause(of: name) : nil,
          globals: globals, place: place))
    }
  }
}

extension SheetUnit {
  /// Why a name that it should define has no value.
  fileprivate func cause(of name: String) -> (name: String, reason: WaitingReason) {
    if case .waiting(let first, let reason) = outcome { (first, reason) } else { (name, .failure) }
  }
}

// MARK: - What a statement rests on

extension SheetPass {
  /// The names that a statement needs, with what keeps it from being run.
  private struct Needs {
    var inputs: [SheetInput] = []
    var values: [String: Value] = [:]
    var waiting: (name: String, reason: WaitingReason)?
    var failure: Diagnostic?
  }

  private func needs(of unit: SheetUnit) -> Needs {
    var needs = Needs()
    for (name, range) in unit.statement.definedNames {
      guard let earlier = known[name] else { continue }
      needs.inputs.append(.defined(name, earlier.place))
      needs.failure =
        needs.failure
        ?? SheetMessages.defined(
          name, at: range, earlier: earlier.place, cell: unit.cell)
    }
    var queue = unit.usedNames
    var seen = Set(queue.map(\.name))
    var next = 0
    while next < queue.count {
      let (name, range) = queue[next]
      next += 1
      let isDirect = next <= unit.usedNames.count
      for global in add(name, range, isDirect: isDirect, of: unit, to: &needs)
      where seen.insert(global).inserted {
        queue.append((global, range))
      }
    }
    return needs
  }

  /// Adds one name; what it takes from outside itself, where it is a function, is the result.
  private func add(
    _ name: String, _ range: SourceRange, isDirect: Bool, of unit: SheetUnit, to needs: inout Needs
  ) -> [String] {
    if let binding = known[name] {
      needs.inputs.append(.name(name, version: binding.version))
      if let value = binding.value {
        needs.values[name] = value
        return binding.globals
      }
      // A function needs what its body uses only when it is called.
      if !unit.isFunctionDefinition { needs.waiting = needs.waiting ?? binding.waiting }
      return []
    }
    guard !unit.isFunctionDefinition, !Sheet.isBuiltin(name) else { return [] }
    if let (cell, source, definition) = firstUnit[name] {
      let line = source.position(at: definition.start).line
      let place = SheetPlace(cell: cell, line: line, range: definition)
      needs.inputs.append(.later(name, place))
      needs.failure =
        needs.failure
        ?? SheetMessages.later(
          name, at: range, isDirect: isDirect, place: place, unit: unit)
    } else {
      let versions = knownNames.compactMap { known[$0]?.version }
      needs.inputs.append(.unknown(name, versions: versions))
      for other in knownNames where needs.values[other] == nil {
        needs.values[other] = known[other]?.value
      }
    }
    return []
  }
}

extension Sheet {
  static func isBuiltin(_ name: String) -> Bool {
    FunctionTable.row(named: name) != nil
  }
}
