import Terminal

extension State {
  mutating func performAtHome(_ action: Action) -> [Effect] {
    let last = max(0, choiceCount - 1)
    switch action {
    case .up: home.selected = max(0, home.selected - 1)
    case .down: home.selected = min(last, home.selected + 1)
    case .firstEntry: home.selected = 0
    case .lastEntry: home.selected = last
    case .open:
      if let own = ownNotebook(at: home.selected) { return [.openNotebook(own.path)] }
      openLesson(at: home.selected)
    case .back: return [.save, .quit(0)]
    default: break
    }
    return []
  }
}

extension State {
  /// So long no key has come that the next one belongs to no word.
  static let wordPause: Duration = .seconds(1)

  /// Takes note that what was typed has ended: Enter means the list again.
  mutating func endStrayText() {
    home.strayLetters = 0
    isStrayText = false
  }

  /// Whether a key belongs to a text that is typed where none is taken: no letter of it is a command.
  mutating func isStray(_ key: KeyPress) -> Bool {
    let before = home.strayLetters
    home.strayLetters = 0
    guard let typed = key.typed else {
      guard before > 1, key.key == .enter else { return false }
      message = .refusal(
        "Nothing was typed into anything; \(keyName(.open)) again opens the chosen lesson.")
      return true
    }
    let isOfWord = typed.isLetter || typed.isNumber
    let isBound = bindings.action(for: key, in: .home) != nil
    if isBound && (before < 2 || !isOfWord) || typed == " " && before == 0 { return false }
    // Who wants to leave asks again.
    if bindings.action(for: key, in: .home) == .back {
      home.strayLetters = 1
      message = .refusal("Nothing is typed here; \(typed) again quits.")
      return true
    }
    home.strayLetters = before + 1
    if before == 0 {
      message = .note(
        "\(typed) does nothing here; \(keyName(.open)) opens the lesson, \(keyName(.search)) searches all."
      )
    } else {
      tellOfStray()
    }
    return true
  }

  private mutating func tellOfStray() {
    message = .refusal(
      "Nothing is typed here: \(keyName(.search)) searches, arrows and \(keyName(.open)) choose a lesson."
    )
  }
}
