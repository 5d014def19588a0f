package import CellLanguage

/// Writing blocks: each is one edit of the history.
extension Session {
  /// A block's text as it is edited: of code the statements and options without the fence, of prose the Markdown, of a
  /// heading the title, of all else its Markdown. Nil where the block isn't to be written here.
  package func text(of id: BlockID) -> String? {
    switch arrangement {
    case .reading(let own):
      guard let block = own.first(where: { $0.id == id }) else { return nil }
      switch block.content {
      case .code(let cell): return cells[cell].source.text
      case .prose(let prose): return prose.text
      }
    case .writing(let blocks): return blocks.first { $0.id == id }.map { textToEdit(of: $0) }
    }
  }

  /// Adds a block.
  ///
  /// In a lesson that is read, code and prose can be added; in a notebook that is written also a heading, which begins a
  /// step, and whatever the Markdown of prose holds.
  ///
  /// - Parameter asIs: whether a cell that can't be read is kept as well, and shows what is wrong with it.
  /// - Throws: what is wrong with the text, its ranges those of the text.
  package mutating func insert(
    _ kind: BlockKind, _ text: String, _ place: Insertion, asIs: Bool = false
  ) throws(Diagnostic) -> Change {
    let text = OwnText.normal(text)
    switch arrangement {
    case .reading(let own): return try insert(kind, text, place, among: own, asIs: asIs)
    case .writing(let blocks): return try insert(kind, text, place, in: blocks, asIs: asIs)
    }
  }

  /// Puts another text in the place of a block's.
  ///
  /// - Parameter asIs: whether a cell that can't be read is kept as well.
  /// - Throws: what is wrong with the text, its ranges those of the text.
  package mutating func setText(
    of id: BlockID, to text: String, asIs: Bool = false
  ) throws(Diagnostic) -> Change {
    let text = OwnText.normal(text)
    switch arrangement {
    case .reading(let own): return try setText(of: id, to: text, among: own, asIs: asIs)
    case .writing(let blocks): return try setText(of: id, to: text, in: blocks, asIs: asIs)
    }
  }

  /// Whether a block can be moved.
  package func canMove(_ id: BlockID, by count: Int) -> Bool {
    var copy = self
    return ((try? copy.move(id, by: count)) ?? nil) != nil
  }

  /// Moves a block past as many neighbours, down where the number is positive, and on into the next step.
  ///
  /// - Returns: nil where there is nowhere to go.
  /// - Throws: why it can't stand there.
  package mutating func move(_ id: BlockID, by count: Int) throws(Diagnostic) -> Change? {
    let change =
      switch arrangement {
      case .reading(let own): move(id, by: count, among: own)
      case .writing(let blocks): try move(id, by: count, in: blocks)
      }
    if change != nil { history.name(.move) }
    return change
  }

  /// Takes a block away.
  ///
  /// - Throws: why it can't be missed.
  package mutating func delete(_ id: BlockID) throws(Diagnostic) -> Change {
    switch arrangement {
    case .reading(let own): return try delete(id, among: own)
    case .writing(let blocks): return try delete(id, in: blocks)
    }
  }
}

extension Diagnostic {
  /// What can't be done, whatever the text.
  static func refusal(_ message: String, _ help: String? = nil) -> Diagnostic {
    Diagnostic(code: "value", message, at: SourceRange(0, 0), help: help)
  }
}
