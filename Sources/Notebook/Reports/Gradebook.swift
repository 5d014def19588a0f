/// Judges hand-ins against lessons. Every hand-in is asked for every task of every lesson that counts, so that nothing is
/// won by leaving something out.
///
/// Lessons are prepared once, and equal answers are judged once. An answer is judged as if it were the only one: what it
/// makes a grader remember is forgotten.
package struct Gradebook {
  /// Answers whose verdict is kept.
  private static let cacheLimit = 20_000
  /// Bytes of an answer whose verdict is kept.
  private static let cachedBytes = 4096

  package let lessons: [Lesson]
  package let tasks: [CountedTask]
  private let hidden: HiddenChecks
  /// The ids of lessons that are there and don't count.
  private let others: Set<String>
  private let graders: [Grader]
  private let fingerprints: [[String: String]]
  /// The step of each task, by lesson.
  private let steps: [[String: TaskStep]]
  private var cache: [CacheKey: Judgement] = [:]

  private struct CacheKey: Hashable {
    let lesson: Int
    let task: Int
    let answer: Answer
  }

  /// - Parameters:
  ///   - lessons: those that count.
  ///   - others: the ids of lessons that a hand-in may hold as well.
  package init(lessons: [Lesson], others: [String] = [], hidden: HiddenChecks = HiddenChecks()) {
    self.lessons = lessons
    self.hidden = hidden
    self.others = Set(others)
    tasks = lessons.flatMap { lesson in
      lesson.tasks.map { CountedTask(lesson: lesson.id, id: $0.id, points: $0.points) }
    }
    graders = lessons.map { lesson in
      var grader = Grader(lesson: lesson)
      grader.prepare { hidden.checks(for: $0, in: lesson) }
      return grader
    }
    steps = lessons.map(\.stepsOfTasks)
    fingerprints = lessons.map { lesson in
      lesson.tasks.reduce(into: [:]) { $0[$1.id] = Fingerprint.of($1, in: lesson) }
    }
  }

  // MARK: - One hand-in

  /// What becomes of a hand-in that can't be read.
  package func report(on refusal: HandInRefusal, file: String?) -> HandInReport {
    HandInReport(file: file, student: nil, refusal: refusal.reason, lessons: [])
  }

  package mutating func report(on handIn: HandIn, file: String?) -> HandInReport {
    let answers = Dictionary(handIn.lessons.map { ($0.id, $0.answers) }) { first, _ in first }
    return HandInReport(
      file: file, student: handIn.student, notes: handIn.notes + notes(on: handIn.lessons),
      lessons: lessons.indices.map { report(on: answers[lessons[$0].id] ?? [], lesson: $0) })
  }

  private func notes(on given: [LessonAnswers]) -> [String] {
    let ids = lessons.map(\.id)
    let counted = Set(ids)
    return GradebookNotes.few(
      given.filter { !counted.contains($0.id) }
    ) { lesson in
      others.contains(lesson.id)
        ? "the lesson \(GradebookNotes.shown(lesson.id)) doesn't count here"
        : GradebookNotes.unknown("lesson", lesson.id, known: ids)
    }
  }

  private mutating func report(on answers: [TaskAnswer], lesson: Int) -> LessonReport {
    let given = Dictionary(answers.map { ($0.task, $0) }) { first, _ in first }
    let tasks = lessons[lesson].tasks
    let ids = tasks.map(\.id)
    let known = Set(ids)
    return LessonReport(
      number: lessons[lesson].number, id: lessons[lesson].id, title: lessons[lesson].title,
      notes: GradebookNotes.few(answers.filter { !known.contains($0.task) }) {
        GradebookNotes.unknown("exercise", $0.task, known: ids)
      },
      tasks: tasks.indices.map { report(on: given[ids[$0]], task: $0, tasks[$0], lesson: lesson) })
  }

  // MARK: - One task

  private mutating func report(
    on given: TaskAnswer?, task index: Int, _ task: LessonTask, lesson: Int
  ) -> TaskReport {
    let hidden = hiddenCount(of: task, in: lessons[lesson])
    let remaining: TaskReport.Hidden? = hidden == 0 ? nil : .remaining(hidden)
    func report(
      _ status: TaskReport.Status, _ verdict: Verdict? = nil, refusal: String? = nil,
      hidden: TaskReport.Hidden?, notes: [String] = []
    ) -> TaskReport {
      TaskReport(
        id: task.id, kind: task.kind, points: task.points, status: status,
        checks: status == .refused ? [] : verdict?.checks ?? [], because: verdict?.because,
        refusal: refusal, hidden: hidden,
        notes: notes, step: steps[lesson][task.id])
    }
    if let problem = given?.problem {
      return report(.refused, refusal: problem, hidden: remaining)
    }
    guard let given, let answer = given.answer, !answer.isEmpty else {
      return report(.missing, hidden: remaining)
    }
    let judgement = judge(answer, task: index, task, lesson: lesson)
    return report(
      judgement.status, judgement.verdict, refusal: judgement.verdict.refusal,
      hidden: judgement.hidden ?? remaining,
      notes: age(of: given, task, lesson: lesson)
        + (given.sawSolution ? ["the solution was seen before it was passed"] : []))
  }

  private func age(of answer: TaskAnswer, _ task: LessonTask, lesson: Int) -> [String] {
    guard let old = answer.fingerprint, let new = fingerprints[lesson][task.id], old != new else {
      return []
    }
    return [
      "it was answered for another text of the \(task.kind), and is judged by the present one"
    ]
  }

  private func hiddenCount(of task: LessonTask, in lesson: Lesson) -> Int {
    guard case .exercise(let exercise) = task else { return 0 }
    return hidden.checks(for: exercise, in: lesson)?.assertionCount ?? exercise.hiddenChecks
  }

  private mutating func judge(
    _ answer: Answer, task index: Int, _ task: LessonTask, lesson: Int
  ) -> Judgement {
    let key = CacheKey(lesson: lesson, task: index, answer: answer)
    if let known = cache[key] { return known }
    var grader = graders[lesson]
    let verdict = grader.verdict(on: answer, to: task)
    let judgement = Judgement(
      verdict: verdict,
      hidden: verdict.isPassed ? judgeHidden(answer, task, &grader, lessons[lesson]) : nil)
    if cache.count < Gradebook.cacheLimit, answer.byteCount <= Gradebook.cachedBytes {
      cache[key] = judgement
    }
    return judgement
  }

  /// Hidden checks are run where the others hold: points need both.
  private func judgeHidden(
    _ answer: Answer, _ task: LessonTask, _ grader: inout Grader, _ lesson: Lesson
  ) -> TaskReport.Hidden? {
    guard case .exercise(let exercise) = task,
      let checks = hidden.checks(for: exercise, in: lesson)
    else { return nil }
    let verdict = grader.verdict(on: answer, to: exercise, hidden: checks)
    return .judged(passed: verdict.passed, of: verdict.passed + verdict.failed)
  }
}

extension Lesson {
  /// The step of each task, by the task's id.
  fileprivate var stepsOfTasks: [String: TaskStep] {
    let prose = ProseText { _ in "…" }
    var all: [String: TaskStep] = [:]
    for (index, step) in steps.enumerated() {
      let place = TaskStep(number: index + 1, title: prose.text(step.title))
      for id in step.blocks.compactMap(\.taskID) { all[id] = place }
    }
    return all
  }
}

extension Block {
  fileprivate var taskID: String? {
    switch self {
    case .exercise(let exercise): exercise.id
    case .quiz(let quiz): quiz.id
    case .predict(let predict): predict.id
    default: nil
    }
  }
}
