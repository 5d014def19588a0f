import Testing

@testable import CellLanguage

@Suite struct TextFilterTests {
  @Test(
    "What could steer a terminal is shown instead",
    arguments: [
      ("plain text", "plain text"),
      ("\u{1B}[31mred\u{1B}]0;title\u{7}", "^[[31mred^[]0;title^G"),
      ("\u{0}\u{7F}\r\n\t", "^@^?^M^J^I"),
      ("\u{9B}31m\u{85}", "<U+009B>31m<U+0085>"),
      ("a\u{202E}b\u{2066}c\u{200B}\u{AD}\u{FEFF}", "a<U+202E>b<U+2066>c<U+200B><U+00AD><U+FEFF>"),
      ("\u{2028}\u{E0041}\u{E000}\u{FFFE}", "<U+2028><U+E0041><U+E000><U+FFFE>"),
      ("q₁ √2 ᵀ Σ é 漢字 😀", "q₁ √2 ᵀ Σ é 漢字 😀"),
    ]) func visible(text: String, shown: String)
  {
    #expect(TextFilter.visible(text) == shown)
  }

  @Test func lineBreaksCanBeKept() {
    #expect(TextFilter.visible("a\r\nb\rc\n\td", keepingLineBreaks: true) == "a\nb^Mc\n    d")
  }

  @Test func noControlCharacterPasses() {
    for value in UInt32(0)..<0x11_0000 where value % 7 == 0 || value < 0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = TextFilter.visible(String(scalar))
      let isClean = shown.unicodeScalars.allSatisfy {
        let category = $0.properties.generalCategory
        return category != .control && category != .format
      }
      if !isClean { Issue.record("U+\(String(value, radix: 16)) passes") }
    }
  }
}
