import Notebook

/// The terms of the field that a step uses and that an earlier lesson has built. What a lesson builds it says itself, and
/// asks about.
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
    let texts = SearchTexts(reading.lesson, step: key.step).all.filter { text in
      if case .panel = text.place { false } else { text.part <= key.part }
    }
    let here = texts.map(\.text)
    let number = reading.lesson.number
    entries = Glossary.entries(usedIn: here.joined(separator: "\n")).filter { entry in
      number.map { entry.lesson < $0 } ?? true
    }
  }
}

extension State {
  /// What is found once for a step and a size.
  mutating func refreshStep() {
    refreshTerms()
    refreshSpacing()
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
