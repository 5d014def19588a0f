/// Everything that a key can do, whatever key it is.
package enum Action: Hashable, Sendable, CaseIterable {
  // Moving
  case left, right, up, down
  case rowStart, rowEnd, firstEntry, lastEntry
  case nextPanel, previousPanel
  case nextStep, previousStep, forward, backward
  // Changing numbers
  case edit, editFormula, typeNumber
  case nudgeUp, nudgeDown, largerNudge, smallerNudge
  case undo, redo, resetMatrix, resetLesson
  // Answering
  case pickOption, markOption, answerQuiz
  case hint, solution, takeSolution
  // Looking
  case switchView, fewerDigits, moreDigits
  case nextHead, previousHead
  case explain, reach
  // Comparing
  case pin, returnToPin
  // Cells and prose of one's own
  case addCellBelow, addCellAbove, addTextBelow, addTextAbove, addStep
  case editBlock, editHead, moveUp, moveDown, deleteBlock, write, verify
  // While typing
  case accept, acceptNext, acceptPrevious
  case acceptLeft, acceptRight, acceptUp, acceptDown
  case giveUp, newLine
  case completeNext, completePrevious
  case indent, outdent
  case turnPreview
  // Lists
  case open
  // Again
  case count, again
  // Copying
  case copy, mouse
  // Demonstrations
  case play, faster, slower
  // Speaker notes
  case pauseClock, resetClock, nextDemo
  // Finding
  case search, nextHit, previousHit, jumpBack, palette
  // The notebook
  case help, back, leave, suspend, redraw
}

/// Where keys mean what they mean.
package enum Context: Hashable, Sendable, CaseIterable {
  case home, lesson, editing, help
  /// A lesson, with the cursor on an option of a quiz, or where a guess is typed.
  case quiz, guess
  /// A lesson, with the cursor on prose or a title of the reader's own.
  case block
  /// Where a cell or prose is written.
  case writing
  /// Where a search or a command is typed.
  case finding
  /// How an entry came about, as a tree.
  case walk
  /// A matrix shown as text to copy.
  case copying
  /// What is to be mended in a notebook of one's own, as a list.
  case mending
  /// A demonstration that plays itself.
  case playing
  /// The speaker's notes of a demonstration that runs elsewhere.
  case notes

  /// Wherever a lesson is read.
  static let reading: Set<Context> = [.lesson, .quiz, .guess, .block]
}
