import CellLanguage

extension String {
  /// `doer == 0` of `where(doer == 0, X, Y)`; nil of any other formula.
  var conditionOfWhere: String? {
    guard let call = ["where(", "np.where("].first(where: hasPrefix) else { return nil }
    var depth = 0
    let condition = dropFirst(call.count).prefix { character in
      if "([".contains(character) { depth += 1 }
      if ")]".contains(character) { depth -= 1 }
      return depth > 0 || depth == 0 && character != ","
    }
    return condition.isEmpty || condition.count > 40 ? nil : TextFilter.visible(String(condition))
  }

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
