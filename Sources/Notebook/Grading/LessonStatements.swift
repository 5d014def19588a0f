import CellLanguage

/// A lesson's own statements, each a program by itself, so that an answer can take the place of one.
struct LessonStatements: Sendable {
  struct Entry: Sendable {
    let options: CellOptions
    let program: Program
    let statement: Statement
    let definedNames: [String]
    let usedNames: [String]
  }

  let entries: [Entry]
  /// The entry that defines each name first.
  let definers: [String: Int]
  /// Every name of the lesson, in text order.
  let names: [String]

  init(_ lesson: Lesson) {
    entries = lesson.cells.flatMap { cell in
      cell.program.statements.map { Entry($0, of: cell) }
    }
    var definers: [String: Int] = [:]
    for (index, entry) in entries.enumerated() {
      for name in entry.definedNames where definers[name] == nil { definers[name] = index }
    }
    self.definers = definers
    names = entries.flatMap(\.definedNames)
  }

  func entry(defining name: String) -> Entry? { definers[name].map { entries[$0] } }

  /// The entries that names rest on, in text order: what defines them, and all that these use.
  func slice(for names: some Sequence<String>) -> [Int] {
    var queue = Array(names)
    var taken: Set<Int> = []
    while let name = queue.popLast() {
      guard let index = definers[name], taken.insert(index).inserted else { continue }
      queue += entries[index].usedNames
    }
    return taken.sorted()
  }

  /// The names whose values rest on some of these.
  func names(restingOn names: some Sequence<String>) -> Set<String> {
    var resting = Set(names)
    for entry in entries where entry.usedNames.contains(where: resting.contains) {
      resting.formUnion(entry.definedNames)
    }
    return resting
  }
}

extension LessonStatements.Entry {
  init(_ statement: Statement, of cell: LessonCell) {
    options = cell.options
    self.statement = statement
    program = Program(only: [statement], of: cell.source)
    definedNames = statement.definedNames.map(\.0)
    usedNames = statement.usedNames.map(\.0)
  }
}

extension Program {
  /// Some statements of a text.
  init(only statements: [Statement], of source: Source) {
    self.init(source: source, statements: statements, options: [], diagnostics: [])
  }

  static let empty = Program(only: [], of: Source(""))

  var usedNames: [String] { statements.flatMap { $0.usedNames.map(\.0) } }
  var definedNames: [String] { statements.flatMap { $0.definedNames.map(\.0) } }
}
