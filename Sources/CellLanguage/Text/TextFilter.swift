/// The one filter that untrusted text passes before it is shown anywhere.
package enum TextFilter {
  /// The text with everything that could steer a terminal, or hide or reorder text, shown instead of sent.
  ///
  /// Control characters become `^[` and the like, C1 controls, bidirectional and other format characters `<U+202E>`.
  /// Line breaks stay where they are wanted, and tabs are then four spaces; a `\r\n` is one line break.
  package static func visible(_ text: String, keepingLineBreaks: Bool = false) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = ""
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if keepingLineBreaks, scalar == "\r", scalars.first == "\n" { continue }
      result += visible(scalar, keepingLineBreaks: keepingLineBreaks)
    }
    return result
  }

  /// One scalar, as `visible(_:keepingLineBreaks:)` shows it.
  package static func visible(_ scalar: Unicode.Scalar, keepingLineBreaks: Bool = false) -> String {
    switch scalar.value {
    case 0x0A where keepingLineBreaks: return "\n"
    case 0x09 where keepingLineBreaks: return "    "
    case 0x00..<0x20: return "^" + String(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
    case 0x20..<0x7F: return String(Character(scalar))
    case 0x7F: return "^?"
    case 0x80..<0xA0: return codePoint(scalar)
    default: return isHidden(scalar) ? codePoint(scalar) : String(Character(scalar))
    }
  }

  /// Whether a scalar is shown as it is.
  package static func shows(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F: true
    case 0x00..<0xA0: false
    default: !isHidden(scalar)
    }
  }

  /// Whether a scalar can't be seen and does no harm either: what it does to letters or lines is lost where it is left out,
  /// and nothing else. Joiners, as in emoji of several people, zero-width spaces, soft hyphens.
  package static func isIdle(_ scalar: Unicode.Scalar) -> Bool {
    [0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF].contains(scalar.value)
  }

  /// Whether a scalar steers nothing, but hides or turns text: it is shown by its number. Emoji that are flags of regions
  /// have some.
  package static func isFormat(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0xA0 && scalar.properties.generalCategory == .format
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: true
    // Of the unassigned ones the noncharacters and the invisible tags; newer letters may pass.
    case .unassigned:
      scalar.properties.isDefaultIgnorableCodePoint || scalar.value & 0xFFFE == 0xFFFE
    default: false
    }
  }

  private static func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }
}
