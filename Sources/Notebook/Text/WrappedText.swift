import CellLanguage

/// A text in lines no wider than so many columns.
package enum WrappedText {
  /// The text broken at blanks; its first line behind a mark, the others as far in. A word that is wider than a line
  /// stands whole on one of its own.
  package static func lines(
    _ text: some StringProtocol, width: Int, mark: String = ""
  ) -> [String] {
    let margin = String(repeating: " ", count: mark.count)
    var lines: [String] = []
    var line = mark
    var isFresh = true
    for word in text.split(separator: " ") {
      if !isFresh, DisplayWidth.of(line) + 1 + DisplayWidth.of(String(word)) > width {
        lines.append(line)
        line = margin
        isFresh = true
      }
      line += (isFresh ? "" : " ") + word
      isFresh = false
    }
    return lines + [line]
  }
}
