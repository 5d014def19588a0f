import Terminal

/// How signs are spelled where only ASCII can be drawn and a single character in their place would puzzle.
enum Spelling {
  private typealias Words = [(sign: String, word: String)]

  private static let prose: Words = [
    ("√(", "sqrt("), ("√", "sqrt "), (" · ", " . "), ("·", "*"), ("…", "..."), ("⏎", "Enter"),
    ("±", "+-"),
  ]

  private static let keys: Words = [
    ("Shift+↑↓←→", "Shift+arrows"), ("↑↓", "arrows"), ("←", "Left"), ("→", "Right"), ("↑", "Up"),
    ("↓", "Down"), ("⏎", "Enter"), ("±", "+-"), ("…", "to"),
  ]

  /// Running text: `√2` is `sqrt 2`.
  static func text(_ text: String, ascii: Bool) -> String { spelled(text, prose, ascii) }

  /// The names of keys: `↑` is `Up`.
  static func keys(_ names: String, ascii: Bool) -> String { spelled(names, keys, ascii) }

  private static func spelled(_ text: String, _ words: Words, _ ascii: Bool) -> String {
    guard ascii, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    return words.reduce(text) { $0.replacing($1.sign, with: $1.word) }
  }
}
