package import Notebook
import Terminal

/// What of the step may be seen: all of it, or what was revealed.
extension Reading {
  /// How many of the step's parts are shown.
  package var shownParts: Int {
    guard let step = lesson.steps[safe: self.step] else { return 1 }
    return heldPart ?? step.partCount
  }

  /// Whether a pause of the step is still to be passed.
  var hasHiddenParts: Bool { heldPart != nil }

  package var shownBlocks: [Block] { shownByBlock.flatMap { $0 } }

  /// The same for each block of the step; nothing where it is hidden.
  var shownByBlock: [[Block]] {
    guard let step = lesson.steps[safe: self.step] else { return [] }
    return heldPart.map { step.blocks(shownParts: $0) } ?? step.blocks.map { [$0] }
  }

  /// The last part that is shown, counted from 1; nil where that is the step's last.
  private var heldPart: Int? {
    guard let curtain, let step = lesson.steps[safe: self.step] else { return nil }
    let opened = curtain.openedParts(ofStep: self.step)
    guard curtain.kind == .guesses else { return opened < step.partCount ? opened : nil }
    guard let held = part(askingIn: step, from: opened), !hidesOwn(behind: held, of: step) else {
      return nil
    }
    return held
  }

  // MARK: - Guesses

  /// The first part, from one on, at whose end something is still to be guessed that the cells behind it would tell.
  private func part(askingIn step: Step, from opened: Int) -> Int? {
    var search = GuessSearch(opened: opened)
    return search.find(in: step.blocks, of: self) ? search.held : nil
  }

  /// What the reader has put into a step they have seen.
  private func hidesOwn(behind part: Int, of step: Step) -> Bool {
    let shown = step.blocks(shownParts: part)
    return session.outline(ofStep: self.step).contains { item in
      item.isOwn && !item.blocks.isEmpty
        && item.blocks.allSatisfy { shown[safe: $0]?.isEmpty != false }
    }
  }

  /// Whether a reader is asked something on this page that they haven't answered: what an input reaches may be the answer.
  var isAsking: Bool {
    guard let curtain, curtain.kind != .room else { return false }
    return tasksOfStep.contains { task in
      if case .exercise = task { false } else { isUnanswered(task) }
    }
  }

  /// Whether nothing was answered to a question yet, nor given up on.
  func isUnanswered(_ task: LessonTask) -> Bool {
    let attempt = attempt(at: task.id)
    return attempt.choices == nil && attempt.guess == nil && !attempt.gaveUp
      && !board.isPassed(task.id)
  }

  /// What is shown now stays so, whatever becomes of the answer that showed it.
  mutating func keepShown() {
    guard let curtain, curtain.kind == .guesses else { return }
    let shown = shownParts
    guard shown > curtain.openedParts(ofStep: step) else { return }
    open(parts: shown)
  }

  /// Shows so many parts of the step from now on.
  mutating func open(parts: Int) {
    let opening = Curtain.Opening(focus: focus, scroll: scroll, scrollThen: scroll, parts: parts)
    curtain?.open(opening, inStep: step)
  }

  /// What stands in the place of what a reader doesn't see yet; nil where all is shown, and in front of a room.
  var foldWords: [Run]? {
    guard let curtain, curtain.kind != .room, let held = heldPart else { return nil }
    let key = Run(bindings.key(.nextStep), Style(.footerKey, bold: true))
    guard curtain.kind == .guesses else { return [key, Run(" shows the rest.", .label)] }
    let asked = lesson.steps[safe: step]?.parts[safe: held - 1] ?? []
    let isQuestion = asked.contains { $0.task.map { isUnanswered($0) } ?? false }
    return isQuestion
      ? [
        Run("The rest shows when you have answered; ", .label), key, Run(" shows it now.", .label),
      ]
      : [Run("Guess first; then ", .label), key, Run(" shows the rest.", .label)]
  }
}

/// Goes through a step up to the first cell that would tell what is still to be guessed.
private struct GuessSearch {
  let opened: Int
  private var part = 1
  /// Whether the part asks something that isn't answered.
  private var asks = false
  /// The part at whose end a guess is asked for.
  private(set) var held: Int?

  init(opened: Int) { self.opened = opened }

  /// - Returns: whether there is such a cell.
  mutating func find(in blocks: [Block], of reading: Reading) -> Bool {
    for block in blocks {
      switch block {
      case .pause(let asksGuess):
        if held == nil, part >= opened, asks || asksGuess { held = part }
        part += 1
        asks = false
      case .cell(let id):
        if held != nil, reading.lesson.cells[id].options.hidden == false { return true }
      case .exercise(let exercise):
        if find(in: exercise.blocks, of: reading) { return true }
      case .quiz, .predict: asks = asks || block.task.map { reading.isUnanswered($0) } ?? false
      case .prose, .listing, .note, .play: break
      }
    }
    return false
  }
}
