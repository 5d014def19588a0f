/// Keeps together what would be hard to read on two lines, by spaces that don't break.
enum Unbroken {
  /// Longer ones would leave half a line empty.
  static let longest = 18

  /// A short piece of code: `K[cat, y]`.
  static func code(_ text: String) -> String { text.count <= longest ? joined(text) : text }

  /// Vectors and the like in brackets: `(0.5, 1)`.
  static func pairs(in text: String) -> String {
    guard text.contains("(") else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
      let inside = rest[open...close]
      result += rest[..<open]
      let isVector = inside.count <= longest && inside.allSatisfy(isOfNumber)
      result += isVector ? joined(String(inside)) : String(inside)
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static let operators: Set<Substring> = [
    "+", "-", "*", "/", "//", "%", "@", "**", "<", ">", "<=", ">=", "==", "!=", "&", "|",
  ]

  /// A formula breaks before an operator, not behind it, and a short sum or product stays whole: `1 - knob`.
  static func formula(_ text: String) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    var result = ""
    // How long what stands together already is.
    var length = 0
    for (index, word) in words.enumerated() {
      var isGlued = false
      if index > 0, operators.contains(words[index - 1]) {
        isGlued = true
      } else if index > 0, operators.contains(word) {
        let next = words[min(index + 1, words.count - 1)]
        isGlued =
          word == "**"
          || length + word.count + next.count + 2 <= longest && !endsBracket(words[index - 1])
      }
      if index > 0 { result += isGlued ? "\u{A0}" : " " }
      length = isGlued ? length + 1 + word.count : word.count
      result += word
    }
    return result
  }

  /// Whether a bracket ends in a word that begins before it.
  private static func endsBracket(_ word: Substring) -> Bool {
    word.count { ")]".contains($0) } > word.count { "([".contains($0) }
  }

  private static func joined(_ text: String) -> String { text.replacing(" ", with: "\u{A0}") }

  private static func isOfNumber(_ character: Character) -> Bool {
    character.isNumber || "(), .-−+".contains(character)
  }
}
