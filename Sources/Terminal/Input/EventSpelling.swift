/// Short ways to write an event down, in bindings and tests.
extension Event {
  package static func key(
    _ key: Key, shift: Bool = false, control: Bool = false, alt: Bool = false
  ) -> Event {
    .key(KeyPress(key, shift: shift, control: control, alt: alt))
  }

  package static func character(_ character: Character) -> Event {
    .key(KeyPress(.character(character)))
  }

  package static func control(_ character: Character) -> Event {
    .key(KeyPress(.character(character), control: true))
  }

  /// The keys that type a text: `\n` is Enter, `\t` is Tab.
  package static func typing(_ text: String) -> [Event] {
    text.map { character in
      switch character {
      case "\n": .key(.enter)
      case "\t": .key(.tab)
      default: .character(character)
      }
    }
  }
}

extension KeyPress {
  /// The printable character that was typed, nil for every other key and for one held with Ctrl or Alt.
  package var typed: Character? {
    if case .character(let character) = key, !control, !alt { character } else { nil }
  }

  /// Its name as the footer and the help write it: `Ctrl-R`, `Shift+Tab`, `Alt+x`, `F1`, `↑`.
  package var name: String {
    (control ? "Ctrl-" : "") + (alt ? "Alt+" : "") + (shift ? "Shift+" : "") + keyName
  }

  private var keyName: String {
    switch key {
    case .character(" "): "Space"
    case .character(let character): control ? character.uppercased() : String(character)
    case .enter: "Enter"
    case .tab: "Tab"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    }
  }
}
