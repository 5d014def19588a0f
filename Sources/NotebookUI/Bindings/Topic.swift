/// What a reader wants to do when they look for a key. The help stands in this order.
package enum Topic: CaseIterable, Sendable {
  case change, understand, look, compare, answer, own, move, find, notebook

  package var title: String {
    switch self {
    case .change: "Change numbers and formulas"
    case .understand: "Understand a number"
    case .look: "Look at a matrix otherwise"
    case .compare: "Compare"
    case .answer: "Exercises and questions"
    case .own: "Cells and text of your own"
    case .move: "Move"
    case .find: "Find"
    case .notebook: "The notebook"
    }
  }
}

extension Action {
  package var topic: Topic {
    switch self {
    case .left, .right, .up, .down, .rowStart, .rowEnd, .firstEntry, .lastEntry, .nextPanel,
      .previousPanel, .nextStep, .previousStep, .forward, .backward, .count:
      .move
    case .edit, .editFormula, .typeNumber, .nudgeUp, .nudgeDown, .largerNudge, .smallerNudge, .undo,
      .redo, .resetMatrix, .resetLesson, .again, .copy, .accept, .acceptNext, .acceptPrevious,
      .acceptLeft, .acceptRight, .acceptUp, .acceptDown, .giveUp, .newLine, .completeNext,
      .completePrevious, .indent, .outdent, .turnPreview:
      .change
    case .addCellBelow, .addCellAbove, .addTextBelow, .addTextAbove, .addStep, .editBlock,
      .editHead, .moveUp, .moveDown, .deleteBlock, .write, .verify:
      .own
    case .pickOption, .markOption, .answerQuiz, .hint, .solution, .takeSolution: .answer
    case .switchView, .fewerDigits, .moreDigits, .nextHead, .previousHead: .look
    case .explain, .reach: .understand
    case .pin, .returnToPin: .compare
    case .search, .nextHit, .previousHit, .jumpBack, .palette: .find
    case .play, .faster, .slower, .pauseClock, .resetClock, .nextDemo: .notebook
    case .open, .mouse, .help, .back, .leave, .suspend, .redraw: .notebook
    }
  }
}

/// A word of the notebook's own, explained at the end of the help.
struct Term: Hashable {
  let word: String
  let meaning: String

  static let all = [
    Term(word: "entry", meaning: "one number of a matrix"),
    Term(word: "✎", meaning: "its entries can be changed"),
    Term(word: "2×3", meaning: "2 rows, 3 columns"),
    Term(word: "formula", meaning: "what a matrix comes from"),
    Term(word: "hole", meaning: "a formula for you to write"),
    Term(word: "◆ yours", meaning: "a cell or text that you added"),
    Term(word: "step", meaning: "one screen of a lesson"),
    Term(word: "nudge", meaning: "a small change of a number"),
    Term(word: "▴ ▾", meaning: "more, less by the last key"),
    Term(word: "pin", meaning: "a state to compare with"),
    Term(word: "▲ ▼", meaning: "more, less than pinned"),
    Term(word: "view", meaning: "how a matrix is drawn"),
    Term(word: "head", meaning: "one of an array's matrices"),
    Term(word: "tree", meaning: "an explanation, down to the inputs"),
    Term(word: "check", meaning: "✓ or ✗ in an exercise; follows every change by itself"),
    Term(word: "paste", meaning: "a matrix from elsewhere fills the input"),
    Term(word: "save", meaning: "nothing to do: all is kept"),
  ]
}
