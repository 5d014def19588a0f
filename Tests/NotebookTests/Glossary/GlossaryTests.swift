import CellLanguage
import Notebook
import TestSupport
import Testing

/// What the glossary says of the lessons is so.
@Suite struct GlossaryTests {
  @Test("each term is built in its lesson, and is used in none before", arguments: Glossary.entries)
  func term(entry: GlossaryEntry) throws {
    let own = try #require(
      Self.lessons.first { $0.number == entry.lesson }, "there is no lesson \(entry.lesson)")
    #expect(own.words.holds(entry.term), "lesson \(entry.lesson) doesn't use it")
    #expect(
      own.boldTerms.contains { Words($0).holds(entry.term) }
        || own.text.lowercased().contains("*\(entry.term.lowercased())*"), "it isn't marked there")
    let earlier = Self.lessons.filter { $0.number < entry.lesson && $0.words.holds(entry.term) }
    #expect(
      earlier.map(\.number) == (Self.otherSenses[entry.term] ?? []), "it is used before its lesson")
  }

  /// Words of every day that earlier lessons need, and titles of what they quote.
  private static let otherSenses: [String: [Int]] = [
    "attention": [5], "key": [1], "transformer": [2, 8],
  ]

  @Test func theOrderIsThatOfTheAlphabet() {
    let terms = Glossary.entries.map { $0.term.lowercased() }
    #expect(terms == terms.sorted())
    #expect(Set(terms).count == terms.count)
  }

  @Test("each is one sentence and fits 80 columns", arguments: Glossary.entries)
  func form(entry: GlossaryEntry) {
    #expect(entry.meaning.hasSuffix("."))
    #expect(!entry.meaning.dropLast().contains(". "))
    for line in entry.description.split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= 80)
    }
  }

  @Test func everyTermThatALessonBuildsIsThere() {
    let built = Self.lessons.filter { $0.number > 1 }.flatMap { $0.boldTerms }
    let missing = built.filter { term in
      !Glossary.entries.contains { Words(term).holds($0.term) } && !Self.unlisted.contains(term)
    }
    #expect(missing == [])
  }

  /// Names of matrices: the projections have them.
  private static let unlisted: Set<String> = ["`W_Q`", "`W_K`", "`W_V`", "`W_O`"]

  @Test func termsAreFoundByTheirWords() {
    #expect(Glossary.entry(named: "bert")?.lesson == 10)
    #expect(Glossary.entry(named: "nothing") == nil)
    #expect(
      Glossary.entries(matching: "mask").map(\.term) == ["causal mask", "mask"])
    #expect(Glossary.entries(matching: "") == [])
  }

  // MARK: - The lessons' words

  private struct LessonWords {
    let number: Int
    /// What readers read: no cells, no notes for the speaker.
    let text: String
    let words: Words

    var boldTerms: [String] {
      text.split(separator: "**", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
        .filter { !$0.hasPrefix("Guess") && !$0.hasPrefix("The next question") }
    }
  }

  private static let lessons: [LessonWords] = LessonFiles.names.compactMap { name in
    guard let number = Int(name.prefix { $0.isNumber }) else { return nil }
    let text = readersText(LessonFiles.text(of: name))
    return LessonWords(number: number, text: text, words: Words(text))
  }

  private static func readersText(_ source: String) -> String {
    var lines: [Substring] = []
    var isInFence = false
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") { isInFence.toggle() }
      let isDirective = line.hasPrefix("<!--") || line.hasPrefix("```")
      if !isInFence, !isDirective { lines.append(line) }
    }
    return lines.joined(separator: " ")
  }
}

/// A text as its words in lower case, in order; a plural counts as the word.
private struct Words {
  private let words: [String]

  init(_ text: String) {
    words = text.lowercased().split { !$0.isLetter && $0 != "-" && $0 != "'" }.map(String.init)
  }

  func holds(_ term: String) -> Bool {
    let wanted = Words(term).words
    return words.indices.dropLast(max(0, wanted.count - 1)).contains { start in
      wanted.indices.allSatisfy { index in
        let word = words[start + index]
        return word == wanted[index] || (index == wanted.count - 1 && word == wanted[index] + "s")
      }
    }
  }
}
