import Notebook
import NotebookUI
import Testing

/// The shipped lessons on 80×24: nothing of a step has to be scrolled to, whatever is answered.
@Suite struct LessonFitTests {
  private static let lessons: [Lesson] = {
    let parts = #filePath.split(separator: "/").dropLast(4)
    let folder = LessonFolder(
      chosen: "/" + parts.joined(separator: "/") + "/Lessons", variable: nil, executable: nil)
    return ((try? LessonCatalogue(folder).all()) ?? []).compactMap(\.lesson)
  }()

  private func excess(_ session: Session, _ step: Int) -> Int {
    let fit = State.fit(of: session, step: step, columns: 80, lines: 24)
    return max(0, fit.lines - fit.available)
  }

  /// The lesson with each answer that its author thought of, named.
  private func answered(_ session: Session, _ task: LessonTask) -> [(what: String, Session)] {
    switch task {
    case .exercise(let exercise):
      return (exercise.solutions + exercise.wrongAnswers.map(\.program)).enumerated().map {
        var session = session
        _ = session.adopt([$1])
        return ("\(exercise.id), answer \($0 + 1)", session)
      }
    case .quiz(let quiz):
      let right = quiz.options.indices.filter { quiz.options[$0].isRight }
      return (quiz.options.indices.map { [$0] } + [right]).map { choices in
        var session = session
        session.attempts[quiz.id, default: Attempt()].choices = Set(choices)
        return ("\(quiz.id), options \(choices.map { $0 + 1 })", session)
      }
    case .predict(let predict):
      var session = session
      session.attempts[predict.id, default: Attempt()].guess = "0"
      return [(predict.id, session)]
    }
  }

  @Test func thereAreLessons() {
    #expect(LessonFitTests.lessons.count >= 4)
  }

  @Test(arguments: lessons.indices)
  func everyAnswerFits(index: Int) {
    let session = Session(lesson: LessonFitTests.lessons[index])
    var tooTall: [String] = []
    for (step, content) in session.lesson.steps.enumerated() {
      for task in content.blocks.compactMap(\.task) {
        for (what, answered) in answered(session, task) where excess(answered, step) > 0 {
          tooTall.append("step \(step + 1), \(what): \(excess(answered, step)) lines")
        }
      }
    }
    #expect(tooTall == [])
  }
}

/// What is measured of a step.
@Suite struct StepFitTests {
  private func fit(_ body: String) -> StepFit {
    let text = "---\nqkv: 1\nid: a\ntitle: A\n---\n## One\n" + body
    let lesson = LessonReader.read(text: text, name: "a.md").lesson
    return State.fit(of: Session(lesson: lesson!), step: 0, columns: 80, lines: 24)
  }

  private func cell(_ text: String) -> String { "```python {.qkv}\n\(text)\n```\n" }

  @Test func linesAreCountedAsTheyStand() {
    // A paragraph, an empty line, a title, the column labels and two rows.
    #expect(fit("One line.\n" + cell("W = [[1, 2], [3, 4]]")) == StepFit(lines: 6, available: 19))
  }

  @Test func whatIsCutIsNamed() {
    #expect(fit(cell("wide = ones((2, 40))")).cut == ["wide shows 10 of 40 columns"])
    #expect(fit(cell("tall = ones((40, 2))")).cut == ["tall shows 15 of 40 rows"])
    #expect(fit(cell("ones((2, 40)) * 2")).cut == ["ones((2, 40)) * 2 shows 10 of 40 columns"])
    #expect(fit(cell("W = ones((2, 9))")).cut == [])
  }
}
