package import CellLanguage
package import Notebook
import Terminal

/// An edit that has begun and is not accepted yet.
package struct Editing: Hashable, Sendable {
  package enum Target: Hashable, Sendable {
    case entry(PanelID, position: [Int])
    case formula(PanelID)
    /// The number that a prediction asks for, by its id.
    case guess(String)
  }

  package let target: Target
  package var field: TextField
  /// What was wrong when it was last accepted; its ranges count in the field's text.
  package var problem: Diagnostic?

  /// Whether the text is selected, as that of an entry come to while editing and of a guess that was wrong: the first
  /// character typed replaces it, Backspace takes it away, moving in it begins to edit it.
  package var isFresh: Bool
  /// Set until the first key where an entry was opened with its number: a letter behind that would mean nothing.
  var isAsOpened = false
  /// Set while names are gone through to complete one.
  var completing: Completing?

  package init(
    _ target: Target, field: TextField, problem: Diagnostic? = nil, fresh: Bool = false
  ) {
    self.target = target
    self.field = field
    self.problem = problem
    isFresh = fresh
  }

  /// How the text is shown.
  var style: Style { isFresh && !field.isEmpty ? Style(.selection) : Style(.editing) }

  /// Whether a number is typed, not a formula.
  var takesNumber: Bool { if case .formula = target { false } else { true } }

  /// `the formula`, as messages name it.
  var words: String {
    switch target {
    case .entry: "the number"
    case .formula: "the formula"
    case .guess: "the guess"
    }
  }

  package var panel: PanelID? {
    switch target {
    case .entry(let panel, _), .formula(let panel): panel
    case .guess: nil
    }
  }
}
