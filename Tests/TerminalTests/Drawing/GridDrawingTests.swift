import Testing

@testable import Terminal

struct GridDrawingTests {
  @Test(arguments: [
    ("plain", 0, "plain", 5),
    ("clipped at the edge", 0, "clipped at", 10),
    ("from the middle", 6, "      from", 10),
    ("left of the edge", -5, "of the edg", 10),
    ("left", -9, "", -5),
    ("日本語日本語", 0, "日本語日本", 10),
    ("a日本語日本語", 0, "a日本語日", 9),
    ("日本", -1, " 本", 3),
    ("e\u{301}\u{302}x", 0, "e\u{301}\u{302}x", 2),
    ("\u{301}x", 0, "◌\u{301}x", 2),
    ("a\u{1B}[31mb\u{7F}", 0, "a␛[31mb␡", 8),
    ("a\u{9B}\u{202E}\u{200B}\u{E0001}b", 0, "a����b", 6),
    ("a\r\nb\tc", 0, "a␍␊b␉c", 6),
    ("❤\u{FE0F}👍🏽|👩\u{200D}👧|", 0, "❤👍|👩👧|", 9),
    ("q₁√ᵀ·Σ—", 0, "q₁√ᵀ·Σ—", 7),
  ])
  func put(_ text: String, x: Int, row: String, end: Int) {
    var grid = Grid(size: Size(width: 10, height: 2))
    let column = grid.put(text, at: Point(x: x, y: 1))
    #expect(grid.rows == ["", row])
    #expect(column == end)
    #expect(column == x + TextWidth.columns(of: text) || column > 8)
  }

  @Test func aLimitClipsBeforeTheEdge() {
    var grid = Grid(size: Size(width: 8, height: 1))
    #expect(grid.put("日本語", at: Point(x: 0, y: 0), limit: 5) == 4)
    #expect(grid.put("abc", at: Point(x: 5, y: 0), limit: 99) == 8)
    #expect(grid.rows == ["日本 abc"])
  }

  @Test(arguments: [-1, 2, 9]) func rowsOutsideAreNotDrawn(y: Int) {
    var grid = Grid(size: Size(width: 4, height: 2))
    #expect(grid.put("abc", at: Point(x: 0, y: y)) == 3)
    #expect(grid.rows == ["", ""])
  }

  @Test(arguments: [
    (0, "x", "x 本 "), (1, "x", " x本 "), (2, "x", "日x  "), (3, "x", "日 x "), (4, "x", "日本x"),
    (0, "語", "語本 "), (1, "語", " 語  "), (2, "語", "日語 "), (3, "語", "日 語"),
  ])
  func halfAWideCharacterBecomesBlank(x: Int, over: String, row: String) {
    var grid = Grid(size: Size(width: 5, height: 1))
    grid.put("日本", at: Point(x: 0, y: 0))
    grid.put(over, at: Point(x: x, y: 0))
    #expect(grid.text(in: grid.bounds) == [row])
  }

  @Test func marksAreCapped() {
    var grid = Grid(size: Size(width: 3, height: 1))
    grid.put("a" + String(repeating: "\u{301}", count: 50) + "b", at: Point(x: 0, y: 0))
    #expect(grid[0, 0].text.unicodeScalars.count == 5)
    #expect(grid[1, 0].text == "b")
  }

  @Test func fillAndRestyle() {
    var grid = Grid(size: Size(width: 6, height: 3))
    grid.fill(Rectangle(x: 1, y: -5, width: 2, height: 99), with: "│", style: Style(.rule))
    grid.put("ab", at: Point(x: 4, y: 1), style: Style(.input, bold: true))
    grid.restyle(Rectangle(x: 5, y: 1, width: 9, height: 9), role: .focus)
    grid.fill(Rectangle(x: 0, y: 2, width: 2, height: -1), with: "x", style: .text)
    #expect(grid.rows == [" ││", " ││ ab", " ││"])
    #expect(grid.styles(row: 1) == ["rule: ││", "input+bold: a", "focus+bold: b"])
    #expect(grid.styles(row: 2) == ["rule: ││", "focus:  "])
  }

  @Test func gridsAreCopiedAndClipped() {
    var inner = Grid(size: Size(width: 4, height: 2))
    inner.put("日本", at: Point(x: 0, y: 0), style: Style(.title))
    inner.put("abcd", at: Point(x: 0, y: 1))
    var grid = Grid(size: Size(width: 5, height: 2))
    grid.put(inner, at: Point(x: 2, y: 0))
    #expect(grid.rows == ["  日", "  abc"])
    #expect(grid.styles(row: 0) == ["title: 日"])
  }

  @Test func aNegativeSizeIsEmpty() {
    var grid = Grid(size: Size(width: -3, height: 5))
    #expect(grid.put("abc", at: Point(x: 0, y: 0)) == 0)
    #expect(grid.rows == ["", "", "", "", ""])
  }

  @Test func asciiStandsInColumnByColumn() {
    var grid = Grid(size: Size(width: 30, height: 2))
    grid.put("┌─┬┐ q₁·kᵀ/√2 → 日本 ✓✗ … ▓▒░", at: Point(x: 0, y: 0))
    grid.put("│é\u{301}│ \u{2028}☃", at: Point(x: 0, y: 1))
    #expect(grid.asciified().rows == ["+-++ q1.kT/v2 > ? ?  +x ~ *:.", "|e| ??"])
  }

  /// What means little, more and much is told apart.
  @Test func rampsStayRampsInASCII() {
    var grid = Grid(size: Size(width: 12, height: 1))
    grid.put("░▒▓█ ▁▃▅▇ ▄▖", at: Point(x: 0, y: 0))
    #expect(grid.asciified().rows == [".:*# _:=# =-"])
  }

  @Test func everySymbolHasItsLetter() {
    for (symbols, letters) in Grid.asciiPairs {
      #expect(symbols.unicodeScalars.count == letters.unicodeScalars.count, "\(symbols)")
      #expect(letters.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
    }
  }

  @Test func dotsAloneCanBeReplaced() {
    var grid = Grid(size: Size(width: 6, height: 1))
    grid.put("│⠒⣀→█é", at: Point(x: 0, y: 0))
    #expect(grid.withoutDots().rows == ["│-_→█é"])
  }

  @Test(arguments: [
    ("softmax(QKᵀ/√dₖ)·V", "softmax(QKT/vdk).V"), ("σ ≈ 0.5 ± ε²", "s ~ 0.5 + e2"),
    ("✎ ⟨q, k⟩ ‖v‖ ∈ ℝⁿ", "* <q, k> |v| e Rn"), ("naïve café “x”…", "naive cafe \"x\"~"),
    ("x̂", "x"), ("☃", "?"), ("⠉⠒⣀⠶⠿⡇⢂⡐", "'-_=#|\\/"),
  ])
  func asciiOfSymbols(text: String, ascii: String) {
    var grid = Grid(size: Size(width: 40, height: 1))
    grid.put(text, at: Point(x: 0, y: 0))
    #expect(grid.asciified().rows == [ascii])
  }
}
