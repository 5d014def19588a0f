import Terminal

/// Text that came all at once where nothing is typed: no hand is so quick, so a formula was pasted in a terminal that doesn't
/// say so. Its letters aren't commands.
extension State {
  /// So many characters.
  private static let shortest = 8

  /// The text that a batch of events begins with, and how many of them it takes; nil where they are keys.
  func pastedText(in events: ArraySlice<Event>) -> (text: String, count: Int)? {
    guard [.home, .lesson, .quiz, .guess, .block, .walk].contains(context), count == nil,
      let first = events.first?.plainCharacter, !opensText(first)
    else { return nil }
    var text = String(events.lazy.map(\.plainCharacter).prefix { $0 != nil }.compactMap(\.self))
    guard text.count >= Self.shortest, text.contains(where: { "(=[@".contains($0) }),
      Set(text.filter { $0.isLetter || $0.isNumber }).count >= 3
    else { return nil }
    var count = text.count
    // The lines that follow; the end of the last one is no text.
    while events.count > count + 1, events[events.startIndex + count].isEnter,
      events[events.startIndex + count + 1].plainCharacter != nil
    {
      let line = events.dropFirst(count + 1).lazy.map(\.plainCharacter).prefix { $0 != nil }
      let characters = Array(line.compactMap(\.self))
      text += "\n" + String(characters)
      count += 1 + characters.count
    }
    return (text, count)
  }

  /// Whether what follows a key is typed into something.
  private func opensText(_ character: Character) -> Bool {
    let opening: Set<Action> = [
      .search, .palette, .help, .edit, .editFormula, .editBlock, .editHead, .addCellBelow,
      .addCellAbove, .addTextBelow, .addTextAbove, .addStep,
    ]
    return bindings.action(for: KeyPress(.character(character)), in: context)
      .map { opening.contains($0) || $0 == .typeNumber && reading?.focusIsEditable == true }
      ?? false
  }
}

extension Event {
  fileprivate var plainCharacter: Character? {
    guard case .key(let press) = self, !press.control, !press.alt else { return nil }
    return press.typed
  }

  fileprivate var isEnter: Bool {
    if case .key(let press) = self { press.key == .enter } else { false }
  }
}
