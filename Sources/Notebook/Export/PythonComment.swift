import CellLanguage

/// Text that Python passes over, whatever it holds.
enum PythonComment {
  static func lines(_ text: String) -> [String] {
    visible(text).split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.isEmpty ? "#" : "# " + $0
    }
  }

  static func text(_ text: String) -> String { lines(text).joined(separator: "\n") }

  /// Filtered, with line ends of one kind: Python ends a comment at a lone carriage return too.
  static func visible(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let followsReturn = plain.last == "\r"
      if followsReturn { plain.removeLast() }
      if followsReturn { plain.append("\n") }
      if followsReturn, scalar == "\n" { continue }
      plain.append(scalar)
    }
    if plain.last == "\r" {
      plain.removeLast()
      plain.append("\n")
    }
    return TextFilter.visible(String(plain), keepingLineBreaks: true)
  }
}
