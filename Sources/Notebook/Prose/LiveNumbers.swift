package import CellLanguage

extension LiveNumber {
  /// The expression as a program of one statement.
  package var program: Program { Program(parsing: Source(expression, firstLine: line)) }

  /// Why it can't be computed or written, whatever the cells hold.
  package var problem: (message: String, advice: String)? {
    let program = program
    let shown = quoted(expression)
    if let diagnostic = program.diagnostics.first {
      return ("\(shown) can't be read: \(diagnostic.message)", "write {{ for a brace in the text")
    }
    guard program.statements.count == 1, case .expression = program.statements[0].kind else {
      return ("\(shown) is no expression", "write {{ for a brace in the text")
    }
    do {
      _ = try NumberFormat(format)
    } catch {
      return (error.message, "write a format of Python's, as in {x:.2f}")
    }
    return nil
  }
}

extension Inline {
  /// The live numbers in it, in text order.
  package var liveNumbers: [LiveNumber] {
    switch self {
    case .live(let live): [live]
    case .emphasis(let inner), .strong(let inner), .link(let inner, _):
      inner.flatMap(\.liveNumbers)
    case .text, .code, .math, .lineBreak: []
    }
  }
}

extension ProseBlock {
  package var liveNumbers: [LiveNumber] {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.flatMap(\.liveNumbers)
    case .list(_, _, let items): items.joined().flatMap(\.liveNumbers)
    case .quote(let blocks): blocks.flatMap(\.liveNumbers)
    case .table(let header, _, let rows):
      (header + rows.joined()).joined().flatMap(\.liveNumbers)
    case .rule: []
    }
  }
}

extension Block {
  package var liveNumbers: [LiveNumber] {
    switch self {
    case .prose(let block): block.liveNumbers
    case .exercise(let exercise):
      exercise.blocks.flatMap(\.liveNumbers) + exercise.hints.joined().flatMap(\.liveNumbers)
    case .quiz(let quiz):
      quiz.question.flatMap(\.liveNumbers)
        + quiz.options.flatMap { ($0.text + $0.reason).flatMap(\.liveNumbers) }
    case .predict(let predict): (predict.question + predict.reason).flatMap(\.liveNumbers)
    case .cell, .listing, .pause, .note, .play: []
    }
  }
}
