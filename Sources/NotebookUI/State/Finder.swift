import Notebook

/// What is looked for by typing: a text in the lessons, or a command by its name.
package struct Finder: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case text, command }

  package let kind: Kind
  package var field = TextField()
  /// Which of the choices is taken by Enter; nil until one was chosen with the arrows.
  package var chosen: Int?
  /// The context that it was called from: its commands are the ones to choose from.
  let origin: Context
  /// What is searched, where it is all lessons.
  var library: [SearchedLesson]
  /// Whether all lessons are searched, not the one that is open.
  var isOfAll = false
  /// How often the text stands in other lessons than the open one, where it stands nowhere in that.
  var elsewhere = 0
  /// What was last found in no lesson at all.
  var nowhere: String?
}

/// One of the lines that a finder offers.
struct Choice: Hashable {
  enum Goal: Hashable {
    case action(Action)
    /// A step of a lesson, counted from 0.
    case step(lesson: String, Int)
    case lesson(String)
    case hit(SearchHit)
    /// Saving the notebook that is written, under this name.
    case write(String)
    /// A form to be filled in a notebook of one's own.
    case skeleton(Skeleton)
    /// More is to be typed behind this.
    case more(String)
  }

  let goal: Goal
  /// What stands before the text in a column of its own.
  let lead: String
  let text: String
  /// The characters of the text that were looked for.
  var match: Range<Int> = 0..<0
  /// All that there is to say about it.
  let detail: String
}

extension State {
  /// What the finder offers for what is typed.
  var choices: [Choice] {
    guard let finder else { return [] }
    return switch finder.kind {
    case .text: searchChoices(finder.field.text.trimmed())
    case .command: commandChoices(finder.field.text.trimmed())
    }
  }

  /// Which of them Enter takes: the one chosen, else the first hit that isn't behind the reader.
  func chosenIndex(in choices: [Choice]) -> Int {
    if let chosen = finder?.chosen { return max(0, min(chosen, choices.count - 1)) }
    guard let reading, layers.contains(.lesson), finder?.isOfAll != true else { return 0 }
    return choices.firstIndex {
      if case .hit(let hit) = $0.goal { hit.step >= reading.step } else { false }
    } ?? 0
  }
}
