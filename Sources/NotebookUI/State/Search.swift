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
    // Read when it is asked for first: most searches find something where the reader is.
    let library = finder.library.isEmpty ? library : finder.library
    self.finder?.library = library
    self.finder?.elsewhere = library.reduce(0) { $0 + $1.hits(for: term).count }
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
    ranges(of: folded(term), in: text.map { $0.lowercased() }).first
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
