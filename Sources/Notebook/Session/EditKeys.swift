import CellLanguage

/// Under which name an edit of each statement of a lesson is kept, so that it is found again when the lesson's text has
/// changed around it.
///
/// It is the first name that the statement defines: `K`. What defines none is known by its text behind a `=`, which no
/// name begins with: `= Q @ K.T`. Where the same comes again it is counted: `= Q (2)`. A cell that the lesson has in a
/// form that can't be read is kept whole, as `cell 3`, counted from 1.
struct EditKeys: Sendable {
  private let keys: [CellID: [String]]

  /// - Parameter ids: of the cells; their indices where none are given.
  init(_ programs: [Program], ids: [CellID]? = nil) {
    var counts: [String: Int] = [:]
    let keys = programs.map { program in
      program.statements.map { statement in
        let key = EditKeys.plain(statement, in: program.source)
        counts[key, default: 0] += 1
        return counts[key] == 1 ? key : "\(key) (\(counts[key] ?? 0))"
      }
    }
    self.keys = Dictionary(uniqueKeysWithValues: zip(ids ?? Array(programs.indices), keys))
  }

  private static func plain(_ statement: Statement, in source: Source) -> String {
    statement.definedNames.first?.0 ?? "= " + source.text(in: statement.range)
  }

  subscript(cell: CellID, statement: Int) -> String {
    keys[cell].flatMap { $0.indices.contains(statement) ? $0[statement] : nil } ?? ""
  }

  static func ofWhole(_ cell: CellID) -> String { "cell \(cell + 1)" }
}
