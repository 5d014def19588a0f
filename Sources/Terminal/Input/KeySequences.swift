/// What single bytes and finished sequences mean. What isn't a key or a mouse report (answers, focus, unknown) is nil.
enum KeySequences {
  /// The most parameter bytes of a sequence that any key needs; a longer one means nothing.
  static let longest = 64

  /// A byte below 0x80 that isn't ESC.
  static func press(_ byte: UInt8, alt: Bool) -> KeyPress {
    switch byte {
    case 0x00: KeyPress(.character(" "), control: true, alt: alt)
    case 0x08, 0x7F: KeyPress(.backspace, alt: alt)
    case 0x09: KeyPress(.tab, alt: alt)
    // Enter sends a carriage return; a line feed is Ctrl-J.
    case 0x0D: KeyPress(.enter, alt: alt)
    case 0x01...0x1A: KeyPress(character(byte + 0x60), control: true, alt: alt)
    case 0x1C...0x1F: KeyPress(character(byte + 0x40), control: true, alt: alt)
    default: KeyPress(character(byte), alt: alt)
    }
  }

  /// A scalar beyond ASCII; controls (U+0080 to U+009F) are no keys.
  static func character(_ scalar: Unicode.Scalar, alt: Bool) -> Event? {
    scalar.value < 0xA0 ? nil : .key(.character(Character(scalar)), alt: alt)
  }

  /// ESC [ [ and a letter: F1 to F5 of the linux console.
  static func consoleFunction(_ byte: UInt8, alt: Bool) -> Event? {
    guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(byte) else { return nil }
    return .key(.function(Int(byte) - 0x40), alt: alt)
  }

  /// ESC [, parameters and a final byte.
  static func control(_ bytes: [UInt8], final: UInt8, alt: Bool) -> Event? {
    guard bytes.count <= longest else { return nil }
    if bytes.first == UInt8(ascii: "<") {
      return MouseReports.sgr(numbers(bytes.dropFirst()), final: final)
    }
    // Private (`?`, `>`, `=`) and intermediate bytes stand in answers only.
    guard bytes.allSatisfy({ (0x30...0x3B).contains($0) }) else { return nil }
    let numbers = numbers(bytes[...])
    let number = numbers.first ?? nil
    let modifiers = Modifiers(code: numbers.count > 1 ? numbers[1] : nil, alt: alt)
    switch final {
    case UInt8(ascii: "~"):
      if number == 27, numbers.count == 3 { return typed(code: numbers[2], modifiers) }
      return number.flatMap { tildeKeys[$0] }.map { modifiers.event($0) }
    case UInt8(ascii: "$"), UInt8(ascii: "^"), UInt8(ascii: "@"):
      var modifiers = modifiers
      modifiers.shift = modifiers.shift || final != UInt8(ascii: "^")
      modifiers.control = modifiers.control || final != UInt8(ascii: "$")
      return number.flatMap { tildeKeys[$0] }.map { modifiers.event($0) }
    case UInt8(ascii: "u"): return isRelease(bytes) ? nil : typed(code: number, modifiers)
    case UInt8(ascii: "M"): return MouseReports.urxvt(numbers)
    default:
      guard (number ?? 1) == 1 else { return nil }
      return letterKey(final, modifiers)
    }
  }

  /// ESC O, perhaps a number, and a final byte: application cursor keys and the keypad.
  static func single(_ bytes: [UInt8], final: UInt8, alt: Bool) -> Event? {
    guard bytes.count <= longest else { return nil }
    var modifiers = Modifiers(code: numbers(bytes[...]).last ?? nil, alt: alt)
    switch final {
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      modifiers.control = true
      return letterKey(final - 0x20, modifiers)
    case UInt8(ascii: "M"): return modifiers.event(.enter)
    case UInt8(ascii: "I"): return modifiers.event(.tab)
    case UInt8(ascii: " "): return modifiers.event(.character(" "))
    case UInt8(ascii: "X"): return modifiers.event(.character("="))
    case UInt8(ascii: "j")...UInt8(ascii: "y"): return modifiers.event(character(final - 0x40))
    default: return letterKey(final, modifiers)
    }
  }

  private static func letterKey(_ final: UInt8, _ modifiers: Modifiers) -> Event? {
    switch final {
    case UInt8(ascii: "A"): return modifiers.event(.up)
    case UInt8(ascii: "B"): return modifiers.event(.down)
    case UInt8(ascii: "C"): return modifiers.event(.right)
    case UInt8(ascii: "D"): return modifiers.event(.left)
    case UInt8(ascii: "H"): return modifiers.event(.home)
    case UInt8(ascii: "F"): return modifiers.event(.end)
    case UInt8(ascii: "P")...UInt8(ascii: "S"):
      return modifiers.event(.function(Int(final) - 0x4F))
    case UInt8(ascii: "Z"):
      var modifiers = modifiers
      modifiers.shift = true
      return modifiers.event(.tab)
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      var modifiers = modifiers
      modifiers.shift = true
      return letterKey(final - 0x20, modifiers)
    default: return nil
    }
  }

  /// A key that names itself by its code: xterm's modifyOtherKeys (ESC [ 27 ; modifiers ; code ~) and the form of kitty
  /// and CSI u (ESC [ code ; modifiers u).
  private static func typed(code: Int?, _ modifiers: Modifiers) -> Event? {
    guard let code, let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value) else {
      return nil
    }
    switch value {
    case 27: return modifiers.event(.escape)
    case 8, 127: return modifiers.event(.backspace)
    case 9: return modifiers.event(.tab)
    case 10, 13: return modifiers.event(.enter)
    case 0..<0x20, 0x80..<0xA0, 0xE000...0xF8FF: return nil
    default:
      var modifiers = modifiers
      var text = String(scalar)
      if modifiers.shift, !modifiers.control { text = text.uppercased() }
      if !modifiers.control { modifiers.shift = false }
      return text.first.map { modifiers.event(.character($0)) }
    }
  }

  /// Whether a CSI u report is of a key going up: its second parameter ends in `:3`.
  private static func isRelease(_ bytes: [UInt8]) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    return parts.count > 1 && parts[1].suffix(2).elementsEqual(":3".utf8)
  }

  /// The parameters; nil for one that is left out or too long. Of sub-parameters (`2:1`), the first counts.
  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int?] {
    bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { part in
      let digits = part.prefix { $0 != UInt8(ascii: ":") }
      guard !digits.isEmpty, digits.count <= 9 else { return nil }
      var number = 0
      for digit in digits {
        guard (0x30...0x39).contains(digit) else { return nil }
        number = number * 10 + Int(digit) - 0x30
      }
      return number
    }
  }

  private static func character(_ byte: UInt8) -> Key {
    .character(Character(Unicode.Scalar(byte)))
  }

  private static let tildeKeys: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12), 25: .function(13), 26: .function(14), 28: .function(15),
    29: .function(16), 31: .function(17), 32: .function(18), 33: .function(19), 34: .function(20),
  ]
}

/// Shift, Alt and Ctrl as xterm counts them: one more than the sum of 1, 2 and 4; 8 is Meta.
private struct Modifiers {
  var shift: Bool
  var control: Bool
  var alt: Bool

  init(code: Int?, alt: Bool) {
    let bits = max(0, (code ?? 1) - 1)
    shift = bits & 1 != 0
    control = bits & 4 != 0
    self.alt = alt || bits & 0b1010 != 0
  }

  func event(_ key: Key) -> Event {
    .key(key, shift: shift, control: control, alt: alt)
  }
}
