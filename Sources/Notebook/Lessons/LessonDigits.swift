extension Lesson {
  /// The lesson with so many decimals where it doesn't say how many itself.
  func showing(digits: Int) -> Lesson {
    var lesson = self
    lesson.cells = cells.map { cell in
      LessonCell(id: cell.id, program: cell.program, options: cell.options.showing(digits: digits))
    }
    return lesson
  }
}

extension CellOptions {
  /// The same with so many decimals where they don't say how many.
  func showing(digits: Int) -> CellOptions {
    var options = self
    options.standardDigits = digits
    return options
  }
}

extension Session {
  /// Shows numbers with so many decimals wherever the text doesn't say how many: in the lesson's cells, in the reader's
  /// own, and in those that are still to be written.
  package mutating func show(digits: Int) {
    guard digits != standardDigits else { return }
    standardDigits = digits
    lesson = lesson.showing(digits: digits)
    original = original.showing(digits: digits)
    panelsOfCell = cells.indices.map { makePanels(of: $0) }
  }
}
