import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What is typed or pasted where nothing is being typed runs no commands.
@Suite struct StrayLettersTests {
  private static let home = State(
    size: Size(width: 80, height: 24), shelf: Shelf(lessons: Sample.shelf + [Sample.tasks]))

  /// Keys in the list, the lesson that is chosen then, and what is said.
  private static let typed: [(keys: String, selected: Int, message: String?)] = [
    ("j", 1, nil), ("G", 2, nil), ("jk", 0, nil),
    ("n", 0, "n does nothing here; Enter opens the lesson, / searches all."),
    ("o", 0, "o does nothing here; Enter opens the lesson, / searches all."),
    ("l", 0, "l does nothing here; Enter opens the lesson, / searches all."),
    ("oj", 1, nil),
    ("softmax", 0, "Nothing is typed here: / searches, arrows and Enter choose a lesson."),
    ("softmax query jG", 0, "Nothing is typed here: / searches, arrows and Enter choose a lesson."),
    (
      "x = softmax(q)<Enter>", 0,
      "Nothing was typed into anything; Enter again opens the chosen lesson."
    ),
    ("no<Enter>", 0, "Nothing was typed into anything; Enter again opens the chosen lesson."),
    ("no<Down>", 1, nil), ("no<Down>j", 2, nil),
  ]

  @Test(arguments: typed)
  func lettersInTheList(_ row: (keys: String, selected: Int, message: String?)) {
    let state = after(row.keys, Self.home)
    #expect(state.layers == [.home] || row.message == nil)
    #expect(state.home.selected == row.selected)
    if let message = row.message { #expect(state.message?.text == message) }
  }

  @Test func enterOpensAsEver() {
    #expect(after("n<Enter>", Self.home).layer == .lesson)
    #expect(after("no<Enter><Enter>", Self.home).layer == .lesson)
    #expect(after("<Right>", Self.home).layer == .lesson)
  }

  /// After a pause nobody is typing a text any more.
  @Test func aPauseEndsWhatWasTyped() {
    var state = after("vv", Self.home)
    state.endStrayText()
    #expect(after("<Enter>", state).layer == .lesson)
    #expect(after("j", state).home.selected == 1)
  }

  /// In a step, from the first letter on that is no command.
  @Test func aTextTypedOnAResultRunsNoCommands() {
    let result = Sample.reading(at: "A[the, cat]")
    let typed = after("Q @ nq /", result)
    #expect(typed.reading?.step == result.reading?.step)
    #expect(typed.layer == .lesson)
    #expect(typed.finder == nil)
    #expect(
      typed.message?.text == "/ is typed into nothing; Enter opens the formula: type it there.")
    #expect(after("<Enter>", typed).reading?.editing != nil)
    #expect(after("<Right>n", typed).reading?.step == 1)
    var paused = typed
    paused.endStrayText()
    #expect(after("n", paused).reading?.step == 1)
  }

  /// What is typed behind an entry's number takes its place where a letter behind it would mean nothing.
  @Test func anExpressionTakesThePlaceOfTheNumber() {
    func text(_ keys: String) -> String? {
      after("<Enter>" + keys, Sample.reading(at: "K[cat, y]")).reading?.editing?.field.text
    }
    #expect(text("log(2)") == "log(2)")
    #expect(text("sin(1)") == "sin(1)")
    #expect(text("e5") == "1.0e5")
    #expect(text("<BS>sqrt(2)") == "1.sqrt(2)")
  }

  @Test func aPasteInTheListIsNoCommand() {
    var state = Self.home
    #expect(state.update(.paste("Gqo\nn\n")) == [])
    #expect(state.layers == [.home])
    #expect(state.home.selected == 0)
    #expect(
      state.message?.text
        == "What was pasted goes nowhere here: nothing is being typed; ? lists what keys do.")
  }

  @Test func aPasteInAQuestionIsNoCommand() {
    var state = Sample.task(step: 1)
    #expect(state.context == .quiz)
    #expect(state.update(.paste("1\no\nn\n")) == [])
    #expect(state.reading?.step == 0)
    #expect(state.reading?.board.isPassed("doubled") == false)
    #expect(state.message?.text.hasPrefix("What was pasted goes nowhere here") == true)
  }
}
