import CellLanguage
import Notebook
import Terminal

extension State {
  mutating func performOnTask(_ action: Action, key: KeyPress?) -> [Effect] {
    // What can't be seen isn't answered.
    if isFocusOutOfSight {
      if action == .markOption { return scrollForward() }
      if action == .answerQuiz {
        showFocus()
        return []
      }
    }
    switch action {
    case .pickOption: return key?.typed?.wholeNumberValue.map { pick($0 - 1) } ?? []
    case .markOption: return markOption()
    case .answerQuiz: return answerQuiz()
    default: return []
    }
  }

  /// Judges what was answered, and says which exercise is solved by it, or is no longer.
  mutating func judge() {
    guard let (passed, reopened) = reading?.judge() else { return }
    if case .exercise? = reopened.first, message == nil {
      message = .note("What solved it is kept, and counts; \(keyName(.undo)) leads back to it.")
    }
    for case .exercise(let exercise) in passed {
      let task = LessonTask.exercise(exercise)
      let seen = reading?.seenText(of: task) ?? ""
      message = .success("Exercise solved · \(task.pointsText)\(seen)")
    }
  }

  // MARK: - Quizzes

  private var focusedOption: (quiz: Quiz, option: Int)? {
    guard let reading, case .option(let id, let option) = reading.focus, let quiz = reading.quiz(id)
    else { return nil }
    return (quiz, option)
  }

  private mutating func pick(_ option: Int) -> [Effect] {
    guard let quiz = focusedOption?.quiz else { return [] }
    guard quiz.options.indices.contains(option) else {
      message = .note("There are \(quiz.options.count) options.")
      return []
    }
    reading?.focus = .option(quiz: quiz.id, option)
    showFocus()
    // Of a solved quiz each option says why it is right or not.
    if isPassed(quiz) { return answer([option], quiz) }
    if quiz.hasSeveralRight { toggle(option, of: quiz) }
    return []
  }

  /// In a solved quiz there is nothing to mark, and a presenter's remote control has no other key: there it goes on
  /// reading, as elsewhere.
  private mutating func markOption() -> [Effect] {
    guard let (quiz, option) = focusedOption else { return [] }
    if isPassed(quiz) || isRoom { return scrollForward() }
    if quiz.hasSeveralRight {
      toggle(option, of: quiz)
    } else {
      reading?.board.marked[quiz.id] = [option]
    }
    return []
  }

  private mutating func toggle(_ option: Int, of quiz: Quiz) {
    let marked = reading?.board.marked[quiz.id] ?? reading?.attempt(at: quiz.id).choices ?? []
    reading?.board.marked[quiz.id] = marked.symmetricDifference([option])
    reading?.board.openSolutions.remove(quiz.id)
  }

  private mutating func answerQuiz() -> [Effect] {
    guard let (quiz, option) = focusedOption else { return [] }
    guard quiz.hasSeveralRight, !isPassed(quiz) else { return answer([option], quiz) }
    guard let marked = reading?.board.marked[quiz.id], !marked.isEmpty else {
      message = .note(
        "Mark what is right with \(keyName(.markOption)) first; \(keyName(.answerQuiz)) answers then."
      )
      return []
    }
    return answer(marked, quiz)
  }

  /// Of a solved quiz the answer stays, and another option says what is wrong with it.
  private mutating func answer(_ choices: Set<Int>, _ quiz: Quiz) -> [Effect] {
    reading?.board.openSolutions.remove(quiz.id)
    if isPassed(quiz) {
      reading?.board.inspected[quiz.id] = choices.first
      show(task: quiz.id)
      return []
    }
    reading?.board.marked[quiz.id] = nil
    reading?.session.attempts[quiz.id, default: Attempt()].choices = choices
    let wrong = choices.filter { !quiz.options[$0].isRight }
    reading?.board.tried[quiz.id, default: []].formUnion(wrong)
    judge()
    show(task: quiz.id)
    return [.save]
  }

  private func isPassed(_ quiz: Quiz) -> Bool { reading?.board.isPassed(quiz.id) ?? false }

  /// What else a digit may have been meant for that begins a number: an option of a quiz of the step that is open.
  func wordsOfQuiz(for typed: String, on panel: Panel) -> String? {
    guard let reading, let digit = Int(typed) else { return nil }
    let isMeant = reading.tasksOfStep.contains { task in
      guard case .quiz(let quiz) = task else { return false }
      return !isPassed(quiz) && digit > 0 && digit <= quiz.options.count
    }
    guard isMeant else { return nil }
    let keys = "\(bindings.key(.giveUp, in: .editing)) and \(keyName(.nextPanel))"
    return "This changes \(panel.called(or: "a number")); \(keys) lead to the question."
  }

  // MARK: - Predictions

  /// Takes a guess that reads as a number; a right one stays, whatever is tried after it.
  mutating func accept(guess text: String, of id: String) throws(Diagnostic) -> [Effect] {
    let text = text.trimmed()
    try reading?.session.checkNumber(text)
    reading?.editing = nil
    if let reading, reading.board.isPassed(id), !reading.wouldPass(guess: text, of: id) {
      let right = reading.attempt(at: id).guess ?? ""
      message = .note("\(text) isn't right; your answer \(right) stays.")
      return []
    }
    reading?.session.attempts[id, default: Attempt()].guess = text
    judge()
    show(task: id)
    return [.save]
  }
}
