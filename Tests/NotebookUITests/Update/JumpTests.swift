import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// The way back from a search, from a step's number and from a derivation.
@Suite struct JumpTests {
  private typealias Place = (lesson: String?, step: Int?, focus: Focus?, scroll: Int?)

  private func place(_ state: State) -> Place {
    (state.reading?.lesson.id, state.reading?.step, state.reading?.focus, state.reading?.scroll)
  }

  private func expectBack(_ keys: String, from state: State) {
    let left = after(keys, state)
    #expect(left.reading?.focus != state.reading?.focus, "\(keys)")
    let back = after("<C-o>", left)
    #expect(place(back) == place(state), "\(keys)")
    #expect(back.layer == .lesson)
  }

  @Test(arguments: ["/sum<Enter>", ":4<Enter>", ":4<Enter>nb"])
  func eachLeadsBack(keys: String) {
    expectBack(keys, from: Sample.task(step: 1, keys: "j"))
  }

  @Test func fromADerivation() {
    expectBack("ej<Enter>", from: Sample.reading(at: "O[cat, f]"))
  }

  @Test func oneAfterTheOther() {
    let state = Sample.task(step: 1, keys: ":2<Enter>:4<Enter>")
    #expect(after("<C-o>", state).reading?.step == 1)
    #expect(after("<C-o><C-o>", state).reading?.step == 0)
    #expect(
      after("<C-o><C-o><C-o>", state).message
        == .note("A search or a jump to a step leads back from here; there was none."))
  }

  @Test func fromAnotherLesson() {
    var state = Sample.task(step: 3)
    state.shelf = Shelf(lessons: [Sample.tasks, Sample.weightedSums])
    let elsewhere = after(":lesson 6<Enter>", state)
    #expect(elsewhere.reading?.lesson.id == Sample.weightedSums.id)
    #expect(place(after("<C-o>", elsewhere)) == place(state))
  }

  @Test func itIsSaidHow() {
    #expect(
      Sample.task(step: 1, keys: ":4<Enter>").message == .note("Ctrl-O goes back to step 1."))
    #expect(Sample.task(step: 1, keys: ":1<Enter>").message == nil)
    #expect(
      Sample.task(step: 1, keys: "/half<Enter>").message?.text.hasSuffix(
        ": half · ; the next · Ctrl-O back") == true)
    #expect(
      Sample.task(step: 1, keys: "/Bring<Enter>").message == .note("1 of 1: Bring · Ctrl-O back"))
  }
}
