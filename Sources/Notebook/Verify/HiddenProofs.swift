import CellLanguage

extension LessonVerifier {
  /// Proves a file of hidden checks: that it can be read, that the lessons' solutions pass it, that each assertion can
  /// fail, and that the lessons promise as many as there are.
  ///
  /// - Parameter lessons: all that the file may speak of.
  package func verify(hiddenChecks text: String, path: String, lessons: [Lesson]) -> VerifiedLesson
  {
    let (checks, found) = HiddenChecksReader.read(text: text, name: path, lessons: lessons)
    var problems = found.map { VerifyProblem($0.kind == .vary ? .vary : .format, $0.problem) }
    // Of checks that can't be read nothing can be proved.
    if problems.isEmpty {
      problems = lessons.flatMap { idle(checks, in: $0, path) }
      problems += checks.disagreements(with: lessons).map { words in
        VerifyProblem(
          .check,
          LessonProblem(
            file: path, line: 1, message: words, advice: "mend hidden= in the exercise's directive")
        )
      }
    }
    return VerifiedLesson(path: path, lesson: nil, problems: inOrder(problems, path))
  }

  /// The assertions that no answer fails.
  private func idle(_ hidden: HiddenChecks, in lesson: Lesson, _ path: String) -> [VerifyProblem] {
    var proofs = LessonProofs(path: path, text: "", lesson: lesson, within: time)
    for exercise in lesson.exercises {
      guard let checks = hidden.checks(for: exercise, in: lesson),
        let solution = exercise.solutions.first
      else { continue }
      proofs.proveHidden(exercise, exercise.checked(by: checks), solution)
    }
    return proofs.problems
  }
}

extension LessonProofs {
  fileprivate mutating func proveHidden(
    _ exercise: Exercise, _ checked: Exercise, _ solution: Program
  ) {
    var grader = Grader(lesson: lesson)
    var trials = AssertionTrials(checked)
    for wrong in exercise.wrongAnswers {
      trials.add(grader.verdict(on: wrong.program, to: checked))
    }
    let solved = SolvedExercise(exercise, by: solution, in: session)
    _ = tryOut(solved, checked, &grader, &trials)
    reportIdle(trials)
  }
}
