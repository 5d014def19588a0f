package import CellLanguage

/// A lesson being read and edited: the text of each cell as it is now, and all that follows from it.
package struct Session: Sendable {
  package let lesson: Lesson

  package init(lesson: Lesson, limits: Limits = .standard) {
    self.lesson = lesson
  }
}

// MARK: - Looking

extension Session {
  /// The panels of a step's cells that are not hidden, in text order.
  package func panels(inStep step: Int) -> [Panel] { [] }

  /// The panels of a cell, one for each statement; hidden ones as well.
  package func panels(of cell: CellID) -> [Panel] { [] }

  package func panel(_ id: PanelID) -> Panel? { nil }

  /// The panel whose statement defines a name.
  package func panelID(forName name: String) -> PanelID? { nil }

  /// Whether the entry there is a literal that the reader may change.
  package func isEditable(_ id: PanelID, at position: [Int]) -> Bool { false }

  /// An entry as written: `1/sqrt(2)`. Nil where the panel is no input.
  package func entryText(_ id: PanelID, at position: [Int]) -> String? { nil }

  /// The whole statement as written, to be edited.
  package func formulaText(_ id: PanelID) -> String { "" }

  /// Where the ranges of a panel's failure point: its cell's text as it is now.
  package func source(of cell: CellID) -> Source { lesson.cells[cell].source }

  /// A number quoted in prose, by its Python format; `…` while it can't be computed.
  package func text(of live: LiveNumber) -> String { "…" }
}

// MARK: - Editing

extension Session {
  /// Puts `text` in the place of one entry's literal.
  ///
  /// - Throws: what is wrong with `text`, its ranges counted from the start of `text`.
  package mutating func setEntry(
    _ id: PanelID, at position: [Int], to text: String
  ) throws(Diagnostic) -> Change {
    Change(panel: id, position: position, changed: [:])
  }

  /// Adds a step to an entry, exactly in decimals: 0.1 and 0.2 make 0.3.
  package mutating func nudge(
    _ id: PanelID, at position: [Int], by step: Double
  ) throws(Diagnostic) -> Change {
    Change(panel: id, position: position, changed: [:])
  }

  /// Puts `text` in the place of a whole statement. A statement that reads but fails is kept, and its panel says why.
  ///
  /// - Throws: what can't be read, its ranges counted from the start of `text`.
  package mutating func setFormula(_ id: PanelID, to text: String) throws(Diagnostic) -> Change {
    Change(panel: id, position: nil, changed: [:])
  }

  package var canUndo: Bool { false }
  package var canRedo: Bool { false }

  /// Takes back the last edit or reset; nil where there is none.
  package mutating func undo() -> Change? { nil }

  package mutating func redo() -> Change? { nil }

  /// Gives a panel's statement the lesson's text again; nil where it has it.
  package mutating func resetPanel(_ id: PanelID) -> Change? { nil }

  /// Gives every cell the lesson's text again; nil where all have it.
  package mutating func resetLesson() -> Change? { nil }
}
