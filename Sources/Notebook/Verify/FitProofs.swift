extension LessonProofs {
  /// Every step fits the screen, as it is first seen, with its exercise solved and with its questions answered.
  mutating func proveFit(_ measure: StepMeasure, _ solved: [SolvedExercise]) {
    for (step, content) in lesson.steps.enumerated() {
      guard hasTime(at: content.line) else { return }
      if prove(measure(session, step), content.line, when: "") { continue }
      let tasks = content.blocks.compactMap(\.task)
      for exercise in solved where tasks.contains(where: { $0.id == exercise.exercise.id }) {
        if prove(measure(exercise.session, step), content.line, when: " once it is solved") {
          break
        }
      }
      let fits = tasks.flatMap(answered).map { ($0.what, measure($0.session, step)) }
      if let (what, tallest) = fits.max(by: { $0.1.lines < $1.1.lines }) {
        _ = prove(tallest, content.line, when: " once \(what)")
      }
    }
  }

  /// Whether something was reported.
  private mutating func prove(_ fit: StepFit, _ line: Int, when: String) -> Bool {
    if fit.lines > fit.available {
      let more = fit.lines - fit.available
      report(
        .fit, line,
        "the step takes \(fit.lines) lines\(when), and a screen of 80×24 has \(fit.available) for it",
        advice: "shorten it by \(more) \(more == 1 ? "line" : "lines"), or begin a new step in it")
    }
    for cut in fit.cut {
      report(
        .fit, line, "\(cut)\(when), at 80×24",
        advice: "make the matrix smaller, or its labels and decimals shorter")
    }
    return fit.lines > fit.available || !fit.cut.isEmpty
  }
}
