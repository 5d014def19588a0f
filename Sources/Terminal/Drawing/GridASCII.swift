/// What stands for the characters the interface draws with, where a terminal or a locale has only ASCII. Each takes one
/// column, so nothing on the screen moves.
extension Grid {
  package func asciified() -> Grid {
    var grid = self
    for index in cells.indices where !cells[index].text.utf8.allSatisfy({ $0 < 0x80 }) {
      grid.cells[index].text = Self.ascii(for: cells[index].text)
    }
    // The second column of a wide character, which was empty.
    for index in cells.indices where cells[index].text.isEmpty { grid.cells[index].text = " " }
    return grid
  }

  /// One ASCII character for a glyph; `?` for one that has none.
  static func ascii(for text: String) -> String {
    guard let scalar = text.unicodeScalars.first else { return " " }
    if scalar.isASCII { return String(scalar) }
    switch scalar.value {
    case 0x2500...0x257F: return box(scalar)
    case 0x2580...0x259F: return block(scalar)
    case 0x2400...0x2421: return "?"
    default: return asciiGlyphs[scalar] ?? "?"
    }
  }

  private static func box(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "─", "━", "┄", "┅", "┈", "┉", "╌", "╍", "═", "╴", "╶", "╸", "╺", "╼", "╾": "-"
    case "│", "┃", "┆", "┇", "┊", "┋", "╎", "╏", "║", "╵", "╷", "╹", "╻", "╽", "╿": "|"
    case "╱": "/"
    case "╲": "\\"
    case "╳": "X"
    default: "+"
    }
  }

  private static func block(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "░": "."
    case "▒": ":"
    case "▁", "▂", "▏", "▎": "_"
    case "▃", "▄", "▍", "▌": "="
    default: "#"
    }
  }

  private static let asciiGlyphs: [Unicode.Scalar: String] = [
    "√": "v", "×": "x", "·": ".", "⋅": ".", "∙": ".", "•": "*", "✓": "+", "✔": "+", "✗": "x",
    "✘": "x", "…": "~", "—": "-", "–": "-", "−": "-", "‐": "-", "‑": "-", "±": "+", "→": ">",
    "←": "<", "↑": "^", "↓": "v", "⇒": ">", "⇐": "<", "↵": "<", "⏎": "<", "▶": ">", "◀": "<",
    "▸": ">", "◂": "<", "▲": "^", "▼": "v", "△": "^", "▽": "v", "▾": "v", "▴": "^", "■": "#",
    "□": "o", "▪": "*", "●": "*", "○": "o", "◌": "o", "◆": "*", "◇": "o", "★": "*", "☆": "*",
    "⟨": "<", "⟩": ">", "‹": "<", "›": ">", "«": "<", "»": ">", "‘": "'", "’": "'", "“": "\"",
    "”": "\"", "≤": "<", "≥": ">", "≠": "!", "≈": "~", "∼": "~", "≡": "=", "∞": "8", "∈": "e",
    "∑": "S", "∏": "P", "∂": "d", "∇": "V", "∆": "D", "⊤": "T", "ᵀ": "T", "ᵢ": "i", "ⱼ": "j",
    "′": "'", "°": "o", "ℝ": "R", "ℓ": "l", "⊙": "o", "⊗": "x", "⊕": "+", "∗": "*", "∘": "o",
    "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7", "₈": "8",
    "₉": "9", "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7",
    "⁸": "8", "⁹": "9", "⁺": "+", "⁻": "-", "ⁿ": "n", "ₙ": "n", "ₖ": "k", "ₘ": "m", "ₜ": "t",
    "α": "a", "β": "b", "γ": "g", "δ": "d", "ε": "e", "θ": "t", "λ": "l", "μ": "u", "π": "p",
    "σ": "s", "τ": "t", "φ": "f", "ω": "w", "Δ": "D", "Σ": "S", "Π": "P", "Ω": "O", "Θ": "T",
    "⌈": "[", "⌉": "]", "⌊": "[", "⌋": "]", "\u{A0}": " ", "½": "/", "¼": "/", "¾": "/",
    "é": "e", "è": "e", "ê": "e", "á": "a", "à": "a", "ä": "a", "ö": "o", "ü": "u", "ß": "s",
    "ç": "c", "ñ": "n", "å": "a", "ø": "o", "í": "i", "ó": "o", "ú": "u", "Ä": "A", "Ö": "O",
    "Ü": "U", "É": "E",
  ]
}
