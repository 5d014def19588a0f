import CellLanguage

/// What is looked for in the help: first as it is typed, then its words anywhere in a line, then the words nearest to them, at
/// last any of these.
struct HelpSearch {
  private enum Way { case phrase, words, any }

  private let way: Way
  /// In small letters.
  private let words: [String]
  /// What was taken for what was typed; nil where it is that.
  private(set) var correction: String?

  var isEmpty: Bool { words.isEmpty }

  /// All ways to look for a text, the closest first.
  ///
  /// - Parameter texts: what is looked through, which says what words there are.
  static func ways(_ text: String, in texts: @autoclosure () -> [String]) -> [HelpSearch] {
    let phrase = text.lowercased().trimmed()
    guard !phrase.isEmpty else { return [HelpSearch(.phrase, [])] }
    let words = Self.words(of: phrase)
    let exact = [HelpSearch(.phrase, [phrase])] + (words.count > 1 ? [.init(.words, words)] : [])
    let known = Self.vocabulary(of: texts())
    let near = words.map { Self.nearest(to: $0, in: known) }
    var corrected = HelpSearch(.words, near)
    if near != words { corrected.correction = near.joined(separator: " ") }
    let telling = near.filter { $0.count > 2 && known.contains($0) }
    var any = HelpSearch(.any, telling)
    any.correction = telling.joined(separator: " ")
    return exact + (near == words ? [] : [corrected])
      + (telling.isEmpty || telling == near && near.count < 2 ? [] : [any])
  }

  private init(_ way: Way, _ words: [String]) {
    self.way = way
    self.words = words
  }

  /// Whether what is looked for stands in one of some texts, or its words in them together.
  func finds(_ texts: [String]) -> Bool {
    if words.isEmpty { return true }
    let texts = texts.map { $0.lowercased() }
    func stands(_ word: String) -> Bool { texts.contains { $0.contains(word) } }
    return way == .any ? words.contains(where: stands) : words.allSatisfy(stands)
  }

  /// The texts to be looked for in what is found by its beginning.
  var beginnings: [String] { words }

  private static func words(of text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map { String($0) }
  }

  private static func vocabulary(of texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.flatMap { words(of: $0.lowercased()) }.filter {
      $0.count > 2 && seen.insert($0).inserted
    }
  }

  /// The word itself where some word has it in it.
  private static func nearest(to word: String, in known: [String]) -> String {
    if word.count < 3 || known.contains(where: { $0.contains(word) }) { return word }
    return NearNames.nearest(to: word, in: known).first ?? word
  }
}
