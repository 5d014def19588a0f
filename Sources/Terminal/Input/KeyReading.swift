/// Reads the name of a key as a reader writes it: `u`, `Ctrl-R`, `Alt+x`, `Shift+Tab`, `PgDn`, `F5`, `Space`.
///
/// Names are those that `KeyPress.name` gives and the usual others (`Return`, `PageDown`, `C-r`, `M-x`); small and capital
/// letters are the same in them, but not in a character that is the key itself.
package struct KeyReading {
  /// Why a name is no key that could be pressed.
  package struct Problem: Error, Hashable, Sendable {
    /// To be read behind the name: `is no key`.
    package let message: String
    package let advice: String?
  }

  private var control = false
  private var alt = false
  private var shift = false
  private let text: String

  package static func key(_ text: String) throws(Problem) -> KeyPress {
    var reading = KeyReading(text)
    let name = reading.takeModifiers()
    return try reading.key(named: name)
  }

  private init(_ text: String) { self.text = text }

  private enum Modifier { case control, alt, shift }

  private static let modifiers: [(prefix: String, modifier: Modifier)] = [
    ("ctrl-", .control), ("ctrl+", .control), ("c-", .control), ("^", .control),
    ("alt+", .alt), ("alt-", .alt), ("m-", .alt),
    ("shift+", .shift), ("shift-", .shift), ("s-", .shift),
  ]

  private mutating func takeModifiers() -> String {
    var rest = text[...]
    while let (prefix, modifier) = Self.modifiers.first(where: {
      rest.count > $0.prefix.count && rest.lowercased().hasPrefix($0.prefix)
    }) {
      switch modifier {
      case .control: control = true
      case .alt: alt = true
      case .shift: shift = true
      }
      rest = rest.dropFirst(prefix.count)
    }
    return String(rest)
  }

  private func key(named name: String) throws(Problem) -> KeyPress {
    if let key = Self.named(name) {
      if key == .character(" ") { return try character(" ") }
      return KeyPress(key, shift: shift, control: control, alt: alt)
    }
    guard let only = name.first, let scalar = only.unicodeScalars.first,
      name.unicodeScalars.count == 1, let columns = TextWidth.columns(of: scalar), columns > 0
    else {
      throw Problem(
        message: "is no key",
        advice: "keys are written u, Ctrl-R, Alt+x, Shift+Tab, Enter, PgDn, F5, Space")
    }
    return try character(only)
  }

  /// A key that types a character, as terminals send it.
  private func character(_ character: Character) throws(Problem) -> KeyPress {
    if control { return try controlled(character) }
    if shift {
      guard character.isLetter else {
        throw Problem(
          message: "isn't sent by terminals", advice: "write the character that it types")
      }
      return KeyPress(.character(character.uppercased().first ?? character), alt: alt)
    }
    return KeyPress(.character(character), alt: alt)
  }

  private func controlled(_ character: Character) throws(Problem) -> KeyPress {
    let letter = character.lowercased().first ?? character
    if let same = Self.sameAsControl[letter] {
      throw Problem(message: "is the same as \(same) to a terminal", advice: "write \(same)")
    }
    guard "abcdefghijklmnopqrstuvwxyz \\]^_".contains(letter), !shift else {
      throw Problem(
        message: "isn't sent by terminals", advice: "Ctrl goes with a letter, as in Ctrl-R")
    }
    return KeyPress(.character(letter), control: true, alt: alt)
  }

  private static let sameAsControl: [Character: String] = [
    "i": "Tab", "m": "Enter", "[": "Esc", "h": "Backspace",
  ]

  private static func named(_ name: String) -> Key? {
    let small = name.lowercased()
    if let key = names[small] { return key }
    guard small.first == "f", let number = Int(small.dropFirst()), (1...20).contains(number),
      small == "f\(number)"
    else { return nil }
    return .function(number)
  }

  private static let names: [String: Key] = [
    "enter": .enter, "return": .enter, "⏎": .enter, "tab": .tab, "esc": .escape,
    "escape": .escape, "backspace": .backspace, "del": .delete, "delete": .delete,
    "ins": .insert, "insert": .insert, "up": .up, "↑": .up, "down": .down, "↓": .down,
    "left": .left, "←": .left, "right": .right, "→": .right, "home": .home, "end": .end,
    "pgup": .pageUp, "pageup": .pageUp, "pgdn": .pageDown, "pagedown": .pageDown,
    "space": .character(" "),
  ]
}

extension KeyPress {
  /// Its name in ASCII, which `KeyReading` reads back: `Up` for `↑`.
  package var plainName: String {
    let arrows: [Key: String] = [.up: "Up", .down: "Down", .left: "Left", .right: "Right"]
    guard let arrow = arrows[key] else { return name }
    return KeyPress(.home, shift: shift, control: control, alt: alt).name.dropLast(4) + arrow
  }
}
