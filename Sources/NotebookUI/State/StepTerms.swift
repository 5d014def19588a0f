import Notebook

/// The terms of the field that a step uses and that were met before: in an earlier lesson, or earlier in this one. What
/// a step says for the first time it says itself.
struct StepTerms {
  /// What they were found for.
  struct Key: Hashable {
    let step: Int
    let part: Int
    /// Of the text, where somebody writes it.
    let version: Int
  }

  let key: Key
  let entries: [GlossaryEntry]

  init(_ reading: Reading, key: Key) {
    self.key = key
    let texts = SearchTexts(reading.lesson).all.filter { text in
      if case .panel = text.place { false } else { true }
    }
    let here = texts.filter { $0.step == key.step && $0.part <= key.part }
    let earlier = texts.filter { $0.step < key.step }
    let known = Set(Glossary.entries(usedIn: Self.joined(earlier)).map(\.term))
    let number = reading.lesson.number
    entries = Glossary.entries(usedIn: Self.joined(here)).filter { entry in
      number.map { entry.lesson < $0 } ?? true || known.contains(entry.term)
    }
  }

  private static func joined(_ texts: [SearchText]) -> String {
    texts.map(\.text).joined(separator: "\n")
  }
}

extension State {
  /// What is found once for a step and a size.
  mutating func refreshStep() {
    refreshSpacing()
    refreshTerms()
  }

  /// Finds them anew where the step, what is shown of it or its text has changed; on a screen that has no room for
  /// them, not at all.
  mutating func refreshTerms() {
    let open = OpenDerivation(size: size, isRoom: isRoom, height: nil)
    guard open != .nowhere, let reading else { return }
    let key = StepTerms.Key(
      step: reading.step, part: reading.shownParts,
      version: reading.session.isAuthoring ? reading.session.version : 0)
    guard reading.terms?.key != key else { return }
    self.reading?.terms = StepTerms(reading, key: key)
  }
}
