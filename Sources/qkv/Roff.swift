/// Text for man pages, in the macros of man(7).
struct Roff {
  private(set) var text = ""

  mutating func title(_ name: String, section: Int, source: String, manual: String) {
    macro("TH", [name, "\(section)", "", source, manual])
  }

  mutating func section(_ name: String) { macro("SH", [name]) }
  mutating func subsection(_ name: String) { macro("SS", [name]) }

  mutating func paragraph(_ text: String) {
    line(".PP")
    line(Roff.escaped(text))
  }

  /// A term with what it means indented below.
  mutating func item(_ term: String, _ meaning: String) {
    line(".TP")
    line("\\fB" + Roff.escaped(term) + "\\fR")
    line(Roff.escaped(meaning))
  }

  /// Lines as they stand.
  mutating func verbatim(_ lines: [String]) {
    line(".PP")
    line(".nf")
    for text in lines { line(Roff.escaped(text)) }
    line(".fi")
  }

  private mutating func macro(_ name: String, _ arguments: [String]) {
    let quoted = arguments.map {
      "\"" + ($0.isEmpty ? "" : Roff.escaped($0)).replacing("\"", with: "\\(dq") + "\""
    }
    line(".\(name) " + quoted.joined(separator: " "))
  }

  private mutating func line(_ text: String) { self.text += text + "\n" }

  /// A text that means itself: no command, no escape, dashes and quotes that can be copied.
  static func escaped(_ text: String) -> String {
    let signs: [Character: String] = [
      "\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti",
    ]
    let escaped = text.map { signs[$0] ?? String($0) }.joined()
    return escaped.hasPrefix(".") || escaped.isEmpty ? "\\&" + escaped : escaped
  }
}
