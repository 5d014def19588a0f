import CellLanguage

/// What the name of a lesson's file says: `05-why-divide.md` is number 5, id `why-divide`, "Why divide".
package struct LessonName: Hashable, Sendable {
  package let number: Int?
  package let id: String
  package let title: String

  /// - Parameter path: of the file, with or without folders.
  package init(_ path: String) {
    number = LessonReader.number(of: path)
    let base = LessonReader.baseName(path)
    let slug = number == nil ? base[...] : base.drop { ("0"..."9").contains($0) }.dropFirst()
    id = LessonName.id(String(slug))
    title = LessonName.title(String(slug))
  }

  /// Small letters, digits and dashes; letters with marks without them.
  private static func id(_ slug: String) -> String {
    let letters = slug.unicodeScalars.map(plain).joined()
    let id = letters.split(separator: "-").joined(separator: "-").prefix(60)
    return id.isEmpty ? "lesson" : String(id.hasSuffix("-") ? id.dropLast() : id)
  }

  private static func plain(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "a"..."z", "0"..."9": return String(Character(scalar))
    case "A"..."Z": return Character(scalar).lowercased()
    case "ß": return "ss"
    default:
      if scalar.properties.generalCategory == .nonspacingMark { return "" }
      // LATIN SMALL LETTER U WITH DIAERESIS
      let words = scalar.properties.name?.split(separator: " ") ?? []
      guard words.count > 4, words[0] == "LATIN", words[2] == "LETTER", words[4] == "WITH",
        words[3].count == 1
      else { return "-" }
      return words[3].lowercased()
    }
  }

  private static func title(_ slug: String) -> String {
    let shown = slug.unicodeScalars.map { scalar in
      let isHidden = TextFilter.visible(scalar) != String(Character(scalar))
      return isHidden || scalar == "-" || scalar == "_" ? " " : String(Character(scalar))
    }.joined()
    let words = shown.split(separator: " ").joined(separator: " ").prefix(200)
    guard let first = words.first else { return "A new lesson" }
    return first.uppercased() + words.dropFirst()
  }
}
