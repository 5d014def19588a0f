/// What one cell of a grid can hold: a scalar that takes one or two columns, with the marks on it.
package struct Glyph: Hashable, Sendable {
  package let text: String
  /// 1 or 2.
  package let width: Int
}

/// The glyphs of a text, in order. What a terminal might take for a command or would not show is replaced by a visible
/// stand-in of one column: `␛` for a C0 control, `�` for any other control, format or unknown character.
///
/// What terminals measure differently is left out: variation selectors, skin tones, joiners between emoji, and more marks
/// on one character than a terminal's library holds.
package struct Glyphs: Sequence, IteratorProtocol {
  private static let mostMarks = 4
  private static let ascii: [Glyph] = (0x20..<0x7F).map {
    Glyph(text: String(Unicode.Scalar($0 as UInt8)), width: 1)
  }

  private var rest: Substring.UnicodeScalarView

  package init(_ text: String) {
    rest = Substring(text).unicodeScalars
  }

  package mutating func next() -> Glyph? {
    guard let first = rest.popFirst() else { return nil }
    if (0x20..<0x7F).contains(first.value), (rest.first?.value ?? 0) < 0x300 {
      return Self.ascii[Int(first.value) - 0x20]
    }
    guard let width = TextWidth.columns(of: first) else {
      return Glyph(text: Self.standIn(for: first), width: 1)
    }
    // A mark without a character to stand on gets the circle that charts give it.
    var text = width == 0 ? "◌" : ""
    if !first.properties.isVariationSelector { text.unicodeScalars.append(first) }
    takeMarks(onto: &text, of: first)
    return Glyph(text: text, width: width == 2 ? 2 : 1)
  }

  private mutating func takeMarks(onto text: inout String, of base: Unicode.Scalar) {
    var marks = 0
    while let mark = rest.first {
      if !Self.isLeftOut(mark, after: base) {
        guard TextWidth.columns(of: mark) == 0 else { return }
        if marks < Self.mostMarks { text.unicodeScalars.append(mark) }
        marks += 1
      }
      rest.removeFirst()
    }
  }

  private static func isLeftOut(_ scalar: Unicode.Scalar, after base: Unicode.Scalar) -> Bool {
    if scalar.value < 0x300 { return false }
    let properties = scalar.properties
    return properties.isVariationSelector
      || (properties.isEmojiModifier && base.properties.isEmojiModifierBase)
      || (scalar.value == 0x200D && base.value > 0x2000 && base.properties.isEmoji)
  }

  private static func standIn(for scalar: Unicode.Scalar) -> String {
    let picture: UInt32? =
      scalar.value < 0x20 ? 0x2400 + scalar.value : scalar.value == 0x7F ? 0x2421 : nil
    return picture.flatMap(Unicode.Scalar.init).map { String($0) } ?? "\u{FFFD}"
  }
}
