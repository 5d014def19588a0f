/// How many columns of a terminal a scalar takes.
///
/// A small table of our own, so that layout and tests don't depend on a locale. It agrees with `wcwidth` of glibc's
/// C.UTF-8, and with that, with tmux. Scalars younger than Unicode 14, which the terminal's library may not know, count
/// as unprintable, as do all control and format characters.
package enum TextWidth {
  /// 0 for a mark that stands on the character before, 1 or 2 for the others; nil for what must not be sent to a terminal.
  package static func columns(of scalar: Unicode.Scalar) -> Int? {
    let value = scalar.value
    if value < 0x7F { return value < 0x20 ? nil : 1 }
    if value < 0xA0 { return nil }
    if value < 0x300 { return value == 0xAD ? nil : 1 }
    if value >= 0x2500 && value < 0x25FD { return 1 }
    if medialJamo.contains(where: { $0.contains(value) }) { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return isKnown(scalar) ? 0 : nil
    case .control, .format, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator:
      return nil
    case .privateUse: return 1
    default: return isKnown(scalar) ? (isWide(value) ? 2 : 1) : nil
    }
  }

  /// The columns that `text` takes when it is put into a grid.
  package static func columns(of text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    var columns = 0
    for glyph in Glyphs(text) { columns += glyph.width }
    return columns
  }

  /// The longest beginning of `text` that fits; where something is cut off, it ends in `…`.
  package static func clipped(_ text: String, to columns: Int) -> String {
    if self.columns(of: text) <= columns { return text }
    if columns <= 0 { return "" }
    var result = ""
    var used = 0
    for glyph in Glyphs(text) {
      if used + glyph.width > columns - 1 { break }
      result += glyph.text
      used += glyph.width
    }
    return result + "…"
  }

  private static func isKnown(_ scalar: Unicode.Scalar) -> Bool {
    // Its category changed from mark to letter after Unicode 14, so libraries disagree about it.
    if scalar.value == 0x1171E { return false }
    guard let age = scalar.properties.age else { return false }
    return age.major <= 14
  }

  private static func isWide(_ value: UInt32) -> Bool {
    var low = 0
    var high = wide.count
    while low < high {
      let middle = (low + high) / 2
      if wide[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wide.count && wide[low].contains(value)
  }

  /// Medial vowels and final consonants of Hangul, which are drawn into the block of the consonant before them.
  private static let medialJamo: [ClosedRange<UInt32>] = [
    0x1160...0x11FF, 0xD7B0...0xD7C6, 0xD7CB...0xD7FB,
  ]

  /// What takes two columns, in rising order: East Asian width W and F.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115f, 0x231a...0x231b, 0x2329...0x232a, 0x23e9...0x23ec, 0x23f0...0x23f0,
    0x23f3...0x23f3, 0x25fd...0x25fe, 0x2614...0x2615, 0x2648...0x2653, 0x267f...0x267f,
    0x2693...0x2693, 0x26a1...0x26a1, 0x26aa...0x26ab, 0x26bd...0x26be, 0x26c4...0x26c5,
    0x26ce...0x26ce, 0x26d4...0x26d4, 0x26ea...0x26ea, 0x26f2...0x26f3, 0x26f5...0x26f5,
    0x26fa...0x26fa, 0x26fd...0x26fd, 0x2705...0x2705, 0x270a...0x270b, 0x2728...0x2728,
    0x274c...0x274c, 0x274e...0x274e, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
    0x27b0...0x27b0, 0x27bf...0x27bf, 0x2b1b...0x2b1c, 0x2b50...0x2b50, 0x2b55...0x2b55,
    0x2e80...0x303e, 0x3041...0xa4c6, 0xa960...0xa97c, 0xac00...0xd7a3, 0xf900...0xfad9,
    0xfe10...0xfe6b, 0xff01...0xff60, 0xffe0...0xffe6, 0x16fe0...0x1b2fb, 0x1f004...0x1f004,
    0x1f0cf...0x1f0cf, 0x1f18e...0x1f18e, 0x1f191...0x1f19a, 0x1f200...0x1f320, 0x1f32d...0x1f335,
    0x1f337...0x1f37c, 0x1f37e...0x1f393, 0x1f3a0...0x1f3ca, 0x1f3cf...0x1f3d3, 0x1f3e0...0x1f3f0,
    0x1f3f4...0x1f3f4, 0x1f3f8...0x1f43e, 0x1f440...0x1f440, 0x1f442...0x1f4fc, 0x1f4ff...0x1f53d,
    0x1f54b...0x1f54e, 0x1f550...0x1f567, 0x1f57a...0x1f57a, 0x1f595...0x1f596, 0x1f5a4...0x1f5a4,
    0x1f5fb...0x1f64f, 0x1f680...0x1f6c5, 0x1f6cc...0x1f6cc, 0x1f6d0...0x1f6d2, 0x1f6d5...0x1f6df,
    0x1f6eb...0x1f6ec, 0x1f6f4...0x1f6fc, 0x1f7e0...0x1f7f0, 0x1f90c...0x1f93a, 0x1f93c...0x1f945,
    0x1f947...0x1f9ff, 0x1fa70...0x1faf6, 0x20000...0x3134a,
  ]
}
