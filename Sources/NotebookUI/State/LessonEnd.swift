import Notebook
import Terminal

/// What lies behind a lesson's last step: the tasks that are still open, and the lesson that comes next.
extension State {
  /// The index on the shelf of the lesson behind the one that is open.
  var nextLesson: Int? {
    guard let id = reading?.lesson.id, let index = shelf.lessons.firstIndex(where: { $0.id == id }),
      shelf.lessons.indices.contains(index + 1), reading?.session.isAuthoring != true,
      writtenFiles[shelf.lessons[index + 1].id] == nil
    else { return nil }
    return index + 1
  }

  var isAtLastStep: Bool {
    reading.map { $0.step + 1 == $0.lesson.steps.count && $0.lesson.steps.count > 1 } ?? false
  }

  /// What is said where the last step has nothing to explain.
  var wordsAtLessonEnd: String? {
    guard isAtLastStep, let reading, !reading.hasHiddenParts,
      reading.tasksOfStep.allSatisfy({ reading.board.isPassed($0.id) })
    else { return nil }
    // Where tasks are open, the footer alone names the way on.
    let open = openTasks
    let way = open == nil ? onward("\(keyName(.nextStep)) goes on to") : nil
    let wordings = [
      ["The lesson ends here.", open?.words, way].compactMap(\.self).joined(separator: " "),
      open?.words, open.map { "The lesson ends here; \($0.count) open." }, "The lesson ends here.",
    ].compactMap(\.self)
    let room = (size.width - 2) * Frame.explainLines(size)
    return wordings.first { TextWidth.columns(of: $0) <= room } ?? "The lesson ends here."
  }

  /// Goes on to the next lesson for a reader who asks for it twice, and says so the first time.
  mutating func leaveLesson(by action: Action) -> [Effect] {
    if isConfirmed(action), let nextLesson {
      openLesson(at: nextLesson)
      return [.save]
    }
    if nextLesson != nil { confirming = action }
    let way =
      onward("\(keyName(action)) again opens") ?? "\(keyName(.back)) goes back to the lessons."
    message = .note(
      ["The lesson ends here.", openTasks?.words, way].compactMap(\.self).joined(separator: " "))
    return []
  }

  private func onward(_ lead: String) -> String? {
    nextLesson.map { index in
      let lesson = shelf.lessons[index]
      return "\(lead) lesson \(lesson.number.map { "\($0), " } ?? "")\(lesson.title)."
    }
  }

  /// `Still open: steps 8 and 10.`
  private var openTasks: (words: String, count: String)? {
    guard let reading else { return nil }
    let steps = reading.lesson.steps.indices.filter { index in
      reading.lesson.steps[index].blocks.compactMap(\.task).contains {
        !reading.board.isPassed($0.id)
      }
    }
    guard let last = steps.last else { return nil }
    let others = steps.dropLast().map { "\($0 + 1)" }.joined(separator: ", ")
    return others.isEmpty
      ? ("Still open: step \(last + 1).", "1 step")
      : ("Still open: steps \(others) and \(last + 1).", "\(steps.count) steps")
  }
}
