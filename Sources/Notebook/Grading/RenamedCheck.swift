import CellLanguage

extension Check {
  /// The same with other names in the place of those that it defines and others have as well. Who answers can't know
  /// the names of checks that aren't shown.
  func avoiding(_ names: Set<String>) -> Check {
    let clashing = Set(program.definedNames).intersection(names)
    guard !clashing.isEmpty else { return self }
    let taken = names.union(program.usedNames).union(program.definedNames)
    var renamed: [String: String] = [:]
    for name in clashing.sorted() {
      var other = name + "_"
      while taken.contains(other) { other += "_" }
      renamed[name] = other
    }
    let text = Identifiers.replaced(in: program.source.text, by: renamed)
    let source = Source(text, name: program.source.name, firstLine: program.source.firstLine)
    return Check(program: Program(parsing: source), vary: vary, messages: messages)
  }
}

/// Finds the names in a text of the cell language.
enum Identifiers {
  /// Puts names in the place of others; not in strings, behind a point, or where an argument is named.
  static func replaced(in text: String, by names: [String: String]) -> String {
    var result = ""
    var rest = text[...]
    var depth = 0
    while let character = rest.first {
      if character == "\"" || character == "'" {
        result += string(&rest)
      } else if character == "#" {
        result += taken(&rest) { !$0.isNewline }
      } else if character.isNumber {
        result += taken(&rest) { $0.isLetter || $0.isNumber || $0 == "." }
      } else if character.isLetter || character == "_" {
        let isAttribute = result.last { !$0.isWhitespace } == "."
        let name = taken(&rest) { $0.isLetter || $0.isNumber || $0 == "_" }
        let isNamed = depth > 0 && isArgumentName(before: rest)
        result += isAttribute || isNamed ? name : names[name] ?? name
      } else {
        if "([{".contains(character) { depth += 1 }
        if ")]}".contains(character) { depth -= 1 }
        result.append(rest.removeFirst())
      }
    }
    return result
  }

  private static func taken(
    _ rest: inout Substring, while isPart: (Character) -> Bool
  ) -> String {
    let part = rest.prefix(while: isPart)
    rest = rest[part.endIndex...]
    return String(part)
  }

  /// `axis=` and not `axis ==`.
  private static func isArgumentName(before rest: Substring) -> Bool {
    let next = rest.drop { $0 == " " }
    return next.hasPrefix("=") && !next.hasPrefix("==")
  }

  /// A string with its quotes.
  private static func string(_ rest: inout Substring) -> String {
    let quote = rest.first ?? "\""
    let triple = String(repeating: quote, count: 3)
    let end = rest.hasPrefix(triple) ? triple : String(quote)
    var result = end
    rest = rest.dropFirst(end.count)
    while !rest.isEmpty, !rest.hasPrefix(end) {
      if rest.first == "\\" { result.append(rest.removeFirst()) }
      if let character = rest.popFirst() { result.append(character) }
    }
    result += rest.prefix(end.count)
    rest = rest.dropFirst(end.count)
    return result
  }
}
