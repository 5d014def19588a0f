import Testing

@testable import Terminal

/// Keys by their names.
struct KeyReadingTests {
  private static let names: [(String, KeyPress)] = [
    ("u", KeyPress(.character("u"))), ("U", KeyPress(.character("U"))),
    ("Shift+u", KeyPress(.character("U"))), ("é", KeyPress(.character("é"))),
    ("-", KeyPress(.character("-"))), ("+", KeyPress(.character("+"))),
    ("^", KeyPress(.character("^"))), ("#", KeyPress(.character("#"))),
    ("Ctrl-R", KeyPress(.character("r"), control: true)),
    ("ctrl+r", KeyPress(.character("r"), control: true)),
    ("C-r", KeyPress(.character("r"), control: true)),
    ("^R", KeyPress(.character("r"), control: true)),
    ("Ctrl-_", KeyPress(.character("_"), control: true)),
    ("Ctrl-Space", KeyPress(.character(" "), control: true)),
    ("Alt+x", KeyPress(.character("x"), alt: true)),
    ("M-X", KeyPress(.character("X"), alt: true)),
    ("Ctrl-Alt+x", KeyPress(.character("x"), control: true, alt: true)),
    ("Shift+Tab", KeyPress(.tab, shift: true)), ("s-TAB", KeyPress(.tab, shift: true)),
    ("Ctrl-PgDn", KeyPress(.pageDown, control: true)), ("PageDown", KeyPress(.pageDown)),
    ("Enter", KeyPress(.enter)), ("return", KeyPress(.enter)), ("Esc", KeyPress(.escape)),
    ("Space", KeyPress(.character(" "))), ("Up", KeyPress(.up)), ("↑", KeyPress(.up)),
    ("F1", KeyPress(.function(1))), ("f20", KeyPress(.function(20))),
    ("Del", KeyPress(.delete)), ("Backspace", KeyPress(.backspace)),
  ]

  @Test(arguments: names)
  func aNameIsAKey(_ row: (String, KeyPress)) throws {
    #expect(try KeyReading.key(row.0) == row.1)
    #expect(try KeyReading.key(row.1.plainName) == row.1)
  }

  private static let problems: [(String, String)] = [
    (
      "up-arrow",
      "is no key; keys are written u, Ctrl-R, Alt+x, Shift+Tab, Enter, PgDn, F5, Space"
    ),
    ("F21", "is no key; keys are written u, Ctrl-R, Alt+x, Shift+Tab, Enter, PgDn, F5, Space"),
    ("F01", "is no key; keys are written u, Ctrl-R, Alt+x, Shift+Tab, Enter, PgDn, F5, Space"),
    ("", "is no key; keys are written u, Ctrl-R, Alt+x, Shift+Tab, Enter, PgDn, F5, Space"),
    (
      "\u{202E}", "is no key; keys are written u, Ctrl-R, Alt+x, Shift+Tab, Enter, PgDn, F5, Space"
    ),
    ("Ctrl-I", "is the same as Tab to a terminal; write Tab"),
    ("Ctrl-m", "is the same as Enter to a terminal; write Enter"),
    ("Ctrl-[", "is the same as Esc to a terminal; write Esc"),
    ("Ctrl-H", "is the same as Backspace to a terminal; write Backspace"),
    ("Ctrl-5", "isn't sent by terminals; Ctrl goes with a letter, as in Ctrl-R"),
    ("Ctrl-Shift+r", "isn't sent by terminals; Ctrl goes with a letter, as in Ctrl-R"),
    ("Shift+1", "isn't sent by terminals; write the character that it types"),
  ]

  @Test(arguments: problems)
  func whatIsNoKeySaysWhy(_ row: (String, String)) {
    let problem = #expect(throws: KeyReading.Problem.self) { try KeyReading.key(row.0) }
    #expect(problem.map { "\($0.message); \($0.advice ?? "")" } == row.1)
  }

  /// Every key that a terminal can send by one byte has a name that is read back.
  @Test func everyByteHasAName() throws {
    for byte in UInt8(0)..<0x80 where byte != 0x1B {
      let key = KeySequences.press(byte, alt: false)
      #expect(try KeyReading.key(key.plainName) == key, "\(byte)")
    }
  }
}
