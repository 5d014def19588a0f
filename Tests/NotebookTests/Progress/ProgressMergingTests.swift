import Notebook
import Testing

@Suite struct ProgressMergingTests {
  static let lesson =
    cell("Q = [[1, 0], [0, 1]]")
    + "<!-- exercise: both edits=S,T -->\n" + cell("S = ...\nT = ...")
    + "```python {.qkv .check}\nassert S == 1, \"S is 1\"\n```\n<!-- end -->\n"
    + "<!-- quiz: q -->\nWhich?\n- [x] this — yes\n- [ ] that — no\n<!-- end -->\n"

  private func lesson() throws -> Lesson { try session(Self.lesson).lesson }

  private func progress(
    step: Int = 0, _ edits: [String: String] = [:], _ attempts: [String: Attempt] = [:]
  ) -> LessonProgress {
    var progress = LessonProgress()
    progress.step = step
    progress.edits = edits
    progress.attempts = attempts
    return progress
  }

  private func attempt(
    passed: Bool = false, hints: Int = 0, gaveUp: Bool = false, choices: Set<Int>? = nil
  ) -> Attempt {
    var attempt = Attempt()
    attempt.isPassed = passed
    attempt.hints = hints
    attempt.gaveUp = gaveUp
    attempt.choices = choices
    return attempt
  }

  /// What is in the file after two notebooks that began with `start` saved, the first before the second.
  private func merged(
    _ start: LessonProgress, _ first: LessonProgress, _ second: LessonProgress
  ) throws -> LessonProgress? {
    var document = ProgressDocument()
    document.lessons["t"] = start
    for progress in [first, second] {
      document.apply(ProgressChange.between(start, progress, of: try lesson()))
    }
    return document.lessons["t"]
  }

  @Test("what differs is a change, and nothing else")
  func changes() throws {
    let old = progress(["Q": "Q = 1", "S": "S = 1"], ["q": attempt(hints: 1)])
    #expect(try ProgressChange.between(old, old, of: lesson()) == [])
    let new = progress(step: 2, ["S": "S = 2"], ["q": attempt(hints: 1)])
    #expect(
      try ProgressChange.between(old, new, of: lesson()) == [
        .step(2, lesson: "t"), .edit(nil, name: "Q", lesson: "t"),
        .edit("S = 2", name: "S", lesson: "t"),
        .attempt(
          AttemptChange(before: Attempt(), after: nil, answer: ["S": "S = 2", "T": nil]),
          task: "both", lesson: "t"),
      ])
  }

  @Test("two notebooks in one lesson keep both their names and tasks")
  func different() throws {
    let quiz = attempt(passed: true, choices: [0])
    let result = try merged(
      progress(["Q": "Q = 1"]), progress(step: 1, ["Q": "Q = 1", "S": "S = 1"]),
      progress(["Q": "Q = 2"], ["q": quiz]))
    #expect(result == progress(step: 1, ["Q": "Q = 2", "S": "S = 1"], ["q": quiz]))
  }

  @Test("of the same name the later wins, and back to the lesson's text is a change too")
  func same() throws {
    let start = progress(["Q": "Q = 1", "S": "S = 0"])
    let first = progress(["Q": "Q = 2", "S": "S = 1"])
    let second = progress(["Q": "Q = 3"])
    #expect(try merged(start, first, second) == second)
    #expect(try merged(start, second, first) == first)
  }

  @Test("hints, giving up and passing never go backwards through another notebook")
  func forward() throws {
    let start = progress([:], ["q": attempt(hints: 1)])
    let first = progress([:], ["q": attempt(passed: true, hints: 1, gaveUp: true, choices: [0])])
    let second = progress([:], ["q": attempt(hints: 3)])
    let both = progress([:], ["q": attempt(passed: true, hints: 3, gaveUp: true, choices: [0])])
    #expect(try merged(start, first, second) == both)
    #expect(try merged(start, second, first) == both)
  }

  @Test("an answer that changed takes its pass with it")
  func answerChanged() throws {
    let passed = progress(["S": "S = 1"], ["both": attempt(passed: true)])
    let failed = progress(["S": "S = 2"], ["both": attempt()])
    let start = progress([:], ["both": attempt()])
    #expect(try merged(passed, failed, failed) == failed)
    // The second never knew that the first had passed.
    #expect(try merged(start, passed, failed) == failed)
    #expect(try merged(start, failed, passed) == passed)
    let wrong = progress([:], ["q": attempt(choices: [1])])
    let right = progress([:], ["q": attempt(passed: true, choices: [0])])
    #expect(try merged(progress(), right, wrong) == wrong)
  }

  @Test("an answer that two notebooks made together has not been judged")
  func mixedAnswer() throws {
    let start = progress([:], ["both": attempt()])
    let first = progress(["S": "S = 1"], ["both": attempt(passed: true)])
    let second = progress(["T": "T = 9"], ["both": attempt()])
    let mixed = progress(["S": "S = 1", "T": "T = 9"], ["both": attempt()])
    #expect(try merged(start, first, second) == mixed)
    #expect(try merged(start, second, first) == mixed)
  }

  @Test("what solved a task in one notebook stays, whatever another tries")
  func solved() throws {
    var solved = attempt(passed: true)
    solved.solved = ["S": "S = 1"]
    let start = progress([:], ["both": attempt()])
    let first = progress(["S": "S = 1"], ["both": solved])
    let second = progress(["S": "S = 2"], ["both": attempt()])
    #expect(try merged(start, first, second) == progress(["S": "S = 2"], ["both": solved]))
    #expect(try merged(start, second, first) == first)
  }

  @Test("what is forgotten on purpose is gone")
  func forgotten() throws {
    let start = progress(["S": "S = 1"], ["both": attempt(passed: true, hints: 2, gaveUp: true)])
    #expect(try merged(start, progress(), progress()) == progress())
  }

  @Test("another document is taken in without believing its passes")
  func imported() throws {
    var mine = ProgressDocument()
    mine.last = "t"
    mine.lessons["t"] = progress(
      step: 3, ["S": "S = 1"], ["both": attempt(passed: true), "q": attempt(hints: 2)])
    var other = ProgressDocument()
    other.last = "u"
    other.lessons["t"] = progress(
      step: 1, ["T": "T = 2"], ["q": attempt(passed: true, hints: 1, choices: [0])])
    other.lessons["u"] = progress(step: 4)
    mine.merge(other)
    #expect(mine.last == "t")
    #expect(mine.lessons["u"] == progress(step: 4))
    #expect(
      mine.lessons["t"]
        == progress(
          step: 3, ["S": "S = 1", "T": "T = 2"],
          ["both": attempt(), "q": attempt(hints: 2, choices: [0])]))
    let once = mine
    mine.merge(other)
    #expect(mine == once)
  }
}
