import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What the open lesson hasn't is searched for in the others.
@Suite struct SearchElsewhereTests {
  private func searched(_ text: String) -> State {
    var state = State(
      size: Size(width: 80, height: 12), shelf: Shelf(lessons: Sample.shelf + [Sample.tasks]))
    state.open(Sample.tasks)
    return after("/" + text, state)
  }

  @Test func othersAreNamed() {
    #expect(
      searched("every row").draw().rows == [
        " Search  / every row                                                     0 hits",
        "────────────────────────────────────────────────────────────────────────────────",
        "", "", "", "", "", "",
        "────────────────────────────────────────────────────────────────────────────────",
        " Not in this lesson; one hit in others: Tab searches them all.",
        "",
        " ⏎ go  Esc back to the step  Tab all lessons                            F1 help",
      ])
  }

  @Test(arguments: ["<Tab>", "<Down>", "<Enter>"])
  func allAreSearched(_ key: String) {
    let state = searched("every row" + key)
    #expect(
      state.draw().rows.prefix(3) == [
        " Search  / every row                                       1 hit in all lessons",
        "────────────────────────────────────────────────────────────────────────────────",
        " ▸ 4 step 1  Every row sums to one.",
      ])
    let found = after("<Enter>", state)
    #expect(found.reading?.lesson.id == "softmax")
    #expect(found.layer == .lesson)
    #expect(after("<Esc>", state).reading?.lesson.id == "tasks")
  }

  @Test func whatIsNowhereIsSaid() {
    let state = searched("xyzzy")
    #expect(
      state.draw().rows[9] == " Nothing has that in it, in no lesson. Backspace widens the search.")
    #expect(after("<Tab>", state).finder?.isOfAll == false)
    // What is found here is chosen by Tab, as ever.
    let here = after("<BS><BS><BS><BS><BS>sum", state)
    #expect(here.choices.count == 2)
    #expect(after("<Tab>", here).finder?.chosen == 1)
    #expect(here.finder?.elsewhere == 0)
  }

  @Test func furtherHitsAreThoseOfTheLesson() {
    let found = after("<Tab><Enter>;", searched("every row"))
    #expect(found.reading?.lesson.id == "softmax")
    #expect(found.message?.text.hasSuffix("of 1: every row") == true)
  }
}
