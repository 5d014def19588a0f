extension TerminalRun {
  /// The private modes (ESC [ ? number h) that the program left switched on, of those it touched: 1049 is the alternate
  /// screen, 1000 to 1006 the mouse, 2004 bracketed paste, 1 application cursor keys, 25 the cursor.
  package var privateModes: Set<Int> {
    var modes: Set<Int> = []
    for sequence in text.split(
      separator: "\u{1B}[?", omittingEmptySubsequences: false
    ).dropFirst() {
      let numbers = sequence.prefix { $0.isNumber || $0 == ";" }
      let isOn = sequence.dropFirst(numbers.count).first
      for number in numbers.split(separator: ";").compactMap({ Int($0) }) {
        if isOn == "h" { modes.insert(number) }
        if isOn == "l" { modes.remove(number) }
      }
    }
    return modes
  }
}
