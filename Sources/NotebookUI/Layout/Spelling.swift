import Terminal

/// How the notebook's own signs are spelled where only ASCII can be drawn and a single character would puzzle.
enum Spelling {
  private static let words: [(sign: String, word: String)] = [
    ("√(", "sqrt("), ("√", "sqrt "), ("Shift+↑↓←→", "Shift+arrows"), ("↑↓", "arrows"),
    ("⏎", "Enter"),
    ("±", "+-"),
  ]

  static func text(_ text: String, ascii: Bool) -> String {
    guard ascii, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    return words.reduce(text) { $0.replacing($1.sign, with: $1.word) }
  }
}
