package import CellLanguage

/// Which statement of which cell a panel shows.
package struct PanelID: Hashable, Sendable {
  package let cell: CellID
  /// Which of the cell's statements, counted from 0.
  package let statement: Int

  package init(cell: CellID, statement: Int) {
    self.cell = cell
    self.statement = statement
  }

  /// No panel's.
  package static let nowhere = PanelID(cell: -1, statement: 0)
}

/// One statement's result as a reader sees it: a matrix with its labels, a line of text, or what is wrong.
package struct Panel: Sendable {
  package enum Content: Sendable {
    /// A number or an array of numbers or booleans. A scalar has the shape `[]`.
    case array(NDArray)
    /// Anything else, as text: a list of tokens, a tuple, a function's signature.
    case text(String)
    case failure(Diagnostic)
    /// "waits for S, a hole"
    case waiting(for: String, reason: WaitingReason)
    /// `name = ...`
    case hole
  }

  package let id: PanelID
  /// What the statement defines; nil for a bare expression.
  package let name: String?
  package let title: String?
  /// The right side of the statement where it isn't an input: `softmax(Q @ K.T / sqrt(2))`.
  package let formula: String?
  package let content: Content
  /// One for each entry of the last axis but one; empty where the lesson names none.
  package let rowLabels: [String]
  /// One for each entry of the last axis; empty where the lesson names none.
  package let columnLabels: [String]
  /// A literal, whose entries are edited one by one.
  package let isInput: Bool
  package let options: CellOptions
  /// Whether the reader put it between the lesson's.
  package let isOwn: Bool

  package init(
    id: PanelID, name: String?, title: String?, formula: String?, content: Content,
    rowLabels: [String], columnLabels: [String], isInput: Bool, options: CellOptions,
    isOwn: Bool = false
  ) {
    self.id = id
    self.name = name
    self.title = title
    self.formula = formula
    self.content = content
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
    self.isInput = isInput
    self.options = options
    self.isOwn = isOwn
  }
}

extension Panel {
  /// How long a formula may be that stands for a name in a sentence.
  private static let longestCalled = 24

  /// The name that it defines, or shows again as a bare expression.
  package var shownName: String? { name ?? formula.flatMap { Self.isName($0) ? $0 : nil } }

  /// How sentences call it: by its name, or by its formula where that is short; else by `other`, such as "this value".
  package func called(or other: String) -> String {
    if let shownName { return shownName }
    guard let formula, formula.utf8.count <= Self.longestCalled,
      !formula.utf8.contains(UInt8(ascii: "\n"))
    else { return other }
    return formula
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.first, first.isLetter || first == "_" else { return false }
    return text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }
}
