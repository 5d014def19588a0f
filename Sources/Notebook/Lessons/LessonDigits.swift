extension Lesson {
  /// The lesson with so many decimals where it doesn't say how many itself.
  package func showing(digits: Int) -> Lesson {
    let cells = cells.map { cell in
      var options = cell.options
      options.standardDigits = digits
      return LessonCell(id: cell.id, program: cell.program, options: options)
    }
    return Lesson(
      number: number, id: id, title: title, summary: summary, needs: needs, minutes: minutes,
      steps: steps, cells: cells)
  }
}
