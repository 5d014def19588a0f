import Notebook
import Terminal
import Testing

@testable import NotebookUI

@Suite struct LessonEndTests {
  /// At the last step of a lesson, with another one behind it on the shelf.
  private func atTheEnd(of lesson: Lesson, before next: [Lesson]) -> State {
    var state = State(size: Size(width: 100, height: 24), shelf: Shelf(lessons: [lesson] + next))
    state.open(lesson)
    state.reading?.go(toStep: lesson.steps.count - 1)
    return state
  }

  private func after(_ text: String, _ state: State) -> State {
    var state = state
    for event in keys(text) { _ = state.update(event) }
    return state
  }

  @Test func theNextLessonIsNamedAndThenOpened() {
    let asked = after("n", atTheEnd(of: Sample.weightedSums, before: [Sample.tasks]))
    #expect(asked.message == .note("The lesson ends here. n again opens lesson 7, Tasks."))
    #expect(asked.reading?.lesson.id == "weighted-sums")
    #expect(after("n", asked).reading?.lesson.id == "tasks")
  }

  /// Any other key forgets that it was asked for.
  @Test func itIsAskedForTwiceInARow() {
    let state = atTheEnd(of: Sample.weightedSums, before: [Sample.tasks])
    #expect(after("njn", state).reading?.lesson.id == "weighted-sums")
    #expect(after("n n", state).reading?.lesson.id == "weighted-sums")
    #expect(after("  ", state).reading?.lesson.id == "tasks")
  }

  @Test func tasksThatAreOpenAreNamed() {
    let open = after("n", atTheEnd(of: Sample.tasks, before: []))
    #expect(
      open.message
        == .note(
          "The lesson ends here. Still open: steps 1, 2, 3, 4 and 5. q goes back to the lessons."
        ))
  }

  /// Where there is little room, how much is open is told without its steps.
  @Test("the end is told whole", arguments: [(80, 24), (60, 20), (40, 12)])
  func toldWhole(width: Int, height: Int) throws {
    let lesson = try #require(ShippedLessons.lesson("01-notebook.md"))
    let state = ShippedLessons.opened(
      lesson, step: lesson.steps.count - 1, size: Size(width: width, height: height))
    let words = try #require(state.wordsAtLessonEnd)
    let starts = [80: "The lesson ends here. Still open: steps ", 60: "Still open: steps "]
    #expect(words.hasPrefix(starts[width] ?? "The lesson ends here; "))
    #expect(words.hasSuffix(width == 40 ? " steps open." : "."))
    #expect(state.draw().rows.dropLast().last == " \(words)")
  }
}
