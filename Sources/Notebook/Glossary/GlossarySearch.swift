extension Glossary {
  /// The entries whose terms a text uses, in singular or plural, each once, in the order in which they come. Of two terms
  /// that begin at one word the longer counts: where "dot product" stands, nothing is said of "product". Names of a
  /// program, as `dot_product`, and words in capitals, as `MASK`, are no terms, unless a term is written so.
  package static func entries(usedIn text: String) -> [GlossaryEntry] {
    let words = words(of: text)
    var found: [GlossaryEntry] = []
    var index = words.startIndex
    while index < words.endIndex {
      let rest = words[index...]
      guard let term = terms[words[index]]?.first(where: { rest.starts(with: $0.words) }) else {
        index += 1
        continue
      }
      if !found.contains(term.entry) { found.append(term.entry) }
      index += term.words.count
    }
    return found
  }

  private struct Term {
    let words: [String]
    let entry: GlossaryEntry
  }

  /// By their first words, the longest first.
  private static let terms: [String: [Term]] = {
    let terms = entries.map { Term(words: words(of: $0.term), entry: $0) }
    return Dictionary(grouping: terms) { $0.words[0] }
      .mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }()

  /// Small letters, each word as one of it is called.
  private static func words(of text: String) -> [String] {
    text.split { !$0.isLetter && $0 != "_" }.map { word in
      if word.count > 1, word == word.uppercased() { return String(word) }
      let word = word.lowercased()
      if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
      return word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
    }
  }
}
