import CellLanguage
import Notebook
import TestSupport
import Testing

/// Lessons with lines lost, doubled and exchanged: whatever becomes of their tasks, each answer gets a verdict.
struct ChangedLessonTests {
  @Test(arguments: LessonFiles.names)
  func linesExchanged(name: String) {
    let lines = LessonFiles.text(of: name).split(separator: "\n", omittingEmptySubsequences: false)
    var random = SeededRandom(seed: 7)
    for _ in 0..<15 {
      var changed = lines
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        let index = Int.random(in: changed.indices, using: &random)
        let other = Int.random(in: changed.indices, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: changed.remove(at: index)
        case 1: changed.insert(changed[other], at: index)
        default: changed.swapAt(index, other)
        }
      }
      judgeAll(changed.joined(separator: "\n"), name)
    }
  }

  private func judgeAll(_ text: String, _ name: String) {
    guard let lesson = LessonReader.read(text: text, name: name).lesson else { return }
    var grader = Grader(lesson: lesson)
    for task in lesson.tasks {
      let empty = grader.verdict(on: nil, to: task)
      #expect(empty.status == .pending)
      guard case .exercise(let exercise) = task else { continue }
      let assertions = empty.checks.map(\.message)
      for program in exercise.solutions + exercise.wrongAnswers.map(\.program) {
        let verdict = grader.verdict(on: program, to: exercise)
        #expect(verdict.checks.map(\.message) == assertions)
        #expect(!verdict.isPassed || verdict.checks.allSatisfy { $0.status == .passed })
      }
    }
  }
}
