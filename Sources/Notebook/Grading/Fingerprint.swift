import CellLanguage

/// Stands for the text of a task, so that an answer to an older text is known as such.
package enum Fingerprint {
  /// 64 bits of FNV-1a in hexadecimal over all that makes the task: its prose, cells, checks and options; not over
  /// hints, solutions or what the prose looks like.
  package static func of(_ task: LessonTask, in lesson: Lesson) -> String {
    var hash = FNV1a()
    hash.add(task.kind)
    switch task {
    case .exercise(let exercise): hash.add(exercise, in: lesson)
    case .quiz(let quiz): hash.add(quiz)
    case .predict(let predict):
      hash.add(PlainProse.text(of: predict.question))
      hash.add(predict.answer)
      hash.add("\(predict.tolerance)")
    }
    return hash.hexadecimal
  }
}

extension FNV1a {
  fileprivate mutating func add(_ exercise: Exercise, in lesson: Lesson) {
    for name in exercise.edits { add(name) }
    for block in exercise.blocks {
      switch block {
      case .prose(let prose): add(PlainProse.text(of: [prose]))
      case .cell(let cell):
        add("cell")
        add(lesson.cells.indices.contains(cell) ? lesson.cells[cell].source.text : "")
      default: break
      }
    }
    for check in exercise.checks {
      add("check")
      add(check.program.source.text)
    }
  }

  fileprivate mutating func add(_ quiz: Quiz) {
    add(PlainProse.text(of: quiz.question))
    for option in quiz.options {
      add(option.isRight ? "right" : "wrong")
      add(PlainProse.text(of: option.text))
    }
  }
}

/// The words of prose without its formatting.
enum PlainProse {
  static func text(of blocks: [ProseBlock]) -> String {
    blocks.map(text).joined(separator: "\n")
  }

  static func text(of inlines: [Inline]) -> String {
    spaced(inlines.map(text).joined())
  }

  private static func text(of block: ProseBlock) -> String {
    switch block {
    case .paragraph(let inlines), .heading(_, let inlines): text(of: inlines)
    case .list(_, _, let items): items.map { text(of: $0) }.joined(separator: "\n")
    case .quote(let blocks): text(of: blocks)
    case .table(let header, _, let rows):
      ([header] + rows).map { $0.map { text(of: $0) }.joined(separator: "|") }
        .joined(separator: "\n")
    case .rule: ""
    }
  }

  private static func text(of inline: Inline) -> String {
    switch inline {
    case .text(let text), .code(let text), .math(let text): text
    case .emphasis(let inner), .strong(let inner), .link(let inner, _): text(of: inner, joined: "")
    case .live(let live): "{\(live.expression):\(live.format)}"
    case .lineBreak: " "
    }
  }

  private static func text(of inlines: [Inline], joined: String) -> String {
    inlines.map(text).joined(separator: joined)
  }

  /// Where lines break is formatting.
  private static func spaced(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
