/// Characters that texts, phones and word processors put where Python wants another one.
enum Lookalikes {
  /// What to write instead of a character; nothing where there is no obvious answer.
  static func advice(for scalar: Unicode.Scalar) -> String? {
    if let plain = replacements[scalar] { return "write \(plain)" }
    if let other = advice[scalar] { return other }
    if (0xFF01...0xFF5E).contains(scalar.value) {
      return Unicode.Scalar(scalar.value - 0xFEE0).map { "write \($0)" }
    }
    if scalar.properties.generalCategory == .spaceSeparator { return "write an ordinary space" }
    return nil
  }

  private static let replacements: [Unicode.Scalar: String] = [
    "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"", "‘": "'", "’": "'", "‚": "'",
    "×": "*", "∗": "*", "⊙": "*", "÷": "/", "∕": "/", "⁄": "/",
    "−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-",
    "≤": "<=", "≥": ">=", "≠": "!=", "≡": "==", "←": "=", "≔": "=",
    "…": "...", "∞": "inf", "∧": "and", "∨": "or", "¬": "not",
    "²": "**2", "³": "**3", "ᵀ": ".T", "⊤": ".T",
    "µ": "μ, the Greek letter", "ϕ": "φ", "ϵ": "ε", "ϑ": "θ", "ϱ": "ρ",
  ]

  private static let advice: [Unicode.Scalar: String] = [
    "·": "write * for numbers, @ for vectors and matrices",
    "⋅": "write * for numbers, @ for vectors and matrices",
    "√": "write sqrt(…)",
    "∑": "write sum(…)",
    "′": "write .T to transpose",
    "$": "formulas need no dollar signs",
    "?": "write help as a comment, after #",
    "!": "write not, or != for 'differs from'",
    "`": "write ' or \" around text",
  ]
}

extension Unicode.Scalar {
  /// Letters that may begin a name: those of Python's that stay themselves under its normalisation.
  var beginsName: Bool {
    switch value {
    case 0x41...0x5A, 0x5F, 0x61...0x7A: true
    case 0xD7, 0xF7, 0x132, 0x133, 0x13F, 0x140, 0x149, 0x17F: false
    case 0xC0...0x17F: true
    case 0x391...0x3A9, 0x3B1...0x3C9: value != 0x3A2
    case 0x410...0x44F, 0x401, 0x451: true
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
    default: false
    }
  }

  var continuesName: Bool { beginsName || (0x30...0x39).contains(value) }
}
