import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Commands are found by what they are called here and elsewhere.
@Suite struct FindingCommandsTests {
  private func found(_ text: String, in state: State = Sample.reading()) -> [String] {
    var state = state
    for event in keys(":" + text) { _ = state.update(event) }
    return state.choices.map(\.lead)
  }

  @Test(arguments: [
    ("vew", "switch view"), ("veiw", "switch view"), ("explian", "explain"), ("exit", "quit"),
    ("derivation", "explain"), ("heatmap", "switch view"), ("yank", "copy as text"),
    ("compare", "pin"), ("serach", "search"), ("reahc", "reach"),
  ])
  func byAnotherName(_ text: String, _ command: String) {
    #expect(found(text).first == command)
  }

  @Test(arguments: [
    ("13", "This lesson has 3 steps."), ("lesson 99", "There are 2 lessons."),
    ("zzzz", "No command is called that. Backspace shows more."),
  ])
  func whatIsNotThereIsSaid(_ text: String, _ words: String) {
    var state = Sample.reading()
    for event in keys(":" + text) { _ = state.update(event) }
    #expect(state.draw().rows.contains { $0.contains(words) })
  }

  /// While nothing is looked for in the help, `?` closes it and the space bar reads on.
  @Test func helpClosesByTheKeyThatOpenedIt() {
    var state = Sample.reading()
    for event in keys("? ") { _ = state.update(event) }
    #expect(state.layer == .help)
    #expect(state.help.scroll > 0)
    for event in keys("?") { _ = state.update(event) }
    #expect(state.layer == .lesson)
    for event in keys("?a?") { _ = state.update(event) }
    #expect(state.help.search.text == "a?")
  }
}
