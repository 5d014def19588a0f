import CellLanguage

extension String {
  /// The first call of a function in a program's text, up to its closing bracket.
  func firstCall(of name: String) -> String? {
    var rest = self[...]
    while let range = rest.firstRange(of: name + "(") {
      let before = range.lowerBound == startIndex ? " " : self[index(before: range.lowerBound)]
      var depth = 0
      let call = rest[range.lowerBound...].prefix { character in
        if depth < 0 { return false }
        depth += character == "(" ? 1 : character == ")" ? -1 : 0
        if depth == 0, character == ")" { depth = -1 }
        return true
      }
      if depth < 0, !before.isLetter, !before.isNumber, !"_.".contains(before) {
        return call.count <= 40 ? TextFilter.visible(String(call)) : nil
      }
      rest = rest[range.upperBound...]
    }
    return nil
  }
}
