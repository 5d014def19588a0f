package import CellLanguage

/// One top-level statement of a sheet, and what became of it.
package struct SheetUnit: Sendable {
  /// The cell it stands in, as an index of the sheet's cells.
  package internal(set) var cell: Int
  package let source: Source
  package let statement: Statement
  package let definedNames: [String]
  /// The names it takes from outside, each where it is first used, in text order.
  package let usedNames: [(name: String, range: SourceRange)]
  /// Those it needs when it is run: a function needs what its body uses only when it is called.
  let neededNames: [(name: String, range: SourceRange)]

  /// What it gave when it was last looked at.
  package internal(set) var outcome: Outcome
  /// The names defined, each with its value; empty where the outcome is no value.
  package internal(set) var definitions: [(name: String, value: Value)] = []
  /// Another number each time the outcome may have changed.
  package internal(set) var version = 0
  /// What it was computed from; nil as long as it was not.
  var inputs: [SheetInput]?

  init(_ statement: Statement, of source: Source, cell: Int) {
    self.cell = cell
    self.source = source
    self.statement = statement
    definedNames = statement.definedNames.map(\.0)
    usedNames = SheetUnit.ownNames(statement.usedNames)
    if case .define(let function) = statement.kind {
      let defaults = function.parameters.compactMap(\.defaultValue)
      neededNames = SheetUnit.ownNames(defaults.flatMap(\.usedNames))
    } else {
      neededNames = usedNames
    }
    outcome = .value(.none)
  }

  /// `np.mean` is NumPy's, whatever the sheet calls `mean`; its range holds the module.
  private static func ownNames(
    _ names: [(String, SourceRange)]
  ) -> [(name: String, range: SourceRange)] {
    names.filter { name, range in range.end - range.start == name.utf8.count }
      .map { (name: $0.0, range: $0.1) }
  }

  /// The text of the statement as written.
  package var text: String { source.text(in: statement.range) }

  /// Where the statement begins, as people count.
  package var line: Int { source.position(at: statement.range.start).line }
}

/// One thing that a statement's outcome rests on. As long as all are equal the statement is not run again.
enum SheetInput: Equatable {
  /// A name with the version of the statement that defined it.
  case name(String, version: Int)
  /// A name that is defined only later.
  case later(String, SheetPlace)
  /// A name of its own that was defined before.
  case defined(String, SheetPlace)
  /// A name that only others may define.
  case taken(String, by: SheetGuests.Owner)
  /// A name that is nowhere defined: its message names what is known, so that all of it matters.
  case unknown(String, digest: Int?)
}

/// A statement of a sheet.
struct SheetLocation: Hashable {
  let cell: Int
  let index: Int
}

/// Where a name is defined.
struct SheetPlace: Equatable {
  /// Negative for what came in before the first cell.
  let cell: Int
  let line: Int
  let range: SourceRange
}
