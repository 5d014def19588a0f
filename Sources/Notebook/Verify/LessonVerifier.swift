import CellLanguage

/// Proves of a lesson's file all that authors are promised: what the rules say, one after the other.
package struct LessonVerifier: Sendable {
  /// Problems told of one lesson.
  package static let problemLimit = 100

  /// The lessons of the folder.
  package let index: LessonIndex
  package let measure: StepMeasure
  package let rehearse: Rehearsal
  /// What the proofs of one lesson may take.
  package let time: Duration

  package init(
    index: LessonIndex, time: Duration = .seconds(60), measure: @escaping StepMeasure,
    rehearse: @escaping Rehearsal = { _, _, _ in nil }
  ) {
    self.index = index
    self.time = time
    self.measure = measure
    self.rehearse = rehearse
  }

  package func verify(path: String, text: String) -> VerifiedLesson {
    verify(path: path, text: text, unless: { false })
      ?? VerifiedLesson(path: path, lesson: nil, problems: [])
  }

  /// - Parameter isInterrupted: asked again and again whether to give the proofs up.
  /// - Returns: nil where they were given up.
  package func verify(
    path: String, text: String, unless isInterrupted: @escaping () -> Bool
  ) -> VerifiedLesson? {
    let file = LessonFile(path: path, text: text)
    let format = (file.problems + LessonReader.oddities(of: text, file: path))
      .map { VerifyProblem(.format, $0) }
    guard let lesson = file.lesson else {
      return VerifiedLesson(path: path, lesson: nil, problems: inOrder(format, path))
    }
    var proofs = LessonProofs(
      path: path, text: text, lesson: lesson, within: time, unless: isInterrupted)
    prove(&proofs)
    if proofs.isGivenUp { return nil }
    return VerifiedLesson(
      path: path, lesson: lesson, problems: inOrder(format + proofs.problems, path))
  }

  private func prove(_ proofs: inout LessonProofs) {
    proofs.proveHead()
    proofs.proveIdentity(in: index)
    proofs.proveNeeds(in: index)
    proofs.proveSkeletons()
    proofs.proveSteps()
    proofs.proveQuestionTexts()
    proofs.proveExerciseTexts()
    // A cell that can't be read is no base for numbers: what follows from it would only hide it.
    guard proofs.lesson.isReadable else { return }
    proofs.proveCells()
    // What a cell used up would be missed by every number behind it.
    if !proofs.session.sheet.exceedsBounds { proofs.proveLiveNumbers() }
    proofs.proveOptions()
    proofs.provePredictions()
    proofs.proveClaims()
    let sound = proofs.proveExerciseNames()
    // Cells that take too much once would take it again with every answer.
    guard !proofs.session.sheet.exceedsBounds else { return }
    proofs.provePlays(rehearse)
    let solved = proofs.proveExercises(sound)
    proofs.proveFit(measure, solved)
  }

  /// By their lines, and no more than anybody reads.
  func inOrder(_ problems: [VerifyProblem], _ path: String) -> [VerifyProblem] {
    let sorted = problems.enumerated()
      .sorted { ($0.element.problem.line, $0.offset) < ($1.element.problem.line, $1.offset) }
      .map(\.element)
    guard sorted.count > LessonVerifier.problemLimit else { return sorted }
    let kept = sorted.prefix(LessonVerifier.problemLimit)
    let more = LessonProblem(
      file: path, line: sorted[kept.count].problem.line,
      message: "\(sorted.count - kept.count) more problems", advice: "mend those above first")
    return kept + [VerifyProblem(.bound, more)]
  }
}

extension Lesson {
  /// Whether every cell, check, solution and wrong answer can be read.
  var isReadable: Bool {
    let answers = exercises.flatMap { exercise in
      exercise.checks.map(\.program) + exercise.solutions + exercise.wrongAnswers.map(\.program)
    }
    return (cells.map(\.program) + answers).allSatisfy(\.diagnostics.isEmpty)
  }
}
