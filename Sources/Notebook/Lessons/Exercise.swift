package import CellLanguage

/// A task whose checks say when it is done: `<!-- exercise: id points=2 edits=S -->` up to `<!-- end -->`.
package struct Exercise: Sendable {
  package let id: String
  package let points: Int
  /// The names that the reader may change to solve it.
  package let edits: [String]
  /// What the reader sees: a heading, prose and the cells to start from, in text order.
  package let blocks: [Block]
  package let checks: [Check]
  /// One after the other, each saying more than the last.
  package let hints: [[Inline]]
  /// The line of each hint in the file; none where that isn't known.
  package let hintLines: [Int]
  package let solutions: [Program]
  package let wrongAnswers: [WrongAnswer]
  /// How many assertions that the reader doesn't see will be run when it is handed in.
  package let hiddenChecks: Int
  /// The line of its directive in the file, counted from 1.
  package let line: Int

  package init(
    id: String, points: Int, edits: [String], blocks: [Block], checks: [Check], hints: [[Inline]],
    hintLines: [Int] = [], solutions: [Program], wrongAnswers: [WrongAnswer], hiddenChecks: Int = 0,
    line: Int
  ) {
    self.id = id
    self.points = points
    self.edits = edits
    self.blocks = blocks
    self.checks = checks
    self.hints = hints
    self.hintLines = hintLines
    self.solutions = solutions
    self.wrongAnswers = wrongAnswers
    self.hiddenChecks = hiddenChecks
    self.line = line
  }
}

/// A fence marked `{.qkv .check}`: assertions about what the reader entered.
package struct Check: Sendable {
  package let program: Program
  /// The names that are filled with random numbers to run it again.
  package let vary: [String]
  /// What each assertion says, in order: its message, or its condition where it has none.
  package let messages: [String]

  package init(program: Program, vary: [String], messages: [String]) {
    self.program = program
    self.vary = vary
    self.messages = messages
  }
}

/// A fence marked `{.qkv .wrong}`: a known mistake, and what to say to it.
package struct WrongAnswer: Sendable {
  package let program: Program
  package let because: String

  package init(program: Program, because: String) {
    self.program = program
    self.because = because
  }
}
