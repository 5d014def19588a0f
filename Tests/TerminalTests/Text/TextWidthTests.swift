import CTestSupport
import Terminal
import Testing

struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("日本", 4), ("e\u{301}", 1), ("\u{301}", 1), ("🙂", 2), ("ㄱ", 2),
    ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("━", 1), ("█", 1), ("q₁ √ᵀ·Σ—", 8), ("\u{7}", 1),
    ("\u{E000}", 1), ("\u{378}", 1), ("🇫🇷", 2), ("ﬀ", 1), ("\u{3000}", 2),
  ])
  func columns(text: String, expected: Int) {
    #expect(TextWidth.columns(of: text) == expected)
  }

  @Test(arguments: [
    ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"),
    ("abc", 1, "…"), ("abc", 0, ""), ("", 0, ""), ("abc", -1, ""),
  ])
  func clipped(text: String, columns: Int, expected: String) {
    #expect(TextWidth.clipped(text, to: columns) == expected)
  }

  /// glibc counts these otherwise; a terminal that does too would move what stands behind them, so they are never sent.
  private static func isFormatting(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .format, .control, .lineSeparator, .paragraphSeparator: true
    default: scalar.value == 0x1171E
    }
  }

  #if canImport(Glibc)
    @Test(.enabled("needs the locale C.UTF-8") { qkvtest_column_width(0x41) == 1 })
    func agreesWithTheLibrary() {
      for value in UInt32(0)...0x10FFFF {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let ours = TextWidth.columns(of: scalar)
        if Self.isFormatting(scalar) {
          #expect(ours == nil, "U+\(String(value, radix: 16))")
        } else if let ours {
          let theirs = Int(qkvtest_column_width(value))
          #expect(ours == theirs, "U+\(String(value, radix: 16))")
        } else {
          let properties = scalar.properties
          #expect(
            properties.generalCategory == .unassigned || (properties.age?.major ?? 0) > 14,
            "U+\(String(value, radix: 16))")
        }
      }
    }
  #endif
}
