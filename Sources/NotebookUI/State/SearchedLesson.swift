import Notebook

/// A lesson as it is searched.
struct SearchedLesson: Hashable {
  let id: String
  /// Its number, else its id.
  let name: String
  private let title: String
  private let summary: String
  private let stepTitles: [String]
  private let texts: [SearchText]

  /// As it stands in its file.
  init(_ lesson: Lesson) {
    self.init(lesson, texts: SearchTexts(lesson))
  }

  /// As the reader has it.
  init(_ session: Session) {
    self.init(session.lesson, texts: SearchTexts(session))
  }

  private init(_ lesson: Lesson, texts: SearchTexts) {
    id = lesson.id
    name = lesson.number.map { "\($0)" } ?? lesson.id
    title = lesson.title.onOneLine()
    summary = lesson.summary.onOneLine()
    stepTitles = lesson.steps.map { plainText($0.title) }
    self.texts = texts.all
  }

  /// Where it has the term, its title and its summary before its steps.
  func hits(for term: String) -> [Choice] {
    titleChoices(for: term) + choices(for: term, lead: "\(name) ")
  }

  /// Where its title or its summary has the term.
  func titleChoices(for term: String) -> [Choice] {
    [title, summary].compactMap { text in
      TextSearch.range(of: term, in: text).map {
        Choice(goal: .lesson(id), lead: name, text: text, match: $0, detail: title)
      }
    }
  }

  /// Every text of its steps that has the term.
  ///
  /// - Parameter lead: stands before the step's name.
  func choices(for term: String, lead: String) -> [Choice] {
    texts.compactMap { text in
      guard let range = TextSearch.range(of: term, in: text.text) else { return nil }
      let hit = SearchHit(
        lesson: id, step: text.step, part: text.part, place: text.place, term: term)
      return Choice(
        goal: .hit(hit),
        lead: "\(lead)step \(text.step + 1)", text: text.text, match: range,
        detail: "\(title) › \(stepTitles[text.step])")
    }
  }
}
