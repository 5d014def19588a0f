/// A number that prose gives a name as plain text: `` `mix` is 4 ``, `` `A[cat, x]` = 0.23 ``, `` `Q` is 2×4 ``.
struct Claim: Hashable {
  enum Number: Hashable {
    /// Each number with the decimals it was written with.
    case numbers([Written])
    /// `3×2`
    case shape([Int])
  }

  struct Written: Hashable {
    let value: Double
    let decimals: Int
  }

  /// What stands in the code span.
  let expression: String
  let number: Number
  /// As the prose has it: `(0.23, 1)`.
  let text: String
  /// After `≈`, where the last digit may be off.
  let isRough: Bool
  let line: Int
}

/// Finds claims in a paragraph. What may be meant otherwise is left alone: nothing in a question, in a condition, or
/// behind an invitation to change something is a claim.
struct ClaimReader {
  /// Behind one of these a sentence speaks of what may be, not of what is.
  private static let conditions: Set<String> = [
    "if", "when", "once", "unless", "until", "would", "could", "should", "must", "may", "might",
    "then", "after", "before", "not", "never", "were", "was", "will", "say", "let", "guess",
    "instead", "whenever", "while", "becomes", "expected", "ought", "wrong", "long", "soon",
  ]
  /// Behind one of these a paragraph speaks of what the reader made of it.
  private static let invitations: Set<String> = ["set", "try", "suppose", "imagine"]
  /// And behind one of these, where a sentence begins with it.
  private static let commands: Set<String> = [
    "make", "bring", "change", "type", "put", "raise", "lower", "double", "edit", "turn", "replace",
    "add", "take", "move", "open", "nudge", "find", "mend", "write", "choose",
  ]
  /// What may follow a number that a sentence goes on behind.
  private static let continuations: Set<String> = [
    "and", "but", "so", "because", "since", "here", "now", "too", "again", "already", "still",
    "exactly", "today",
  ]
  /// And two words behind which nothing else is meant than the start.
  private static let beginnings: Set<String> = [
    "at the", "at first", "at present", "for now", "to begin", "to start", "from the",
  ]

  /// Longer paragraphs are read as far as this, and so many claims in each: nobody writes more, and the time stays linear.
  private static let characterLimit = 5000
  private static let claimLimit = 50

  private let characters: [Character]
  private let lineNumbers: [Int]
  /// Where the first invitation stands.
  private let invitation: Int

  init(_ lines: [MarkdownLine]) {
    var characters: [Character] = []
    var numbers: [Int] = []
    for line in lines {
      characters += Array(line.text) + ["\n"]
      numbers += Array(repeating: line.number, count: characters.count - numbers.count)
    }
    self.characters = Array(characters.prefix(ClaimReader.characterLimit))
    lineNumbers = numbers
    invitation = ClaimReader.firstInvitation(in: self.characters)
  }

  /// Every claim of the paragraph, in text order.
  func claims() -> [Claim] {
    var claims: [Claim] = []
    var start = 0
    while claims.count < ClaimReader.claimLimit, let span = codeSpan(from: start) {
      start = span.end
      if let claim = claim(about: span) { claims.append(claim) }
    }
    return claims
  }

  // MARK: - Parts

  private struct Span {
    /// Of its first backtick.
    let start: Int
    /// Behind its last.
    let end: Int
    let text: String
  }

  private func codeSpan(from start: Int) -> Span? {
    guard let open = characters[start...].firstIndex(of: "`") else { return nil }
    let mark = characters[open...].prefix { $0 == "`" }
    var index = mark.endIndex
    while let close = characters[index...].firstIndex(of: "`") {
      let end = characters[close...].prefix { $0 == "`" }
      if end.count == mark.count {
        return Span(start: open, end: end.endIndex, text: String(characters[mark.endIndex..<close]))
      }
      index = end.endIndex
    }
    return nil
  }

  private func claim(about span: Span) -> Claim? {
    var cursor = Cursor(characters, at: span.end)
    cursor.skipBlanks()
    guard let verb = cursor.takeVerb() else { return nil }
    cursor.skipBlanks()
    let start = cursor.index
    guard let number = cursor.takeNumber(), ends(cursor),
      isStated(span, cursor.index, isSign: verb.isSign)
    else { return nil }
    return Claim(
      expression: span.text, number: number, text: String(characters[start..<cursor.index]),
      isRough: verb == .roughly, line: lineNumbers[span.start])
  }

  /// Whether the sentence ends behind the number, or goes on with something of its own.
  private func ends(_ cursor: Cursor) -> Bool {
    var rest = cursor
    guard let next = rest.peek else { return true }
    if ".,;:!)".contains(next) { return true }
    guard next.isWhitespace else { return false }
    rest.skipBlanks()
    let word = rest.takeWord()
    if word.isEmpty { return rest.peek.map { "(–—".contains($0) } ?? true }
    if ClaimReader.continuations.contains(word) { return true }
    rest.skipBlanks()
    return ClaimReader.beginnings.contains(word + " " + rest.takeWord())
  }

  /// Whether the sentence around the claim states something.
  private func isStated(_ span: Span, _ end: Int, isSign: Bool) -> Bool {
    let sentence = sentence(around: span, end)
    if characters[sentence].last == "?" { return false }
    let before = sentence.lowerBound..<span.start
    let after = end..<sentence.upperBound
    let around = (words(before) + words(after)).map(\.text)
    return span.start < invitation && ClaimReader.conditions.isDisjoint(with: around)
      && !Circumstances(characters, before, words(before)).govern(isSign: isSign)
      && !Circumstances(characters, after, words(after)).holdSomethingElse
  }

  /// Of a word that invites anywhere, or at the beginning of a sentence; the end where there is none.
  private static func firstInvitation(in characters: [Character]) -> Int {
    var begins = true
    var index = 0
    while index < characters.count {
      guard characters[index].isLetter else {
        if ".?!:;".contains(characters[index]) { begins = true }
        index += 1
        continue
      }
      let letters = characters[index...].prefix { $0.isLetter }
      let word = String(letters).lowercased()
      if invitations.contains(word) || begins && commands.contains(word) { return index }
      begins = false
      index = letters.endIndex
    }
    return characters.count
  }

  private func sentence(around span: Span, _ end: Int) -> Range<Int> {
    func isEnd(_ index: Int) -> Bool {
      ".?!".contains(characters[index])
        && (index + 1 == characters.count || characters[index + 1].isWhitespace)
    }
    let start = (0..<span.start).last(where: isEnd).map { $0 + 1 } ?? 0
    // A point right behind the number ends the sentence.
    let last = (end..<characters.count).first(where: isEnd) ?? characters.count - 1
    return start..<max(end, last + 1)
  }

  private func words(_ range: Range<Int>) -> [Word] {
    characters[range].indices.split { !characters[$0].isLetter }.compactMap { indices in
      guard let first = indices.first, let last = indices.last else { return nil }
      return Word(text: String(characters[first...last]).lowercased(), end: last + 1)
    }
  }
}
