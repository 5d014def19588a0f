import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What solved an exercise is its answer, whatever is tried later.
@Suite struct SolvedOnceTests {
  private static let solving = "<Enter>array(V) * 2<Enter>"

  private static func opened(_ progress: LessonProgress) -> State {
    var state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: [Sample.tasks]))
    state.progress = ["tasks": progress]
    state.open(Sample.tasks)
    return state
  }

  @Test(arguments: [
    (4, solving, "<Enter> * 1.5<Enter>", "2 points"), (5, "]]]++", "+", "1 point"),
  ])
  func itStaysSolved(_ step: Int, _ solved: String, _ further: String, _ points: String) {
    var state = Sample.task(step: step, keys: solved)
    for event in keys(further) { _ = state.update(event) }
    #expect(state.reading?.passedCount == 1)
    #expect(state.message == .note("What solved it is kept, and counts; u leads back to it."))
    let heading = " ✓ Exercise solved · \(points) · by what stood here before"
    #expect(state.draw().rows.contains(heading))
    for event in keys("u") { _ = state.update(event) }
    #expect(state.draw().rows.contains(" ✓ Exercise solved · \(points)"))
  }

  @Test func whatSolvesItLastIsKept() {
    var state = Sample.task(step: 4, keys: Self.solving)
    #expect(state.reading?.attempt(at: "double").solved == ["W": "W = array(V) * 2"])
    for event in keys("<Enter> + 0<Enter>") { _ = state.update(event) }
    for event in keys("<Enter> + 1<Enter>") { _ = state.update(event) }
    #expect(state.reading?.attempt(at: "double").solved == ["W": "W = array(V) * 2 + 0"])
  }

  @Test(
    "what was kept is judged anew, not believed",
    arguments: [("array(V) * 2", 1), ("array(V) * 3", 0), ("(", 0)])
  func openedAgain(text: String, passed: Int) throws {
    var progress = LessonProgress()
    progress.edits["W"] = "W = V"
    var attempt = Attempt()
    attempt.isPassed = true
    attempt.solved = ["W": "W = \(text)", "V": "V = 1"]
    progress.attempts["double"] = attempt
    let reading = try #require(Self.opened(progress).reading)
    #expect(reading.passedCount == passed)
    #expect(reading.attempt(at: "double").isPassed == (passed == 1))
    #expect(reading.board.isPassedNow("double") == false)
  }

  @Test("what solved another text of the task is forgotten with the next answer to this one")
  func otherText() throws {
    var progress = LessonProgress()
    progress.step = 3
    progress.edits["W"] = "W = V"
    var attempt = Attempt()
    attempt.solved = ["W": "W = array(V) * 3"]
    attempt.fingerprint = "another"
    progress.attempts["double"] = attempt
    var state = Self.opened(progress)
    #expect(state.reading?.attempt(at: "double").solved != nil)
    for event in keys("<Enter> * 5<Enter>") { _ = state.update(event) }
    #expect(state.reading?.attempt(at: "double").solved == nil)
  }
}
