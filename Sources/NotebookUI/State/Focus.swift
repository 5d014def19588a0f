package import Notebook

/// What the cursor is on.
package enum Focus: Hashable, Sendable {
  /// An entry by one index for each axis, or a panel that has no entries.
  case panel(PanelID, position: [Int]?)
  /// An option of a quiz, counted from 0.
  case option(quiz: String, Int)
  /// Where the guess of a prediction is typed.
  case guess(String)
  /// Prose, a title and what else has no entries, where it is the reader's own.
  case block(BlockID)

  package init(panel: PanelID, position: [Int]?) {
    self = .panel(panel, position: position)
  }

  package var panel: PanelID? {
    if case .panel(let panel, _) = self { panel } else { nil }
  }

  package var position: [Int]? {
    if case .panel(_, let position) = self { position } else { nil }
  }

  /// The id of the quiz or the prediction.
  package var question: String? {
    switch self {
    case .panel, .block: nil
    case .option(let id, _), .guess(let id): id
    }
  }

  /// Whether both stand in one panel or one question.
  func isBeside(_ other: Focus) -> Bool {
    if case .block = self { return self == other }
    return panel == other.panel && question == other.question
  }

  /// Whether both stand in one matrix, of those that an array of more than two axes has.
  func isInMatrix(of other: Focus) -> Bool {
    guard let panel, panel == other.panel else { return false }
    return position?.dropLast(2) == other.position?.dropLast(2)
  }
}
