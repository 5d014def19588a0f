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

  /// The same with ASCII in the place of braille dots alone, which the fonts of consoles don't have.
  package func withoutDots() -> Grid {
    var grid = self
    for index in cells.indices where cells[index].text.utf8.starts(with: [0xE2]) {
      guard let scalar = cells[index].text.unicodeScalars.first,
        (0x2800...0x28FF).contains(scalar.value)
      else { continue }
      grid.cells[index].text = Self.ascii(for: cells[index].text)
    }
    return grid
  }

  /// One ASCII character for a glyph; `?` for one that has none.
  static func ascii(for text: String) -> String {
    guard let scalar = text.unicodeScalars.first else { return " " }
    if scalar.isASCII { return String(scalar) }
    switch scalar.value {
    case 0x2500...0x257F: return box(scalar)
    case 0x2580...0x259F: return block(scalar)
    case 0x2800...0x28FF: return dots(scalar.value - 0x2800)
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
    case "▓": "*"
    case "▁", "▂", "▏", "▎": "_"
    case "▃": ":"
    case "▄", "▅", "▍", "▌": "="
    case "▖", "▗": "-"
    case "▔": "'"
    case "▀": "\""
    default: "#"
    }
  }

  /// A piece of a line drawn with the dots of braille: by its height, its slope and its thickness.
  private static func dots(_ dots: UInt32) -> String {
    let left = [0x01, 0x02, 0x04, 0x40].map { dots & $0 != 0 }
    let right = [0x08, 0x10, 0x20, 0x80].map { dots & $0 != 0 }
    let rows = zip(left, right).map { $0 || $1 }
    let thickness = max(left.count(where: \.self), right.count(where: \.self))
    guard let top = rows.firstIndex(of: true), let bottom = rows.lastIndex(of: true) else {
      return " "
    }
    // Of a dotted line.
    guard left.contains(true), right.contains(true) else {
      return thickness > 2 ? "|" : top < bottom ? ":" : top == 0 ? "'" : "."
    }
    let middles = [left, right].map { side in
      (0..<4).reduce(0) { $0 + (side[$1] ? 12 * $1 / side.count(where: \.self) : 0) }
    }
    if thickness > 2 { return "#" }
    if abs(middles[0] - middles[1]) > 12 { return middles[0] > middles[1] ? "/" : "\\" }
    if thickness == 2 { return "=" }
    return bottom == 0 ? "'" : top == 3 ? "_" : "-"
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
