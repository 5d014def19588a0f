import Notebook

/// Hints and solutions.
extension State {
  mutating func showHint() -> [Effect] {
    guard let task = reading?.currentTask, case .exercise(let exercise) = task else {
      message = .note(
        reading?.currentTask == nil
          ? "There is no exercise in this step." : "Questions have no hints.")
      return []
    }
    guard !exercise.hints.isEmpty else {
      message = .note("This exercise has no hints.")
      return []
    }
    let taken = reading?.attempt(at: task.id).hints ?? 0
    let shown = reading?.board.openHint[task.id]
    let count = exercise.hints.count
    // What was taken before comes first again; after the last one they begin anew.
    let next = shown.map { ($0 + 1) % count } ?? max(0, min(taken, count) - 1)
    reading?.board.openHint[task.id] = next
    show(task: task.id)
    guard next + 1 > taken else { return [] }
    reading?.session.attempts[task.id, default: Attempt()].hints = next + 1
    return [.save]
  }

  /// Opens or closes the solution; before it is earned, the first press asks.
  mutating func toggleSolution() -> [Effect] {
    let isAskedAgain = isConfirmed(.solution)
    guard let reading, let task = reading.currentTask else {
      message = .note("There is nothing to solve in this step.")
      return []
    }
    if reading.board.openSolutions.contains(task.id) {
      self.reading?.board.openSolutions.remove(task.id)
      scrollIntoRange()
      return []
    }
    if case .exercise = task {
    } else if reading.board.isPassed(task.id) {
      message = .note("Solved already: the answer and its reason stand there.")
      return []
    }
    guard reading.maySeeSolution(of: task.id) || isAskedAgain else {
      confirming = .solution
      message = .refusal("Give up and see the solution? \(keyName(.solution)) again shows it.")
      return []
    }
    return open(task)
  }

  private mutating func open(_ task: LessonTask) -> [Effect] {
    guard let reading else { return [] }
    let isEarned = reading.maySeeSolution(of: task.id)
    self.reading?.board.openSolutions.insert(task.id)
    self.reading?.board.marked[task.id] = nil
    if !isEarned { self.reading?.session.attempts[task.id, default: Attempt()].gaveUp = true }
    show(task: task.id)
    return isEarned ? [] : [.save]
  }

  /// Puts an open solution into the cells, the first of several, as one edit that can be undone.
  mutating func takeSolution() -> [Effect] {
    guard let reading, case .exercise(let exercise)? = reading.currentTask,
      reading.board.openSolutions.contains(exercise.id)
    else {
      message = .note("\(keyName(.solution)) shows the solution first.")
      return []
    }
    return takeBack(
      "The solution stands in the cells; \(keyName(.undo)) undoes", isNamed: true,
      "It stands there."
    ) { $0.adopt(Array(exercise.solutions.prefix(1))) }
  }

  /// Closes what of help is open in the step.
  ///
  /// - Returns: whether anything was.
  mutating func closeHelpers() -> Bool {
    guard let reading, reading.hasOpenHelp else { return false }
    for id in reading.tasksOfStep.map(\.id) {
      self.reading?.board.openSolutions.remove(id)
      self.reading?.board.openHint[id] = nil
    }
    scrollIntoRange()
    return true
  }
}
