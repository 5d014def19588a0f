import Notebook

/// A text that was looked for, found in a lesson.
struct SearchHit: Hashable {
  let lesson: String
  let step: Int
  let part: Int
  let place: SearchText.Place
  let term: String
}

/// The last search of a lesson, for going from hit to hit.
struct Found: Hashable {
  let term: String
  let lesson: String
  /// Which of the lesson's hits was gone to.
  var index: Int
}

extension State {
  /// The hits in the open lesson; at home in all lessons.
  func searchChoices(_ term: String) -> [Choice] {
    guard !term.isEmpty else { return [] }
    if layers.contains(.lesson), finder?.isOfAll != true, let reading {
      return SearchedLesson(reading.session).choices(for: term, lead: "")
    }
    return (finder?.library ?? []).flatMap { $0.hits(for: term) }
  }

  /// Counts the hits in other lessons of what the open one hasn't.
  mutating func countElsewhere() {
    guard let finder, finder.kind == .text, !finder.isOfAll, layers.contains(.lesson) else {
      return
    }
    self.finder?.elsewhere = 0
    let term = finder.field.text.trimmed()
    guard !term.isEmpty, choices.isEmpty else { return }
    // What isn't found doesn't stand in more of the same either.
    if let nowhere = finder.nowhere, term.contains(nowhere) { return }
    // Read when it is asked for first: most searches find something where the reader is.
    let library = finder.library.isEmpty ? library : finder.library
    self.finder?.library = library
    let count = library.reduce(0) { $0 + $1.hits(for: term).count }
    self.finder?.elsewhere = count
    self.finder?.nowhere = count == 0 ? term : nil
  }

  /// All lessons, to be searched: those that were opened as they are on the screen.
  var library: [SearchedLesson] {
    shelf.lessons.compactMap { lesson in
      let open = reading?.lesson.id == lesson.id ? reading : left[lesson.id]
      if let open { return SearchedLesson(open.session) }
      var lesson = lesson
      return lesson.read().map { SearchedLesson($0) }
    }
  }
}

/// Finding a text in another, capitals or not.
enum TextSearch {
  /// The characters where a term first stands.
  static func range(of term: String, in text: String) -> Range<Int>? {
    guard mayStand(term, in: text) else { return nil }
    return ranges(of: folded(term), in: text.map { $0.lowercased() }).first
  }

  /// Whether a term can stand in a text at all: the bytes of its plain letters tell, in a small part of the time.
  private static func mayStand(_ term: String, in text: String) -> Bool {
    func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }
    let plain = term.utf8.split { $0 >= 0x80 }.max { $0.count < $1.count } ?? term.utf8.prefix(0)
    let wanted = plain.map(folded)
    guard let first = wanted.first else { return true }
    let bytes = Array(text.utf8)
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains { start in
      folded(bytes[start]) == first
        && wanted.indices.allSatisfy { folded(bytes[start + $0]) == wanted[$0] }
    }
  }

  static func folded(_ text: String) -> [String] { text.map { $0.lowercased() } }

  /// Every place where folded characters stand among others, none overlapping.
  static func ranges(of term: [String], in text: [String]) -> [Range<Int>] {
    guard let first = term.first, term.count <= text.count else { return [] }
    var ranges: [Range<Int>] = []
    var start = 0
    while start + term.count <= text.count {
      if text[start] == first, text[start..<start + term.count].elementsEqual(term) {
        ranges.append(start..<start + term.count)
        start += term.count
      } else {
        start += 1
      }
    }
    return ranges
  }
}
