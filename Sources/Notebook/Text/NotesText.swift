import CellLanguage

/// The speaker's notes of a lesson as plain text, to print: each step with what is said, where it pauses and what plays.
package struct NotesText {
  private let lesson: Lesson
  private let prose: ProseText

  /// - Parameter width: the columns that notes are wrapped to.
  package init(_ lesson: Lesson, width: Int = 80) {
    self.lesson = lesson
    let session = Session(lesson: lesson)
    prose = ProseText(width: width) { session.text(of: $0) }
  }

  /// The lines, each with its end.
  package var text: String { lines.map { $0 + "\n" }.joined() }

  private var lines: [String] {
    let number = lesson.number.map { "\($0) " } ?? ""
    let minutes = lesson.minutes > 0 ? ", \(lesson.minutes) min" : ""
    var lines = ["# \(number)\(TextFilter.visible(lesson.title))\(minutes)"]
    for (index, step) in lesson.steps.enumerated() {
      lines += ["", "## Step \(index + 1) of \(lesson.steps.count): \(prose.text(step.title))"]
      lines += step.blocks.flatMap { said(in: $0) }
    }
    return lines
  }

  private func said(in block: Block) -> [String] {
    switch block {
    case .note(let text): [""] + prose.wrapped(TextFilter.visible(text))
    case .pause: ["", "(pause)"]
    case .play(let demonstration):
      [""]
        + prose.wrapped(
          "Demonstration: "
            + TextFilter.visible(demonstration.acts.map(\.text).joined(separator: "; ")))
    case .exercise(let exercise):
      ["", "Exercise \(TextFilter.visible(exercise.id))"] + exercise.blocks.flatMap { said(in: $0) }
    case .quiz(let quiz): ["", "Question \(TextFilter.visible(quiz.id))"]
    case .predict(let predict): ["", "Prediction \(TextFilter.visible(predict.id))"]
    case .prose, .cell, .listing: []
    }
  }
}
