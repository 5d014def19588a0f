extension LessonProofs {
  /// Every step fits the screen: with room to breathe as it is first seen, else without, whatever is answered that the
  /// author thought of.
  mutating func proveFit(_ measure: StepMeasure, _ solved: [SolvedExercise]) {
    for (step, content) in lesson.steps.enumerated() {
      guard hasTime(at: content.line) else { return }
      let first = measure(session, step)
      if prove(first, lines: first.lines, content.line, when: "") { continue }
      let tasks = content.blocks.compactMap(\.task)
      let solved = solved.filter { solved in tasks.contains { $0.id == solved.exercise.id } }
      let answers =
        solved.map { Answered(what: "it is solved", session: $0.session) }
        + tasks.flatMap(answered)
      let fits = answers.map { ($0.what, measure($0.session, step)) }
      guard let (what, tallest) = fits.max(by: { $0.1.squeezed < $1.1.squeezed }) else { continue }
      _ = prove(tallest, lines: tallest.squeezed, content.line, when: " once \(what)")
    }
  }

  /// Whether something was reported.
  private mutating func prove(_ fit: StepFit, lines: Int, _ line: Int, when: String) -> Bool {
    if lines > fit.available {
      let more = lines - fit.available
      report(
        .fit, line,
        "the step takes \(lines) lines\(when), and a screen of 80×24 has \(fit.available) for it",
        advice: "shorten it by \(more) \(more == 1 ? "line" : "lines"), or begin a new step in it")
    }
    for cut in fit.cut {
      report(
        .fit, line, "\(cut)\(when), at 80×24",
        advice: "make the matrix smaller, or its labels and decimals shorter")
    }
    return lines > fit.available || !fit.cut.isEmpty
  }
}
