import Testing

@testable import CellLanguage

@Suite struct DiagnosticTextTests {
  /// The text without its marks, and the range between them.
  private func marked(_ text: String) -> (text: String, range: SourceRange) {
    let parts = text.split(separator: "‖", omittingEmptySubsequences: false).map(String.init)
    let start = parts[0].utf8.count
    return (parts.joined(), SourceRange(start, start + parts[1].utf8.count))
  }

  private func shown(
    _ text: String, name: String? = nil, firstLine: Int = 1, message: String = "no",
    help: String? = nil,
    width: Int = 100
  ) -> String {
    let (text, range) = marked(text)
    let source = Source(text, name: name, firstLine: firstLine)
    let diagnostic = Diagnostic(code: "shape", message, at: range, help: help)
    return DiagnosticText(diagnostic, in: source, width: width).text
  }

  @Test func theExampleOfTheManual() {
    #expect(
      shown(
        "S = ‖Q @ K‖", message: "can't multiply 3×2 by 3×2: the inner sizes, 2 and 3, differ",
        help: "Q is 3×2, K is 3×2; K.T is 2×3, so Q @ K.T is 3×3") == """
          S = Q @ K
              ^^^^^ can't multiply 3×2 by 3×2: the inner sizes, 2 and 3, differ
              Q is 3×2, K is 3×2; K.T is 2×3, so Q @ K.T is 3×3
          """)
  }

  @Test func aNamedSourceIsNamedWithLineAndColumn() {
    #expect(
      shown("a = 1\r\nü = ‖b‖\n", name: "06-x.md", firstLine: 12) == """
        06-x.md:13:5:
        ü = b
            ^ no
        """)
  }

  @Test func tabsAndWideCharactersKeepTheCaretsInPlace() {
    #expect(shown("\tf(漢, ‖漢字‖)") == "    f(漢, 漢字)\n          ^^^^ no")
  }

  @Test func ofSeveralLinesTheFirstIsShown() {
    #expect(shown("x = ‖[1,\n  2]‖ + y") == "x = [1,\n    ^^^ no")
  }

  @Test func anEmptyRangeGetsOneCaret() {
    #expect(shown("x =‖‖") == "x =\n   ^ no")
    #expect(shown("‖‖") == "\n^ no")
  }

  @Test func controlCharactersAreShownEverywhere() {
    #expect(
      shown("a\u{1B} ‖b‖", name: "\u{1B}]0;x\u{7}", message: "\u{202E}", help: "c\u{9B}\nd") == """
        ^[]0;x^G:1:4:
        a^[ b
            ^ <U+202E>
            c<U+009B>
            d
        """)
  }

  @Test func ofALongLineThePartAroundThePlaceIsShown() {
    let line = String(repeating: "0123456789", count: 10)
    #expect(
      shown(line + "‖ab‖" + line, width: 30) == """
        …567890123456789ab01234567890…
                        ^^ no
        """)
    #expect(shown("‖ab‖" + line, width: 30) == "ab012345678901234567890123456…\n^^ no")
    #expect(
      shown(line + "‖ab‖", width: 30) == """
        …567890123456789ab
                        ^^ no
        """)
  }

  @Test func aSecondPlaceOnTheSameLineGoesBelow() {
    let diagnostic = Diagnostic(
      code: "name", "defined twice", at: SourceRange(7, 8),
      secondary: Diagnostic.Label(SourceRange(0, 1), "first here"), help: "choose another")
    #expect(
      DiagnosticText(diagnostic, in: Source("a = 1; a = 2")).text == """
        a = 1; a = 2
               ^ defined twice
               choose another
        - first here
        """)
  }

  @Test func aSecondPlaceElsewhereIsShownWithItsLine() {
    let diagnostic = Diagnostic(
      code: "name", "defined twice", at: SourceRange(6, 7),
      secondary: Diagnostic.Label(SourceRange(0, 1), "first here"))
    #expect(
      DiagnosticText(diagnostic, in: Source("a = 1\na = 2")).text == """
        a = 2
        ^ defined twice
        a = 1
        - first here
        """)
  }
}
