extension ClaimReader {
  struct Word {
    let text: String
    /// Behind its last letter.
    let end: Int
  }

  /// What a part of a sentence says of the circumstances: `at the start` is how the lesson opens, `with T = 2` is not.
  struct Circumstances {
    /// What stands behind them is where something holds.
    private static let prepositions: Set<String> = [
      "for", "with", "without", "at", "by", "under", "from", "to",
    ]
    /// A clause that begins so states nothing by itself.
    private static let clauses: Set<String> = ["where", "or", "either", "which"]
    /// With one of these other numbers are meant than the lesson's.
    private static let others: Set<String> = [
      "larger", "smaller", "bigger", "higher", "lower", "more", "less", "another", "other",
      "different", "new", "small", "large", "huge", "tiny", "twice", "half", "which", "what", "any",
      "some",
    ]
    private static let boundaries: Set<Character> = [",", ";", ":", "—", "–", "("]

    private let characters: [Character]
    private let range: Range<Int>
    private let words: [Word]

    init(_ characters: [Character], _ range: Range<Int>, _ words: [Word]) {
      self.characters = characters
      self.range = range
      self.words = words
    }

    /// Whether other circumstances than those at the start are named.
    var holdSomethingElse: Bool {
      words.contains { word in
        Circumstances.prepositions.contains(word.text) && isParticular(stretch(behind: word))
      }
    }

    /// Whether what stands behind this part depends on it.
    ///
    /// - Parameter isSign: whether that is `T = 2`, which may be the circumstance itself.
    func govern(isSign: Bool) -> Bool {
      holdSomethingElse
        || words.contains { word in
          stretch(behind: word).upperBound == range.upperBound
            && (Circumstances.clauses.contains(word.text)
              || isSign && Circumstances.prepositions.contains(word.text))
        }
    }

    /// As far as the clause goes.
    private func stretch(behind word: Word) -> Range<Int> {
      let rest = word.end..<range.upperBound
      var isCode = false
      for index in rest {
        if characters[index] == "`" { isCode.toggle() }
        if !isCode, Circumstances.boundaries.contains(characters[index]) { return word.end..<index }
      }
      return rest
    }

    private func isParticular(_ stretch: Range<Int>) -> Bool {
      let text = characters[stretch]
      return text.contains { "0123456789=≈→{".contains($0) }
        || text.split { !$0.isLetter }.contains {
          Circumstances.others.contains(String($0).lowercased())
        }
    }
  }
}
