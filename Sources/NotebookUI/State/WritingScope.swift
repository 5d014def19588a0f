import CellLanguage
import Notebook

/// What may be written where the caret of a cell is.
extension Reading {
  func completion(in writing: Writing) -> Completion? {
    guard writing.kind == .code else { return nil }
    let field = writing.editor.field
    if let options = Completion(options: field) { return options }
    return Completion(field, own: ownNames(in: field) + names(before: writing.target))
  }

  /// What the cell itself defines above the caret.
  private func ownNames(in field: TextField) -> [String] {
    let above = String(field.characters[..<(field.caret - field.caretPlace.column)])
    return Program(parsing: Source(above), limits: session.limits).statements.flatMap {
      $0.definedNames.map(\.0)
    }
  }

  /// The names that are defined before a place of the lesson, the nearest first.
  func names(before target: Writing.Target) -> [String] {
    let outline = lesson.steps.indices.flatMap { session.outline(ofStep: $0).map(\.id) }
    let end = end(of: target, in: outline)
    let places = Dictionary(uniqueKeysWithValues: zip(outline, outline.indices))
    return session.cellOrder.filter { cell in
      session.block(of: cell).flatMap { places[$0] }.map { $0 < end } ?? false
    }
    .reversed().flatMap { session.names(of: $0) }
  }

  /// How many blocks stand before it.
  private func end(of target: Writing.Target, in outline: [BlockID]) -> Int {
    func index(_ block: BlockID) -> Int { outline.firstIndex(of: block) ?? outline.count }
    switch target {
    case .old(let block, _), .new(_, .before(let block)): return index(block)
    case .new(_, .after(let block)): return index(block) + 1
    case .new(_, .start(let step)):
      return (0..<step).reduce(0) { $0 + session.outline(ofStep: $1).count }
    case .new(_, .end(let step)):
      return (0...step).reduce(0) { $0 + session.outline(ofStep: $1).count }
    }
  }
}

extension Completion {
  private static let optionNames = [
    "rows: ", "cols: ", "view: ", "title: ", "slider: ", "digits: ", "editable: ", "locked",
    "first", "hidden",
  ]

  /// What may stand behind `#|` at the beginning of a line.
  fileprivate init?(options field: TextField) {
    let line = field.characters[(field.caret - field.caretPlace.column)..<field.caret]
    guard line.starts(with: "#|"), !line.contains(":") else { return nil }
    let word = String(line.dropFirst(2).drop { $0 == " " })
    self.init(word: word, fitting: Self.optionNames.filter { $0.hasPrefix(word) && $0 != word })
  }
}
