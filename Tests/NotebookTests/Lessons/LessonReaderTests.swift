import CellLanguage
import Notebook
import Testing

@Suite struct LessonReaderTests {
  static let head = """
    ---
    qkv: 1
    id: scaling
    title: Why divide by √d
    summary: Long vectors make loud scores.
    needs: [softmax, dots]
    minutes: 12
    ---

    """

  /// The example of the format, with one of everything.
  static let example =
    head + """
      # Why divide by √d

      ## Loud *scores*
      It is {std(q @ k.T):.1f}.
      <!-- pause -->
      <!-- note: ask for a guess
      before revealing -->

      ```python {.qkv}
      #| rows: tokens
      #| cols: x, y
      #| view: heatmap table
      S = Q @ K.T / sqrt(d)
      ```

      ```text
      not run
      ```

      ## The task
      <!-- exercise: scale points=2 edits=S,T hidden=3 -->
      ### Make the variance 1
      ```python {.qkv}
      #| slider: 0 3 0.5
      #| editable: 0 1, 2 0
      #| digits: 3
      #| locked
      #| first
      T = ...
      ```
      ```python {.qkv .check}
      #| vary: Q, K            # run again
      assert S.shape == (4, 4), "one score for each pair"
      assert allclose(S, Q)
      ```
      <!-- hint: first $\\sqrt{d}$ -->
      <!-- hint: second -->
      ```python {.qkv .solution}
      S = Q
      ```
      ```python {.qkv .wrong}
      #| because: that divides by d
      S = Q / d
      ```
      <!-- end -->

      <!-- quiz: why-scale -->
      What goes wrong?
      - [ ] The weights no longer
        sum to 1. — Softmax sees to that.
      - [x] Softmax saturates.
      <!-- end -->

      <!-- predict: guess answer="A[1, 0]" within=0.05 -->
      How much?

      — Two fifths.
      <!-- end -->
      """

  @Test("an example with one of everything has no problems")
  func example() throws {
    let (read, problems) = LessonReader.read(text: Self.example, name: "Lessons/05-scaling.md")
    #expect(problems.map(\.description) == [])
    let lesson = try #require(read)
    #expect(lesson.number == 5)
    #expect(lesson.id == "scaling")
    #expect(lesson.title == "Why divide by √d")
    #expect(lesson.summary == "Long vectors make loud scores.")
    #expect(lesson.needs == ["softmax", "dots"])
    #expect(lesson.minutes == 12)
    #expect(lesson.steps.map { html($0.title) } == ["Loud <em>scores</em>", "The task"])
    #expect(lesson.steps.map(\.line) == [11, 28])
    #expect(
      lesson.steps[0].blocks.map(name) == [
        "prose", "pause", "note ask for a guess before revealing", "cell 0", "listing text",
      ])
    #expect(lesson.steps[1].blocks.map(name) == ["exercise", "quiz", "predict"])
  }

  @Test("cells know their lines and options")
  func cells() throws {
    let lesson = try #require(LessonReader.read(text: Self.example, name: "x.md").lesson)
    #expect(lesson.number == nil)
    #expect(lesson.cells.map(\.id) == [0, 1])
    #expect(lesson.cells[0].source.firstLine == 18)
    #expect(lesson.cells[0].options.rows == .name("tokens"))
    #expect(lesson.cells[0].options.columns == .list(["x", "y"]))
    #expect(lesson.cells[0].options.views == [.heatmap, .table])
    #expect(lesson.cells[1].options.slider == Slider(low: 0, high: 3, step: 0.5))
    #expect(lesson.cells[1].options.editable == [[0, 1], [2, 0]])
    #expect(lesson.cells[1].options.digits == 3)
    #expect(lesson.cells[1].options.locked)
    #expect(lesson.cells[1].options.first)
    #expect(!lesson.cells[0].options.first)
  }

  @Test("an exercise keeps its checks, hints, solutions and wrong answers")
  func exercise() throws {
    let lesson = try #require(LessonReader.read(text: Self.example, name: "x.md").lesson)
    guard case .exercise(let exercise) = lesson.steps[1].blocks[0] else {
      Issue.record("no exercise")
      return
    }
    #expect(exercise.id == "scale")
    #expect(exercise.points == 2)
    #expect(exercise.hiddenChecks == 3)
    #expect(exercise.edits == ["S", "T"])
    #expect(exercise.blocks.map(name) == ["heading", "cell 1"])
    #expect(exercise.checks.map(\.messages) == [["one score for each pair", "allclose(S, Q)"]])
    #expect(exercise.checks.map(\.vary) == [["Q", "K"]])
    #expect(exercise.hints.map { html($0) } == ["first <math>√d</math>", "second"])
    #expect(exercise.solutions.map(\.source.text) == ["S = Q"])
    #expect(exercise.wrongAnswers.map(\.because) == ["that divides by d"])
  }

  @Test("a quiz keeps its options with their reasons, a prediction its answer")
  func questions() throws {
    let lesson = try #require(LessonReader.read(text: Self.example, name: "x.md").lesson)
    guard case .quiz(let quiz) = lesson.steps[1].blocks[1],
      case .predict(let predict) = lesson.steps[1].blocks[2]
    else {
      Issue.record("no questions")
      return
    }
    #expect(
      quiz.options.map { html($0.text) } == [
        "The weights no longer sum to 1.", "Softmax saturates.",
      ])
    #expect(quiz.options.map { html($0.reason) } == ["Softmax sees to that.", ""])
    #expect(quiz.options.map(\.isRight) == [false, true])
    #expect(!quiz.hasSeveralRight)
    #expect(predict.answer == "A[1, 0]")
    #expect(predict.tolerance == 0.05)
    #expect(predict.question.map { html($0) } == ["<p>How much?</p>"])
    #expect(predict.reason.map { html($0) } == ["<p>Two fifths.</p>"])
  }

  private func name(_ block: Block) -> String {
    switch block {
    case .prose(.heading): "heading"
    case .prose: "prose"
    case .cell(let id): "cell \(id)"
    case .listing(let language, _): "listing \(language)"
    case .pause: "pause"
    case .note(let text): "note \(text)"
    case .play: "play"
    case .exercise: "exercise"
    case .quiz: "quiz"
    case .predict: "predict"
    }
  }
}
