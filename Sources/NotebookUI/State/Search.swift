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
    if layers.contains(.lesson), let reading {
      return choices(for: term, in: SearchTexts(reading.session), of: reading.lesson) {
        "step \($0 + 1)"
      }
    }
    return shelf.lessons.flatMap { lesson in
      let texts = left[lesson.id].map { SearchTexts($0.session) } ?? SearchTexts(lesson)
      let name = lesson.number.map { "\($0)" } ?? lesson.id
      return titleChoices(for: term, lesson, name)
        + choices(for: term, in: texts, of: lesson) { "\(name) step \($0 + 1)" }
    }
  }

  private func titleChoices(for term: String, _ lesson: Lesson, _ name: String) -> [Choice] {
    [lesson.title, lesson.summary].compactMap { text in
      let text = text.onOneLine()
      return TextSearch.range(of: term, in: text).map {
        Choice(
          goal: .lesson(lesson.id), lead: name, text: text, match: $0,
          detail: lesson.title.onOneLine())
      }
    }
  }

  private func choices(
    for term: String, in texts: SearchTexts, of lesson: Lesson, lead: (Int) -> String
  ) -> [Choice] {
    texts.all.compactMap { text in
      guard let range = TextSearch.range(of: term, in: text.text) else { return nil }
      let hit = SearchHit(
        lesson: lesson.id, step: text.step, part: text.part, place: text.place, term: term)
      return Choice(
        goal: .hit(hit), lead: lead(text.step), text: text.text, match: range,
        detail: "\(lesson.title.onOneLine()) › \(plainText(lesson.steps[text.step].title))")
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
