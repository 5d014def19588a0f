package import CellLanguage

/// A lesson as read from its file: prose and cells in steps. It never changes; a `Session` holds what the reader changed.
package struct Lesson: Sendable {
  /// The number that the file's name begins with, `NN-slug.md`; nothing for any other file.
  package let number: Int?
  package let id: String
  package let title: String
  package let summary: String
  package let needs: [String]
  package let minutes: Int
  package internal(set) var steps: [Step]
  /// Every cell of every step; a cell's id is its index here. As read from a file they are in text order.
  package internal(set) var cells: [LessonCell]

  package init(
    number: Int?, id: String, title: String, summary: String, needs: [String], minutes: Int,
    steps: [Step], cells: [LessonCell]
  ) {
    self.number = number
    self.id = id
    self.title = title
    self.summary = summary
    self.needs = needs
    self.minutes = minutes
    self.steps = steps
    self.cells = cells
  }
}

/// What begins with `##` and fits one screen.
package struct Step: Sendable {
  package let title: [Inline]
  package internal(set) var blocks: [Block]
  /// The line of its heading in the file, counted from 1.
  package let line: Int

  package init(title: [Inline], blocks: [Block], line: Int) {
    self.title = title
    self.blocks = blocks
    self.line = line
  }
}

package typealias CellID = Int

/// A fence marked `{.qkv}`.
package struct LessonCell: Sendable {
  package let id: CellID
  /// As in the file.
  package let program: Program
  package let options: CellOptions

  package init(id: CellID, program: Program, options: CellOptions) {
    self.id = id
    self.program = program
    self.options = options
  }

  package init(id: CellID, source: Source, options: CellOptions) {
    self.init(id: id, program: Program(parsing: source), options: options)
  }

  /// Its `firstLine` is the line after the fence.
  package var source: Source { program.source }
}

package enum Block: Sendable {
  case prose(ProseBlock)
  case cell(CellID)
  /// A fence without the mark: shown, not run.
  case listing(language: String, text: String)
  /// `<!-- pause -->`: a demonstration stops here. `<!-- pause: guess -->`: a reader is to guess before the rest shows, too.
  case pause(asksGuess: Bool)
  /// `<!-- note: … -->`: for the speaker.
  case note(String)
  /// `<!-- play: … -->`: what plays itself when the reader or the presenter asks for it.
  case play(Demonstration)
  case exercise(Exercise)
  case quiz(Quiz)
  case predict(Predict)
}
