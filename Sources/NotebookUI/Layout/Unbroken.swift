/// Keeps together what would be hard to read on two lines, by spaces that don't break.
enum Unbroken {
  /// Longer ones would leave half a line empty.
  static let longest = 18

  private static let space: Character = "\u{A0}"
  /// What is written before its number without brackets: `log 2`.
  private static let functions: Set<String> = [
    "log", "log2", "log10", "ln", "exp", "sqrt", "sin", "cos", "tanh",
  ]

  /// A short piece of code: `K[cat, y]`.
  static func code(_ text: String) -> String {
    text.count <= longest ? text.replacing(" ", with: "\u{A0}") : text
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

  /// Vectors and the like in brackets, `(0.5, 1)`, and functions with their numbers, in a line whose numbers may have styles of
  /// their own.
  static func joined(_ runs: [Run]) -> [Run] {
    var runs = runs
    let letters = runs.map { Array($0.text) }
    let text = letters.flatMap { $0 }
    var gaps = gapsOfVectors(in: text)
    gaps.formUnion(gapsOfFunctions(in: text))
    guard !gaps.isEmpty else { return runs }
    var start = 0
    for index in runs.indices {
      let end = start + letters[index].count
      runs[index] = Run(
        String((start..<end).map { gaps.contains($0) ? space : text[$0] }), runs[index].style)
      start = end
    }
    return runs
  }

  /// The places of the spaces in short brackets that hold numbers alone.
  private static func gapsOfVectors(in text: [Character]) -> Set<Int> {
    var gaps: Set<Int> = []
    var start = text.startIndex
    while let open = text[start...].firstIndex(where: { $0 == "(" || $0 == "[" }) {
      let close: Character = text[open] == "(" ? ")" : "]"
      guard let end = text[open...].firstIndex(of: close) else {
        start = open + 1
        continue
      }
      let inside = text[open...end]
      if inside.count <= longest, inside.allSatisfy(isOfNumber) {
        gaps.formUnion(inside.indices.filter { text[$0] == " " })
      }
      start = end + 1
    }
    return gaps
  }

  private static func gapsOfFunctions(in text: [Character]) -> Set<Int> {
    Set(
      text.indices.dropFirst().dropLast().filter { index in
        guard text[index] == " ", text[index + 1].isNumber || "-−".contains(text[index + 1]) else {
          return false
        }
        let word = text[..<index].reversed().prefix { $0.isLetter || $0.isNumber }
        return functions.contains(String(word.reversed()))
      })
  }

  private static func isOfNumber(_ character: Character) -> Bool {
    character.isNumber || "()[], .-−+".contains(character)
  }
}
