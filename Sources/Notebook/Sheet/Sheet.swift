import AttentionEngine
package import CellLanguage

/// Cells in text order, and the outcome of each of their statements.
///
/// A name is defined once, before its use. After a change a statement is run again only where something it rests on
/// has changed; the outcomes are always those of a computation of everything.
package struct Sheet: Sendable {
  package internal(set) var limits: Limits
  /// Names that have a value before the first cell.
  package let inputs: [(name: String, value: Value)]
  package private(set) var programs: [Program]
  /// The cells in text order; those left out aren't computed, and define nothing.
  package private(set) var order: [Int]
  /// Cells of the reader's between those of the lesson.
  private(set) var guests: Set<Int> = []
  /// Names that guests may not define.
  private(set) var reserved: Set<String> = []
  /// The statements of each cell, in text order.
  package internal(set) var units: [[SheetUnit]]
  /// How many statements have been run since the sheet was made.
  package internal(set) var runCount = 0
  /// The steps that the last computation took.
  package internal(set) var steps = 0
  var nextVersion = 1
  /// The statement that defines each name.
  var definers: [String: SheetLocation] = [:]

  /// Computes every statement.
  package init(
    programs: [Program], inputs: [(name: String, value: Value)] = [], limits: Limits = .standard
  ) {
    self.limits = limits
    self.inputs = inputs
    self.programs = programs
    order = Array(programs.indices)
    units = programs.enumerated().map { cell, program in
      program.statements.map { SheetUnit($0, of: program.source, cell: cell) }
    }
    refresh()
  }

  package init(
    programs sources: [Source], inputs: [(name: String, value: Value)] = [],
    limits: Limits = .standard
  ) {
    self.init(
      programs: sources.map { Program(parsing: $0, limits: limits) }, inputs: inputs,
      limits: limits)
  }

  /// Puts programs in the place of cells and computes what depends on the change.
  package mutating func replace(_ changed: [(cell: Int, program: Program)]) {
    put(changed)
    refresh()
  }

  private mutating func put(_ changed: [(cell: Int, program: Program)]) {
    for (cell, program) in changed {
      units[cell] = Sheet.units(of: program, cell: cell, reusing: units[cell])
      programs[cell] = program
    }
  }

  /// Where cells stand, and whose they are.
  struct Arrangement {
    /// In text order; those left out aren't computed.
    var order: [Int]
    /// Cells that can't take a reserved name, or what computing the others may cost.
    var guests: Set<Int> = []
    var reserved: Set<String> = []
  }

  /// Makes room for cells before one, whose number and those behind it rise; they are empty and stand nowhere yet.
  mutating func makeRoom(for count: Int, at cell: Int) {
    guard count > 0 else { return }
    programs.insert(contentsOf: Array(repeating: .empty, count: count), at: cell)
    units.insert(contentsOf: Array(repeating: [], count: count), at: cell)
    for later in units.indices.dropFirst(cell + count) {
      for index in units[later].indices { units[later][index].cell = later }
    }
    order = order.map { $0 < cell ? $0 : $0 + count }
  }

  /// Puts programs in the place of cells, moves cells, and computes what depends on either.
  mutating func arrange(_ arrangement: Arrangement, _ changed: [(cell: Int, program: Program)]) {
    put(changed)
    order = arrangement.order
    guests = arrangement.guests
    reserved = arrangement.reserved
    refresh()
  }

  /// The statements of a cell's new text; those that stand as before keep their outcomes.
  private static func units(
    of program: Program, cell: Int, reusing old: [SheetUnit]
  ) -> [SheetUnit] {
    var new = program.statements.map { SheetUnit($0, of: program.source, cell: cell) }
    var front = 0
    while front < min(new.count, old.count), new[front].takeOutcome(of: old[front]) { front += 1 }
    var back = 1
    while front + back <= min(new.count, old.count),
      new[new.count - back].takeOutcome(of: old[old.count - back])
    {
      back += 1
    }
    return new
  }
}

extension SheetUnit {
  /// Takes over what is known of the same statement in an older text; whether it is the same.
  fileprivate mutating func takeOutcome(of old: SheetUnit) -> Bool {
    guard text == old.text else { return false }
    // A diagnostic and a function's body point at places of the text: those must not have moved.
    guard statement.range == old.statement.range || old.isFreeOfPlaces else { return true }
    outcome = old.outcome
    definitions = old.definitions
    version = old.version
    inputs = old.inputs
    return true
  }

  private var isFreeOfPlaces: Bool {
    if case .value(let value) = outcome { !value.holdsFunction } else { false }
  }
}

// MARK: - What came out

extension Sheet {
  /// Every name with its value, in the order of their definitions; the inputs first.
  package var definitions: [(name: String, value: Value)] {
    inputs + order.flatMap { units[$0].flatMap(\.definitions) }
  }

  /// What is wrong, with the text that the ranges point into, in text order.
  package var diagnostics: [(diagnostic: Diagnostic, source: Source)] {
    order.flatMap { cell in
      let unread = programs[cell].diagnostics
      let failed = units[cell].compactMap { unit in
        if case .failure(let diagnostic) = unit.outcome { diagnostic } else { nil }
      }
      let all = (unread + failed).enumerated().sorted {
        ($0.element.primary.range.start, $0.offset) < ($1.element.primary.range.start, $1.offset)
      }
      return all.map { ($0.element, programs[cell].source) }
    }
  }

  /// The statement that defines a name.
  package func unit(defining name: String) -> SheetUnit? {
    definers[name].map { units[$0.cell][$0.index] }
  }

  /// The value of a name, where it has one.
  package func value(of name: String) -> Value? {
    unit(defining: name)?.definitions.first { $0.name == name }?.value
      ?? inputs.first { $0.name == name }?.value
  }
}

extension Value {
  /// Whether it is a function of the program, or holds one.
  var holdsFunction: Bool {
    switch self {
    case .function: true
    case .list(let items), .tuple(let items): items.contains(where: \.holdsFunction)
    default: false
    }
  }

  /// The entries of its arrays and lists.
  var entryCount: Int {
    switch self {
    case .array(let array): array.tensor.count
    case .list(let items), .tuple(let items): items.reduce(items.count) { $0 + $1.entryCount }
    default: 0
    }
  }
}
