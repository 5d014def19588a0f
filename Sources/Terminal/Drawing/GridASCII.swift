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

  private static let asciiGlyphs: [Unicode.Scalar: String] = {
    var glyphs: [Unicode.Scalar: String] = [:]
    for (symbols, letters) in asciiPairs {
      for (symbol, letter) in zip(symbols.unicodeScalars, letters) {
        glyphs[symbol] = String(letter)
      }
    }
    return glyphs
  }()

  /// Each symbol over the character that stands for it.
  static let asciiPairs: [(symbols: String, letters: String)] = [
    ("ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", "abcdefghijklmnoprstuvwxyz"),
    ("ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ", "ABDEGHIJKLMNOPRTUVW"),
    ("ₐₑᵢⱼₖₘₙₒᵣₜᵤᵥₓᵦᵧᵨᵩᵪ", "aeijkmnortuvxbgrfx"),
    ("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾", "0123456789+-=()"),
    ("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", "0123456789+-=()"),
    ("αβγδεϵζηθϑικλμµνξπρϱστυφϕχψω", "abgdeezhttiklmmnxprrstuffxyw"),
    ("ΓΔΘΛΞΠΣΥΦΨΩ", "GDTLXPSYFYO"),
    ("ℝℕℤℚℂℙ𝔼ℓħ", "RNZQCPElh"),
    ("áàäâåéèêëíìïóòöôøúùüçñß", "aaaaaeeeeiiiooooouuucns"),
    ("ÁÀÄÂÅÉÈÊÍÓÖØÚÜÇÑ", "AAAAAEEEIOOOUUCN"),
    ("√×·⋅∙•÷∕⁄∖±∓−–—‐‑", "vx...*///\\+------"),
    ("≤≥≪≫≠≈∼≃≡≔∝∞∈∉⊂⊆∪∩∅", "<><>!~~~==~8e!<<UN0"),
    ("∧∨¬∀∃∑∏∂∇∆∫⊤⊥∠⊙⊗⊕∗∘⋆‖", "&|!AESPdVDSTL<ox+*o*|"),
    ("→←↑↓⇒⇐⇔↦↵⏎▶◀▸◂▲▼△▽▾▴", "><^v><=><<><><^v^vv^"),
    ("✓✔✗✘✎■□▪●○◌◆◇★☆", "++xx*#o**oo*o**"),
    ("⟨⟩‹›«»‘’‚“”„′⌈⌉⌊⌋", "<><><>'',\"\"\"'[][]"),
    ("…⋯⋮⋱°½¼¾\u{A0}", "~~:~o/// "),
  ]
}
