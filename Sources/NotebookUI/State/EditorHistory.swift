/// What was done to a text being typed, to be taken back: each step as the characters that it put in the place of others.
///
/// Letters typed one after another are one step; a blank begins the next, as does moving the caret.
struct EditorHistory: Hashable, Sendable {
  struct Step: Hashable, Sendable {
    let start: Int
    let removed: [Character]
    var inserted: [Character]
    let caretBefore: Int
    var caretAfter: Int
  }

  /// More steps back nobody goes.
  private static let limit = 1000

  private(set) var done: [Step] = []
  private(set) var undone: [Step] = []
  /// Whether the next letter belongs to the last step.
  private var isOpen = false

  /// Takes down what changed between two states of a text.
  mutating func record(from before: TextField, to after: TextField) {
    guard let step = Step(from: before, to: after) else { return }
    undone = []
    if isOpen, let last = done.last, let joined = last.joined(with: step) {
      done[done.count - 1] = joined
    } else {
      done.append(step)
      if done.count > Self.limit { done.removeFirst() }
    }
    isOpen = step.isLetter
  }

  /// The next letter is a step of its own.
  mutating func close() { isOpen = false }

  mutating func takeBack() -> Step? {
    isOpen = false
    guard let step = done.popLast() else { return nil }
    undone.append(step)
    return step
  }

  mutating func doAgain() -> Step? {
    isOpen = false
    guard let step = undone.popLast() else { return nil }
    done.append(step)
    return step
  }
}

extension EditorHistory.Step {
  /// What lies between the common beginning and the common end; nil where the texts are the same.
  fileprivate init?(from before: TextField, to after: TextField) {
    let old = before.characters
    let new = after.characters
    let shorter = min(old.count, new.count)
    var start = 0
    while start < shorter, old[start] == new[start] { start += 1 }
    guard start < max(old.count, new.count) else { return nil }
    var end = 0
    while end < shorter - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
    self.init(
      start: start, removed: Array(old[start..<old.count - end]),
      inserted: Array(new[start..<new.count - end]), caretBefore: before.caret,
      caretAfter: after.caret)
  }

  fileprivate var isLetter: Bool {
    removed.isEmpty && inserted.count == 1 && inserted.allSatisfy { !$0.isWhitespace }
  }

  /// A letter right behind what was typed before.
  fileprivate func joined(with next: Self) -> Self? {
    guard next.isLetter, next.caretBefore == caretAfter else { return nil }
    var step = self
    step.inserted += next.inserted
    step.caretAfter = next.caretAfter
    return step
  }
}
