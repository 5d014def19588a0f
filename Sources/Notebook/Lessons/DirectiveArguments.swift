/// The id and the `key=value` pairs of a directive: `scale points=2 edits=S`.
struct DirectiveArguments {
  private(set) var id = ""
  private(set) var values: [String: String] = [:]
  /// What is wrong, with what to write.
  private(set) var problems: [(message: String, advice: String)] = []

  init(_ text: String, keys: [String]) {
    for word in DirectiveArguments.words(text) {
      guard let equals = word.firstIndex(of: "=") else {
        if id.isEmpty, values.isEmpty { id = word } else { notUnderstood(word) }
        continue
      }
      let key = String(word[..<equals])
      if !keys.contains(key) {
        problems.append(("\(quoted(key)) can't be set here", advice(key, keys)))
      } else if values.updateValue(String(word[word.index(after: equals)...]), forKey: key) != nil {
        problems.append(("\(key) is set twice", "keep one of them"))
      }
    }
    if !FrontMatterReader.isID(id) {
      problems.append(
        (
          id.isEmpty ? "an id is missing" : "\(quoted(id)) is no id",
          "write small letters, digits and dashes behind the colon"
        ))
    }
  }

  private mutating func notUnderstood(_ word: String) {
    problems.append(
      ("\(quoted(word)) is not understood", "write key=value, values with blanks in double quotes"))
  }

  /// Splits at blanks outside double quotes, and takes the quotes away.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for character in text {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == " ", !isQuoted {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
