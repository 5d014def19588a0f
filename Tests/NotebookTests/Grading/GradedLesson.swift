import CellLanguage
import Notebook

/// A small lesson to be graded, put together in a test.
struct GradedLesson {
  let lesson: Lesson
  let exercise: Exercise

  /// - Parameters:
  ///   - before: the cells before the exercise, each with its options.
  ///   - starter: the cells of the exercise.
  ///   - rest: what stands behind the checks: further fences.
  init(
    before: [String] = [], starter: [String], check: [String], edits: String,
    vary: String? = nil, rest: [(mark: String, text: String)] = []
  ) {
    func fence(_ mark: String, _ text: String) -> String {
      "```python {.qkv\(mark)}\n\(text)\n```\n"
    }
    var text = "---\nqkv: 1\nid: graded\ntitle: Graded\n---\n## Step\n"
    text += before.map { fence("", $0) }.joined()
    text += "<!-- exercise: task edits=\(edits) -->\n"
    text += starter.map { fence("", $0) }.joined()
    text += fence(
      " .check", ((vary.map { ["#| vary: \($0)"] } ?? []) + check).joined(separator: "\n"))
    text += rest.map { fence(" " + $0.mark, $0.text) }.joined()
    text += "<!-- end -->\n"
    let read = LessonReader.read(text: text, name: "graded.md")
    guard let lesson = read.lesson, case .exercise(let exercise) = lesson.task("task") else {
      fatalError("\(read.problems)")
    }
    self.lesson = lesson
    self.exercise = exercise
  }

  /// Attention's scores, varied, with two known mistakes.
  static let scores = GradedLesson(
    before: [
      "#| rows: the, cat\n#| cols: x, y\nQ = [[1, 0],\n     [0, 1]]",
      "#| rows: the, cat, sat\n#| cols: x, y\nK = [[1, 0],\n     [0, 1],\n     [1, 1]]",
      "d = 2", "later = 5",
    ],
    starter: ["#| rows: the, cat\n#| cols: the, cat, sat\nS = ..."],
    check: [
      "assert S.shape == (2, 3), \"one score for each pair\"",
      "assert allclose(S, Q @ K.T / sqrt(2)), \"each score, divided by √d\"",
    ], edits: "S", vary: "Q, K",
    rest: [
      (".solution", "S = Q @ K.T / sqrt(d)"),
      (".wrong", "#| because: that divides by d, not √d\nS = Q @ K.T / d"),
      (".wrong", "#| because: nothing is divided\nS = Q @ K.T"),
    ])

  func verdict(_ edits: [String: String]) -> Verdict {
    var grader = Grader(lesson: lesson)
    return grader.verdict(on: .edits(edits), to: .exercise(exercise))
  }

  /// The verdict on an answer to the only name.
  func verdict(_ text: String) -> Verdict { verdict([exercise.edits[0]: text]) }
}

/// A verdict in a few lines: how it ended, then each check that doesn't hold with what it found.
func words(_ verdict: Verdict) -> [String] {
  [verdict.status.rawValue + (verdict.refusal.map { ": \($0)" } ?? "")]
    + verdict.checks.filter { $0.status != .passed }.map { check in
      "\(check.status) \(check.message)" + (check.finding.map { ": \($0.text)" } ?? "")
    } + (verdict.because.map { ["because \($0)"] } ?? [])
}
