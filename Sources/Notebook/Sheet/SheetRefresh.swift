import CellLanguage

extension Sheet {
  /// Brings every outcome up to date, in text order.
  mutating func refresh() {
    var pass = SheetPass(self)
    for cell in order {
      for index in units[cell].indices {
        pass.visit(&units[cell][index])
      }
    }
    runCount += pass.runCount
    steps = pass.steps
    nextVersion = pass.nextVersion
    definers = pass.definers
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
    let definition: Definition
  }

  /// Where a name is defined.
  private struct Definition {
    /// Negative for what came in before the first cell.
    let cell: Int
    let source: Source
    let range: SourceRange
  }

  private(set) var runCount = 0
  /// Of the cells that are no guests.
  var steps: Int { interpreter.steps }
  private(set) var nextVersion: Int
  /// All statements of a walk share one budget of steps, those of guests another.
  private var interpreter: Interpreter
  private var guestInterpreter: Interpreter
  private let guests: SheetGuests
  private var known: [String: Binding] = [:]
  /// The known names in the order of their definitions.
  private var knownNames: [String] = []
  /// Where each name of the sheet is defined first.
  private var firstDefinition: [String: Definition] = [:]
  /// The statement that defines a name first.
  private(set) var definers: [String: SheetLocation] = [:]
  private var lines = LineTables()
  /// Stands for all names known so far, with their versions.
  private var digest = 0
  /// How many statements with an unknown name the walk has met.
  private var unknownCount = 0
  /// Entries held by all names together.
  private var heldEntries = 0
  /// Those held by the names of guests.
  private var guestEntries = 0
  private let limits: Limits

  init(_ sheet: Sheet) {
    nextVersion = sheet.nextVersion
    limits = sheet.limits
    interpreter = Interpreter(limits: sheet.limits)
    guestInterpreter = interpreter
    guests = SheetGuests(of: sheet)
    for cell in sheet.order {
      for (index, unit) in sheet.units[cell].enumerated() {
        for (name, range) in unit.statement.definedNames
        where definers[name] == nil && guests.owner(of: name, against: cell) == nil {
          firstDefinition[name] = Definition(cell: cell, source: unit.source, range: range)
          definers[name] = SheetLocation(cell: cell, index: index)
        }
      }
    }
    for (name, value) in sheet.inputs {
      let nowhere = Definition(cell: -1, source: Source(""), range: SourceRange(0, 0))
      heldEntries += value.entryCount
      bind(name, Binding(version: 0, value: value, waiting: nil, globals: [], definition: nowhere))
    }
  }

  private mutating func bind(_ name: String, _ binding: Binding) {
    if known.updateValue(binding, forKey: name) == nil { knownNames.append(name) }
    var hasher = Hasher()
    hasher.combine(digest)
    hasher.combine(name)
    hasher.combine(binding.version)
    digest = hasher.finalize()
  }

  private mutating func place(of definition: Definition) -> SheetPlace {
    SheetPlace(
      cell: definition.cell,
      line: lines.line(
        at: definition.range.start, of: definition.source,
        cell: definition.cell), range: definition.range)
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
    hold(&unit)
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
      let result =
        guests.contains(unit.cell)
        ? guestInterpreter.run(unit.statement, of: unit.source, in: &environment)
        : interpreter.run(unit.statement, of: unit.source, in: &environment)
      unit.outcome = result.outcome
      unit.definitions = result.definitions
      runCount += 1
    }
  }

  /// Counts the entries of what a statement defined, and lets go of what is too much.
  private mutating func hold(_ unit: inout SheetUnit) {
    let count = unit.definitions.reduce(0) { $0 + $1.value.entryCount }
    let held = guests.contains(unit.cell) ? guestEntries : heldEntries
    guard count > limits.heldEntries - held else {
      if guests.contains(unit.cell) { guestEntries += count } else { heldEntries += count }
      return
    }
    unit.outcome = .failure(
      SheetMessages.tooMuch(limit: limits.heldEntries, at: unit.statement.range))
    unit.definitions = []
    unit.version = nextVersion
    nextVersion += 1
    // Whether it fits depends on all that stands before it: it is tried again each time.
    unit.inputs = nil
  }

  private mutating func publish(_ unit: SheetUnit) {
    for (name, range) in unit.statement.definedNames
    where known[name] == nil && guests.owner(of: name, against: unit.cell) == nil {
      let value = unit.definitions.last { $0.name == name }?.value
      let globals = value?.holdsFunction == true ? unit.usedNames.map(\.name) : []
      let definition = Definition(cell: unit.cell, source: unit.source, range: range)
      bind(
        name,
        Binding(
          version: unit.version, value: value, waiting: value == nil ? unit.cause(of: name) : nil,
          globals: globals, definition: definition))
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

  private mutating func needs(of unit: SheetUnit) -> Needs {
    var needs = Needs()
    for (name, range) in unit.statement.definedNames {
      if let owner = guests.owner(of: name, against: unit.cell) {
        needs.inputs.append(.taken(name, by: owner))
        needs.failure = needs.failure ?? SheetMessages.taken(name, by: owner, at: range)
        continue
      }
      guard let earlier = known[name] else { continue }
      let place = place(of: earlier.definition)
      needs.inputs.append(.defined(name, place))
      needs.failure =
        needs.failure
        ?? SheetMessages.defined(
          name, at: range, earlier: place, cell: unit.cell, isGuest: guests.contains(place.cell))
    }
    var queue = unit.neededNames
    var seen = Set(queue.map(\.name))
    var next = 0
    while next < queue.count {
      let (name, range) = queue[next]
      next += 1
      let isDirect = next <= unit.neededNames.count
      for global in add(name, range, isDirect: isDirect, of: unit, to: &needs)
      where seen.insert(global).inserted {
        queue.append((global, range))
      }
    }
    return needs
  }

  /// Adds one name; what it takes from outside itself, where it is a function, is the result.
  private mutating func add(
    _ name: String, _ range: SourceRange, isDirect: Bool, of unit: SheetUnit, to needs: inout Needs
  ) -> [String] {
    if let binding = known[name] {
      needs.inputs.append(.name(name, version: binding.version))
      if let value = binding.value {
        needs.values[name] = value
        return binding.globals
      }
      needs.waiting = needs.waiting ?? binding.waiting
      return []
    }
    if Sheet.isBuiltin(name) { return [] }
    if let definition = firstDefinition[name] {
      let place = place(of: definition)
      needs.inputs.append(.later(name, place))
      needs.failure =
        needs.failure
        ?? SheetMessages.later(
          name, at: range, isDirect: isDirect, place: place, unit: unit,
          guests: (guests.contains(place.cell), guests.contains(unit.cell)))
    } else {
      addUnknown(name, to: &needs)
    }
    return []
  }

  /// The interpreter says what an unknown name may have meant, for which it is shown the others.
  /// Looking through many names many times would take quadratic time.
  private mutating func addUnknown(_ name: String, to needs: inout Needs) {
    unknownCount += 1
    let isShown = unknownCount <= 100 && knownNames.count <= 500
    needs.inputs.append(.unknown(name, digest: isShown ? digest : nil))
    guard isShown else { return }
    for other in knownNames where needs.values[other] == nil {
      needs.values[other] = known[other]?.value
    }
  }
}

extension Sheet {
  static func isBuiltin(_ name: String) -> Bool {
    FunctionTable.row(named: name) != nil || FunctionTable.constants.contains { $0.name == name }
  }
}
