/// What parts an answer from its reason: `—`, or `--`, which every keyboard has.
enum Dash {
  /// What stands behind the dash that a line begins with; nil where it begins with none.
  static func lead(of line: Substring) -> Substring? {
    for dash in ["— ", "-- "] where line.hasPrefix(dash) { return line.dropFirst(dash.count) }
    return nil
  }

  /// The first dash with a blank, or an end of the line, on either side.
  static func range(in line: Substring) -> Range<Substring.Index>? {
    var previous: Character = " "
    for index in line.indices {
      let rest = line[index...]
      let length = rest.hasPrefix("—") ? 1 : rest.hasPrefix("--") ? 2 : 0
      if length > 0, previous == " " {
        let end = line.index(index, offsetBy: length)
        if end == line.endIndex || line[end] == " " { return index..<end }
      }
      previous = line[index]
    }
    return nil
  }
}
