import AttentionEngine
import CellLanguage
import Notebook
import Terminal

/// How the focused entry came about.
struct FocusExplanation {
  let text: String
  /// The entries that took part, by their offsets.
  let sources: [PanelID: Set<Int>]
}

extension State {
  var explanation: FocusExplanation? {
    guard let reading, let focus = reading.focus, let panel = reading.focusedPanel else {
      return nil
    }
    guard let position = focus.position, case .array(let array) = panel.content else { return nil }
    let value = EntryFormat(array, digits: reading.digits(of: panel))
      .text(array.tensor[position])
    return FocusExplanation(text: "\(panel.entryName(position)) = \(value)", sources: [:])
  }
}
