import CellLanguage
import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What a check found can be seen after the edit that was judged, at 80×24.
@Suite struct ShippedFindingsTests {
  @Test("wrong answers are told in sight", arguments: ShippedLessons.names)
  func findings(name: String) throws {
    let lesson = try #require(ShippedLessons.lesson(name))
    var unseen: [String] = []
    for (step, exercise) in exercises(of: lesson) {
      for answer in exercise.wrongAnswers.map(\.program.definitions) + plainAnswers(to: exercise) {
        var state = ShippedLessons.opened(
          lesson, step: step, size: Size(width: 80, height: 24))
        for (name, text) in answer { type(text, for: name, into: &state) }
        guard let verdict = state.reading?.board.verdict(on: exercise.id),
          let found = verdict.checks.first(where: { $0.status == .failed })?.finding?.sentence
        else { continue }
        let seen = words(state.draw().rows.dropFirst(2).dropLast(1).joined(separator: " "))
        if seen.contains(words(found)) { continue }
        if let because = verdict.because, seen.contains(words(because)) { continue }
        unseen.append("step \(step + 1), \(answer.map(\.text)): \(found)")
      }
    }
    #expect(unseen == [])
  }

  private func exercises(of lesson: Lesson) -> [(step: Int, exercise: Exercise)] {
    lesson.steps.enumerated().flatMap { step, content in
      content.blocks.compactMap { block in
        if case .exercise(let exercise) = block { (step, exercise) } else { nil }
      }
    }
  }

  /// What someone may begin with who has no idea.
  private func plainAnswers(to exercise: Exercise) -> [[(name: String, text: String)]] {
    ["1", "softmax(1)", "ones((2, 2))"].map { text in
      exercise.edits.prefix(1).map { ($0, "\($0) = \(text)") }
    }
  }

  private func type(_ text: String, for name: String, into state: inout State) {
    guard let panel = state.reading?.panels.first(where: { $0.name == name }) else { return }
    state.reading?.focus = Focus.first(of: panel)
    state.reading?.editing = Editing(
      .formula(panel.id), field: TextField(text, multiline: true))
    _ = state.accept(thenEdit: nil)
    state.reading?.editing = nil
  }

  /// Without the breaks of lines.
  private func words(_ text: String) -> String {
    text.replacing("\u{A0}", with: " ").split(separator: " ").joined(separator: " ")
  }
}

extension Program {
  /// Each statement with the name that it defines.
  fileprivate var definitions: [(name: String, text: String)] {
    statements.compactMap { statement in
      statement.definedNames.first.map { ($0.0, source.text(in: statement.range)) }
    }
  }
}
