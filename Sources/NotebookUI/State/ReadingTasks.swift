import CellLanguage
package import Notebook

extension Reading {
  /// The tasks of the step on the screen, in text order.
  package var tasksOfStep: [LessonTask] {
    shownBlocks.compactMap(\.task)
  }

  /// The task that hints and solutions are about: the question under the cursor, else the step's first that isn't
  /// solved, exercises before questions.
  package var currentTask: LessonTask? {
    let tasks = tasksOfStep
    if let id = focus?.question { return tasks.first { $0.id == id } }
    let exercises = tasks.filter { if case .exercise = $0 { true } else { false } }
    let ordered = exercises.isEmpty ? tasks : exercises
    return ordered.first { !board.isPassed($0.id) } ?? ordered.first
  }

  /// Which keys are in force.
  var context: Context {
    if writing != nil { return .writing }
    if editing != nil { return .editing }
    return switch focus {
    case .option: .quiz
    case .guess: .guess
    case .block: .block
    case .panel, nil: .lesson
    }
  }

  package func quiz(_ id: String) -> Quiz? {
    if case .quiz(let quiz)? = tasksOfStep.first(where: { $0.id == id }) { quiz } else { nil }
  }

  package func attempt(at id: String) -> Attempt { session.attempts[id] ?? Attempt() }

  /// Whether the solution may be seen.
  package func maySeeSolution(of id: String) -> Bool {
    board.isPassed(id) || attempt(at: id).gaveUp
  }

  /// ` · solution seen` of a task that was given up on, whatever came after.
  func seenText(of task: LessonTask) -> String {
    guard attempt(at: task.id).gaveUp else { return "" }
    if case .exercise = task { return " · solution seen" }
    return " · answer seen"
  }

  /// Whether what stands there was answered to another text of the task.
  func isOfOtherText(_ task: LessonTask) -> Bool {
    let known = attempt(at: task.id).fingerprint
    guard !known.isEmpty, session.answer(to: task) != nil else { return false }
    return known != Fingerprint.of(task, in: original)
  }

  /// Whether a hint or a solution of the step is on the screen.
  var hasOpenHelp: Bool {
    tasksOfStep.contains {
      board.openSolutions.contains($0.id) || board.openHint[$0.id] != nil
    }
  }

  /// The lesson's names shown in the step that the reader has changed and that no answer may change: a task is judged
  /// without them. Names that only the reader has are helpers, which come with the answer.
  func changedNames(besides edits: [String]) -> [String] {
    let names = panels.compactMap { $0.name ?? $0.formula }
    let own = Set(
      original.cells.flatMap { $0.program.statements.flatMap { $0.definedNames.map(\.0) } })
    var changed: [String] = []
    for name in names where own.contains(name) && !edits.contains(name) && !changed.contains(name) {
      if let id = session.panelID(forName: name), session.isEdited(id) { changed.append(name) }
    }
    return changed
  }

  /// The lesson's names, in whatever step, that an expression rests on and that the reader has changed.
  func changedNames(behind expression: String) -> [String] {
    var seen: Set<String> = []
    let edited = original.cells.flatMap {
      $0.program.statements.flatMap { $0.definedNames.map(\.0) }
    }
    .filter { name in
      seen.insert(name).inserted
        && session.panelID(forName: name).map { session.isEdited($0) } == true
    }
    guard !edited.isEmpty else { return [] }
    let behind = session.names(behind: expression)
    return edited.filter { behind.contains($0) }
  }

  /// Whether a guess that isn't given would be right.
  func wouldPass(guess: String, of id: String) -> Bool {
    guard let task = original.tasks.first(where: { $0.id == id }) else { return false }
    var session = session
    session.attempts[id, default: Attempt()].guess = guess
    return session.answer(to: task).map { board.wouldPass($0, task) } ?? false
  }

  /// How many of the lesson's tasks are passed.
  package var passedCount: Int { original.tasks.count { board.isPassed($0.id) } }

  /// Judges what was answered since the last time, and the tasks of a step that is shown for the first time.
  ///
  /// - Returns: the tasks that what stands there solves and didn't before, and those that it did and doesn't.
  package mutating func judge() -> (passed: [LessonTask], reopened: [LessonTask]) {
    if session.isAuthoring { board.renew(for: session) }
    keepShown()
    let shown = Set(tasksOfStep.map(\.id))
    var (passed, reopened): ([LessonTask], [LessonTask]) = ([], [])
    for task in original.tasks {
      let answer = session.answer(to: task)
      let before = board.answerJudged(on: task.id)
      if let before, before == answer { continue }
      let solving = task.solvingAnswer(session.attempts[task.id])
      guard before != nil || answer != nil || solving != nil || shown.contains(task.id) else {
        continue
      }
      let wasPassed = board.isPassedNow(task.id)
      board.judge(answer, to: task, solving: solving)
      note(task, answer, isNew: before != nil)
      let isPassed = board.isPassedNow(task.id)
      if isPassed && !wasPassed && before != nil { passed.append(task) }
      if !isPassed && wasPassed { reopened.append(task) }
    }
    return (passed, reopened)
  }

  /// Puts down what a verdict means for what is kept.
  private mutating func note(_ task: LessonTask, _ answer: Answer?, isNew: Bool) {
    let isPassed = board.isPassed(task.id)
    guard isNew || session.attempts[task.id] != nil || isPassed else { return }
    session.attempts[task.id, default: Attempt()].isPassed = isPassed
    if board.isPassedNow(task.id), case .edits(let texts) = answer {
      session.attempts[task.id]?.solved = texts
    } else if isNew, !isPassed {
      // What solved another text of the task is no answer to this one.
      session.attempts[task.id]?.solved = nil
    }
    guard isNew else { return }
    let fingerprint = Fingerprint.of(task, in: original)
    session.attempts[task.id]?.fingerprint = fingerprint
  }
}
