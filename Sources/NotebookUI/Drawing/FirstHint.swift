import Notebook
import Terminal

extension State {
  /// What else there is, said once, with the first change.
  var secondHint: String? {
    guard size.width >= 80 else { return nil }
    let key = { (action: Action) in keyName(action) }
    return
      "\(key(.undo)) undoes, \(key(.explain)) explains, \(key(.switchView)) views, \(key(.pin)) pins; \(key(.help)) says more."
  }

  /// How to begin, for someone who has changed nothing yet; on the rule, where a message doesn't need it.
  var firstHint: Message? {
    guard isNew, message == nil, let reading, reading.editing == nil,
      reading.writing == nil
    else { return nil }
    let keys = bindings.arrows(in: .lesson)
    let arrows = keys == "arrows" ? "the arrows" : keys
    let hints =
      reading.focusIsEditable && reading.focusedPanel?.isTruth != true
      ? [
        "Type a number, or \(keyName(.nudgeUp)) and \(keyName(.nudgeDown)): what depends on it follows.",
        "Type a number.",
      ]
      : [
        "\(keyName(.nextPanel)) goes from matrix to matrix, \(arrows) inside.",
        "\(keyName(.nextPanel)) to numbers",
      ]
    if !reading.focusIsEditable && reading.stops.count < 2 { return nil }
    return hints.first { TextWidth.columns(of: $0) <= size.width - 26 }.map { .note($0) }
  }
}
