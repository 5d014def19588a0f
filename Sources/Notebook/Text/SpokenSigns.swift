import CellLanguage

/// Signs in words, so that a text can be read aloud: `√d_k` is `the square root of d_k`, `QKᵀ` is `QK transposed`.
enum SpokenSigns {
  /// Where the words stand, seen from what is before and behind the sign.
  private static let words: [Character: String] = [
    "·": "times", "×": "times", "÷": "divided by", "±": "plus or minus", "−": "minus",
    "≤": "at most", "≥": "at least", "≠": "is not", "≈": "is about", "≡": "is the same as",
    "→": "to", "←": "from", "↦": "goes to", "⇒": "so", "⇔": "exactly when",
    "∝": "is proportional to",
    "∈": "in", "∉": "not in", "∞": "infinity", "∂": "the change of", "∇": "the gradient of",
    "Σ": "the sum of", "∑": "the sum of", "Π": "the product of", "∫": "the integral of",
    "√": "the square root of", "ᵀ": "transposed", "⊤": "transposed", "²": "squared", "³": "cubed",
    "≪": "much less than", "≫": "much more than", "⊙": "entry by entry times", "′": "prime",
    "∧": "and", "∨": "or", "¬": "not", "✓": "true", "✗": "false", "…": "and so on",
    "⋯": "and so on", "°": "degrees", "π": "pi",
  ]

  /// What of plain text a screen reader passes over.
  private static let passedOver = [
    (" > ", " greater than "), (" < ", " less than "), ("^(", " to the power of ("),
  ]

  private static let raised = "⁰¹⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
  private static let raisedPlain = "01456789+-=()nabcdefghijklmoprstuvwxyz"
  private static let lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓᵢⱼᵣᵤᵥ"
  private static let loweredPlain = "0123456789+-=()aeoxijruv"
  private static let powers = pairs(raised, raisedPlain)
  private static let subscripts = pairs(lowered, loweredPlain)

  private static func pairs(_ shifted: String, _ plain: String) -> [Character: Character] {
    Dictionary(uniqueKeysWithValues: zip(shifted, plain))
  }

  /// Whether a text ends with a sign whose words want a space behind them.
  static func endsWithWords(_ text: String) -> Bool {
    text.last.map { words[$0] != nil && $0 != "…" } ?? false
  }

  /// - Parameter previous: what stands before the text on its line.
  static func spoken(_ text: String, behind previous: Character? = nil) -> String {
    let text = passedOver.reduce(text) { $0.replacing($1.0, with: $1.1) }
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    var result = ""
    let characters = Array(text)
    var index = 0
    func add(_ words: String) {
      var words = words
      // "The √2" has its article already.
      if words.hasPrefix("the "), result.suffix(4).lowercased() == "the " { words.removeFirst(4) }
      if let last = result.last ?? previous, last != " ", last != "(", last != "\n" {
        result += " "
      }
      result += words
      let next = characters.indices.contains(index) ? characters[index] : " "
      let isOperand = next.isLetter || next.isNumber || next == "(" || next == "-"
      // `0.4·?` asks for a number.
      if isOperand || next == "?" && words == "times" { result += " " }
    }
    while index < characters.count {
      let character = characters[index]
      index += 1
      if let words = words[character] {
        // Three dots behind a word are a pause.
        if character == "…", result.last?.isLetter == true { result += "..." } else { add(words) }
      } else if character == "‖" {
        if !closesNorm(characters, before: index) { add("the length of") }
      } else if powers[character] != nil {
        add("to the power \(run(powers, characters, from: &index))")
      } else if subscripts[character] != nil {
        add("sub \(run(subscripts, characters, from: &index))")
      } else {
        result.append(character)
      }
    }
    return result
  }

  /// The signs of one kind that follow one another, written plainly.
  private static func run(
    _ plain: [Character: Character], _ characters: [Character], from index: inout Int
  ) -> String {
    var text = String(plain[characters[index - 1]] ?? "?")
    while characters.indices.contains(index), let next = plain[characters[index]] {
      text.append(next)
      index += 1
    }
    return text
  }

  /// Every second double bar closes what the one before opened.
  private static func closesNorm(_ characters: [Character], before index: Int) -> Bool {
    characters.prefix(index - 1).count { $0 == "‖" } % 2 == 1
  }
}
