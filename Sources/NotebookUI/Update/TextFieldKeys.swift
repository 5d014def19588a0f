import Terminal

extension TextField {
  /// Keys that move the caret and change the text, as in a shell.
  mutating func apply(_ key: KeyPress) {
    if let typed = key.typed { return insert(String(typed)) }
    switch (key.key, key.control || key.alt) {
    case (.left, true): return moveWordLeft()
    case (.right, true): return moveWordRight()
    default: break
    }
    if key.alt { return applyWithAlt(key.key) }
    switch (key.key, key.control) {
    case (.left, _), (.character("b"), true): moveLeft()
    case (.right, _), (.character("f"), true): moveRight()
    case (.up, _): moveUp()
    case (.down, _): moveDown()
    case (.home, _), (.character("a"), true): moveToLineStart()
    case (.end, _), (.character("e"), true): moveToLineEnd()
    case (.backspace, _), (.character("h"), true): deleteBackward()
    case (.delete, _), (.character("d"), true): deleteForward()
    case (.character("u"), true): deleteToLineStart()
    case (.character("k"), true): deleteToLineEnd()
    case (.character("w"), true): deleteWordBackward()
    default: break
    }
  }

  /// Whole words.
  private mutating func applyWithAlt(_ key: Key) {
    switch key {
    case .character("b"): moveWordLeft()
    case .character("f"): moveWordRight()
    case .character("d"): deleteWordForward()
    case .backspace: deleteWordBackward()
    default: break
    }
  }
}
